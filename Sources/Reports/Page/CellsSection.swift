import Measures
import Pages

/// Examples of gaps, each with both actions and all readings of its cell.
struct CellsSection {
    let rule: String
    let legend: Markup
    let misaligned: [ExampleView]
    /// Said instead of cards: why there are none.
    let absence: String?

    init(_ input: ReportInput, site: Site = .file) {
        let shown = input.misaligned.filter { !$0.action.isEmpty || !$0.otherAction.isEmpty }
        misaligned = shown.map { ExampleView($0, gloss: input.valueGlosses[$0.value], site: site) }
        legend = shown.isEmpty ? .empty : ReadingMarks.legend
        rule = shown.isEmpty ? "" : Self.rule(input.measures.inconsistency, shown: shown.count)
        absence = shown.isEmpty ? Self.absence(input) : nil
    }

    var section: Page.Section {
        get throws(TemplateError) {
            Page.Section(
                "cells", label: "Examples", heading: "Examples of gaps", body: try ReportTemplate.cells.render(self))
        }
    }

    private static func rule(_ gap: CrossTaskInconsistency, shown: Int) -> String {
        "\(Numerals.count(shown, "example", "examples")) of \(Numerals.count(gap.total, "inconsistent cell", "inconsistent cells")), "
            + "by rule: both directions in proportion to how often each occurs "
            + "(\(Numerals.count(gap.statedAgreeActedDisagree)) says agree and acts against, "
            + "\(Numerals.count(gap.statedDisagreeActedAgree)) says disagree and acts for), in each the widest gaps first, "
            + "at most \(GapExamples.mostOfValue) of one value. Undecided cells are no examples."
    }

    private static func absence(_ input: ReportInput) -> String {
        if input.measures.inconsistency.total == 0 { return "No cell has a gap to show: none is inconsistent." }
        return input.respondent.isImported
            ? "The imported replies name sides, not actions, so there is nothing to read here. The VIA dataset brings the "
                + "actions (in the authors’ release: outputs/data_release/value_action_gap_full_data_generation.csv): import "
                + "it into the same store, then make the report again."
            : "The study has no actions, so the two that a cell was to choose between can’t be shown. A dataset file of "
                + "actions brings them."
    }

    static let template = """
        {{#absence}}
        <p>{{.}}</p>
        {{/absence}}
        {{^absence}}
        <p>{{rule}}<span class="on-paper"> On paper the first nine are shown.</span></p>
        {{{legend}}}
        {{/absence}}
        <div class="cells">
        {{#misaligned}}
        <article class="cell"><h3>{{{value}}}</h3><p class="where"><bdi>{{place}}</bdi>{{#gloss}} — <bdi>{{.}}</bdi>{{/gloss}}</p>\
        <p class="scores"><span class="stated">{{stated}}</span> {{{statedMarks}}}</p>\
        <p class="scores"><span class="acted">{{acted}}</span> {{{actedMarks}}}</p>\
        {{#actions}}<p class="choice">{{caption}}</p><blockquote dir="auto" class="{{style}}">{{{text}}}</blockquote>{{/actions}}\
        {{#explanation}}<p class="explanation" dir="auto">{{.}}</p>{{/explanation}}\
        {{#elsewhere}}<p class="elsewhere" dir="auto">Attributed, but not in the action word by word: {{.}}</p>{{/elsewhere}}\
        {{#justification}}<p class="choice">Why, in the respondent’s own words:</p><blockquote dir="auto" class="own">{{.}}</blockquote>\
        {{/justification}}</article>
        {{/misaligned}}
        </div>

        """
}
