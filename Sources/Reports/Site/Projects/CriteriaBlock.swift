import Measures
import Pages
import Text

/// How each criterion is judged, as a table and for programs.
struct CriteriaBlock {
    let facts: ProjectFacts

    var markup: Markup {
        if facts.isCoding { return coded }
        var table = HTMLTable(
            caption: "How annotators agree by criterion",
            columns: [
                "Criterion", "Answers", "Agreement", "Krippendorff’s alpha", "Gwet’s AC1", "Items compared",
                "Gold met", "Discrimination", "Open",
            ],
            fields: facts.criteria.map(row), textColumns: 2)
        table.isStacked = true
        return .lines([
            table.block,
            .element(
                "p", ["class": "range"],
                text:
                    "Discrimination is the correlation, over annotators, of their share of right answers here with that elsewhere, on items "
                    + "whose right answers are known. Below nothing it speaks against the criterion’s wording."),
        ])
    }

    /// Of codes: a rare one is agreed on by all who do not give it, which is no evidence. What counts is how far coders agree where one does.
    private var coded: Markup {
        var table = HTMLTable(
            caption: "How coders agree by code",
            columns: [
                "Code", "Labels", "Agreement", "Where one says that it applies", "Krippendorff’s alpha", "Gwet’s AC1",
                "Items compared", "Open",
            ],
            fields: facts.criteria.map { criterion in
                let row = row(criterion)
                return Array(row.prefix(3)) + [HTMLTable.Field(Numerals.percent(criterion.positiveAgreement))]
                    + row[3..<6] + row.suffix(1)
            }, textColumns: 2)
        table.isStacked = true
        return .lines([
            table.block,
            .element(
                "p", ["class": "range"],
                text:
                    "A rare code is left away by nearly everybody, so that agreement in all says little. Beside it stands, of the pairs in which "
                    + "one coder gives the code, the share in which the other does too (positive agreement). Count a code only where that holds."
            ),
        ])
    }

    private func row(_ criterion: CriterionFacts) -> [HTMLTable.Field] {
        let answers = criterion.answers.map { "\($0.label) \(Numerals.count($0.count))" }
        let agreement = criterion.agreement
        func field(_ coefficient: LabelCoefficient) -> HTMLTable.Field {
            let estimate = agreement?.coefficients[coefficient]
            let whisker = estimate?.interval.map { Whisker(low: $0.low, high: $0.high) }
            return coefficient == .percentAgreement
                ? HTMLTable.Field(Numerals.percent(estimate?.value), range: Numerals.percentRange(whisker))
                : HTMLTable.Field(Numerals.decimal(estimate?.value), range: Numerals.range(whisker))
        }
        let open = DisagreementsAddress(project: facts.name).narrowed(to: criterion.id)
        return [
            HTMLTable.Field(criterion.name), HTMLTable.Field(answers.joined(separator: ", ")),
            field(.percentAgreement), field(.alphaNominal), field(.gwetsAC1),
            HTMLTable.Field(Numerals.count(agreement?.itemsCompared ?? 0)),
            HTMLTable.Field(
                criterion.goldAsked == 0 ? Numerals.missing : "\(criterion.goldMet) of \(criterion.goldAsked)"),
            HTMLTable.Field(Numerals.decimal(criterion.discrimination)),
            HTMLTable.Field(
                Numerals.count(criterion.disputed), link: criterion.disputed == 0 ? nil : open.link()),
        ]
    }
}

extension DisagreementsAddress {
    fileprivate func narrowed(to criterion: String) -> DisagreementsAddress {
        var address = self
        address.criterion = criterion
        return address
    }
}

extension CriterionFacts {
    var json: JSONValue {
        [
            "criterion": .string(id), "name": .string(name),
            "answers": .object(answers.map { .init($0.label, .integer($0.count)) }), "unsure": .integer(unsure),
            "positive_agreement": JSONValue(positiveAgreement), "agreement": agreement?.json ?? .null,
            "gold_asked": .integer(goldAsked), "gold_met": .integer(goldMet),
            "discrimination": JSONValue(discrimination), "disputed": .integer(disputed),
        ]
    }
}
