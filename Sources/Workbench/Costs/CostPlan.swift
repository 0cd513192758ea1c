package import AnswerStore
import Pages
import Reports
package import Study

/// What a start would ask and cost, before it asks.
package struct CostPlan {
    let plan: QuestionPlan
    let model: String
    /// `nil` where it is not known.
    let price: Price?
    let pricesDate: String
    /// How many questions the start would ask.
    package let left: Int
    /// Tokens of those questions, corrected by earlier replies of the run where there are any.
    let estimate: TokenEstimate
    /// Whether earlier replies corrected it.
    let isCorrected: Bool

    /// - Parameters:
    ///   - spending: what the run took until now.
    ///   - left: how many questions the start would ask.
    package init(plan: QuestionPlan, model: String, prices: PriceTable, spending: Spending = Spending(), left: Int) {
        self.plan = plan
        self.model = model
        self.left = left
        price = prices.price(of: model)
        pricesDate = prices.date
        let reported = spending.replies - max(spending.silentPrompts, spending.silentCompletions)
        // Replies that were paid for know better than any rule of thumb.
        isCorrected = reported >= 20
        var estimate = TokenEstimate(plan)
        let whole = isCorrected ? Double(reported) : Double(max(plan.count, 1))
        if isCorrected {
            estimate.input = spending.promptTokens
            estimate.output = spending.completionTokens
        }
        estimate.input = Int(Double(estimate.input) / whole * Double(left))
        estimate.output = Int(Double(estimate.output) / whole * Double(left))
        self.estimate = estimate
    }

    /// US dollars; `nil` where the model's price is not known.
    var cost: Double? { price?.cost(input: estimate.input, output: estimate.output) }

    /// Whether to ask before going on: more dollars than the threshold, or, where no price is known and one is likely to be
    /// paid, more than a million tokens.
    package func isDear(above threshold: Double, isHosted: Bool) -> Bool {
        cost.map { $0 > threshold } ?? (isHosted && estimate.input + estimate.output > 1_000_000)
    }

    package var lines: [String] {
        let method = isCorrected ? "by the replies so far" : "estimated: four bytes a token; see docs/money.md"
        let price =
            cost.map { "about \(Numerals.dollars($0)) at the prices of \(pricesDate)" }
            ?? "its price is not known (give --prices FILE)"
        return [
            "\(plan.count) questions: \(plan.count(of: .stated)) stated, \(plan.count(of: .acted)) acted; "
                + "\(left) to be asked of \(model)",
            "about \(Numerals.count(estimate.input)) tokens in and \(Numerals.count(estimate.output)) out (\(method)); "
                + price,
        ]
    }
}
