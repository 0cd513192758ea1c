import AnswerStore
package import Measures
package import Reports
import Study
package import Text

/// Runs compared with the first of them, paired on the cells that all have.
package struct RunComparison {
    /// The first run's respondent.
    package let first: String
    /// The other runs' respondents, in the order of ``comparisons``.
    package let others: [String]
    package let comparisons: [MeasureComparison]
    /// The deconvolved gap of every run, the first one's first, each over its own cells.
    package let deconvolved: [DeconvolutionReport.Part]
    private let measured: [MeasuredRun]

    /// - Parameters:
    ///   - measured: two runs or more.
    ///   - progress: told how many of how many comparisons are done.
    package init(
        of measured: [MeasuredRun], plan: ResamplingPlan, progress: (_ done: Int, _ all: Int) -> Void
    ) async throws {
        let names = Self.respondents(measured).map(\.label)
        self.measured = measured
        var deconvolved: [DeconvolutionReport.Part] = []
        for run in measured {
            deconvolved.append(try await DeconvolutionReport(of: run.measures, plan: plan, parts: false).overall)
        }
        self.deconvolved = deconvolved
        first = names[0]
        others = Array(names.dropFirst())
        comparisons = try await MeasureComparison.each(
            of: measured.dropFirst().map(\.measures), against: measured[0].measures, plan: plan
        ) { progress($0, measured.count - 1) }
    }

    /// Why the figures of a run say nothing of a gap, the first run's first; nil where nothing does.
    package var caveats: [RunCaveat?] { measured.map { RunCaveat($0.measures) } }

    /// Who was asked in each run, with what tells it from other runs of the same respondent; the same run named twice is
    /// one.
    private static func respondents(_ measured: [MeasuredRun]) -> [RespondentSummary] {
        measured.map { $0.reportInput().respondent }
    }

    /// Everything that the page, the tables and the figures of a comparison show.
    package func report() async throws -> ComparisonInput {
        let input = measured[0].reportInput()
        var report = ComparisonInput(
            study: input.study, respondents: Self.respondents(measured),
            runs: try await ComparedRuns(of: measured.map(\.measures), plan: comparisons[0].plan),
            comparisons: comparisons, deconvolved: deconvolved, caveats: caveats, version: input.version)
        report.overruled = measured.map(\.measures.overruled)
        return report
    }

    /// Which runs a report of the comparison is of.
    package var owner: ReportOwner {
        ReportOwner(
            respondent: ([first] + others).joined(separator: " and "), study: measured[0].study.name,
            run: measured.map(\.run.key).joined(separator: " "))
    }

    /// Of two runs one comparison, of more a list of them.
    package var json: JSONValue {
        let each = zip(comparisons, others).map { comparison, other in
            JSONValue.object([.init("second", .string(other))] + comparison.json.members)
        }
        let rest = each.count == 1 ? each[0].members : [.init("comparisons", .array(each))]
        let gaps = zip([first] + others, deconvolved).map { name, part in
            JSONValue.object([.init("name", .string(name))] + part.json.members)
        }
        let caveats = caveats.map { $0.map { JSONValue.string($0.name) } ?? .null }
        return .object(
            scoring + [
                .init("first", .string(first)), .init("caveats", .array(caveats)), .init("deconvolved", .array(gaps)),
            ] + rest)
    }

    /// How many readings people have overruled, the first run's first; nil where that does not count.
    package var overruled: [Int]? {
        measured[0].measures.scoring == .overruled ? measured.map(\.measures.overruled) : nil
    }

    private var scoring: [JSONValue.Member] {
        guard let overruled else { return [] }
        return [
            .init("scoring", .string(measured[0].measures.scoring.rawValue)),
            .init("overruled", .array(overruled.map { .integer($0) })),
        ]
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
