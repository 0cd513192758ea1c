package import Measures
import Reports
import Text

extension MeasuredRun {
    /// Everything as JSON, with at least the keys that the measures have.
    package func json() -> String {
        ReportJSON.document(reportInput()).text()
    }

    /// Computes the intervals of all figures, the deconvolved gap, and the instrument's own errors: these two without
    /// intervals where there is no plan.
    package mutating func addUncertainty(_ plan: ResamplingPlan?) async throws {
        intervals = try await MeasureIntervals.made(of: measures, plan: plan)
        deconvolution = try await DeconvolutionReport(of: measures, plan: plan)
        instrument = try await readings?.report(of: measures, plan: plan)
        circle = try await CircleReport(of: measures, plan: plan)
        regions = try await regionParts(plan)
    }
}

extension MeasureIntervals {
    /// The intervals of a report; nil where there is no plan.
    package static func made(of measures: MeasureReport, plan: ResamplingPlan?) async throws -> MeasureIntervals? {
        guard let plan else { return nil }
        return try await MeasureIntervals(of: measures, plan: plan)
    }
}
