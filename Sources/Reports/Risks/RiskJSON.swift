import Measures
package import Text

extension RiskInput {
    /// The document as JSON.
    package var json: JSONValue { json(examples: shownExamples) }

    /// - Parameter shown: the coded cells that are written out.
    func json(examples shown: [CodedExample]) -> JSONValue {
        [
            "title": .string(title), "version": .string(version), "project": .string(project),
            "codebook": .string(codebook), "basis": ["name": .string(basisName), "kind": .string(basisKind)],
            "caveats": .array(caveats.map(JSONValue.string)), "rule": .string(Self.rule),
            "cells": .integer(coded.cells.count), "coded_cells": .integer(report.codedCells),
            "sample": .bool(report.isSample), "sample_seed": JSONValue(sampleSeed.map { "\($0)" }),
            "respondents": .array(
                coded.respondents.map {
                    [
                        "name": .string($0), "cells": .integer(report.known(of: $0)),
                        "misaligned": coded.misaligned[$0].map { .integer($0) } ?? .null,
                    ]
                }),
            "coders": .array(
                coded.coders.map {
                    ["name": .string($0.name), "kind": .string($0.kind), "own_judge": .bool($0.isOwn)]
                }),
            "resampling": report.plan?.json ?? .null, "codes": .array(coded.codes.indices.map(code)),
            "counts": .array(report.counts.map(json)), "comparisons": .array(report.comparisons.map(json)),
            "examples": .array(shown.map(json)),
        ]
    }

    private func code(_ number: Int) -> JSONValue {
        let (code, agreement) = (coded.codes[number], report.agreement[number])
        let definition = definitions.first { $0.id == code.id }
        return [
            "id": .string(code.id), "name": .string(code.name), "level": .string(code.levelName),
            "definition": JSONValue(definition?.definition),
            "applies_to": .array((definition?.examples ?? []).map(JSONValue.string)),
            "excludes": .array((definition?.excludes ?? []).map(JSONValue.string)),
            "verdict": .string(agreement.verdict.rawValue), "believed": .bool(agreement.verdict.isBelieved),
            "agreement": [
                "doubly_coded": .integer(agreement.doublyCoded), "fleiss_kappa": agreement.fleiss?.json ?? .null,
                "krippendorffs_alpha_nominal": agreement.alpha?.json ?? .null,
                "gwets_ac1": agreement.ac1?.json ?? .null,
                "pairs": .array((agreement.pairs + agreement.againstReference).map(json)),
            ],
            "corrected": report.corrected.first { $0.code == number }.map(json) ?? .null,
            "dawid_skene": modelShare(report.dawidSkene[number]),
        ]
    }

    private func json(_ pair: RiskAgreement.Pair) -> JSONValue {
        [
            "first": JSONValue(pair.first.map { coded.coders[$0].name }),
            "second": .string(coded.coders[pair.second].name), "cells": .integer(pair.cells),
            "both": .integer(pair.both), "first_only": .integer(pair.firstOnly),
            "second_only": .integer(pair.secondOnly), "neither": .integer(pair.neither),
            "percent_agreement": pair.percent?.json ?? .null, "cohens_kappa": pair.kappa?.json ?? .null,
            "gwets_ac1": pair.ac1?.json ?? .null, "krippendorffs_alpha_nominal": pair.alpha?.json ?? .null,
            "positive_agreement": pair.positive?.json ?? .null, "negative_agreement": pair.negative?.json ?? .null,
        ]
    }

    private func json(_ found: RiskCorrection) -> JSONValue {
        let (share, absence): (Estimate?, RiskCorrection.Absence?) =
            switch found.share {
            case .success(let share): (share, nil)
            case .failure(let absence): (nil, absence)
            }
        return [
            "raw_share": found.raw?.json ?? .null, "checked": .integer(found.checked),
            "positives": .integer(found.positives), "hits": .integer(found.hits),
            "rejections": .integer(found.rejections), "sensitivity": found.sensitivity?.json ?? .null,
            "specificity": found.specificity?.json ?? .null, "corrected_share": share?.json ?? .null,
            "truncated": .bool(found.isTruncated), "absence": JSONValue(absence?.rawValue),
        ]
    }

    private func modelShare(_ found: RiskModelShare) -> JSONValue {
        switch found.share {
        case .success(let share): ["share": share.json, "absence": .null]
        case .failure(let absence): ["share": .null, "absence": .string(absence.rawValue)]
        }
    }

    private func json(_ found: RiskCount) -> JSONValue {
        let all = found.extrapolated
        return [
            "by": .string(found.place.axis.rawValue), "name": .string(found.place.name),
            "unit": .string(kind(found.unit)), "id": .string(id(found.unit)), "coded": .integer(found.coded),
            "count": .integer(found.count), "share": found.share?.json ?? .null,
            "population": found.population.map { .integer($0) } ?? .null, "extrapolated": JSONValue(all?.value),
            "extrapolated_low": JSONValue(all?.ends?.lowerBound),
            "extrapolated_high": JSONValue(all?.ends?.upperBound),
        ]
    }

    private func json(_ found: RiskComparison) -> JSONValue {
        [
            "first": .string(found.first), "second": .string(found.second),
            "id": .string(coded.codes[found.code].id), "first_coded": .integer(found.firstCoded),
            "first_count": .integer(found.firstCount), "second_coded": .integer(found.secondCoded),
            "second_count": .integer(found.secondCount), "difference": found.difference?.json ?? .null,
            "p": JSONValue(found.pValue), "p_holm": JSONValue(found.holm),
            "p_benjamini_hochberg": JSONValue(found.benjaminiHochberg),
        ]
    }

    private func json(_ example: CodedExample) -> JSONValue {
        let cell = example.cell
        return [
            "respondent": .string(example.respondent), "country": .string(cell.country), "topic": .string(cell.topic),
            "value": .string(cell.value), "stated": .number(cell.stated), "acted": .number(cell.acted),
            "action": .string(cell.action), "attributions": .array(cell.attributions.map(JSONValue.string)),
            "explanation": .string(cell.explanation), "codes": .array(example.codes.map(JSONValue.string)),
            "memo": JSONValue(example.memo),
        ]
    }
}
