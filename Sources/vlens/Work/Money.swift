import AnswerStore
import Elicitation
import Reports
import Study

/// What a run took, in words.
enum Money {
    /// "1,200 tokens in, 300 out (250 of them hidden reasoning)"; empty where nothing was reported.
    static func tokens(_ spending: Spending) -> String {
        guard spending.promptTokens + spending.completionTokens > 0 else { return "" }
        let hidden =
            spending.reasoningTokens > 0
            ? " (\(Numerals.count(spending.reasoningTokens)) of them hidden reasoning)" : ""
        return
            "\(Numerals.count(spending.promptTokens)) tokens in, \(Numerals.count(spending.completionTokens)) out\(hidden)"
    }
}

extension Price {
    /// US dollars for what a run took, as far as servers reported it.
    func cost(of spending: Spending) -> Double {
        cost(input: spending.promptTokens, output: spending.completionTokens)
    }
}

/// What a start costs while it runs, for the progress line.
struct RunningCost: Sendable {
    /// `nil` where it is not known.
    let price: Price?

    /// "$0.42 of about $3.10", or tokens where no price is known; `nil` while there is nothing to say, and where
    /// nothing is paid.
    func text(_ snapshot: RunSnapshot) -> String? {
        let tokens = snapshot.promptTokens + snapshot.completionTokens
        guard tokens > 0, snapshot.replied > 0 else { return nil }
        // The first replies say little about the rest.
        let factor = snapshot.replied >= 20 ? 1 + Double(snapshot.left) / Double(snapshot.replied) : nil
        guard let price else {
            let whole = factor.map { " of about \(Numerals.count(Int(Double(tokens) * $0)))" } ?? ""
            return "\(Numerals.count(tokens))\(whole) tokens"
        }
        let spent = price.cost(input: snapshot.promptTokens, output: snapshot.completionTokens)
        guard spent > 0 else { return nil }
        return Numerals.dollars(spent) + (factor.map { " of about \(Numerals.dollars(spent * $0))" } ?? "")
    }
}
