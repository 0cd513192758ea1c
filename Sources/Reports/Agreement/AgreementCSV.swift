package import Measures
import Text

extension AgreementInput {
    /// Every table of a folder, the matrix and the labels among them.
    package var tables: [CSVTable] {
        [agreementTable, pairsTable, annotatorsTable, qualityTable, matrixTable, labelsTable]
    }

    /// Every coefficient of every criterion, over all and by group.
    package var agreementTable: CSVTable {
        CSVTable(
            name: "agreement.csv",
            header: [
                "criterion", "by", "group", "items", "items_compared", "coefficient", "estimate", "low", "high",
                "method",
                "no_interval",
            ],
            rows: report.criteria.flatMap { criterion in
                agreementRows(criterion, "all", "", criterion.agreement)
                    + criterion.groups.flatMap { agreementRows(criterion, $0.axis.rawValue, $0.name, $0.agreement) }
            })
    }

    private func agreementRows(
        _ criterion: AgreementReport.Criterion, _ axis: String, _ name: String, _ agreement: LabelAgreement
    ) -> [[CSVTable.Field]] {
        LabelCoefficient.allCases.map { coefficient in
            let found = agreement.coefficients[coefficient]
            return [
                .text(criterion.field.id), .text(axis), .text(name), .count(agreement.items),
                .count(agreement.itemsCompared), .text(coefficient.rawValue), .number(found?.value),
                .number(found?.interval?.low), .number(found?.interval?.high),
                .text(found?.interval?.method.rawValue ?? ""), .text(found?.absence?.rawValue ?? ""),
            ]
        }
    }

    /// Every two people on every criterion.
    private var pairsTable: CSVTable {
        CSVTable(
            name: "annotator-pairs.csv",
            header: [
                "criterion", "first", "second", "items", "alike", "percent_agreement", "percent_agreement_low",
                "percent_agreement_high", "cohens_kappa", "cohens_kappa_low", "cohens_kappa_high",
            ],
            rows: report.criteria.flatMap { criterion in
                criterion.pairs.map { pair -> [CSVTable.Field] in
                    [
                        .text(criterion.field.id), .text(labels.people[pair.first].name),
                        .text(labels.people[pair.second].name), .count(pair.items), .count(pair.alike),
                    ] + fields(pair.percent) + fields(pair.kappa)
                }
            })
    }

    /// Every person on every criterion, with the accuracies by answer.
    package var annotatorsTable: CSVTable {
        CSVTable(
            name: "annotators.csv",
            header: [
                "criterion", "annotator", "labels", "good_share", "alike_share", "alike_share_low", "alike_share_high",
                "answer", "sensitivity", "sensitivity_low", "sensitivity_high", "specificity", "specificity_low",
                "specificity_high",
            ],
            rows: report.criteria.flatMap { criterion in
                criterion.annotators.flatMap { annotatorRows(criterion, $0) }
            })
    }

    private func annotatorRows(
        _ criterion: AgreementReport.Criterion, _ annotator: AgreementReport.Annotator
    ) -> [[CSVTable.Field]] {
        let rater = (try? criterion.dawidSkene.get())?.raters[annotator.person]
        return criterion.field.answers.indices.map { answer in
            let (sensitivity, specificity) = (rater?.sensitivity[answer], rater?.specificity[answer])
            return [
                .text(criterion.field.id), .text(labels.people[annotator.person].name), .count(annotator.labels),
                .number(annotator.good),
            ] + fields(annotator.alike) + [.text(criterion.field.answers[answer])] + fields(sensitivity)
                + fields(specificity)
        }
    }

    /// A figure and the ends of its interval.
    private func fields(_ estimate: Estimate?) -> [CSVTable.Field] {
        [.number(estimate?.value), .number(estimate?.interval?.low), .number(estimate?.interval?.high)]
    }

    /// The paper's quality table: criterion × country.
    package var qualityTable: CSVTable {
        CSVTable(
            name: "quality.csv",
            header: [
                "criterion", "country", "judged", "good", "unsure", "undecided", "share", "share_low", "share_high",
                "decided_share", "decided_share_low", "decided_share_high",
            ],
            rows: report.quality.map { line -> [CSVTable.Field] in
                [
                    .text(report.criteria[line.criterion].field.id), .text(line.country ?? ""), .count(line.judged),
                    .count(line.good), .count(line.unsure), .count(line.undecided),
                ] + fields(line.share) + fields(line.decidedShare)
            })
    }

    private static let place = ["item", "country", "topic", "value", "inclination", "generator", "prompt_variant"]

    private func place(_ item: JudgedLabels.Item) -> [CSVTable.Field] {
        [item.id, item.country, item.topic, item.value, item.inclination, item.generator, item.variant].map {
            .text($0)
        }
    }

    /// The matrix that agreement was computed from: a row for each counted label.
    package var matrixTable: CSVTable {
        CSVTable(
            name: "matrix.csv", header: Self.place + ["criterion", "annotator", "annotator_kind", "answer"],
            rows: labels.fields.flatMap { field in
                labels.items.indices.flatMap { matrixRows(field, $0) }
            })
    }

    private func matrixRows(_ field: JudgedLabels.Field, _ item: Int) -> [[CSVTable.Field]] {
        zip(labels.people, field.people[item]).compactMap { person, answer in
            guard let answer else { return nil }
            return place(labels.items[item]) + [
                .text(field.id), .text(person.name), .text(person.kind), .text(field.answers[answer]),
            ]
        }
    }

    /// The label of every judged action: the majority's or the adjudicator's, and the model's of Dawid and Skene.
    package var labelsTable: CSVTable {
        CSVTable(
            name: "labels.csv",
            header: Self.place + [
                "criterion", "final_label", "provenance", "votes", "alike", "dawid_skene_label",
                "dawid_skene_probability", "good_probability",
            ],
            rows: report.criteria.flatMap { criterion in
                labels.items.indices.compactMap { item in labelRow(criterion, item) }
            })
    }

    private func labelRow(_ criterion: AgreementReport.Criterion, _ item: Int) -> [CSVTable.Field]? {
        let field = criterion.field
        let own = criterion.items[item]
        guard field.adjudicated[item] != nil || own.majority != .none else { return nil }
        let votes = zip(field.answers, own.counts).filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
        let model = try? criterion.dawidSkene.get()
        let chances = own.majority == .none ? nil : model?.probabilities[item]
        let likeliest = chances?.enumerated().max { $0.element < $1.element }
        return place(labels.items[item]) + [
            .text(field.id), .text(field.final(item).map { field.answers[$0] } ?? ""),
            .text(field.adjudicated[item] == nil ? MajorityKind(own.majority).rawValue : "adjudicated"),
            .text(votes.joined(separator: "; ")), .number(own.alike),
            .text(likeliest.map { field.answers[$0.offset] } ?? ""), .number(likeliest?.element),
            .number(chances?[JudgedLabels.Field.good]),
        ]
    }
}

extension AgreementInput {
    /// Every file of a folder: tables, the JSON, the tables for a paper, and what every column and key means.
    package var files: [(name: String, text: String)] {
        let document = json
        return (tables + [DataDictionary.table(tables, [("agreement.json", document)])]).map { ($0.name, $0.text) }
            + [("agreement.json", document.text()), ("agreement.tex", latex)]
    }
}
