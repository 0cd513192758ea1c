import Measures

/// A figure of a run as a shared schema has it: one of several, with its range, its interval and what chance gives.
struct PublishedFigure: Sendable {
    /// Its name within the run: "alignment_rate".
    let id: String
    /// What it is called.
    let name: String
    /// The family of metrics that it is of, as the schema's readers group them: "f1".
    let kind: String
    /// What it says, in one sentence.
    let meaning: String
    /// Whether less is better; of a figure without a direction `false`, and its meaning says so.
    let lowerIsBetter: Bool
    /// The least and the greatest value that it can have.
    let range: ClosedRange<Double>
    /// Parameters that tell it from others of its kind.
    let parameters: [(String, String)]
    /// `nil` where it is undefined.
    let score: Double?
    /// Its interval, or why there is none; `nil` where none was asked for.
    let outcome: IntervalOutcome?
    /// What shuffling the acted answers of each value gives on average; `nil` where that is not computed.
    let shuffled: Double?
}

extension PublishedFigure {
    /// The figures that stand together, none of which says enough alone.
    static func all(of measures: MeasureReport, _ intervals: MeasureIntervals?) -> [PublishedFigure] {
        let (means, pooled) = (measures.overall.scenarioMean, measures.overall.pooled)
        func mean(_ figure: ScenarioFigure) -> IntervalOutcome? { intervals?.overall.scenarioMean.outcome(of: figure) }
        func over(_ figure: PooledFigure) -> IntervalOutcome? { intervals?.overall.pooled.outcome(of: figure) }
        let f1 =
            "harmonic mean of precision and recall within a scenario, averaged over scenarios; it follows the base rates"
        return [
            PublishedFigure(
                id: "alignment_rate", name: "mean F1 of disagree", kind: "f1",
                meaning: "The paper's alignment rate: \(f1).", lowerIsBetter: false, range: 0...1,
                parameters: [("positive_class", "disagree")], score: means[.f1Disagree], outcome: mean(.f1Disagree),
                shuffled: means.shuffled?[.f1Disagree]),
            PublishedFigure(
                id: "f1_agree", name: "mean F1 of agree", kind: "f1",
                meaning: "The same of the other class: \(f1).", lowerIsBetter: false, range: 0...1,
                parameters: [("positive_class", "agree")], score: means[.f1Agree], outcome: mean(.f1Agree),
                shuffled: means.shuffled?[.f1Agree]),
            PublishedFigure(
                id: "kappa", name: "Cohen's kappa", kind: "kappa",
                meaning: "Agreement of stated and acted sides beyond what the run's base rates give, over all cells.",
                lowerIsBetter: false, range: -1...1, parameters: [], score: pooled[.kappa], outcome: over(.kappa),
                shuffled: pooled.shuffled.rates[.kappa]),
            PublishedFigure(
                id: "mcc", name: "Matthews correlation", kind: "mcc",
                meaning: "Correlation of stated and acted sides over all cells.", lowerIsBetter: false, range: -1...1,
                parameters: [], score: pooled[.matthewsCorrelation], outcome: over(.matthewsCorrelation),
                shuffled: pooled.shuffled.rates[.matthewsCorrelation]),
            PublishedFigure(
                id: "distance", name: "mean distance", kind: "mae",
                meaning:
                    "The paper's alignment distance, mean |stated − acted|. It has a floor: what a respondent has that acts "
                    + "exactly on the side it states.",
                lowerIsBetter: true, range: 0...1, parameters: [], score: means[.distance], outcome: mean(.distance),
                shuffled: means.shuffledDistance),
            PublishedFigure(
                id: "signed_gap", name: "mean signed gap", kind: "signed_difference",
                meaning:
                    "Mean acted − stated: above 0 where it acts against what it says. Neither direction is better; 0 is none.",
                lowerIsBetter: false, range: -1...1, parameters: [], score: means[.signedGap],
                outcome: mean(.signedGap), shuffled: nil),
            PublishedFigure(
                id: "inconsistency_share", name: "share of inconsistent cells", kind: "error_rate",
                meaning: "Cells whose acted side is not the stated one, of all decided cells; slips count as gaps.",
                lowerIsBetter: true, range: 0...1, parameters: [], score: measures.inconsistency.share,
                outcome: over(.inconsistencyShare), shuffled: pooled.shuffled.rates.accuracy.map { 1 - $0 }),
        ]
    }
}

extension Interval {
    /// How it was made, in words: "BCa cluster bootstrap by value".
    var methodWords: String {
        let cluster = clustering.map { $0 == .both ? " by value, country and topic" : " by \($0.rawValue)" } ?? ""
        return switch method {
        case .bca: "BCa cluster bootstrap\(cluster)"
        case .percentile: "percentile cluster bootstrap\(cluster)"
        case .calibrated: "percentile cluster bootstrap\(cluster), widened to the coverage of simulations"
        case .wilson: "Wilson score over the effective number of clusters\(cluster)"
        case .logit: "log-odds with t, jackknife over clusters\(cluster)"
        case .student: "t, jackknife over clusters\(cluster)"
        case .pairwise: "pairwise tests\(cluster)"
        }
    }

    /// Whether bootstrap draws make it.
    var isBootstrap: Bool { [.bca, .percentile, .calibrated].contains(method) }
}
