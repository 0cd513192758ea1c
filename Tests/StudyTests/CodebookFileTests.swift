import Foundation
import Study
import TestSupport
import Testing
import Text

@Suite("A codebook as a file") struct CodebookFileTests {
    private static let small = """
        name: mine
        version: 2
        mode: extensible
        guideline: |
          Code the gap.

          Not the action.
        levels:
          - {id: near, name: Near}
          - id: far
        codes:
          - id: harm
            name: Harm
            level: near
            definition: Somebody is hurt.
            examples: [A fall., A burn.]
            excludes: [A scare is fright.]
            formerly: [hurt]
          - {id: fright, level: far, definition: Somebody is scared.}
        """

    private func problems(_ text: String) -> [String] {
        do {
            _ = try Codebook.parse(text, file: "c.yaml")
            return []
        } catch { return error.problems.map(\.description) }
    }

    @Test func `is read whole`() throws {
        let book = try Codebook.parse(Self.small, file: "c.yaml")
        #expect((book.name, book.version, book.guideline) == ("mine", 2, "Code the gap.\n\nNot the action."))
        #expect(
            book.coding
                == .init(mode: .extensible, levels: [.init(id: "near", name: "Near"), .init(id: "far", name: "Far")]))
        #expect(
            book.criteria == [
                .code(
                    id: "harm", name: "Harm", level: "near", definition: "Somebody is hurt.", formerly: ["hurt"],
                    examples: ["A fall.", "A burn."], excludes: ["A scare is fright."]),
                .code(id: "fright", name: "Fright", level: "far", definition: "Somebody is scared."),
            ])
        #expect(book.criteria.allSatisfy { $0.about == .gap && $0.answers.map(\.id) == ["yes", "no"] })
    }

    @Test(arguments: [
        (
            "version: 2", "version: 0",
            #"c.yaml:2:10: the codebook's "version" must be a whole number from 1 to 9999, not the text "0""#
        ),
        ("mode: extensible", "mode: open", #"c.yaml:3:7: "mode" must be extensible or fixed, not "open""#),
        ("level: near", "level: neer", #"c.yaml:14:12: unknown level "neer" of "harm"; did you mean "near"?"#),
        ("id: far", "id: near", #"c.yaml:10:5: duplicate level "near""#),
        ("{id: fright, level: far", "{id: harm, level: far", #"c.yaml:19:5: duplicate code "harm""#),
        (
            "formerly: [hurt]", "formerly: [fright]",
            #"c.yaml:12:5: the earlier id "fright" of "harm" is that of "fright" too: labels would not know whose they are"#
        ),
        ("    definition: Somebody is hurt.\n", "", #"c.yaml:12:5: missing key "definition" in a code"#),
        (
            "examples: [A fall., A burn.]", "examples: A fall.",
            #"c.yaml:16:15: "examples" must be a list, not the text "A fall.""#
        ),
        ("id: harm", "id: Harm!", #"c.yaml:12:9: a code's "id" "Harm!" must be letters a–z, digits and -, 40 at most"#),
        ("id: harm", "id: proposal", #"c.yaml:12:9: a code's "id" "proposal" means something else already"#),
        ("mode:", "moode:", #"c.yaml:3:1: unknown key "moode" in the codebook; did you mean "mode"?"#),
        ("name: mine\n", "", #"c.yaml:1:1: missing key "name" in the codebook"#),
    ])
    func `one mistake is one problem with its place, and what to do`(old: String, new: String, problem: String) {
        #expect(problems(Self.small.replacing(old, with: new, maxReplacements: 1)).first == problem)
        if !old.hasPrefix("id: far") {
            #expect(problems(Self.small.replacing(old, with: new, maxReplacements: 1)).count == 1)
        }
    }

    @Test func `what it lacks, or has twice, is said`() {
        #expect(problems("name: mine") == [#"c.yaml:1:1: missing key "criteria" or "codes" in the codebook"#])
        #expect(
            problems("name: mine\ncodes: [{id: a, level: b, definition: c}]") == [
                #"c.yaml:2:8: missing key "levels" beside "codes": a list of groups, each with "id" and "name""#
            ])
        #expect(
            problems("name: m\nmode: fixed\ncriteria: [{id: a, about: action, question: q}]") == [
                #"c.yaml:2:7: "mode" belongs to "codes", which this codebook lacks; leave it out, or write "codes""#
            ])
        #expect(
            problems(
                "name: m\nlevels: [{id: l}]\ncodes: [{id: b, level: l, definition: d}]\ncriteria: [{id: a, about: action, question: q}]"
            )
                == [#"c.yaml:4:11: a codebook has "criteria" or "codes", not both; make two codebooks of it"#])
        #expect(problems("- a") == [#"c.yaml:1:1: the codebook must be a mapping with "name", not a list"#])
    }

    @Test func `is found by the name of one that ships, or where it lies`() throws {
        #expect(try Codebook.load("via") == .via)
        #expect(try Codebook.load("risks@1") == Codebook.load("risks"))
        let path = FileManager.default.temporaryDirectory.appending(path: "codebook-\(UUID().uuidString).yaml").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Self.small.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try Codebook.load(path) == Codebook.parse(Self.small, file: "c.yaml"))
        let problem = #expect(throws: StudyFileError.self) { _ = try Codebook.load("risk") }
        #expect(
            problem?.description
                == #"risk: no such codebook; check the path ("risks" and "via" ship with vlens; "#
                + "`vlens annotate codebook --codebook risks --yaml` prints one to edit)")
    }

    @Test func `a study names one that ships`() throws {
        let text = StudyFileSample.text.replacing("actions: none", with: "actions: none\nannotation: {codebook: risks}")
        #expect(try StudyDefinition.parse(text, file: "s.yaml").annotation?.codebook == Codebook.load("risks"))
        #expect(
            StudyFileSample.problems(of: text.replacing("codebook: risks", with: "codebook: riks")) == [
                #"s.yaml:8:24: unknown codebook "riks"; did you mean "risks"? (one of your own is a mapping with "criteria" or "codes")"#
            ])
    }
}

@Suite("The taxonomy of risks that ships") struct RiskTaxonomyTests {
    @Test func `has the paper's ten types on three levels, each with a definition, examples and rules`() throws {
        let book = try Codebook.load("risks")
        #expect(book.coding?.mode == .fixed)
        #expect(book.coding?.levels.map(\.name) == ["Individual", "Interaction", "Societal"])
        #expect(
            ["individual", "interaction", "societal"].map { level in book.criteria.count { $0.level == level } } == [
                4, 3, 3,
            ])
        #expect(!book.guideline.isEmpty)
        for code in book.criteria {
            #expect((2...3).contains(code.examples?.count ?? 0), "\(code.id)")
            #expect((code.excludes?.count ?? 0) >= 2, "\(code.id)")
            #expect(code.definition.count > 100, "\(code.id)")
        }
        // A rule that names another code names one that there is.
        let ids = Set(book.criteria.map(\.id))
        let named = book.criteria.flatMap { code in
            (code.excludes ?? []).flatMap { rule in ids.filter { rule.contains($0) && $0 != code.id } }
        }
        #expect(Set(named).count >= 6)
    }

    @Test(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
    func `names its types as the published table does`() throws {
        let bytes = try SharedFolder.bytes("published/emnlp2025.json")
        let table = try #require(JSONReader.read(bytes, manner: .strict)?["table5_risk_counts"]?.members)
        let published = table.map(\.name).filter { $0 != "examples_coded" }
        #expect(try Codebook.load("risks").criteria.map(\.name) == published)
    }
}

@Suite("A codebook written as YAML") struct CodebookYAMLTests {
    @Test func `the ones that ship read back equal`() throws {
        for name in Codebook.builtInNames {
            let book = try Codebook.load(name)
            #expect(try Codebook.parse(book.yaml, file: "c.yaml") == book)
        }
    }

    /// Texts with all that YAML takes for something else, in every place.
    private static let pieces = [
        "a", "yes", "null", "~", "#", " # ", ": ", "- ", "? ", "| ", "> ", "\"", "'", "\\", "&x", "*x", "&", "*", "[",
        "]", "{", "}", ",", "%", "@",
        "`", "!", "1.0", "0x1", "…", "“so”", "👩🏽‍🚒", "\u{200D}", "\u{2028}", "\u{85}", "\u{A0}", "\u{7F}", "é",
        "e\u{301}", "اردو", "中", "  ", "word",
        "---", "...", "\t", "<<", "=", "\u{E000}", "\u{FFFD}", "\u{1F9E0}",
    ]

    @Test(arguments: 0..<400) func `any other does, too`(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        func pick<Item>(_ items: [Item]) -> Item { items[Int(random.next() % UInt64(items.count))] }
        func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }
        func text(lines: Bool) -> String {
            let count = 1 + Int(random.next() % (chance(20) ? 60 : 6))
            var text = ""
            for _ in 0..<count { text += chance(15) && lines ? "\n" : chance(40) ? " " : pick(Self.pieces) }
            // The reader takes blanks off both ends, and refuses what is empty. YAML keeps no U+FEFF, which marks the order of bytes.
            let trimmed = (text + "z").trimmed
            return trimmed.trimmed == trimmed && !["~", "null"].contains(trimmed) ? trimmed : "z"
        }
        func name() -> String { String(text(lines: false).prefix(200)).trimmed }
        func word(_ place: Int) -> String { pick(["no", "true", "1", "-a", "x", "null", "a-b"]) + "\(place)" }
        let levels = (0..<1 + Int(random.next() % 3)).map { Codebook.Coding.Level(id: word($0), name: name()) }
        let isCoding = chance(60)
        let criteria = (0..<1 + Int(random.next() % 5)).map { place -> Criterion in
            let formerly = chance(30) ? [word(100 + place)] : nil
            guard isCoding else {
                return Criterion(
                    id: word(place), name: name(), question: text(lines: true),
                    definition: chance(20) ? "" : text(lines: true), about: pick(Criterion.Part.allCases),
                    answers: chance(50)
                        ? Criterion.yesNoUnsure : [.init(id: "no", label: name()), .init(id: word(1), label: name())],
                    formerly: formerly)
            }
            func list() -> [String]? {
                chance(30) ? nil : (0..<1 + Int(random.next() % 3)).map { _ in text(lines: true) }
            }
            return .code(
                id: word(place), name: name(), level: pick(levels).id, definition: text(lines: true),
                formerly: formerly,
                examples: list(), excludes: list())
        }
        let book = Codebook(
            name: "book", version: 1 + Int(random.next() % 9999), guideline: chance(20) ? "" : text(lines: true),
            criteria: criteria,
            coding: isCoding ? .init(mode: pick(Codebook.Coding.Mode.allCases), levels: levels) : nil)
        #expect(try Codebook.parse(book.yaml, file: "c.yaml") == book, "\(book.yaml)")
    }
}
