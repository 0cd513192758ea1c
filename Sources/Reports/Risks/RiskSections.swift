import Measures
import Pages

/// The sections of pages of risks, and the one of a report.
struct RiskSections {
    let input: RiskInput
    /// The run whose page it is; `nil` where there is none.
    var run: Int?
    /// Where the names of risks lead, where there is somewhere to go.
    var link: (RiskUnit) -> Link? = { _ in nil }

    private var report: RiskReport { input.report }
    private var tables: RiskTables { RiskTables(input: input) }

    private func paragraph(_ text: String) -> Markup { .element("p", text: text) }

    /// How far coders agree: before any count.
    var agreement: Page.Section {
        let pairs = report.agreement.contains { !$0.pairs.isEmpty || !$0.againstReference.isEmpty }
        return Page.Section(
            "agreement", label: "Agreement", heading: "How far coders agree",
            body: .lines([
                paragraph(RiskInput.rule), tables.verdicts.block,
                pairs
                    ? PageBlocks.details("Every two coders", [tables.agreement.block])
                    : paragraph("No two coders coded the same cell yet."),
            ]))
    }

    /// The taxonomy with counts.
    var taxonomy: Page.Section {
        Page.Section(
            "risks", label: "Risks", heading: "How many cells carry each risk", body: .lines([taxonomyBody]))
    }

    private var taxonomyBody: Markup {
        PageBlocks.figure(
            input.sharesFigure, reading: "A cell may carry several risks. \(input.intervals)",
            tables: [tables.taxonomy(link: link)], areOpen: true)
    }

    /// Counts by axis.
    var places: Page.Section {
        let axes = RiskPlace.Axis.allCases.filter { axis in
            axis != .all && axis != .value && !report.coded.names(axis).isEmpty
        }
        let values = tables.counts(by: .value)
        return Page.Section(
            "places", label: "Where", heading: "Where they lie",
            body: .lines(
                axes.enumerated().map { number, axis in
                    number == 0
                        ? tables.counts(by: axis).block
                        : PageBlocks.details("By \(axis.words.lowercased())", [tables.counts(by: axis).block])
                } + [PageBlocks.details("By value", [values.textBlock])]))
    }

    /// Counts without a coder's known error.
    var corrected: Page.Section? {
        guard !report.corrected.isEmpty || tables.models != nil else { return nil }
        return Page.Section(
            "corrected", label: "Corrected", heading: "Corrected counts",
            body: .lines([
                report.corrected.isEmpty
                    ? .empty : .lines([paragraph(RiskInput.correctedRule), tables.corrected.block]),
                tables.models.map(\.block) ?? .empty,
            ]))
    }

    /// Every two respondents.
    var comparisons: Page.Section? {
        guard !report.comparisons.isEmpty else { return nil }
        return Page.Section(
            "comparison", label: "Comparison", heading: "Respondents compared",
            body: .lines([
                paragraph(
                    "Shares of either one’s own misaligned cells, which are different cells: not how often a respondent brings a risk "
                        + "about, but what its gaps are of."), tables.comparisons.block,
            ]))
    }

    /// Examples by rule.
    func examples(atMost most: Int) -> Page.Section {
        let shown = CodedExample.chosen(from: input.examples, codes: input.coded.codes.map(\.name), atMost: most)
        return Page.Section(
            "coded", label: "Coded examples", heading: "Coded examples",
            body: .lines(
                shown.isEmpty
                    ? [paragraph("No coded cell carries a risk.")]
                    : [
                        paragraph(
                            "By rule: every risk that occurs, the widest gaps first, at most \(most). Marked words are said to show the "
                                + "value."), RiskCards.cards(shown),
                    ]))
    }

    /// All of it in one section of a report.
    var ofReport: Page.Section {
        let shown = CodedExample.chosen(
            from: input.examples, codes: input.coded.codes.map(\.name), atMost: Self.examplesOfReport)
        return Page.Section(
            "risks", label: "Risks", heading: "Why gaps matter: risks",
            body: .lines(
                [paragraph(input.scope)] + input.caveats.map(paragraph)
                    + [
                        PageBlocks.details(
                            "How far coders agree", [paragraph(RiskInput.rule), tables.verdicts.block]),
                        taxonomyBody, tables.counts(by: .direction).block,
                    ] + (shown.isEmpty ? [] : [RiskCards.cards(shown)]) + [whole]))
    }

    /// The way to the page that has all of it.
    private var whole: Markup {
        guard run != nil else { return .empty }
        let link = RisksAddress(project: input.project).link()
        return .element("p", [:], [.element("a", ["href": link.href], text: "All counts and all coded cells")])
    }

    /// So many examples stand in a report, beside those of its gaps.
    static let examplesOfReport = 6
}

/// Coded cells as cards.
enum RiskCards {
    static func cards(_ examples: [CodedExample]) -> Markup {
        .element("div", ["class": "cells"], examples.map(card))
    }

    private static func card(_ example: CodedExample) -> Markup {
        let (cell, sides) = (example.cell, example.sides)
        let attribution = Attribution(action: cell.action, spans: cell.attributions)
        let site = example.run.map { Site.served(run: $0) } ?? .file
        let marked = attribution.pieces.map { piece in
            piece.isMarked ? Markup.element("mark", text: piece.text) : .text(piece.text)
        }
        func line(_ style: String, _ text: String, isTheirs: Bool = false) -> Markup {
            .element("p", ["class": style, "dir": isTheirs ? "auto" : nil], text: text)
        }
        let link = site.cell(country: cell.country, topic: cell.topic, value: cell.value)
        return .element(
            "article", ["class": "cell"],
            [
                .element("h3", [:], [site.name(cell.value, link)]),
                .element(
                    "p", ["class": "where"],
                    [
                        .element("bdi", text: "\(cell.country) · \(cell.topic)"), .text(" · "),
                        .element("bdi", text: example.respondent),
                    ]),
                line("scores", "\(sides.stated), \(sides.acted)"),
                cell.action.isEmpty
                    ? .empty : .element("blockquote", ["dir": "auto", "class": "chosen"], marked),
                cell.explanation.isEmpty ? .empty : line("explanation", cell.explanation, isTheirs: true),
                .element(
                    "p", ["class": "choice"],
                    [.element("strong", text: example.codes.isEmpty ? "No risk" : "Risks: ")]
                        + (example.codes.isEmpty
                            ? [] : [.element("bdi", text: example.codes.joined(separator: ", "))])),
                example.memo.map { line("elsewhere", "Note: \($0)", isTheirs: true) } ?? .empty,
            ])
    }
}
