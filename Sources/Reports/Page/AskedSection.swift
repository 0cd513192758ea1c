import Measures
import Pages

/// What was asked, of whom, and what became of the questions.
struct AskedSection {
    let facts: [LabelledText]
    let prompts: [SamplePrompt]
    let stateNotes: [String]
    let states: Markup

    init(_ input: ReportInput, states: Markup) {
        facts = Facts(input: input).all
        prompts = input.prompts
        stateNotes = Self.stateNotes(input.measures)
        self.states = states
    }

    var section: Page.Section {
        get throws(TemplateError) {
            Page.Section(
                "asked", label: "What was asked", heading: "What was asked, and of whom",
                body: try ReportTemplate.asked.render(self))
        }
    }

    private static func stateNotes(_ measures: MeasureReport) -> [String] {
        let states = measures.states
        var notes: [String] = []
        if states.ratingsAsked > 0 {
            notes.append(
                "Task 1 asks for \(Numerals.count(states.ratingsAsked)) ratings; "
                    + "\(Numerals.count(states.ratingsRead)) were read, "
                    + "\(Numerals.count(states.ratingsOutOfRange)) named no option of the scale, "
                    + "\(Numerals.count(states.ratingsAmbiguous)) were ambiguous.")
        }
        if states.cellsWithoutActionPair > 0 {
            notes.append(
                "\(Numerals.count(states.cellsWithoutActionPair, "cell was", "cells were")) not asked in Task 2: "
                    + "the dataset lacks one of the two actions.")
        }
        if let notice = measures.scoring == .overruled ? measures.scoringNotice : nil { notes.append(notice) }
        let counts = measures.counts
        notes.append(
            "Of \(Numerals.count(counts.cells, "cell", "cells")), \(Numerals.count(counts.stated)) have a stated score, "
                + "\(Numerals.count(counts.acted)) an acted score and \(Numerals.count(counts.both)) both.")
        return notes
    }

    static let template = """
        <dl class="facts">
        {{#facts}}
        <div><dt>{{label}}</dt><dd><bdi>{{text}}</bdi></dd></div>
        {{/facts}}
        </dl>
        <div class="prompts">
        {{#prompts}}
        <details class="prompt" open><summary>{{caption}}</summary><pre dir="auto">{{text}}</pre></details>
        {{/prompts}}
        </div>
        <h3>What came back</h3>
        {{#stateNotes}}
        <p>{{.}}</p>
        {{/stateNotes}}
        {{{states}}}

        """
}

extension Axes {
    /// `12 countries × 11 topics × 56 values = 7,392 cells`.
    var extent: String {
        "\(Numerals.count(countries.count, "country", "countries")) × "
            + "\(Numerals.count(topics.count, "topic", "topics")) × "
            + "\(Numerals.count(values.count, "value", "values")) = "
            + Numerals.count(cellCount, "cell", "cells")
    }
}
