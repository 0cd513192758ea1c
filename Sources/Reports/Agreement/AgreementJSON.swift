import Measures
package import Text

extension AgreementInput {
    /// The document as JSON.
    package var json: JSONValue {
        [
            "title": .string(title), "version": .string(version), "project": JSONValue(project),
            "codebook": .string(codebook), "unsure": .string(Self.unsure),
            "sheets": .array(
                sheets.map {
                    [
                        "name": .string($0.name), "file": .string($0.file), "judged_rows": .integer($0.judgedRows),
                        "sum_rows": .integer($0.sumRows), "empty_rows": .integer($0.emptyRows),
                    ]
                }),
            "people": .array(labels.people.map { ["name": .string($0.name), "kind": .string($0.kind)] }),
            "models": .array(
                labels.models.map {
                    ["name": .string($0.name), "rubric": JSONValue($0.rubric), "own_judge": .bool($0.isOwn)]
                }),
            "items": .integer(labels.items.count),
            "labels": [
                "total": .integer(labels.total), "counted": .integer(labels.counted),
                "accepted": .integer(labels.accepted),
                "left_out": .array(
                    labels.leftOut.map { ["reason": .string($0.reason), "labels": .integer($0.count)] }),
            ],
            "resampling": report.plan.json,
            "criteria": .array(report.criteria.map { AgreementCriterionJSON(criterion: $0, labels: labels).json }),
            "quality": .array(report.quality.map(json)), "variants": report.ranking.map(json) ?? .null,
        ]
    }

    private func json(_ line: AgreementReport.Quality) -> JSONValue {
        [
            "criterion": .string(report.criteria[line.criterion].field.id), "country": JSONValue(line.country),
            "judged": .integer(line.judged), "good": .integer(line.good), "unsure": .integer(line.unsure),
            "undecided": .integer(line.undecided), "share": line.share?.json ?? .null,
            "decided_share": line.decidedShare?.json ?? .null,
        ]
    }

    private func json(_ ranking: AgreementReport.Ranking) -> JSONValue {
        let isClear = if case .distinguishable = ranking.ranking.finding { true } else { false }
        return [
            "criteria": .array(ranking.criteria.map { .string(report.criteria[$0].field.id) }),
            "finding": .string(VariantWords(ranking: ranking).finding), "distinguishable": .bool(isClear),
            "permutations": .integer(ranking.ranking.permutations),
            "ranking": .array(
                ranking.ranking.places.map {
                    ["variant": .string(ranking.variants[$0.variant]), "quality": $0.mean.json]
                }),
            "pairs": .array(
                ranking.ranking.pairs.map {
                    [
                        "first": .string(ranking.variants[$0.first]), "second": .string(ranking.variants[$0.second]),
                        "difference": $0.difference.json, "paired": .bool($0.isPaired), "p": .number($0.p),
                        "p_holm": .number($0.pHolm),
                    ]
                }),
        ]
    }
}

/// One criterion of the document.
struct AgreementCriterionJSON {
    let criterion: AgreementReport.Criterion
    let labels: JudgedLabels

    private var answers: [String] { criterion.field.answers }

    var json: JSONValue {
        [
            "criterion": .string(criterion.field.id), "name": .string(criterion.field.name),
            "answers": .array(answers.map(JSONValue.string)), "agreement": criterion.agreement.json,
            "groups": .array(
                criterion.groups.map {
                    [
                        "by": .string($0.axis.rawValue), "name": .string($0.name),
                        "agreement": $0.agreement.json,
                    ]
                }),
            "pairs": .array(criterion.pairs.map(json)),
            "majorities": .object(
                MajorityKind.allCases.map { kind in
                    .init(kind.rawValue, .integer(criterion.items.count { MajorityKind($0.majority) == kind }))
                }),
            "annotators": .array(
                criterion.annotators.map {
                    [
                        "name": .string(labels.people[$0.person].name), "labels": .integer($0.labels),
                        "good_share": JSONValue($0.good), "alike_share": $0.alike?.json ?? .null,
                    ]
                }),
            "dawid_skene": dawidSkene,
            "models": .array(
                criterion.models.map {
                    [
                        "name": .string(labels.models[$0.model].name),
                        "rubric": JSONValue(labels.models[$0.model].rubric),
                        "labels": .integer($0.labels), "joint": Self.joint($0.joint),
                        "agreement": $0.agreement?.json ?? .null,
                    ]
                }),
        ]
    }

    private func json(_ pair: RaterPair) -> JSONValue {
        [
            "first": .string(labels.people[pair.first].name), "second": .string(labels.people[pair.second].name),
            "items": .integer(pair.items), "alike": .integer(pair.alike), "joint": Self.joint(pair.joint),
            "percent_agreement": pair.percent?.json ?? .null, "cohens_kappa": pair.kappa?.json ?? .null,
        ]
    }

    private static func joint(_ counts: [[Int]]) -> JSONValue {
        .array(counts.map { .array($0.map(JSONValue.integer)) })
    }

    private var dawidSkene: JSONValue {
        switch criterion.dawidSkene {
        case .failure(let absence): ["absence": .string(absence.rawValue), "why": .string(absence.clause)]
        case .success(let found):
            [
                "absence": .null, "steps": .integer(found.steps), "converged": .bool(found.isConverged),
                "relabelled": .bool(found.isRelabelled), "smoothing": .number(DawidSkene.Settings().smoothing),
                "prevalence": byAnswer(found.prevalence.map { $0?.json ?? .null }),
                "annotators": .array(found.raters.enumerated().map { json($1, of: $0) }),
            ]
        }
    }

    private func json(_ rater: DawidSkene.Rater, of person: Int) -> JSONValue {
        [
            "name": .string(labels.people[person].name), "labels": .integer(rater.labels),
            "shared": .integer(rater.shared),
            "sensitivity": byAnswer(rater.sensitivity.map { $0?.json ?? .null }),
            "specificity": byAnswer(rater.specificity.map { $0?.json ?? .null }),
            "confusion": .array(rater.confusion.map { .array($0.map(JSONValue.number)) }),
        ]
    }

    private func byAnswer(_ values: [JSONValue]) -> JSONValue {
        .array(zip(answers, values).map { ["answer": .string($0), "estimate": $1] })
    }
}

/// Kinds of majorities. Raw values are words of files.
enum MajorityKind: String, CaseIterable {
    case unanimous, majority, tie, single, none

    init(_ majority: MajorityLabel) {
        self =
            switch majority {
            case .unanimous: .unanimous
            case .majority: .majority
            case .tie: .tie
            case .single: .single
            case .none: .none
            }
    }
}
