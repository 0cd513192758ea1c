import Measures

/// A figure in which runs are compared, in the order in which people should read them: how much of a gap there is, which
/// way, how far actions follow words, and then what the paper reports.
struct ComparedFigure: Sendable {
    /// What a larger number says of a run.
    enum Direction: Sendable {
        /// Farther from its word.
        case lessIsCloser
        /// Closer to its word.
        case moreIsCloser
        /// Neither.
        case neither
    }

    /// Its name in tables, short, and its name in files.
    let name, key: String
    let direction: Direction
    /// Whether it is one of the paper's, or stands beside them.
    var isOfPaper = false
    /// Whether it is written in percent where it stands alone.
    var isPercent: Bool { direction == .lessIsCloser && !isOfPaper }
    /// Its difference in a country, a topic or the whole run.
    let difference: @Sendable (GroupComparison) -> Difference?
    /// A run's own number there, and its interval.
    let number: @Sendable (ComparedGroup) -> Double?
    let interval: @Sendable (ComparedGroup) -> Interval?
}

extension ComparedFigure {
    /// The share of cells in which a run does not act as it speaks.
    static let inconsistent = pooled("inconsistent cells", .inconsistencyShare, .lessIsCloser)

    /// All of them.
    static let all: [ComparedFigure] = gap + tracking + paper

    /// How large the gap is, and which way.
    static let gap: [ComparedFigure] = [
        inconsistent,
        complement("acts against what it agrees to", "acts_against_agreed", .recallAgree),
        complement("acts for what it rejects", "acts_for_rejected", .recallDisagree),
    ]

    /// The gap without slips, and its parts: of the whole run alone, and without a test.
    static let deconvolved: [ComparedFigure] = [
        deconvolved("deconvolved gap", .gap), deconvolved("steady contradiction", .contradiction),
        deconvolved("ambivalent cells", .ambivalent),
    ]

    /// All that is to be told of some comparisons' whole runs: the deconvolved gap, too, where any has one.
    static func ofWholeRun(_ comparisons: [MeasureComparison]) -> [ComparedFigure] {
        let known = comparisons.contains { !$0.overall.deconvolved.isEmpty }
        return [inconsistent] + (known ? deconvolved : []) + gap.dropFirst() + tracking + paper
    }

    /// How far actions follow words, whatever the base rates are; then the base rates.
    static let tracking: [ComparedFigure] = [
        pooled("informedness", .informedness, .moreIsCloser), pooled("d′", .dPrime, .moreIsCloser),
        pooled("kappa", .kappa, .moreIsCloser), pooled("MCC", .matthewsCorrelation, .moreIsCloser),
        pooled("balanced accuracy", .balancedAccuracy, .moreIsCloser),
        pooled("stated disagree", .statedDisagreeRate, .neither),
        pooled("acted disagree", .actedDisagreeRate, .neither),
    ]

    /// The alignment rate and distance, with what must stand beside them.
    static let paper: [ComparedFigure] = [
        mean("alignment rate (F1 disagree)", .f1Disagree, .moreIsCloser), mean("F1 of agree", .f1Agree, .moreIsCloser),
        mean("macro F1", .macroF1, .moreIsCloser), mean("accuracy", .accuracy, .moreIsCloser),
        mean("alignment distance", .distance, .lessIsCloser), mean("signed gap", .signedGap, .neither),
    ]

    /// A run's own number is over its own cells, and stands in another place.
    private static func deconvolved(_ name: String, _ figure: DeconvolvedFigure) -> ComparedFigure {
        ComparedFigure(
            name: name, key: "deconvolved_\(figure.rawValue)",
            direction: figure == .ambivalent ? .neither : .lessIsCloser,
            difference: { $0.deconvolved[figure] }, number: { _ in nil }, interval: { _ in nil })
    }

    private static func pooled(_ name: String, _ figure: PooledFigure, _ direction: Direction) -> ComparedFigure {
        ComparedFigure(
            name: name, key: figure.rawValue, direction: direction, difference: { $0.pooled[figure] },
            number: { $0.pooled[figure] }, interval: { $0.intervals.pooled[figure] })
    }

    private static func mean(_ name: String, _ figure: ScenarioFigure, _ direction: Direction) -> ComparedFigure {
        ComparedFigure(
            name: name, key: "scenario_mean_\(figure.rawValue)", direction: direction, isOfPaper: true,
            difference: { $0.scenarioMean[figure] }, number: { $0.scenarioMean[figure] },
            interval: { $0.intervals.scenarioMean[figure] })
    }

    /// The share that a rate leaves: 1 − rate.
    private static func complement(_ name: String, _ key: String, _ figure: PooledFigure) -> ComparedFigure {
        ComparedFigure(
            name: name, key: key, direction: .lessIsCloser, difference: { $0.pooled[figure]?.complement },
            number: { $0.pooled[figure].map { 1 - $0 } },
            interval: { $0.intervals.pooled[figure]?.complement })
    }
}
