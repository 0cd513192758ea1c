import Measures
import Pages

/// What a comparison with the first run found, in sentences for a page and a terminal.
struct ComparisonWords {
    let comparison: MeasureComparison
    let first, other: String

    /// That there is nothing to compare; `nil` where there is.
    var sameReadings: String? {
        guard comparison.isOfOneRun else { return nil }
        return "\(other) and \(first) are one run, or have the same readings in every cell: all differences are 0, and "
            + "there is nothing to test."
    }

    /// How many cells change, with the test of it.
    var changes: String {
        let changes = comparison.overall.changes.consistent
        let start =
            "Cells that act as they speak in one run only: \(Numerals.count(changes.firstOnly)) in the first, "
            + "\(Numerals.count(changes.secondOnly)) in the other"
        guard let p = changes.pValue else { return start + "." }
        let clusters = comparison.plan.clustering == .scenario ? "scenarios" : "values"
        return start + " (McNemar’s test over \(Numerals.count(changes.clusters)) \(clusters), after Durkalski: p "
            + "\(Numerals.probability(p)))."
    }

    /// What a study of this size can find; `nil` where that has no meaning.
    var power: String? {
        guard let power = comparison.overall.pooled[.inconsistencyShare]?.power,
            let least = power.smallestDetectable()
        else { return nil }
        let chances = Power.shown.map {
            "\($0): \(Numerals.percent(power.power(at: $0), places: 0).replacing("\u{00A0}", with: " "))"
        }
        return
            "The smallest difference in the share of inconsistent cells that a study of this size finds with 80 % power: "
            + "\(Numerals.decimal(least, places: 3)). Its power at a true difference of \(chances.joined(separator: ", "))."
    }

    /// How far the paper's rankings agree: how many of the first places they share.
    var ranking: String? {
        let distances = comparison.values.map { $0.pooled[.distance] }
        let places = 10
        guard distances.count > places, !distances.contains(nil) else { return nil }
        func top(_ distance: (Difference) -> Double) -> Set<Int> {
            let known = distances.enumerated().compactMap { index, found in found.map { (index, distance($0)) } }
            return Set(known.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(places).map(\.0))
        }
        let common = top(\.first).intersection(top(\.second)).count
        return
            "The alignment rankings share \(common) of their first \(places) values (those with the widest distance)."
    }

    /// How much of a run's gap is a gap, and of what kind; a dash for each figure where it has none.
    static func deconvolved(_ part: DeconvolutionReport.Part) -> String {
        func share(_ figure: DeconvolvedFigure) -> String {
            Numerals.percent(part.gap?[figure])
                + (Numerals.percentRange(part.intervals[figure]).map { " \($0)" } ?? "")
        }
        return "\(share(.gap)) of cells, steady contradiction in \(share(.contradiction)), ambivalence in "
            + "\(share(.ambivalent))"
    }

    /// That a block of tests can't show any difference, however large; `nil` where it can.
    static func limit(_ differences: [Difference?]) -> String? {
        guard let least = differences.compactMap({ $0?.smallestJudgedP }).min(), least > Difference.level else {
            return nil
        }
        let adjusted = differences.contains { $0?.smallestHolm != nil } ? " after Holm’s adjustment" : ""
        return "Too few clusters to show a difference here, however large: p\(adjusted) can’t go below "
            + "\(Numerals.probability(least))."
    }
}

extension ComparisonWords {
    /// A sentence for each run whose figures say nothing of a gap.
    static func warnings(names: [String], _ caveats: [RunCaveat?]) -> [String] {
        zip(names, caveats).compactMap { name, caveat in caveat.map { "Of \(name): \($0.sentence)" } }
    }
}
