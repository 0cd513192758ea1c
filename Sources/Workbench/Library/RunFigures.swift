import AnswerStore
import Costs
import Measures
package import Reports

/// A run's figures, as far as they are there.
package struct RunFigures: Sendable {
    /// What was made last; nil where nothing was yet. Intervals may still be absent while they are made.
    package let measured: MeasuredRun?
    /// Everything that a report shows of it, put together once.
    package let report: ReportInput?
    /// Grows with every making of any figures: two equal ones of a run mean the same figures. 0 where nothing was made yet.
    package let generation: Int
    /// Whether the run has not changed since.
    package let isCurrent: Bool
    /// Why none could be made, in words; nil where they could, or are being made.
    package let failure: String?
}

/// A run measured, and the same as a report shows it, put together off the threads that answer.
struct MeasuredReport: Sendable {
    private(set) var measured: MeasuredRun
    private(set) var report: ReportInput

    /// The run as it stands, without intervals.
    nonisolated init(_ wanted: RunLibrary.Wanted, _ store: AnswerStore, _ prices: PriceTable) async throws {
        measured = try MeasuredRun(
            run: try store.run(named: "\(wanted.run)"), store: store, scoring: wanted.scoring)
        measured.prices = prices
        report = measured.reportInput()
    }

    /// The same with all intervals, where anything can be told at all.
    nonisolated func withUncertainty(_ plan: ResamplingPlan?, _ store: AnswerStore) async throws -> MeasuredReport {
        guard measured.measures.counts.both > 0 else { return self }
        var copy = self
        try await copy.measured.addUncertainty(plan)
        try await copy.measured.addRisks(in: store, plan: plan)
        copy.report = copy.measured.reportInput()
        return copy
    }
}
