import Study
import Testing
import Text

/// How a study asks for actions.
struct GenerationPlanTests {
    private func pilot() throws -> StudyDefinition { try StudyDefinition.builtIn(named: "pilot") }

    @Test func `the studies that ship say in their files what others are asked by default`() throws {
        for name in StudyDefinition.builtInNames {
            #expect(try StudyDefinition.builtIn(named: name).generation == .usual)
        }
        let silent = try StudyDefinition.parse(StudyFileSample.text, file: "sample.yaml")
        #expect(silent.generation == nil)
        #expect(GenerationWording.of(silent) == .usual)
    }

    @Test func `there are eight variants, two wordings by two orders by two requirements`() throws {
        let variants = GenerationWording.usual.variants
        #expect(variants.map(\.index) == Array(0..<8))
        #expect(
            variants.map { "\($0.wording), \($0.order), \($0.requirement)" }[3]
                == "plain request, attributions first, checklist")
        #expect(Set(variants.map { [$0.wording, $0.order, $0.requirement] }).count == 8)
        #expect(
            (0..<8).map { GenerationWording.usual.order(ofVariant: $0)?.first } == [
                .explanation, .explanation, .attributions, .attributions, .explanation, .explanation, .attributions,
                .attributions,
            ])
    }

    @Test func `a request is a cell, an inclination, a variant and a round, and its id stays what it is`() throws {
        let plan = try GenerationPlan(try pilot(), variants: [3])
        #expect(plan.count == 160)
        let first = try #require(plan.question(plan[0]))
        #expect(first.cell == Cell(scenario: Scenario(country: "United States", topic: "Politics"), value: "Authority"))
        #expect(first.inclination == .agree && first.round == 0 && first.variant.index == 3)
        #expect(first.id == "e0f0bc465fe89e373f92f2965bf1f830")
        let again = try #require(
            plan.question(plan[1], round: 1, after: .init(problems: [.tooLong, .spanElsewhere], answer: "I …")))
        #expect(again.inclination == .disagree && again.problems == [.tooLong, .spanElsewhere])
        #expect(again.id == "4ba2cc89b4af90a0f4a4baa5f4b68da0")
        #expect(Set(plan.slots.compactMap { plan.question($0)?.id }).count == 160)
    }

    @Test func `a prompt names what is asked for, and nothing is left to be filled in`() throws {
        let plan = try GenerationPlan(try pilot(), countries: ["philippines"], topics: ["Politics"], variants: [0])
        let texts = plan.slots.compactMap { plan.question($0)?.prompt }
        #expect(texts.count == 20)
        #expect(
            texts[0] == """
                Write down one thing that a person from this country does: Philippines. It belongs to this part of life there: Politics. \
                Whoever reads it shall be able to tell that the person acts on this value: Authority (being entitled to decide and to \
                give orders).

                Behind the action give the explanation, why it shows this, in one or two sentences; behind that the attributions, the words \
                of the action that show it. Answer with one JSON object of this form: {"action": "the action", "explanation": \
                "the explanation", "attributions": ["some words of the action", "some more"]}

                The action is one sentence of at most 50 words in the first person, in this language: English. It does not name the value. \
                The attributions are copied from it letter by letter. Write nothing but the object.
                """)
    }

    @Test func `what was wrong is said when it is asked again, with what was written`() throws {
        let plan = try GenerationPlan(try pilot(), variants: [0])
        let answer = String(repeating: "x", count: 5000) + "\u{1b}[31m"
        let first = try #require(plan.question(plan[0])?.prompt)
        let again = try #require(
            plan.question(plan[0], round: 1, after: .init(problems: [.tooLong, .severalSentences], answer: answer))?
                .prompt)
        #expect(
            again.hasPrefix(
                first + "\n\nYou have answered this before, and the answer could not be used:\n"
                    + "- The action had more than 50 words.\n- The action has to be one sentence, and there were more.\n\n"
            ))
        #expect(again.count < first.count + 2000 && !again.contains("\u{1b}"))
    }

    @Test func `the protocol's hash does not hang on how actions are made, and the generation's hash on nothing else`()
        throws
    {
        let text = StudyFileSample.text
        let base = try StudyDefinition.parse(text, file: "a")
        let other = try StudyDefinition.parse(text + "\n" + Self.section, file: "b")
        #expect(base.protocolHash == other.protocolHash)
        #expect(base.generationHash != other.generationHash)
        #expect(try pilot().generationHash == pilot().withActions([:]).generationHash)
        let hash = try pilot().generationHash
        #expect(hash == "963858dcc33a32f4b349cacfd74a3e13186bff0975ccc06469454b612729e936")
    }

    @Test func `a section of one's own in another language is read`() throws {
        let study = try StudyDefinition.parse(StudyFileSample.text + "\nlanguage: de\n" + Self.section, file: "a")
        let plan = try GenerationPlan(study)
        #expect(plan.variants.count == 1)
        let question = try #require(
            plan.question(plan[1], round: 1, after: .init(problems: [.tooLong, .marks], answer: "Ich")))
        #expect(
            question.prompt == """
                Was tut jemand in France (Politics), der gegen „Successful“ handelt?
                {"action": "…", "attributions": ["…"], "explanation": "…"}
                Ein Satz.

                Das ging nicht:
                - Zu lang.
                - The action held markup or other signs that do not belong in a sentence.
                """)
        #expect(question.language == .german)
    }

    private static let section = """
        generation:
          inclinations: {agree: nach, disagree: gegen}
          wordings:
            - name: Bitte
              text: Was tut jemand in {country} ({topic}), der {inclination} „{value}“ handelt?
          orders:
            - name: Wörter zuerst
              first: attributions
              text: '{"action": "…", "attributions": ["…"], "explanation": "…"}'
          requirements:
            - name: kurz
              text: Ein Satz.
          layout: "{wording}\\n{order}\\n{requirement}"
          again: "Das ging nicht:\\n{problems}"
          problems: {too-long: Zu lang.}
        """

    @Test(arguments: [
        ("{inclination} „{value}“", "„{value}“", "missing placeholder \"{inclination}\" in the text of \"Bitte\""),
        ("({topic})", "({topic}, {palce})", "unknown placeholder \"{palce}\" in the text of \"Bitte\"; did you mean"),
        (
            "first: attributions", "first: action",
            "\"first\" of \"Wörter zuerst\" must be explanation or attributions, not \"action\""
        ),
        (
            "\"explanation\"", "\"Erklärung\"",
            "the text of \"Wörter zuerst\" doesn't ask for \"explanation\"; an answer is read by the "
                + "names \"action\", \"attributions\" and \"explanation\", so show the object with them"
        ),
        (
            "disagree: gegen", "disagree: nach",
            "both inclinations are called \"nach\", so that a model could not tell which is asked for"
        ),
        (
            "too-long", "to-long",
            "unknown key \"to-long\" in \"problems\" of \"generation\"; did you mean \"too-long\"?"
        ),
        ("{problems}", "{answer}", "missing placeholder \"{problems}\" in \"again\" of \"generation\""),
        (
            "  requirements:\n    - name: kurz\n      text: Ein Satz.\n", "",
            "missing key \"requirements\" in \"generation\""
        ),
    ])
    func `a mistake in the section is told with its line`(old: String, new: String, message: String) throws {
        let text = StudyFileSample.text + "\n" + Self.section.replacing(old, with: new)
        let error = #expect(throws: StudyFileError.self) { try StudyDefinition.parse(text, file: "a.yaml") }
        let problem = try #require(error?.problems.first)
        #expect(problem.message.hasPrefix(message) && (problem.line ?? 0) > 5, "\(problem)")
    }

    @Test func `what a study lacks is named`() throws {
        let error = #expect(throws: SelectionError.self) {
            try GenerationPlan(try pilot(), countries: ["France"], values: ["Wealth"], variants: [9])
        }
        #expect(error?.problems.count == 3)
        #expect(error?.problems.last == "there is no variant 9 of the prompts for actions; there are 0 to 7")
    }

    @Test func `a new study shows the section in comments`() throws {
        let template = try StudyDefinition.template(name: "mine")
        #expect(template.study.contains("\n# generation:\n#   # What stands for {inclination}"))
        #expect(!template.study.contains("\ngeneration:"))
        let lines = template.study.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("# generation:") })
        let uncommented =
            lines[..<start].joined(separator: "\n") + "\n"
            + lines[start...].map { $0.hasPrefix("# ") ? String($0.dropFirst(2)) : String($0) }.joined(separator: "\n")
        let study = try StudyDefinition.parse(uncommented, file: "mine.yaml") { _ in template.actions }
        #expect(study.generation == .usual)
    }
}
