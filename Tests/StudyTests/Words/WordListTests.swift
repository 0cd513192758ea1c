import Study
import TestSupport
import Testing
import Text

@Suite("Lists of words")
struct WordListTests {
    private static func list(_ words: String) throws -> WordList {
        try WordList.parse(
            "name: mine\nversion: 3\ncodebook: risks\nwords:\n  en:\n\(words)", file: "mine.yaml")
    }

    private func found(_ words: String, in text: String) throws -> [String] {
        let list = try Self.list(words)
        var finder = WordFinder(try #require(list.part(of: .english)))
        return finder.matches(in: text).map { "\($0.code): \($0.words) (\($0.pattern))" }
    }

    @Test func `a word is a whole word, a star is any rest of it, a phrase is one word behind the other`() throws {
        let words = "    a: [mock, exclud*, look down on]\n"
        #expect(try found(words, in: "Mock me; a hammock.") == ["a: Mock (mock)"])
        #expect(
            try found(words, in: "EXCLUDING, exclude, preclude")
                == ["a: EXCLUDING (exclud*)", "a: exclude (exclud*)"])
        #expect(try found(words, in: "They look — down on us.") == ["a: look — down on (look down on)"])
        #expect(try found(words, in: "look up, down, on").isEmpty)
        #expect(try found(words, in: "look down").isEmpty)
    }

    @Test func `accents and capitals don't count, in the list or in the text`() throws {
        #expect(
            try found("    a: [façade]\n", in: "a FACADE, a façade") == ["a: FACADE (façade)", "a: façade (façade)"])
    }

    @Test func `a denial is found like what it denies`() throws {
        #expect(try found("    a: [prejudic*]\n", in: "without any prejudice") == ["a: prejudice (prejudic*)"])
    }

    @Test func `one place speaks once for a code, and for as many codes as have it`() throws {
        #expect(
            try found("    a: [exclud*, exclude, exclude them]\n    b: [exclude]\n", in: "exclude them").sorted()
                == ["a: exclude (exclude)", "b: exclude (exclude)"])
    }

    @Test func `signs of a script without spaces are found where they stand`() throws {
        let list = try WordList.parse(
            "name: m\ncodebook: risks\nwords:\n  zh:\n    a: [歧视]\n", file: "m.yaml")
        var finder = WordFinder(try #require(list.part(of: .chinese)))
        #expect(finder.matches(in: "他们歧视外人").map(\.words) == ["歧视"])
    }

    @Test func `what finds the same has the same hash, whatever its order, and nothing else has`() throws {
        let first = try Self.list("    a: [one, two]\n    b: [three]\n")
        #expect(first.hash == (try Self.list("    b: [three]\n    a: [TWO, one]\n")).hash)
        #expect(first.hash != (try Self.list("    a: [one, two*]\n    b: [three]\n")).hash)
        #expect(first.hash != (try Self.list("    a: [one]\n    b: [three, two]\n")).hash)
        #expect(first.hash.count == 32)
    }

    @Test(arguments: [
        (
            "    a: [ab*]\n",
            "mine.yaml:6:9: the word \"ab*\" would find nearly everything; give 3 letters or more before the *"
        ),
        (
            "    a: [do*it]\n",
            "mine.yaml:6:9: the word \"do*it\" has a * inside a word; it stands for the rest of a word, at its end"
        ),
        ("    a: ['!?']\n", "mine.yaml:6:9: the word \"!?\" holds no letter or digit"),
        ("    a: [one, ONE]\n", "mine.yaml:6:14: duplicate word \"ONE\" of \"a\"; keep one"),
        (
            "    a: [1 2 3 4 5 6 7 8 9]\n",
            "mine.yaml:6:9: the word \"1 2 3 4 5 6 7 8 9\" has more than 8 words; give a shorter phrase"
        ),
        ("    - a\n", "mine.yaml:6:5: the words of \"en\" must be a mapping from code to words, not a list"),
        (
            "    a: [one]\n  tlh:\n    a: [two]\n",
            "mine.yaml:7:3: unknown language \"tlh\"; known are en, de, fr, es, ar, hi, ur, fil, zh, ja"
        ),
    ])
    func `what a list can't hold is refused with its place`(words: String, message: String) throws {
        let error = #expect(throws: StudyFileError.self) { try Self.list(words) }
        #expect(error?.problems.map(\.description) == [message])
    }

    @Test func `the list that ships has words for every code of the taxonomy, none of which names a topic or a value`()
        throws
    {
        let list = try WordList.risks()
        let book = try Codebook.load("risks")
        #expect(Set(list.codes) == Set(book.criteria.map(\.id)) && list.codebook == book.name)
        #expect(try WordList.parse(WordList.risksText, file: "again.yaml") == list)
        let study = try StudyDefinition.builtIn(named: "schwartz-132")
        var finder = WordFinder(try #require(list.part(of: .english)))
        for name in study.topics + study.theory.values.map(\.name) {
            #expect(finder.matches(in: name).isEmpty, "\(name)")
        }
    }

    @Test func `any text of any signs is searched without harm, and what is found stands in it`() throws {
        var finder = WordFinder(try #require(WordList.risks().part(of: .english)))
        var random = SeededRandom(seed: 7)
        let pieces = [
            "exclud", "e", "d ", "look down", " on", "👨🏻‍🚒", "\u{0}", "é", "歧", "*", "…", "\n", "mock", "\u{202E}",
        ]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            for match in finder.matches(in: text) { #expect(text.contains(match.words)) }
        }
    }
}
