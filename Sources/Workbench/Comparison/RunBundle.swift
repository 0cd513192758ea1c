package import AnswerStore
package import Costs
package import Measures
package import Reports
import Study
import Text

/// Several runs measured, and compared where they were asked the same study: what a bundle of reports holds.
package struct RunBundle: Sendable {
    /// The bundle.
    package let bundle: ReportBundle
    /// Runs of which nothing can be measured, a sentence each.
    package let leftOut: [String]

    /// So many runs of one study are compared at most, the first ones: beyond that a comparison's figures can't be read.
    package static let mostCompared = 6

    /// - Parameters:
    ///   - plan: how intervals are made; comparisons need one, so that without there are none.
    ///   - progress: told how many of how many runs are measured.
    /// - Throws: where nothing at all can be measured, or the store can't be read.
    package init(
        of runs: [RunRecord], store: AnswerStore, scoring: Scoring, prices: PriceTable, plan: ResamplingPlan?,
        progress: (_ done: Int, _ all: Int) -> Void
    ) async throws {
        var measured: [MeasuredRun] = []
        var leftOut: [String] = []
        for (number, run) in runs.enumerated() {
            var one = try MeasuredRun(run: run, store: store, scoring: scoring)
            one.prices = prices
            if one.measures.counts.both == 0 {
                // One run without answers must not keep the others from being shown; where it is the only one, it says why.
                if runs.count == 1 { try one.requireReadings() }
                leftOut.append(
                    "Run \(run.id) (\(Plain.line(run.respondent))) is not here: no cell of it has both scores yet.")
                continue
            }
            try await one.addUncertainty(plan)
            try await one.addRisks(in: store, plan: plan)
            measured.append(one)
            progress(number + 1, runs.count)
        }
        guard !measured.isEmpty else {
            try MeasuredRun(run: runs[0], store: store, scoring: scoring).requireReadings()
            throw WorkbenchError(.nothingMeasured(NothingMeasured(stated: ReplyCounts(), acted: ReplyCounts())))
        }
        var (comparisons, notes) = ([ReportBundle.Comparison](), leftOut)
        if let plan {
            for group in Self.comparable(measured) where group.count > 1 {
                let compared = Array(group.prefix(Self.mostCompared))
                if group.count > compared.count {
                    notes.append(
                        "Of \(group.count) runs of \(compared[0].study.title) the first \(compared.count) are compared."
                    )
                }
                let found = try await RunComparison(of: compared, plan: plan) { _, _ in }
                comparisons.append(
                    ReportBundle.Comparison(input: try await found.report(), json: found.json.text()))
            }
        }
        self.leftOut = leftOut
        bundle = ReportBundle(
            runs: measured.map { ReportBundle.Run(number: Int($0.run.id), input: $0.reportInput()) },
            comparisons: comparisons, notes: notes, version: Release.version)
    }

    /// Runs with the same countries, topics and values together, in the order in which they come.
    private static func comparable(_ measured: [MeasuredRun]) -> [[MeasuredRun]] {
        var groups: [[MeasuredRun]] = []
        for run in measured {
            if let place = groups.firstIndex(where: { $0[0].measures.axes == run.measures.axes }) {
                groups[place].append(run)
            } else {
                groups.append([run])
            }
        }
        return groups
    }
}
