import Measures
import Pages

/// The sections of the page of agreement.
struct AgreementSections {
    let input: AgreementInput
    let formats: Markup

    private var report: AgreementReport { input.report }
    private var tables: AgreementTables { AgreementTables(input: input) }

    var all: [Page.Section] {
        [agreement, quality, variants, people, models, counts].compactMap(\.self)
    }

    private func paragraph(_ text: String) -> Markup { .element("p", text: text) }

    private var agreement: Page.Section {
        Page.Section(
            "agreement", label: "Agreement", heading: "How far people agree",
            body: .lines([
                paragraph(
                    "No coefficient alone tells it: where nearly all labels are alike, kappa and alpha can be low although people hardly "
                        + "ever differ, and AC1 is not. " + AgreementInput.unsure),
                PageBlocks.figure(
                    input.agreementFigure,
                    reading: "1 is full agreement, 0 what chance would give (of percent: none). "
                        + report.plan.words + ".", tables: [tables.agreement]),
                groups,
            ]))
    }

    private var groups: Markup {
        return report.criteria.allSatisfy(\.groups.isEmpty)
            ? .empty
            : .element("details", [:], [.element("summary", text: "By country and variant"), tables.groups.block])
    }

    private var quality: Page.Section {
        Page.Section(
            "quality", label: "Quality", heading: "How good the actions are",
            body: .lines([
                paragraph(
                    "An action is good where the adjudicator, else more than half of its people, say so. Unsure actions and those without a "
                        + "majority are not; the share without them stands beside."),
                PageBlocks.figure(
                    input.qualityFigure,
                    reading: "Shares of judged actions. Intervals draw cells (country, topic, value) anew.",
                    tables: [tables.quality]),
            ]))
    }

    private var variants: Page.Section? {
        guard let found = report.ranking, let figure = input.variantFigure else { return nil }
        let criteria = found.criteria.map { report.criteria[$0].field.name }
        return Page.Section(
            "variants", label: "Prompt variants", heading: "Which prompt variant is best",
            body: .lines([
                paragraph(VariantWords(ranking: found).finding),
                PageBlocks.figure(
                    figure, reading: "Mean quality of the variant’s actions.", tables: [tables.variants(found)]),
                paragraph(VariantWords.method(criteria, permutations: found.ranking.permutations)),
            ]))
    }

    private var people: Page.Section {
        let whys = report.criteria.compactMap { criterion -> Markup? in
            guard case .failure(let absence) = criterion.dawidSkene else { return nil }
            return paragraph("\(criterion.field.name): no accuracies, because \(absence.clause).")
        }
        return Page.Section(
            "people", label: "People", heading: "How accurate everybody is",
            body: .lines(
                [
                    paragraph(
                        "True labels and accuracies by the model of Dawid and Skene (1979): what all labels together make likeliest. "
                            + "Sensitivity: of actions that are truly good, the share that somebody calls good; specificity: of the "
                            + "others, the share that somebody does not."), tables.annotators.block,
                ] + whys + [report.criteria.allSatisfy(\.pairs.isEmpty) ? .empty : tables.pairs.block]))
    }

    private var models: Page.Section? {
        guard !input.labels.models.isEmpty else { return nil }
        return Page.Section(
            "models", label: "Models", heading: "Models that judged, apart from people",
            body: .lines([
                paragraph("A model’s labels count nowhere above. How far it agrees with what most people say:"),
                tables.models.block,
            ]))
    }

    private var counts: Page.Section {
        let left = input.labels.leftOut.map {
            Markup.element("li", text: "\(Numerals.count($0.count)) \(LeftOutWords.words($0.reason))")
        }
        return Page.Section(
            "counts", label: "What counts", heading: "What counts",
            body: .lines([
                paragraph(
                    "\(Numerals.count(input.labels.counted)) of \(Numerals.count(input.labels.total)) labels count"
                        + (left.isEmpty ? "." : "; left out are:")), left.isEmpty ? .empty : .element("ul", [:], left),
                input.labels.accepted == 0
                    ? .empty
                    : paragraph(
                        "\(Numerals.count(input.labels.accepted)) of them only accept what a model had filled in, or were given after "
                            + "seeing it."), formats,
            ]))
    }
}
