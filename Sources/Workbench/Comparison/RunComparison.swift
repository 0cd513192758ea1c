import AnswerStore
package import Measures
package import Reports
package import Text

/// Runs compared with the first of them, paired on the cells that all have.
package struct RunComparison {
    /// The first run's respondent.
    package let first: String
    /// The other runs' respondents, in the order of ``comparisons``.
    package let others: [String]
    package let comparisons: [MeasureComparison]

    /// - Parameters:
    ///   - measured: two runs or more.
    ///   - progress: told how many of how many comparisons are done.
    package init(
        of measured: [MeasuredRun], plan: ResamplingPlan, progress: (_ done: Int, _ all: Int) -> Void
    ) async throws {
        let names = measured.map { $0.reportInput(worst: 0).respondent.label }
        first = names[0]
        others = Array(names.dropFirst())
        comparisons = try await MeasureComparison.each(
            of: measured.dropFirst().map(\.measures), against: measured[0].measures, plan: plan
        ) { progress($0, measured.count - 1) }
    }

    /// Of two runs one comparison, of more a list of them.
    package var json: JSONValue {
        let each = zip(comparisons, others).map { comparison, other in
            JSONValue.object([.init("second", .string(other))] + comparison.json.members)
        }
        let rest = each.count == 1 ? each[0].members : [.init("comparisons", .array(each))]
        return .object([.init("first", .string(first))] + rest)
    }

    /// What the rules of a gate say of every run but the first.
    package func checks(_ rules: [ComparisonGate]) -> [JUnitReport.Check] {
        zip(comparisons, others).flatMap { comparison, other in
            let prefix = others.count == 1 ? "" : "\(other): "
            return rules.map { rule in
                JUnitReport.Check(
                    name: prefix + rule.rule, failure: rule.failure(of: comparison).map { prefix + $0 })
            }
        }
    }

    /// The outcome of a gate for a machine.
    package func junit(_ checks: [JUnitReport.Check]) -> String {
        JUnitReport(suite: "\(others.joined(separator: ", ")) against \(first)", checks: checks).text
    }
}
