import Reading
import TestSupport
import Testing

@Suite("A choice is what the whole text states, or unreadable")
struct ChoicePhrasesTests {
    @Test
    func `choices stated in plain words are read`() { EnglishChoices.chosen.check() }

    @Test
    func `objects, tags, boxes, tables, check marks, entities are read, and echoes of the prompt choose nothing`() {
        EnglishChoices.forms.check()
    }

    @Test
    func `mentions, rejections, retractions, advice, conditions and other people's choices are unreadable`() {
        EnglishChoices.open.check()
    }

    @Test
    func `refusals are refusals, in prose or in a field`() { EnglishChoices.refused.check() }

    @Test
    func `a reply and its mirror image read as mirror images`() {
        let mirrored: [Character: Character] = ["1": "2", "2": "1"]
        for table in [EnglishChoices.chosen, EnglishChoices.forms, EnglishChoices.open, EnglishChoices.refused] {
            for row in table.rows {
                guard let image = Self.mirror(row.text) else { continue }
                let letter = table.letter(row.text)
                #expect(table.letter(image) == mirrored[letter] ?? letter, "\(row.text) and \(image)")
            }
        }
    }

    @Test
    func `a reply under labels in the reverse order reads in the reverse order`() {
        for row in EnglishChoices.chosen.rows where row.text.lowercased().contains("option 1") {
            guard !row.text.contains("first"), !row.text.contains("second") else { continue }
            let letter = EnglishChoices.chosen.letter(row.text, labels: ("Option 2", "Option 1"))
            #expect(letter == (row.wanted == "1" ? "2" : "1"), "\(row.text)")
        }
    }

    @Test
    func `no wrapping, white space, case or quotation marks turn one choice into the other`() {
        var writer = ReplyWriter(random: SeededRandom(seed: 11))
        for row in EnglishChoices.chosen.rows + EnglishChoices.forms.rows where "12".contains(row.wanted) {
            for _ in 0..<6 {
                let text = Self.wrapped(row.text, &writer)
                let letter = EnglishChoices.chosen.letter(text)
                #expect(letter == row.wanted || !"12".contains(letter), "\(row.text) as \(text)")
            }
        }
    }

    /// The text with the two options exchanged; `nil` where it names one otherwise than by number.
    private static func mirror(_ text: String) -> String? {
        let others = ["first", "second", "one", " a", " b", "a", "b", "A", "B", "(a)", "(b)", "1)", "1.", "I "]
        guard text.contains("Option 1") || text.contains("Option 2"), !text.contains("true"), !text.contains("3") else {
            return nil
        }
        let rest = text.replacing("Option 1", with: "").replacing("Option 2", with: "")
        guard !rest.contains(where: \.isNumber), !others.prefix(2).contains(where: rest.contains) else { return nil }
        return text.replacing("Option 1", with: "\u{1}").replacing("Option 2", with: "Option 1")
            .replacing("\u{1}", with: "Option 2")
    }

    private static func wrapped(_ text: String, _ writer: inout ReplyWriter) -> String {
        var text = text
        for _ in 0..<2 {
            switch writer.random.next() % 10 {
            case 0: text = text.uppercased()
            case 1: text = "\n\n  \(text) \n"
            case 2: text = "**\(text)**"
            case 3: text = "“\(text)”"
            case 4: text = "```\n\(text)\n```"
            case 5: text = "<think>Option 1? Option 2?</think>\(text)"
            case 6: text = "Here is my answer:\n\(text)"
            case 7: text = text.replacing(" ", with: writer.pick(["  ", "\u{A0}", "\n", "\u{200F} "]))
            case 8: text = "> \(text)\n\nI hope this helps."
            default:
                text = text.replacing("1", with: writer.pick(["１", "١", "1️⃣"])).replacing(
                    "2", with: writer.pick(["２", "٢", "2️⃣"]))
            }
        }
        return text
    }
}
