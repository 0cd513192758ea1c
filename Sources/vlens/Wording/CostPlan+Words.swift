import Costs
import Pages
import Reports
import Study
import Workbench

extension CostPlan {
    /// What is to come, in two sentences.
    var lines: [String] {
        let method = isCorrected ? "by the replies so far" : "estimated: four bytes a token; see docs/money.md"
        let price =
            cost.map { "about \(Numerals.dollars($0)) at the prices of \(pricesDate)\(inBatches)" }
            ?? "its price is not known (give --prices FILE)"
        return [
            "\(plan.count) questions: \(plan.count(of: .stated)) stated, \(plan.count(of: .acted)) acted; "
                + "\(left) to be asked of \(model)",
            "about \(Numerals.count(estimate.input)) tokens in and \(Numerals.count(estimate.output)) out (\(method)); "
                + price,
        ]
    }

    /// What batches change in it.
    private var inBatches: String {
        guard let batchFactor else { return "" }
        return batchFactor < 1
            ? ", in batches at \(Int((batchFactor * 100).rounded())) % of them"
            : ", in batches at the full price (--batch-discount where they cost less)"
    }
}
