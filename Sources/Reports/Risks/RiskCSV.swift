import Measures
import Pages
import Text

extension RiskInput {
    /// So many examples stand in reports and papers.
    static let mostExamples = 12

    /// Examples by rule; see ``CodedExample/chosen(from:codes:atMost:)``.
    var shownExamples: [CodedExample] {
        CodedExample.chosen(from: examples, codes: coded.codes.map(\.name), atMost: Self.mostExamples)
    }

    /// Every table of a folder.
    package var tables: [CSVTable] { [countsTable, agreementTable, correctedTable, comparisonTable, examplesTable] }

    /// Every count, over all and by axis.
    package var countsTable: CSVTable { countsTable(report.counts) }

    func countsTable(_ counts: [RiskCount]) -> CSVTable {
        CSVTable(
            name: "risk-counts.csv",
            header: [
                "by", "name", "unit", "id", "risk", "coded", "count", "share", "share_low", "share_high", "method",
                "no_interval", "population", "extrapolated", "extrapolated_low", "extrapolated_high", "believed",
                "basis",
            ],
            rows: counts.map { found -> [CSVTable.Field] in
                let (share, all) = (found.share, found.extrapolated)
                return [
                    .text(found.place.axis.rawValue), .text(found.place.name), .text(kind(found.unit)),
                    .text(id(found.unit)), .text(name(found.unit)), .count(found.coded), .count(found.count),
                ] + fields(share) + [
                    .text(share?.interval?.method.rawValue ?? ""), .text(share?.absence?.rawValue ?? ""),
                    .count(found.population), .number(all?.value), .number(all?.ends?.lowerBound),
                    .number(all?.ends?.upperBound), .truth(mark(found.unit).isEmpty), .text(basisName),
                ]
            })
    }

    /// Every two coders on every code; a coder that is no person against people together as well.
    private var agreementTable: CSVTable {
        let figures = [
            "percent_agreement", "cohens_kappa", "gwets_ac1", "krippendorffs_alpha", "positive_agreement",
            "negative_agreement",
        ]
        return CSVTable(
            name: "risk-agreement.csv",
            header: ["id", "first", "second", "cells", "both", "first_only", "second_only", "neither"]
                + figures.flatMap { [$0, $0 + "_low", $0 + "_high"] } + ["verdict"],
            rows: report.agreement.flatMap { found in
                (found.pairs + found.againstReference).map { pair -> [CSVTable.Field] in
                    [
                        .text(coded.codes[found.code].id), .text(pair.first.map { coded.coders[$0].name } ?? "people"),
                        .text(coded.coders[pair.second].name), .count(pair.cells), .count(pair.both),
                        .count(pair.firstOnly), .count(pair.secondOnly), .count(pair.neither),
                    ]
                        + [pair.percent, pair.kappa, pair.ac1, pair.alpha, pair.positive, pair.negative]
                        .flatMap(fields) + [.text(found.verdict.rawValue)]
                }
            })
    }

    /// One coder's shares without its known error.
    private var correctedTable: CSVTable {
        CSVTable(
            name: "risk-corrected.csv",
            header: [
                "id", "coder", "coded", "raw_share", "raw_share_low", "raw_share_high", "checked", "positives", "hits",
                "rejections", "sensitivity", "sensitivity_low", "sensitivity_high", "specificity", "specificity_low",
                "specificity_high", "corrected_share", "corrected_share_low", "corrected_share_high", "truncated",
                "no_interval", "absence",
            ],
            rows: report.corrected.map { found -> [CSVTable.Field] in
                let (share, absence): (Estimate?, String) =
                    switch found.share {
                    case .success(let share): (share, "")
                    case .failure(let absence): (nil, absence.rawValue)
                    }
                return [
                    .text(coded.codes[found.code].id), .text(coded.coders[found.coder].name), .count(found.coded),
                ] + fields(found.raw)
                    + [found.checked, found.positives, found.hits, found.rejections].map { .count($0) }
                    + fields(found.sensitivity) + fields(found.specificity) + fields(share)
                    + [.truth(found.isTruncated), .text(share?.absence?.rawValue ?? ""), .text(absence)]
            })
    }

    /// Every two respondents on every code.
    private var comparisonTable: CSVTable {
        CSVTable(
            name: "risk-comparison.csv",
            header: [
                "first", "second", "id", "first_coded", "first_count", "second_coded", "second_count", "difference",
                "difference_low", "difference_high", "p", "p_holm", "p_benjamini_hochberg",
            ],
            rows: report.comparisons.map { found -> [CSVTable.Field] in
                [
                    .text(found.first), .text(found.second), .text(coded.codes[found.code].id),
                    .count(found.firstCoded), .count(found.firstCount), .count(found.secondCoded),
                    .count(found.secondCount),
                ] + fields(found.difference)
                    + [.number(found.pValue), .number(found.holm), .number(found.benjaminiHochberg)]
            })
    }

    /// Every coded cell that was handed in.
    private var examplesTable: CSVTable {
        CSVTable(
            name: "risk-examples.csv",
            header: [
                "respondent", "country", "topic", "value", "stated", "acted", "action", "attributions", "explanation",
                "codes", "memo",
            ],
            rows: examples.map { example -> [CSVTable.Field] in
                let cell = example.cell
                return [
                    .text(example.respondent), .text(cell.country), .text(cell.topic), .text(cell.value),
                    .number(cell.stated), .number(cell.acted), .text(cell.action),
                    .text(cell.attributions.joined(separator: "\n")), .text(cell.explanation),
                    .text(example.codes.joined(separator: "\n")), .text(example.memo ?? ""),
                ]
            })
    }

    /// A figure and the ends of its interval.
    private func fields(_ estimate: Estimate?) -> [CSVTable.Field] {
        [.number(estimate?.value), .number(estimate?.interval?.low), .number(estimate?.interval?.high)]
    }

    /// Every file of a folder: tables, the JSON, the tables for a paper, the figure, and what every column and key means.
    package var files: [(name: String, text: String)] {
        let document = json
        return (tables + [DataDictionary.table(tables, [("risks.json", document)])]).map { ($0.name, $0.text) }
            + [("risks.json", document.text()), ("risks.tex", latex), ("risks.svg", sharesFigure.standalone)]
    }
}
