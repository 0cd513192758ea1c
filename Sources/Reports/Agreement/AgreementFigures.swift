import Measures
import Pages

extension AgreementInput {
    /// Every coefficient of every criterion, and what the groups of each have.
    var agreementFigure: Figure {
        let sections = report.criteria.map { criterion in
            (
                heading: criterion.field.name,
                rows: LabelCoefficient.allCases.filter { criterion.agreement.coefficients[$0] != nil }.map {
                    coefficient in
                    row(coefficient.words, criterion.agreement.coefficients[coefficient])
                }
            )
        }
        return forest(
            "agreement", "Coefficients of agreement", "Coefficients of agreement by criterion",
            sections.filter { !$0.rows.isEmpty })
    }

    /// The share judged good by criterion and country.
    var qualityFigure: Figure {
        let sections = report.criteria.enumerated().map { number, criterion in
            (
                heading: criterion.field.name,
                rows: report.quality.filter { $0.criterion == number && $0.judged > 0 }.map { line in
                    row(line.country ?? "All", line.share, of: line.judged)
                }
            )
        }
        return forest(
            "quality", "The share of actions judged good", "Shares by criterion and country",
            sections.filter { !$0.rows.isEmpty })
    }

    /// The quality of each prompt variant; `nil` where they are not ranked.
    var variantFigure: Figure? {
        report.ranking.map { found in
            let rows = found.ranking.places.map { row("variant " + found.variants[$0.variant], $0.mean) }
            return forest(
                "variants", "Prompt variants by quality", "Mean quality by prompt variant", [("The best first", rows)])
        }
    }

    private func row(_ label: String, _ estimate: Estimate?, of items: Int? = nil) -> AgreementForest.Row {
        let interval = Numerals.range(estimate?.interval).map { " \($0)" } ?? ""
        return AgreementForest.Row(
            label: label, estimate: estimate,
            words: Numerals.decimal(estimate?.value) + interval + (items.map { " of \(Numerals.count($0))" } ?? ""))
    }

    private func forest(
        _ name: String, _ title: String, _ what: String, _ sections: [(heading: String, rows: [AgreementForest.Row])]
    ) -> Figure {
        let words = sections.flatMap { section in
            section.rows.map { "\(section.heading), \($0.label): \($0.words)" }
        }
        return AgreementForest(
            heading: Figure.Heading(
                name, title: title,
                summary: "\(what), each with its interval. " + words.prefix(40).joined(separator: "; ") + "."),
            sections: sections
        ).figure
    }
}
