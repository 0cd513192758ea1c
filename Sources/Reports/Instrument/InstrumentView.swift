import Measures
import Pages

/// The instrument's own errors as the page shows them.
struct InstrumentView {
    let findings: [String]
    let effects: Markup
    let effectNotes: [String]
    let variance: Markup
    let varianceNotes: [String]
    let sensitivityNote: String
    let sensitivity: Markup

    init(_ instrument: InstrumentReport) {
        let (words, tables) = (InstrumentWords(instrument: instrument), InstrumentTables(instrument: instrument))
        findings = words.findings
        let figure = InstrumentFigure(instrument)?.figure
        effects =
            figure.map {
                PageBlocks.figure(
                    $0,
                    reading: "Dots to the right of 0: answers are drawn towards disagreement; for the place, towards "
                        + "what stands first. Filled where the interval leaves out 0. Beside it, the share of pairs "
                        + "whose inclination changes.",
                    tables: [tables.effects])
            } ?? .empty
        let notes = words.tasks.enumerated().flatMap { index, task in
            InstrumentWords.notes(task.task, isStated: index == 0).map { (of: task.name, text: $0) }
        }
        effectNotes = InstrumentWords.grouped(notes).map { "\($0.of): \($0.text)" }
        variance = PageBlocks.scrolling(tables.variance.markup, label: tables.variance.caption)
        varianceNotes = words.varianceNotes
        sensitivityNote = InstrumentTables.scope(instrument.sensitivity)
        sensitivity = PageBlocks.scrolling(tables.sensitivity.markup, label: tables.sensitivity.caption)
    }
}
