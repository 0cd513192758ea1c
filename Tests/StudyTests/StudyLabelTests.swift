import Study
import Testing

@Suite("A study is warned of labels that can't be told apart")
struct StudyLabelTests {
    private func study(
        acted: String? = nil, stated: String? = nil, actions: String? = nil, isTurned: Bool = true
    ) throws -> StudyDefinition {
        let template = try StudyDefinition.template(name: "my")
        var text = template.study
        if !isTurned { text = text.replacing("first: balanced", with: "first: agree", maxReplacements: 1) }
        if let acted { text = text.replacing("options: [Option 1, Option 2]", with: "options: [\(acted)]") }
        if let stated {
            text = text.replacing(
                "options: [strongly agree, agree, disagree, strongly disagree]", with: "options: [\(stated)]")
        }
        return try StudyDefinition.parse(text, file: "my.yaml") { _ in actions ?? template.actions }
    }

    private func warning(acted: String? = nil, stated: String? = nil, isTurned: Bool = true) throws -> String {
        let warnings = try study(acted: acted, stated: stated, isTurned: isTurned).warnings
        #expect(warnings.allSatisfy { $0.file == "my.yaml" && $0.line != nil && $0.column != nil })
        return warnings.map(\.message).joined(separator: "\n")
    }

    @Test(
        arguments: [
            "Option 1, Option 2", "A, B", "Möglichkeit 1, Möglichkeit 2", "选项一, 选项二", "X, Y", "first, second",
            "Yes, No",
            "الخيار ١, الخيار ٢",
        ])
    func `but not of those that can`(labels: String) throws { #expect(try warning(acted: labels).isEmpty) }

    @Test
    func `nor do the studies that ship`() throws {
        for name in StudyDefinition.builtInNames {
            let study = try StudyDefinition.builtIn(named: name)
            #expect(!study.warnings.contains { $0.message.contains("label") || $0.message.contains("options") })
        }
    }

    @Test
    func
        `where the two options of Task 2 are one word, one the beginning of the other, numbered backwards, or no word`()
        throws
    {
        #expect(
            try warning(acted: "\"Option-1\", \"option 1!\"")
                == "the options \"Option-1\" and \"option 1!\" of \"acted\" can't be told apart: they differ in "
                + "nothing but case and marks")
        #expect(
            try warning(acted: "Person, Person B")
                == "one of the options \"Person\" and \"Person B\" of \"acted\" is the beginning of the other: a "
                + "reply that is cut off, or says more than the label, can't be told apart")
        for (labels, first, second) in [
            ("Option 2, Option 1", "2", "1"), ("Option B, Option A", "B", "A"), ("\"2\", \"1\"", "2", "1"),
            ("الخيار ٢, الخيار ١", "2", "1"), ("选项二, 选项一", "二", "一"),
        ] {
            #expect(
                try warning(acted: labels).hasSuffix(
                    "of \"acted\" run backwards: a reply of \"\(second)\" alone means the label with \"\(second)\", which stands "
                        + "second, and \"\(first)\" the one that stands first"), "\(labels)")
        }
        #expect(
            try warning(acted: "👍, 👎").hasPrefix(
                "the label \"👍\" of \"acted\" has neither letters nor digits; no reply can name it"))
    }

    @Test
    func `and where those of a scale are one word, or carry numbers that run against the options'`() throws {
        #expect(
            try warning(stated: "5 = strongly agree, 4 = agree, 3 = neutral, 2 = disagree, 1 = strongly disagree")
                == "the labels of \"direct inquiry\" carry numbers that run against the numbers of the options: "
                + "option 1 is \"5 = strongly agree\", and option 5 is \"1 = strongly disagree\"; a reply of \"5\" may mean either "
                + "and is read as ambiguous. Leave the numbers out of the labels, or let them count 1 to 5")
        #expect(
            try warning(stated: "0 none, 1 some, 2 all").contains("option 2 is \"1 some\", and option 1 is \"0 none\""))
        let counted = "\"1 = strongly agree\", \"2 = agree\", \"3 = no\""
        #expect(try warning(stated: counted, isTurned: false).isEmpty)
        // Where the scale is turned in half of the variants, they run against the options there.
        #expect(try warning(stated: counted).contains("option 1 is \"3 = no\", and option 3 is \"1 = strongly agree\""))
        #expect(
            try warning(stated: "agree, \"Agree!\", disagree").contains(
                "the options 1 and 2 of \"direct inquiry\" can't be told apart by their labels: \"agree\" and \"Agree!\" differ in "
                    + "nothing but case and marks"))
    }

    @Test
    func `Two actions of a cell that are one text are an error, but for a stored study`() throws {
        let template = try StudyDefinition.template(name: "my")
        let lines = template.actions.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            guard line.contains("\"Helpful\""), line.contains("Philippines") else { return String(line) }
            let isAgree = line.contains("\"agree\"")
            let inclination = isAgree ? "agree" : "disagree"
            let text = isAgree ? "I do the same." : "i do, the SAME"
            return "{\"country\": \"Philippines\", \"topic\": \"Leisure Time and Sports\", \"value\": \"Helpful\", "
                + "\"inclination\": \"\(inclination)\", \"action\": \"\(text)\"}"
        }
        let actions = lines.joined(separator: "\n")
        let error = #expect(throws: StudyFileError.self) { try study(actions: actions) }
        #expect(
            error?.description
                == "my-actions.jsonl:11: both actions of Philippines, Leisure Time and Sports, Helpful are the same text, so "
                + "that nothing can be chosen between them: \"i do, the SAME\"; line 10 has it already")
        let stored = try StudyDefinition.parse(template.study, file: "my", isStored: true) { _ in actions }
        #expect(stored.actions.count == 4)
    }
}
