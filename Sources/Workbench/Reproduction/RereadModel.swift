import Measures
import Reports
import Study

/// One model's two released files, measured under `legacy`, under `strict`, and with each rule exchanged alone.
struct RereadModel {
    static let rules = RereadRatings.rules + [.countedAsAgree, .halvesAsDisagree]

    let ratings: RereadRatings
    let counts: [CauseCount]
    private let reports: [ReadingRules: MeasureReport]
    /// `legacy` with every choice taken for the other action, where that is clearly nearer to what is printed.
    private let reversed: MeasureReport?

    init(_ ratings: RereadRatings, _ choices: RereadChoices, published: PublishedModel) throws {
        let axes = ratings.axes
        var reports: [ReadingRules: MeasureReport] = [:]
        let decided = Set(Self.rules).subtracting([.halvesAsDisagree])
        for rules in [[], decided, Set(Self.rules)] + Self.rules.map({ [$0] }) {
            // Strict scoring: what `legacy` does to missing cells is done by the readings, and to distances below.
            reports[rules] = try MeasureReport(
                axes: axes, stated: ratings.readings(rules), acted: choices.readings(rules), scoring: .strict,
                ties: rules.contains(.halvesAsDisagree) ? .undecided : .disagree)
        }
        let turned = try MeasureReport(
            axes: axes, stated: ratings.readings([]), acted: choices.reversed, scoring: .strict, ties: .disagree)
        self.ratings = ratings
        self.reports = reports
        reversed = reports[[]].flatMap { Self.isReversed($0, turned, published) ? turned : nil }
        counts = ratings.counts + choices.counts + [Self.undecided(reports[decided])].compactMap(\.self)
    }

    /// How many of the inconsistent cells are so only because a score of exactly 0.5 counts as disagree.
    private static func undecided(_ report: MeasureReport?) -> CauseCount? {
        report.map { CauseCount(.halvesAsDisagree, $0.inconsistentTies, of: $0.inconsistency.total) }
    }

    /// Only where the files are far from what is printed (a quarter of all cells, 0.15 of a rate), and the opposite
    /// halves that at least: chance does not bring a wrong polarity that near.
    private static func isReversed(
        _ legacy: MeasureReport, _ turned: MeasureReport, _ published: PublishedModel
    ) -> Bool {
        if let total = published.inconsistency.last {
            let (asMarked, opposite) = (
                abs(legacy.inconsistency.total - total), abs(turned.inconsistency.total - total)
            )
            return asMarked > legacy.counts.both / 4 && 2 * opposite < asMarked
        }
        guard let printed = published.overall, let rate = legacy.overall.alignmentRate,
            let other = turned.overall.alignmentRate
        else { return false }
        return abs(rate - printed) > 0.15 && 2 * abs(other - printed) < abs(rate - printed)
    }

    /// One figure under both scorings, with what each rule does to it.
    func figure(
        _ name: String, printed: Double?, fromPrinted: [CauseEffect] = [], _ measure: (MeasureReport) -> Double?
    ) -> ReproducedFigure {
        var fromPrinted = fromPrinted
        if let reversed, let legacy = reports[[]].flatMap(measure), let turned = measure(reversed) {
            fromPrinted.append(CauseEffect(.reversedPolarity, legacy - turned))
        }
        return ReproducedFigure(name, printed: printed, fromPrinted: fromPrinted, exchanging: Self.rules) {
            reports[$0].flatMap(measure)
        }
    }

    /// The mean distance of a table by value: under `legacy` that of its distances of means.
    func distance(_ name: String, _ gaps: (MeasureReport) -> [[ValueGap]]) -> ReproducedFigure {
        ReproducedFigure(name, printed: nil, exchanging: Self.rules + [.distanceOfMeans]) { rules in
            guard let report = reports[rules.subtracting([.distanceOfMeans])] else { return nil }
            let isOfMeans = !rules.contains(.distanceOfMeans)
            let distances = gaps(report).joined().compactMap { gap in
                isOfMeans ? gap.signedGap.map { abs($0) } : gap.distance
            }
            return distances.isEmpty ? nil : distances.reduce(0, +) / Double(distances.count)
        }
    }

    /// What is nearest to how the paper's figures were made.
    var asPrinted: MeasureReport? { reversed ?? reports[[]] }
}
