package import AnswerStore
import Costs
import Pages
import Reports
package import Study

/// What a run took, in words.
package enum Money {
    /// "1,200 tokens in, 300 out (250 of them hidden reasoning)"; empty where nothing was reported.
    package static func tokens(_ spending: Spending) -> String {
        guard spending.promptTokens + spending.completionTokens > 0 else { return "" }
        let hidden =
            spending.reasoningTokens > 0
            ? " (\(Numerals.count(spending.reasoningTokens)) of them hidden reasoning)" : ""
        return
            "\(Numerals.count(spending.promptTokens)) tokens in, \(Numerals.count(spending.completionTokens)) out\(hidden)"
    }
}

extension Price {
    /// US dollars for what a run took, as far as servers reported it; less for what came in batches.
    package func cost(of spending: Spending) -> Double {
        cost(input: spending.promptTokens, output: spending.completionTokens)
            - (spending.savedPromptTokens * input + spending.savedCompletionTokens * output) / 1_000_000
    }
}
