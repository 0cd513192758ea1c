import AnswerStore
import Foundation
import Study

/// What a start would ask and cost, before it asks.
struct CostPlan {
    let plan: QuestionPlan
    let model: String
    let prices: PriceTable
    /// Questions without a reply, at most `limit` of them.
    let left: Int
    /// Tokens of those questions, corrected by earlier replies of the run where there are any.
    let estimate: TokenEstimate
    /// Whether earlier replies corrected it.
    let isCorrected: Bool

    init(plan: QuestionPlan, model: String, prices: PriceTable, counts: StoredCounts?, limit: Int?) {
        self.plan = plan
        self.model = model
        self.prices = prices
        let replied = counts?.replied ?? 0
        left = min(max(0, plan.count - replied), limit ?? .max)
        var estimate = TokenEstimate(plan)
        let share = plan.isEmpty ? 0 : Double(left) / Double(plan.count)
        // Replies that were paid for know better than any rule of thumb.
        isCorrected = replied >= 20 && (counts?.promptTokens ?? 0) > 0
        if isCorrected, let counts {
            estimate.input = counts.promptTokens / replied * left
            estimate.output = counts.completionTokens / replied * left
        } else {
            estimate.input = Int(Double(estimate.input) * share)
            estimate.output = Int(Double(estimate.output) * share)
        }
        self.estimate = estimate
    }

    /// US dollars; `nil` where the model's price is not known.
    var cost: Double? {
        prices.price(of: model)?.cost(input: estimate.input, output: estimate.output)
    }

    var lines: [String] {
        let method = isCorrected ? "by the replies so far" : "estimated: four bytes a token; see docs/money.md"
        let price =
            cost.map { "about \(Self.dollars($0)) at the prices of \(prices.date)" }
            ?? "its price is not known (give --prices FILE)"
        return [
            "\(plan.count) questions: \(plan.count(of: .stated)) stated, \(plan.count(of: .acted)) acted; "
                + "\(left) to be asked of \(model)",
            "about \(Self.grouped(estimate.input)) tokens in and \(Self.grouped(estimate.output)) out (\(method)); \(price)",
        ]
    }

    /// "$0.0042", "$3.20", "$1,204.00".
    static func dollars(_ sum: Double) -> String {
        if sum > 0, sum < 0.01 { return "$" + String(format: "%.4f", sum) }
        let cents = Int((sum * 100).rounded())
        return "$" + grouped(cents / 100) + "." + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)"
    }

    static func grouped(_ number: Int) -> String {
        var digits = String(number)
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
            place -= 3
        }
        return digits
    }
}
