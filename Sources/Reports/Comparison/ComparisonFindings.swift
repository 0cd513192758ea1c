import Measures
import Pages

/// What a comparison of runs found, in sentences.
struct ComparisonFindings {
    let input: ComparisonInput

    /// All of them, for the page.
    var sentences: [String] {
        let alike = zip(input.comparisons, input.names.dropFirst()).compactMap { comparison, other in
            ComparisonWords(comparison: comparison, first: input.names[0], other: other).sameReadings
        }
        return ComparisonWords.warnings(names: input.names, input.caveats) + alike + [order, told].compactMap(\.self)
            + deconvolved + [left] + against
    }

    /// The order of the runs by the share of inconsistent cells.
    private var order: String? {
        let ranking = input.runs.ranking
        guard let first = ranking.first, let last = ranking.last, ranking.count > 1 else { return nil }
        func share(_ place: (run: Int, share: Double)) -> String {
            "\(Numerals.percent(place.share))\(interval(place.run))"
        }
        guard last.share - first.share > 1e-12 else {
            return "All runs act against their word equally often, in \(share(first)) of "
                + "\(Numerals.count(input.runs.decidedCells, "cell", "cells"))."
        }
        return "\(input.names[first.run]) acts against its word least often, in \(share(first)) of "
            + "\(Numerals.count(input.runs.decidedCells)) cells; \(input.names[last.run]) most often, in \(share(last))."
    }

    private func interval(_ run: Int) -> String {
        Numerals.percentRange(input.runs.runs[run].overall.intervals.pooled[.inconsistencyShare]).map { " \($0)" } ?? ""
    }

    /// Which pairs of runs differ in it beyond chance.
    private var told: String? {
        let tested = input.runs.pairs.filter { $0.holm != nil }
        guard !tested.isEmpty else { return nil }
        let found = tested.count { ($0.holm ?? 1) <= Difference.level }
        let adjusted = tested.count > 1 ? " after Holm’s adjustment over all pairs" : ""
        if let least = tested.compactMap(\.smallestHolm).min(), least > Difference.level {
            return "Too few clusters to tell runs apart: p can’t go below \(Numerals.probability(least))."
        }
        if tested.count == 1, let p = tested[0].holm {
            let verb = found == 1 ? "differ beyond chance" : "can’t be told apart"
            return "In the share of inconsistent cells the two \(verb) (p \(Numerals.probability(p)), sign-flip test)."
        }
        if found == tested.count { return "All \(found) pairs of runs differ in it beyond chance\(adjusted)." }
        return "\(Numerals.count(found)) of \(tested.count) pairs of runs differ in it beyond chance\(adjusted)."
    }

    /// How much of two runs' gaps is a gap, and of what kind; of more runs the table says it.
    private var deconvolved: [String] {
        let known = zip(input.names, input.deconvolved).compactMap { name, part in
            part.gap.map { _ in "\(name) \(ComparisonWords.deconvolved(part))" }
        }
        guard !known.isEmpty else {
            let reasons = Set(input.deconvolved.compactMap(\.absence)).map(DeconvolutionWords.reason).sorted()
            return ["No deconvolved gap: \(reasons.joined(separator: "; "))."]
        }
        guard input.names.count == 2 else { return [] }
        return [
            "With answers that change when asked again taken out, words and acts lean to opposite sides in: "
                + known.joined(separator: "; ") + " (each over its own cells)."
        ]
    }

    /// What the figures rest on: cells that some runs alone have, and undecided ones, are left out.
    private var left: String {
        let (shared, undecided) = (input.runs.sharedCells, input.runs.sharedCells - input.runs.decidedCells)
        let ties =
            undecided == 0
            ? ""
            : " \(Numerals.count(undecided)) of them are undecided in some run (a score of exactly one half) and count in "
                + "distances alone."
        let start = "Compared are the \(Numerals.count(shared)) cells that count in all runs"
        guard input.runs.leftOut.contains(where: { $0 > 0 }) else { return start + "." + ties }
        let each = zip(input.names, input.runs.leftOut).map { "\($0) \(Numerals.count($1))" }
        return start + "; left out, because another run lacks them: \(each.joined(separator: ", "))." + ties
    }

    /// What each run's differences from the first come to, where there is something to test: of two runs in all
    /// measures, of more in those of the gap alone.
    private var against: [String] {
        let shown = input.names.count == 2 ? ComparedFigure.all : ComparedFigure.gap
        return zip(input.comparisons, input.names.dropFirst()).compactMap { comparison, other in
            guard !comparison.isOfOneRun else { return nil }
            let found = shown.compactMap { figure -> String? in
                guard let difference = figure.difference(comparison.overall), difference.isSignificant == true else {
                    return nil
                }
                return "\(figure.name) (\(Numerals.signed(difference.difference, places: 3)))"
            }
            let start =
                "\(other) against \(input.names[0]), over the whole run, differs beyond chance, of the measures that lead, in: "
            return start + (found.isEmpty ? "none of \(Self.list(shown))." : found.joined(separator: ", ") + ".")
        }
    }

    private static func list(_ figures: [ComparedFigure]) -> String {
        figures.count > 5 ? "\(figures.count) measures" : figures.map(\.name).joined(separator: ", ")
    }
}
