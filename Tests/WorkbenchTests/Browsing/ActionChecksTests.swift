import Foundation
import Reports
import Study
import TestSupport
import Testing
import Text
import Workbench

/// Each flag of the data page, checked by hand.
struct ActionChecksTests {
    private func action(_ text: String, _ spans: [String] = ["x"], _ explanation: String = "Because.") -> Action {
        Action(text: text, attributions: spans, explanation: explanation)
    }

    private func words(_ text: String) -> [String] {
        var tokenizer = SearchTokenizer()
        return tokenizer.tokens(of: text).map(\.text)
    }

    @Test func `an attribution stands in its action letter by letter, or elsewhere`() {
        let text = "I say “kind words” to a café’s guests"
        #expect(ActionChecks.attributionsElsewhere(in: action(text, ["kind words", " to a ", "I say"])) == [])
        #expect(
            ActionChecks.attributionsElsewhere(in: action(text, ["Kind words", "cafe\u{301}", "", "guests."]))
                == ["Kind words", "cafe\u{301}", "guests."])
        #expect(ActionChecks.attributionsElsewhere(in: action("ababac", ["abac", "babab"])) == ["babab"])
    }

    @Test func `a megabyte of one letter is no long work`() {
        let word = String(repeating: "a", count: 1_000_000)
        #expect(
            ActionChecks.attributionsElsewhere(in: action(word, [String(repeating: "a", count: 5000) + "b"])).count == 1
        )
    }

    @Test func `attributions and explanations may be empty`() {
        #expect(ActionChecks.lacksAttribution(action("I", [])))
        #expect(ActionChecks.lacksAttribution(action("I", ["I", " \n"])))
        #expect(!ActionChecks.lacksAttribution(action("I", ["I"])))
        #expect(ActionChecks.lacksExplanation(action("I", [], " \t")))
        #expect(!ActionChecks.lacksExplanation(action("I")))
    }

    @Test(arguments: [
        ("I help all of my old friends every day", "i help all of my old friends every day!", true),
        // 9 and 10 words, 9 shared: 18/19.
        ("I help all of my old friends every day", "I never help all of my old friends every day", true),
        // 3 and 4 words, 3 shared: 6/7.
        ("I help friends", "I never help friends", false),
        ("I help friends", "I sing loudly", false),
        ("", "", false),
    ])
    func `two actions are nearly the same from nine tenths of shared words on`(left: String, right: String, same: Bool)
    {
        #expect(ActionChecks.areNearlySame(words(left), words(right)) == same)
    }

    @Test func `a value is named by its name or an alias, as words of their own`() {
        let names = ["Social Power", "平等"].map(words)
        #expect(ActionChecks.names(names, in: words("I seek social-power here")))
        #expect(ActionChecks.names(names, in: words("我重视平等")))
        #expect(!ActionChecks.names(names, in: words("I seek social powers")))
        #expect(!ActionChecks.names([[]], in: words("I")))
        #expect(!ActionChecks.names(names, in: []))
    }

    @Test(arguments: [
        ("I'm here", Language.english, false), ("Our house is open", .english, false),
        ("They open the house", .english, true),
        ("Ich öffne", .german, false), ("Man öffnet das Haus", .german, true), ("J'ouvre la maison", .french, false),
        ("我开门", .chinese, false), ("他们开门", .chinese, true), ("Abro la casa", .spanish, false),
        ("أفتح البيت", .english, false), ("", .english, false),
    ])
    func `the first person is looked for where the language says it in a word`(
        text: String, language: Language, lacks: Bool
    ) {
        #expect(ActionChecks.lacksFirstPerson(words(text), language: language) == lacks)
    }

    @Test func `lengths differ from twice as many words on, and ten more`() {
        #expect(ActionChecks.lengthsDiffer(10, 20) && ActionChecks.lengthsDiffer(20, 10))
        #expect(!ActionChecks.lengthsDiffer(11, 21) && !ActionChecks.lengthsDiffer(4, 13))
        #expect(ActionChecks.lengthsDiffer(0, 10) && !ActionChecks.lengthsDiffer(0, 0))
    }

    @Test(arguments: [
        ("I say <b>no</b>", true), ("x </i", true), ("a < b and b > c", false), ("fish &amp; chips", true),
        ("fish & chips; ham", false),
        ("&#39;", true), ("**bold**", true), ("2 * 3 * 4", false), ("`code`", true), ("{a}", true),
        ("line\\nline", true),
        ("a\nb", true), ("a\u{202E}b", true), ("a\u{1B}[1m", true), ("gone \u{FFFD}", true), ("say \\\"no\\\"", true),
        ("I don’t – “ever”, بلا شك (50 %).", false), ("می‌خواهم", false),
    ])
    func `markup and what steers is seen, and ordinary writing is not`(text: String, marks: Bool) {
        #expect(ActionChecks.hasMarks(text) == marks)
    }

    @Test func `a study's cells are flagged, duplicates and incomplete pairs among them`() throws {
        let study = try LoadedStudy(named: "pilot").definition
        let cells = (0..<3).compactMap(study.cell)
        let pair = ActionPair(agree: action("I x one"), disagree: action("I x TWO"))
        let other = ActionPair(agree: action("i x two."), disagree: action("I x three"))
        let pairs = FlaggedPair.all(of: study.withActions([cells[0]: pair, cells[1]: other]))
        #expect(pairs.count == study.cellCount)
        #expect(pairs[0].agree?.flags == [] && pairs[0].disagree?.flags == [.duplicate])
        #expect(pairs[1].agree?.flags == [.duplicate] && pairs[1].flags == [])
        #expect(pairs[2].flags == [.incompletePair] && pairs[2].agree == nil)
    }

    @Test func `the pilot that ships has no flag but names of values`() throws {
        let pairs = FlaggedPair.all(of: try LoadedStudy(named: "pilot").definition)
        let flags = pairs.flatMap { $0.flags + ($0.agree?.flags ?? []) + ($0.disagree?.flags ?? []) }
        let counts = Dictionary(grouping: flags, by: \.self).mapValues(\.count)
        #expect(counts.keys.allSatisfy { $0 == .namesValue }, "\(counts)")
    }

    @Test(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
    func `the released dataset's flags are counted`() throws {
        let file = SharedFolder.file("data/release/outputs/data_release/value_action_gap_full_data_generation.csv").path
        let study = try LoadedStudy(named: "schwartz-132", actions: [file]).definition
        let pairs = FlaggedPair.all(of: study)
        var counts: [ActionFlag: Int] = [:]
        for pair in pairs {
            for flag in pair.flags + (pair.agree?.flags ?? []) + (pair.disagree?.flags ?? []) {
                counts[flag, default: 0] += 1
            }
        }
        #expect(pairs.count == 7392)
        #expect(
            counts == [
                .attributionElsewhere: 1297, .duplicate: 2, .incompletePair: 62, .lengthsDiffer: 178, .namesValue: 325,
            ])
        // The likest pair shares ten words of nineteen.
        let shares = pairs.map { WordOverlap.share(words($0.agree?.text ?? ""), words($0.disagree?.text ?? "")) }
        #expect(shares.max() == 20.0 / 38)
    }
}
