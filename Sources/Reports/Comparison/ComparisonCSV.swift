import Measures

/// The tables of a comparison as files for programs: plain columns, one kind of row a file, every number in full.
package enum ComparisonCSV {
    /// All of them.
    package static func tables(_ input: ComparisonInput) -> [CSVTable] {
        [runs(input), differences(input), pairs(input)]
    }

    /// Each run's own figures by place, on the cells of all runs.
    private static func runs(_ input: ComparisonInput) -> CSVTable {
        let rows = input.runs.runs.indices.flatMap { number -> [[CSVTable.Field]] in
            let (run, name, part) = (input.runs.runs[number], input.names[number], input.deconvolved[number])
            func row(
                _ scope: String, _ place: String, _ measure: String, _ number: Double?, _ interval: Interval?
            ) -> [CSVTable.Field] {
                [
                    .text(name), .text(scope), .text(place), .text(measure), .number(number), .number(interval?.low),
                    .number(interval?.high), .number(interval?.level), .text(interval?.method.rawValue ?? ""),
                ]
            }
            let groups =
                [("overall", run.overall)] + run.countries.map { ("country", $0) } + run.topics.map { ("topic", $0) }
            return groups.flatMap { scope, group in
                ComparedFigure.all.map {
                    row(scope, scope == "overall" ? "" : group.name, $0.key, $0.number(group), $0.interval(group))
                }
            }
                + DeconvolvedFigure.allCases.map {
                    row(
                        "overall", "", "deconvolved_\($0.rawValue)", part.gap?[$0],
                        part.intervals[$0])
                }
        }
        return CSVTable(
            name: "runs.csv",
            header: ["respondent", "scope", "name", "measure", "estimate", "low", "high", "level", "method"], rows: rows
        )
    }

    /// Every difference from the first run, with its tests.
    static func differences(_ input: ComparisonInput) -> CSVTable {
        let rows = zip(input.comparisons, input.names.dropFirst()).flatMap { comparison, other in
            scopes(comparison).map { scope, name, measure, found in
                [
                    .text(input.names[0]), .text(other), .text(scope), .text(name), .text(measure),
                    .number(found?.first), .number(found?.second), .number(found?.difference),
                    .number(found?.interval?.low), .number(found?.interval?.high), .number(found?.interval?.level),
                    .number(found?.power?.standardError), .number(found?.pValue), .number(found?.holm),
                    .number(found?.benjaminiHochberg), .number(found?.smallestP), .number(found?.smallestHolm),
                    .number(found?.power?.smallestDetectable()),
                ] as [CSVTable.Field]
            }
        }
        return CSVTable(
            name: "differences.csv",
            header: [
                "first", "second", "scope", "name", "measure", "first_estimate", "second_estimate", "difference", "low",
                "high", "level", "standard_error", "p", "p_holm", "p_benjamini_hochberg", "smallest_p",
                "smallest_p_holm", "smallest_detectable",
            ], rows: rows)
    }

    private static func scopes(_ comparison: MeasureComparison) -> [(String, String, String, Difference?)] {
        let groups =
            [("overall", "", comparison.overall)] + comparison.countries.map { ("country", $0.name, $0) }
            + comparison.topics.map { ("topic", $0.name, $0) }
        let pools =
            comparison.values.map { ("value", $0) } + comparison.valueGroups.map { ("value_group", $0) }
        let pooled: [PooledFigure] = [.inconsistencyShare, .kappa, .distance, .signedGap]
        return groups.flatMap { scope, name, group in
            (scope == "overall" ? ComparedFigure.ofWholeRun([comparison]) : ComparedFigure.all).map {
                (scope, name, $0.key, $0.difference(group))
            }
        } + pools.flatMap { scope, pool in pooled.map { (scope, pool.name, $0.rawValue, pool.pooled[$0]) } }
    }

    /// Every pair of runs in the share of inconsistent cells.
    private static func pairs(_ input: ComparisonInput) -> CSVTable {
        let rank = Dictionary(
            input.runs.ranking.enumerated().map { ($1.run, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        return CSVTable(
            name: "pairs.csv",
            header: [
                "first", "second", "first_rank", "second_rank", "first_inconsistency_share",
                "second_inconsistency_share", "p", "p_holm", "smallest_p_holm", "same_readings",
            ],
            rows: input.runs.pairs.map { pair in
                let shares = [pair.first, pair.second].map {
                    input.runs.runs[$0].overall.pooled[.inconsistencyShare]
                }
                return [
                    .text(input.names[pair.first]), .text(input.names[pair.second]), .count(rank[pair.first]),
                    .count(rank[pair.second]), .number(shares[0]), .number(shares[1]), .number(pair.pValue),
                    .number(pair.holm), .number(pair.smallestHolm), .text(pair.isOfOneRun ? "true" : "false"),
                ]
            })
    }
}
