/// The figures of a subject that are estimated from single readings, beside what is true of its leanings.
package struct LeaningFigures: Sendable {
    /// True in the cells asked.
    package let truth: [CalibratedMeasure: Double]
    /// What was estimated; a figure that can't be is not there.
    package let recovered: [CalibratedMeasure: Double]
    /// The intervals around it, where some were drawn.
    package let intervals: [CalibratedMeasure: Interval]

    /// Figures with all their parts.
    package init(
        truth: [CalibratedMeasure: Double], recovered: [CalibratedMeasure: Double],
        intervals: [CalibratedMeasure: Interval] = [:]
    ) {
        (self.truth, self.recovered, self.intervals) = (truth, recovered, intervals)
    }

    /// The figures of a run whose gap was deconvolved and corrected, as far as that was possible.
    package init(
        truth: [CalibratedMeasure: Double], _ gap: DeconvolvedGap?, _ corrected: SlipCorrection?,
        intervals: [DeconvolvedFigure: Interval]
    ) {
        var recovered: [CalibratedMeasure: Double] = [:]
        recovered[.slipCorrected] = corrected?.gap
        recovered[.deconvolvedGap] = gap?.gap
        recovered[.contradiction] = gap?.contradiction
        recovered[.ambivalent] = gap?.ambivalent
        var known: [CalibratedMeasure: Interval] = [:]
        known[.deconvolvedGap] = intervals[.gap]
        known[.contradiction] = intervals[.contradiction]
        known[.ambivalent] = intervals[.ambivalent]
        self.init(truth: truth, recovered: recovered, intervals: known)
    }
}
