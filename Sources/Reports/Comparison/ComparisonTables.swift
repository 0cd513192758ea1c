import Measures
import Pages

/// The tables of a comparison's page.
struct ComparisonTables {
    let input: ComparisonInput

    private var runs: ComparedRuns { input.runs }

    /// The runs by the share of inconsistent cells, the smallest first, with what stands beside it.
    var ranking: HTMLTable {
        let beside = Array(ComparedFigure.gap.dropFirst()) + ComparedFigure.tracking.filter { $0.key == "kappa" }
        let parts: [DeconvolvedFigure] = [.gap, .contradiction, .ambivalent]
        return HTMLTable(
            caption:
                "Runs by the share of inconsistent cells, on the \(Numerals.count(runs.decidedCells)) cells decided in "
                + "all. Differs from: the places of the runs from which it differs beyond chance after Holm’s adjustment",
            columns: [
                "run", "inconsistent cells", "differs from", "deconvolved gap", "steady contradiction", "ambivalence",
            ] + beside.map(\.name),
            fields: runs.ranking.enumerated().map { rank, place in
                let (run, part) = (runs.runs[place.run], input.deconvolved[place.run])
                return [
                    HTMLTable.Field("\(rank + 1). \(input.labels[place.run])"), field(.inconsistent, run.overall),
                    HTMLTable.Field(differing(place.run)),
                ]
                    + parts.map { figure in
                        HTMLTable.Field(
                            Numerals.percent(part.gap?[figure]), range: Numerals.percentRange(part.intervals[figure]))
                    } + beside.map { field($0, run.overall) }
            })
    }

    /// The places in the ranking of the runs from which one differs beyond chance in the share of inconsistent cells.
    func differing(_ run: Int) -> String {
        let found = runs.ranking.enumerated().filter { _, other in
            other.run != run && (runs.pair(run, other.run)?.holm).map { $0 <= Difference.level } ?? false
        }
        if found.isEmpty { return "none" }
        if found.count > 1, found.count == runs.ranking.count - 1 { return "all" }
        return found.map { String($0.offset + 1) }.joined(separator: ", ")
    }

    /// The paper's table: a figure by country (or topic) and run, with the interval below each.
    func places(_ figure: ComparedFigure, by kind: PlaceKind) -> HTMLTable {
        let names = kind.names(input.axes)
        let rows = names.indices.map { place in
            [HTMLTable.Field(names[place])] + runs.runs.map { field(figure, kind.groups($0)[place]) }
        }
        let overall = [HTMLTable.Field("All together")] + runs.runs.map { field(figure, $0.overall) }
        return HTMLTable(
            caption: "\(figure.name) by \(kind.rawValue) and run", columns: [kind.heading] + input.names,
            fields: rows + [overall])
    }

    /// The differences of one run from the first.
    func differences(_ comparison: MeasureComparison, other: String) -> HTMLTable {
        HTMLTable(
            caption: "\(other) minus \(input.names[0]), the whole run",
            columns: ["Measure", input.names[0], other, "Difference", "p", "p after Holm"],
            fields: ComparedFigure.ofWholeRun([comparison]).map { Self.fields($0, $0.difference(comparison.overall)) })
    }

    /// A figure with both numbers, their difference and its p-values.
    static func fields(_ figure: ComparedFigure, _ found: Difference?) -> [HTMLTable.Field] {
        [
            HTMLTable.Field(figure.name + (figure.isOfPaper ? " · paper" : "")),
            HTMLTable.Field(Numerals.signless(found?.first)), HTMLTable.Field(Numerals.signless(found?.second)),
            HTMLTable.Field(
                Numerals.signed(found?.difference, places: 3),
                range: Numerals.range(found?.interval, places: 3, isSigned: true)),
            HTMLTable.Field(Numerals.probability(found?.pValue)),
            HTMLTable.Field(Numerals.probability(found?.holm)),
        ]
    }

    /// The differences of one run from the first in the share of inconsistent cells, with what the tests say.
    ///
    /// - Parameter by: what the rows are, where several such tables stand on a page: " by country".
    func inconsistent(
        _ members: [(name: String, difference: Difference?)], other: String, by: String = ""
    ) -> HTMLTable {
        let limit = ComparisonWords.limit(members.map(\.difference)).map { " " + $0 } ?? ""
        return HTMLTable(
            caption: "\(other) minus \(input.names[0]), inconsistent cells\(by).\(limit)",
            columns: ["", input.names[0], other, "difference", "p", "p after Holm"],
            fields: members.map { name, found in
                [
                    HTMLTable.Field(name), HTMLTable.Field(Numerals.percent(found?.first)),
                    HTMLTable.Field(Numerals.percent(found?.second)),
                    HTMLTable.Field(
                        Numerals.signed(found?.difference, places: 3),
                        range: Numerals.range(found?.interval, places: 3, isSigned: true)),
                    HTMLTable.Field(Numerals.probability(found?.pValue)),
                    HTMLTable.Field(Numerals.probability(found?.holm)),
                ]
            })
    }

    private func field(_ figure: ComparedFigure, _ group: ComparedGroup) -> HTMLTable.Field {
        let (number, interval) = (figure.number(group), figure.interval(group))
        return figure.isPercent
            ? HTMLTable.Field(Numerals.percent(number), range: Numerals.percentRange(interval))
            : HTMLTable.Field(Numerals.decimal(number), range: Numerals.range(interval))
    }
}

/// What a table has a row for.
enum PlaceKind: String {
    case country, topic

    /// The heading of its column.
    var heading: String { self == .country ? "Country" : "Topic" }

    func names(_ axes: Axes) -> [String] { self == .country ? axes.countries : axes.topics }

    /// A run's figures of each place.
    func groups(_ run: ComparedRun) -> [ComparedGroup] { self == .country ? run.countries : run.topics }
}
