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
