import Measures
import Pages

extension PredictionInput {
    /// Every table of a folder.
    package var tables: [CSVTable] { [figuresTable, pairsTable, calibrationTable, casesTable] }

    /// Every figure of every set on both targets, with baselines as methods of their own.
    var figuresTable: CSVTable {
        CSVTable(
            name: "prediction-figures.csv",
            header: [
                "set", "masked", "learned", "target", "method", "cells", "figure", "estimate", "low", "high",
                "no_interval",
            ],
            rows: report.subjects.flatMap { subject in
                PredictionTarget.allCases.compactMap { subject[$0] }.flatMap { scores in
                    func row(_ method: String, _ figure: PredictionFigure, _ value: Double?, _ found: Estimate?)
                        -> [CSVTable.Field]
                    {
                        [
                            .text(subject.id), .truth(subject.isMasked), .truth(subject.isLearned),
                            .text(scores.target.rawValue), .text(method), .count(scores.cells), .text(figure.rawValue),
                            .number(value), .number(found?.interval?.low), .number(found?.interval?.high),
                            .text(found?.absence?.rawValue ?? ""),
                        ]
                    }
                    return PredictionFigure.allCases.map {
                        row("predicted", $0, scores.figures[$0]?.value, scores.figures[$0])
                    }
                        + scores.baselines.flatMap { baseline in
                            PredictionFigure.allCases.map { row(baseline.kind.rawValue, $0, baseline.figures[$0], nil) }
                        }
                }
            })
    }

    /// Every two sets that are compared: the differences of both targets.
    private var pairsTable: CSVTable {
        CSVTable(
            name: "prediction-pairs.csv",
            header: [
                "first", "second", "family", "cells", "first_only_right", "second_only_right", "p", "p_holm", "target",
                "figure",
                "difference", "low", "high",
            ],
            rows: report.comparisons.flatMap { pair in
                PredictionTarget.allCases.flatMap { target in
                    PredictionFigure.allCases.compactMap { figure in
                        pair.differences[target]?[figure].map { found in
                            [
                                .text(report.subjects[pair.first].id), .text(report.subjects[pair.second].id),
                                .text(pair.family.rawValue), .count(pair.cells), .count(pair.mcNemar.firstOnly),
                                .count(pair.mcNemar.secondOnly), .number(pair.mcNemar.pValue), .number(pair.pHolm),
                                .text(target.rawValue), .text(figure.rawValue), .number(found.value),
                                .number(found.interval?.low), .number(found.interval?.high),
                            ]
                        }
                    }
                }
            })
    }

    /// The reliability diagrams' bins.
    private var calibrationTable: CSVTable {
        CSVTable(
            name: "prediction-calibration.csv", header: ["set", "target"] + ProbabilityReport.binColumns,
            rows: report.subjects.flatMap { subject in
                PredictionTarget.allCases.flatMap { target in
                    (subject[target]?.probabilities?.binFields ?? []).map {
                        [.text(subject.id), .text(target.rawValue)] + $0
                    }
                }
            })
    }

    /// Every prediction; sides as 0 (agree) and 1 (disagree).
    private var casesTable: CSVTable {
        func side(_ agrees: Bool?) -> CSVTable.Field { .count(agrees.map { $0 ? 0 : 1 }) }
        return CSVTable(
            name: "predictions.csv",
            header: [
                "set", "cell_number", "cluster", "stated_side", "acted_side", "predicted_side", "probability_agree",
                "absence",
            ],
            rows: sets.flatMap { set in
                set.cases.map { one in
                    [
                        .text(set.id), .count(one.cell), .count(one.cluster), side(one.statesAgree),
                        side(one.actsAgree),
                        side(one.predicted), .number(one.probability),
                        .text(one.predicted == nil ? (one.absence ?? .unreadable).rawValue : ""),
                    ]
                }
            })
    }
}

extension ProbabilityReport {
    static let binColumns = ["cells", "from", "mean", "to", "share", "low", "high", "if_true_from", "if_true_to"]

    var binFields: [[CSVTable.Field]] {
        bins.map { bin in
            [
                .count(bin.count), .number(bin.low), .number(bin.mean), .number(bin.high), .number(bin.share),
                .number(bin.outcome?.interval?.low), .number(bin.outcome?.interval?.high),
                .number(bin.consistency.lowerBound), .number(bin.consistency.upperBound),
            ]
        }
    }
}
