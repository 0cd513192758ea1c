import Pages

/// The most misaligned cells, each with the action that was chosen.
struct CellsSection {
    let misaligned: [MisalignedView]

    init(_ input: ReportInput) {
        misaligned = input.misaligned.map { MisalignedView($0, gloss: input.valueGlosses[$0.value]) }
    }

    var section: Page.Section {
        get throws(TemplateError) {
            Page.Section(
                "cells", label: "Cells", heading: "The widest single gaps", body: try ReportTemplate.cells.render(self))
        }
    }

    static let template = """
        {{^misaligned}}
        <p>No cell with a gap has an action to show.</p>
        {{/misaligned}}
        <div class="cells">
        {{#misaligned}}
        <article class="cell">
        <h3><bdi>{{value}}</bdi></h3>
        <p class="where"><bdi>{{place}}</bdi>{{#gloss}} — <bdi>{{.}}</bdi>{{/gloss}}</p>
        <p class="scores"><span class="stated">stated {{stated}}</span> <span class="acted">acted {{acted}}</span> <span class="gap">gap {{gap}}</span></p>
        <p class="choice">{{choice}}:</p>
        <blockquote dir="auto">{{{action}}}</blockquote>
        {{#explanation}}
        <p class="explanation" dir="auto">{{.}}</p>
        {{/explanation}}
        {{#elsewhere}}
        <p class="elsewhere" dir="auto">Attributed, but not in the action word by word: {{.}}</p>
        {{/elsewhere}}
        </article>
        {{/misaligned}}
        </div>

        """
}

/// A misaligned cell as the page shows it.
struct MisalignedView {
    let place: String
    let value: String
    let gloss: String?
    let stated: String
    let acted: String
    let gap: String
    let choice: String
    let action: Markup
    let elsewhere: String?
    let explanation: String?

    init(_ cell: MisalignedCell, gloss: String?) {
        let attribution = Attribution(action: cell.action, spans: cell.attributions)
        place = "\(cell.country) · \(cell.topic)"
        value = cell.value
        self.gloss = gloss.flatMap { $0.isEmpty ? nil : $0 }
        stated = Numerals.decimal(cell.stated)
        acted = Numerals.decimal(cell.acted)
        gap = Numerals.signed(cell.signedGap)
        choice =
            cell.inclination == .agree
            ? "It chose the action that shows the value" : "It chose the action against the value"
        action = .joined(attribution.pieces.map { $0.isMarked ? .element("mark", [:], text: $0.text) : .text($0.text) })
        elsewhere =
            attribution.elsewhere.isEmpty ? nil : attribution.elsewhere.map { "“\($0)”" }.joined(separator: ", ")
        explanation = cell.explanation.isEmpty ? nil : cell.explanation
    }
}
