import Foundation
import Reading
import Study
import TestSupport
import Testing
import Text

/// What is seen of datasets, against figures that an independent program computed.
struct DatasetCheckTests {
    private func check(_ lines: [String], study: StudyDefinition? = nil) throws -> DatasetCheck {
        DatasetCheck(try ActionDataset.read(lines.joined(separator: "\n"), file: "d.jsonl"), study: study)
    }

    private func line(
        _ action: String, _ inclination: String = "agree", value: String = "Loyal", more: String = ""
    ) -> String {
        """
        {"country": "France", "topic": "Politics", "value": "\(value)", "inclination": "\(inclination)", "action": "\(action)"\(more)}
        """
    }

    @Test func `pairs are counted by cell, generator and variant, and what is not there is named`() throws {
        let made = #", "generator": "a/b", "prompt_variant": 3, "language": "en""#
        let check = try check([
            line("I stay with my friends"), line("I leave my friends for a better offer", "disagree"),
            line("I stand by them", more: made), line("I stand beside them all day", more: made),
        ])
        #expect(check.pairs == 1 && check.cells == 1 && check.several == 1)
        #expect(check.incomplete.map(\.missing) == [[.disagree]])
        #expect(check.incomplete[0].origin.variant == 3)
        #expect(check.generators == ["": 2, "a/b": 2] && check.variants == [nil: 2, 3: 2])
        #expect(check.forms.noAttribution == 4 && check.forms.noExplanation == 4)
    }

    @Test func `leaks, sentences, lengths, the writer and the language are seen`() throws {
        let long = String(repeating: "and more ", count: 50)
        let check = try check([
            line("I stay disloyal to my party"), line("My loyal friends see me. I see them.", "disagree"),
            line("They go to the house of the people with the others \(long)", value: "Clean"),
            line("Ich bleibe heute bei meinen Freunden und gehe nicht in die Stadt", more: #", "language": "en""#),
            line("I say <b>no</b> to it all", value: "Daring"),
        ])
        #expect(check.forms.leaks == [.name: 1, .family: 1] && check.forms.leakLines == [1, 2])
        #expect(check.forms.severalSentences == 1 && check.forms.lengths.tooLong == 1 && check.forms.marks == 1)
        #expect(check.forms.notFirstPerson >= 1 && check.forms.otherLanguage == 1)
        #expect(check.forms.found[.german] == 1)
    }

    @Test func `attributions are found in spite of case, and those that stand nowhere are counted`() throws {
        let check = try check([
            line("I stay with my friends", more: #", "attributions": ["stay with", "My Friends", "go away"]"#)
        ])
        #expect(check.spans.whole.tolerant == .init(literal: 1, all: 3))
        #expect(check.spans.manners[.literal] == 1 && check.spans.manners[.letterCase] == 1)
        #expect(check.spans.elsewhere == 1 && check.spans.actionsElsewhere == 1)
    }

    @Test func `near-duplicates are told apart by where they stand`() throws {
        let text = "I walk to the market every morning and buy what my old neighbours need for the day"
        let check = try check([
            line(text), line(text + "!", "disagree"),
            line(text.replacing("old", with: "kind"), more: #", "prompt_variant": 1"#),
            line(text, value: "Clean"),
        ])
        #expect(check.likeness.sameInBoth == 1 && check.likeness.withinPairs == 1)
        #expect(check.likeness.withinCells == 2 && check.likeness.acrossCells == 4 && check.likeness.groups == 1)
    }

    @Test func `a study's names are matched on folded letters, and what it does not know is listed`() throws {
        let study = try StudyDefinition.builtIn(named: "schwartz-132")
        let check = try check([line("I stay", value: "LOYAL"), line("I go", value: "Bravery")], study: study)
        #expect(check.values == ["Loyal", "Bravery"])
        #expect(check.ofStudy?.unknown.map(\.name) == ["Bravery"])
        #expect(check.ofStudy?.without == 7392)
    }

    @Test func `the pilot's own actions have nothing odd but two words of a family`() throws {
        let study = try StudyDefinition.builtIn(named: "pilot")
        let check = DatasetCheck(try ActionDataset.read(study.actionsText(), file: "pilot"), study: study)
        #expect(check.pairs == 80 && check.incomplete.isEmpty && check.ofStudy?.without == 0)
        #expect(check.forms.leaks == [.family: 2])
        #expect(check.spans.whole.tolerant == .init(literal: 307, all: 307))
        #expect(check.forms.notFirstPerson == 0 && check.forms.severalSentences == 0 && check.forms.otherLanguage == 0)
        #expect(check.likeness.acrossCells == 0)
    }

    // MARK: - Released files

    private static func released(_ name: String) throws -> DatasetCheck {
        DatasetCheck(try ActionDataset.read(path: SharedFolder.file("data/release/outputs/\(name)").path))
    }

    @Test(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
    func `the released dataset has its 61 refusals, 62 incomplete pairs, leaks and near-duplicates`() throws {
        let check = try Self.released("data_release/value_action_gap_full_data_generation.csv")
        #expect(check.dataset.rowCount == 14_784 && check.dataset.rows.count == 14_722)
        #expect(check.refused == 61 && check.unreadable == [.truncated: 1] && check.repeated == 0)
        #expect(check.cells == 7392 && check.pairs == 7330 && check.incomplete.count == 62)
        #expect(check.countries.count == 12 && check.topics.count == 11 && check.values.count == 56)
        #expect(check.forms.leaks[.name] == 325 && check.forms.leaking > 900)
        // Computed by another program, over all pairs that share anything: eight pairs.
        #expect(check.likeness.groups == 8 && check.likeness.acrossCells == 16 && check.likeness.withinPairs == 0)
        #expect(check.likeness.examples.first?.similarity == 1 && !check.likeness.isBounded)
        #expect(check.spans.whole.tolerant == .init(literal: 48_210, all: 49_717))
        #expect(check.forms.found[.english] ?? 0 > 14_700)
    }

    @Test(
        .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)),
        arguments: ["A", "B"])
    func `the released sheets have the overlap that was published, read strictly and tolerantly`(person: String) throws
    {
        let check = try Self.released("human_annotation/human_annotation_value_actions_gpt_4o - \(person).csv")
        #expect(check.dataset.layout == .sheet && check.dataset.rows.count == 640 && check.pairs == 320)
        let (three, five) = (check.spans.byVariant[3], check.spans.byVariant[5])
        #expect(three?.strict == .init(literal: 248, all: 270) && five?.strict == .init(literal: 256, all: 265))
        #expect(three?.tolerant == .init(literal: 257, all: 280) && five?.tolerant == .init(literal: 268, all: 277))
    }
}
