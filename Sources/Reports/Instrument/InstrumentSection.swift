import Measures
import Pages

/// The instrument's own errors as the page shows them.
struct InstrumentSection {
    let findings: [String]
    let effects: Markup
    let effectNotes: [String]
    let variance: Markup
    let varianceNotes: [String]
    let sensitivityNote: String
    let sensitivity: Markup

    init(_ instrument: InstrumentReport, effects: Markup) {
        let (words, tables) = (InstrumentWords(instrument: instrument), InstrumentTables(instrument: instrument))
        findings = words.findings
        self.effects = effects
        let notes = words.tasks.enumerated().flatMap { index, task in
            InstrumentWords.notes(task.task, isStated: index == 0).map { (of: task.name, text: $0) }
        }
        effectNotes = InstrumentWords.grouped(notes).map { "\($0.of): \($0.text)" }
        variance = tables.variance.block
        varianceNotes = words.varianceNotes
        sensitivityNote = InstrumentTables.scope(instrument.sensitivity)
        sensitivity = tables.sensitivity.block
    }

    var section: Page.Section {
        get throws(TemplateError) {
            Page.Section(
                "instrument", label: "Instrument", heading: "The instrument",
                body: try ReportTemplate.instrument.render(self))
        }
    }

    static let template = """
        <p>How much of the findings is due to the way of asking?</p>
        {{> sentences}}
        {{{effects}}}
        {{#effectNotes}}
        <p>{{.}}</p>
        {{/effectNotes}}
        <h3>Where the variance lies</h3>
        {{{variance}}}
        {{#varianceNotes}}
        <p>{{.}}</p>
        {{/varianceNotes}}
        <h3>What missing answers and ties could change</h3>
        <p>{{sensitivityNote}}</p>
        {{{sensitivity}}}

        """
}
