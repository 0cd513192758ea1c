/// A figure of the whole run that a calibration follows. Raw values are the names in JSON.
package enum CalibratedMeasure: String, Sendable, Hashable, Codable, CaseIterable {
    /// The alignment rate: the mean over scenarios of the F1 of `disagree`.
    case alignmentRate = "alignment_rate"
    /// The mean over scenarios of the F1 of `agree`.
    case f1Agree = "f1_agree"
    /// The mean of both.
    case macroF1 = "macro_f1"
    /// The share of cells with one inclination in both tasks, mean over scenarios.
    case accuracy
    /// The mean of both recalls, over pooled cells.
    case balancedAccuracy = "balanced_accuracy"
    /// Cohen's kappa, over pooled cells.
    case kappa
    /// Matthews correlation, over pooled cells.
    case matthewsCorrelation = "mcc"
    /// The alignment distance: mean |stated − acted|.
    case distance
    /// Mean (acted − stated).
    case signedGap = "signed_gap"
    /// The share of pooled cells whose inclination differs between the tasks.
    case inconsistencyShare = "inconsistency_share"
    /// g*: that share corrected for attenuation.
    case slipCorrected = "slip_corrected"
    /// The deconvolved gap: the share of cells whose leanings lie on opposite sides of ½.
    case deconvolvedGap = "deconvolved_gap"
    /// Its part in which both leanings are steady.
    case contradiction = "steady_contradiction"
    /// The share of cells in which either leaning is near ½.
    case ambivalent
    /// The share of pooled cells that are stated disagree: no gap, but what a bias of ratings moves first.
    case statedRate = "stated_disagree_rate"
}

extension CalibratedMeasure {
    /// The figure of a run; `nil` where it is undefined, and for those ``ofLeanings``.
    package func value(in report: MeasureReport) -> Double? {
        let (means, rates) = (report.overall.scenarioMean, report.overall.pooled.rates)
        return switch self {
        case .alignmentRate: means.rates?.f1Disagree
        case .f1Agree: means.rates?.f1Agree
        case .macroF1: means.rates?.macroF1
        case .accuracy: means.rates?.accuracy
        case .balancedAccuracy: rates.balancedAccuracy
        case .kappa: rates.kappa
        case .matthewsCorrelation: rates.matthewsCorrelation
        case .distance: means.distance
        case .signedGap: means.signedGap
        case .inconsistencyShare: report.inconsistency.share
        case .statedRate: rates.statedDisagreeRate
        case .slipCorrected, .deconvolvedGap, .contradiction, .ambivalent: nil
        }
    }

    /// Those that are estimated from single readings, not from the scores of cells.
    package static let ofLeanings: [CalibratedMeasure] = [
        .slipCorrected, .deconvolvedGap, .contradiction, .ambivalent,
    ]

    /// Its interval.
    package func interval(in intervals: MeasureIntervals) -> Interval? {
        switch figure {
        case .mean(let figure): intervals.overall.scenarioMean[figure]
        case .pooled(let figure): intervals.overall.pooled[figure]
        case nil: nil
        }
    }

    /// What the figure is in a population of subjects whose gap this is, where that follows from the gap alone: whether
    /// a subject acts against its inclination is drawn without a look at what the inclination is.
    package func exactPopulation(gap: Double) -> Double? {
        switch self {
        case .inconsistencyShare, .slipCorrected, .deconvolvedGap: gap
        case .accuracy, .balancedAccuracy: 1 - gap
        default: nil
        }
    }

    /// Where the figure stands among those that the resampling of scores computes; `nil` for those ``ofLeanings``.
    enum Place {
        case mean(ScenarioFigure)
        case pooled(PooledFigure)
    }

    var figure: Place? {
        switch self {
        case .alignmentRate: .mean(.f1Disagree)
        case .f1Agree: .mean(.f1Agree)
        case .macroF1: .mean(.macroF1)
        case .accuracy: .mean(.accuracy)
        case .balancedAccuracy: .pooled(.balancedAccuracy)
        case .kappa: .pooled(.kappa)
        case .matthewsCorrelation: .pooled(.matthewsCorrelation)
        case .distance: .mean(.distance)
        case .signedGap: .mean(.signedGap)
        case .inconsistencyShare: .pooled(.inconsistencyShare)
        case .statedRate: .pooled(.statedDisagreeRate)
        case .slipCorrected, .deconvolvedGap, .contradiction, .ambivalent: nil
        }
    }
}
