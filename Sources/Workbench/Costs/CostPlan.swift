package import AnswerStore
package import Costs
import Pages
import Reports
package import Study

/// What a start would ask and cost, before it asks.
package struct CostPlan {
    package let plan: QuestionPlan
    package let model: String
    /// `nil` where it is not known.
    let price: Price?
    package let pricesDate: String
    /// How many questions the start would ask.
    package let left: Int
    /// Tokens of those questions, corrected by earlier replies of the run where there are any.
    package let estimate: TokenEstimate
    /// Whether earlier replies corrected it.
    package let isCorrected: Bool
    /// The share of the usual price that questions in batches cost; nil where none is asked in one.
    package let batchFactor: Double?

    /// What a start of a planned run would ask and cost.
    ///
    /// - Parameters:
    ///   - run: the stored run; `nil` where none was begun.
    package init(
        _ planned: PlannedRun, _ bounds: StartBounds, prices: PriceTable, run: RunRecord?, in store: AnswerStore?
    ) throws {
        self.init(
            plan: planned.plan, model: planned.respondent, prices: prices,
            spending: try run.flatMap { try store?.spending(run: $0.id) } ?? Spending(),
            left: try planned.left(bounds, run: run, in: store), batchFactor: bounds.batchFactor)
    }

    /// - Parameters:
    ///   - spending: what the run took until now.
    ///   - left: how many questions the start would ask.
    package init(
        plan: QuestionPlan, model: String, prices: PriceTable, spending: Spending = Spending(), left: Int,
        batchFactor: Double? = nil
    ) {
        self.batchFactor = batchFactor
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

    /// US dollars; `nil` where the model's price is not known. The first question costs the usual price, also with batches.
    package var cost: Double? {
        price.map { price in
            let whole = price.cost(input: estimate.input, output: estimate.output)
            guard let batchFactor, left > 0 else { return whole }
            return whole * (1 + Double(left - 1) * batchFactor) / Double(left)
        }
    }

    /// Whether to ask before going on: more dollars than the threshold, or, where no price is known and one is likely to be
    /// paid, more than a million tokens.
    package func isDear(above threshold: Double, isHosted: Bool) -> Bool {
        cost.map { $0 > threshold } ?? (isHosted && estimate.input + estimate.output > 1_000_000)
    }
}
