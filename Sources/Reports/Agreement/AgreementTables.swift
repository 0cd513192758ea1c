import Measures
import Pages

/// The tables of the page of agreement.
struct AgreementTables {
    let input: AgreementInput

    private var report: AgreementReport { input.report }

    private func field(_ estimate: Estimate?) -> HTMLTable.Field {
        HTMLTable.Field(
            Numerals.decimal(estimate?.value, places: 3), range: Numerals.range(estimate?.interval, places: 3))
    }

    private func row(_ name: [String], _ agreement: LabelAgreement) -> [HTMLTable.Field] {
        name.map { HTMLTable.Field($0) } + [HTMLTable.Field(Numerals.count(agreement.itemsCompared))]
            + LabelCoefficient.allCases.map { field(agreement.coefficients[$0]) }
    }

    var agreement: HTMLTable {
        HTMLTable(
            caption: "Agreement by criterion; actions with two labels or more",
            columns: ["Criterion", "Actions"] + LabelCoefficient.allCases.map(\.words),
            fields: report.criteria.map { row([$0.field.name], $0.agreement) })
    }

    var groups: HTMLTable {
        HTMLTable(
            caption: "Agreement by group",
            columns: ["Criterion", "By", "Group", "Actions"] + LabelCoefficient.allCases.map(\.words),
            fields: report.criteria.flatMap { criterion in
                criterion.groups.map { row([criterion.field.name, $0.axis.rawValue, $0.name], $0.agreement) }
            }, textColumns: 3)
    }

    var quality: HTMLTable {
        HTMLTable(
            caption: "Actions judged good",
            columns: [
                "Criterion", "Country", "Judged", "Good", "Unsure", "Undecided", "Share",
                "Without unsure and undecided",
            ],
            fields: report.quality.map { line in
                [report.criteria[line.criterion].field.name, line.country ?? "All"].map { HTMLTable.Field($0) }
                    + [line.judged, line.good, line.unsure, line.undecided].map { HTMLTable.Field(Numerals.count($0)) }
                    + [field(line.share), field(line.decidedShare)]
            }, textColumns: 2)
    }

    func variants(_ found: AgreementReport.Ranking) -> HTMLTable {
        HTMLTable(
            caption: "Every two variants: first − second",
            columns: ["Pair", "Difference", "p", "p by Holm"],
            fields: found.ranking.pairs.map { pair in
                [
                    HTMLTable.Field("\(found.variants[pair.first]) − \(found.variants[pair.second])"),
                    HTMLTable.Field(
                        Numerals.signed(pair.difference.value, places: 3),
                        range: Numerals.range(pair.difference.interval, places: 3, isSigned: true)),
                    HTMLTable.Field(Numerals.probability(pair.p)), HTMLTable.Field(Numerals.probability(pair.pHolm)),
                ]
            })
    }

    var annotators: HTMLTable {
        HTMLTable(
            caption: "People by criterion",
            columns: [
                "Criterion", "Person", "Labels", "Called good", "Alike with others", "Sensitivity", "Specificity",
            ],
            fields: report.criteria.flatMap { criterion in
                criterion.annotators.filter { $0.labels > 0 }.map { annotator in
                    let rater = (try? criterion.dawidSkene.get())?.raters[annotator.person]
                    return [criterion.field.name, input.labels.people[annotator.person].name].map {
                        HTMLTable.Field($0)
                    } + [
                        HTMLTable.Field(Numerals.count(annotator.labels)),
                        HTMLTable.Field(Numerals.decimal(annotator.good, places: 3)), field(annotator.alike),
                        field(rater?.sensitivity[JudgedLabels.Field.good]),
                        field(rater?.specificity[JudgedLabels.Field.good]),
                    ]
                }
            }, textColumns: 2)
    }

    var pairs: HTMLTable {
        HTMLTable(
            caption: "Every two people",
            columns: ["Criterion", "Pair", "Actions", "Alike", "Percent", "Cohen's kappa"],
            fields: report.criteria.flatMap { criterion in
                criterion.pairs.map { pair in
                    let names = [pair.first, pair.second].map { input.labels.people[$0].name }
                    return [criterion.field.name, names.joined(separator: " and ")].map { HTMLTable.Field($0) }
                        + [pair.items, pair.alike].map { HTMLTable.Field(Numerals.count($0)) }
                        + [field(pair.percent), field(pair.kappa)]
                }
            }, textColumns: 2)
    }

    var models: HTMLTable {
        HTMLTable(
            caption: "Models against the people’s majority",
            columns: ["Criterion", "Model", "Rubric", "Labels", "Actions", "Percent", "Cohen's kappa"],
            fields: report.criteria.flatMap { criterion in
                criterion.models.map { model in
                    let judge = input.labels.models[model.model]
                    return [
                        criterion.field.name, judge.name + (judge.isOwn ? " (its own judge)" : ""), judge.rubric ?? "",
                    ].map { HTMLTable.Field($0) } + [
                        HTMLTable.Field(Numerals.count(model.labels)),
                        HTMLTable.Field(Numerals.count(model.agreement?.itemsCompared ?? 0)),
                        field(model.agreement?.coefficients[.percentAgreement]),
                        field(model.agreement?.coefficients[.cohensKappa]),
                    ]
                }
            }, textColumns: 3)
    }
}
