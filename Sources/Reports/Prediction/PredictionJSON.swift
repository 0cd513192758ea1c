import Measures
package import Text

extension PredictionInput {
    /// The document as JSON.
    package var json: JSONValue { figuresJSON.merging(details) }

    private var figuresJSON: JSONValue {
        [
            "title": .string(title), "version": .string(version), "target": .string(target),
            "run": run.map { .integer($0) } ?? .null, "observer": JSONValue(observer), "study": JSONValue(study),
            "examples": examples.map { .integer($0) } ?? .null, "split": JSONValue(split),
            "seed": seed.map { .string("\($0)") } ?? .null, "explanation": JSONValue(explanation),
            "notices": .array(notices.map(JSONValue.string)), "resampling": report.plan?.json ?? .null,
            "findings": .array(PredictionFindings(input: self).sentences.map(JSONValue.string)),
            "sets": .array(report.subjects.map(Self.json)),
            "pairs": .array(report.comparisons.map(json)),
        ]
    }

    private static func json(_ subject: PredictionReport.Subject) -> JSONValue {
        [
            "id": .string(subject.id), "name": .string(subject.name), "masked": .bool(subject.isMasked),
            "learned": .bool(subject.isLearned), "cells": .integer(subject.cells),
            "predicted": .integer(subject.predicted),
            "absent": .object(
                PredictionSet.Absence.allCases.map { .init($0.rawValue, .integer(subject.absences[$0] ?? 0)) }),
            "stated": subject.stated.map(json) ?? .null, "gap": subject.gap.map(json) ?? .null,
        ]
    }

    private static func json(_ scores: PredictionReport.TargetScores) -> JSONValue {
        [
            "cells": .integer(scores.cells), "base_rate": .number(scores.baseRate),
            "table": .array(
                (0..<2).map { truth in .array((0..<2).map { .number(scores.table[truth: truth, predicted: $0]) }) }),
            "figures": figures { scores.figures[$0]?.json },
            "baselines": .object(
                scores.baselines.map { baseline in
                    .init(baseline.kind.rawValue, figures { baseline.figures[$0].map { .number($0) } })
                }), "probabilities": scores.probabilities?.json ?? .null,
        ]
    }

    private static func figures(_ value: (PredictionFigure) -> JSONValue?) -> JSONValue {
        .object(PredictionFigure.allCases.map { .init($0.rawValue, value($0) ?? .null) })
    }

    private func json(_ pair: PredictionReport.Comparison) -> JSONValue {
        [
            "first": .string(report.subjects[pair.first].id), "second": .string(report.subjects[pair.second].id),
            "family": .string(pair.family.rawValue), "cells": .integer(pair.cells),
            "first_only_right": .integer(pair.mcNemar.firstOnly),
            "second_only_right": .integer(pair.mcNemar.secondOnly),
            "statistic": JSONValue(pair.mcNemar.statistic), "p": JSONValue(pair.mcNemar.pValue),
            "p_holm": JSONValue(pair.pHolm),
            "differences": .object(
                PredictionTarget.allCases.map { target in
                    .init(
                        target.rawValue,
                        pair.differences[target].map { found in Self.figures { found[$0]?.json } } ?? .null)
                }),
        ]
    }
}

extension ProbabilityReport {
    /// The scores by name.
    var json: JSONValue {
        [
            "cells": .integer(cells), "base_rate": .number(baseRate), "brier": brier.json,
            "base_rate_brier": .number(baseRateBrier), "skill": skill?.json ?? .null, "log_loss": logLoss.json,
            "base_rate_log_loss": .number(baseRateLogLoss), "reliability": .number(decomposition.reliability),
            "resolution": .number(decomposition.resolution), "uncertainty": .number(decomposition.uncertainty),
            "within_bins": .number(decomposition.withinBins), "calibration_error": .number(calibrationError),
            "calibration_error_if_true": .number(calibrationErrorIfTrue),
            "bins": .array(
                bins.map { bin in
                    [
                        "count": .integer(bin.count), "from": .number(bin.low), "mean": .number(bin.mean),
                        "to": .number(bin.high), "share": .number(bin.share),
                        "interval": bin.outcome?.interval?.json ?? .null,
                        "if_true_from": .number(bin.consistency.lowerBound),
                        "if_true_to": .number(bin.consistency.upperBound),
                    ]
                }),
        ]
    }
}
