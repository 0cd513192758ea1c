import Respondents
import Simulated
import Study
import Testing
import Text

/// A simulated model that writes actions, and all that it does wrong on purpose.
struct GeneratorTests {
    private func generator(_ parameters: String) throws -> Simulated.Generator {
        Simulated.Generator(try Simulated.Generator.Profile("generator?mistakes=0&\(parameters)"))
    }

    private func questions(language: String = "en", problems: [FormProblem] = []) throws -> [GenerationQuestion] {
        let pilot = try StudyDefinition.builtIn(named: "pilot")
        let study = try StudyDefinition.parse(pilot.source + "\nlanguage: \(language)\n", file: "pilot.yaml")
        let plan = try GenerationPlan(study, countries: ["Philippines"], variants: [3])
        return plan.slots.compactMap {
            problems.isEmpty
                ? plan.question($0) : plan.question($0, round: 1, after: .init(problems: problems, answer: "I"))
        }
    }

    private func reply(_ generator: Simulated.Generator, _ question: GenerationQuestion) async throws -> RespondentReply
    {
        try await generator.reply(
            to: RespondentRequest(questionID: question.id, prompt: question.prompt, about: question))
    }

    private func action(_ text: String) throws -> Action {
        let json = try #require(
            JSONReader.read(
                Array(text.replacing("```json\n", with: "").replacing("\n```", with: "").utf8), manner: .strict))
        return Action(
            text: try #require(json["action"]?.string),
            attributions: json["attributions"]?.array?.compactMap(\.string) ?? [],
            explanation: json["explanation"]?.string ?? "")
    }

    @Test(arguments: ["en", "de", "fr", "es", "zh", "ar"])
    func `without a mistake every action is in order, in its language, and names no value`(language: String)
        async throws
    {
        let generator = try generator("seed=3")
        var texts: Set<String> = []
        for question in try questions(language: language) {
            let action = try action(try await reply(generator, question).text)
            let form = ActionForm(action, value: question.value, language: question.language)
            #expect(form.problems.isEmpty && !form.namesValue, "\(form.problems) \(action.text)")
            #expect(!form.hasRepairs)
            texts.insert(action.text)
        }
        #expect(texts.count > 65)
    }

    @Test(arguments: [
        ("missing", FormProblem.missingParts), ("long", .tooLong), ("third", .notFirstPerson),
        ("sentences", .severalSentences),
        ("elsewhere", .spanElsewhere), ("foreign", .otherLanguage),
    ])
    func `each mistake of form is one that is seen`(mistake: String, problem: FormProblem) async throws {
        let generator = try generator("\(mistake)=1")
        for language in ["en", "de", "zh"] {
            for question in try questions(language: language) {
                let action = try action(try await reply(generator, question).text)
                let problems = ActionForm(action, value: question.value, language: question.language).problems
                #expect(problems.contains(problem), "\(language) \(problems) \(action.text)")
            }
        }
    }

    @Test func `spans in other case, forms and quotation marks are found all the same`() async throws {
        for (mistake, manner) in [
            ("capitals", SpanFinder.Manner.letterCase), ("inflected", .inflection), ("curly", .quotes),
        ] {
            let generator = try generator("\(mistake)=1")
            for question in try questions() {
                let action = try action(try await reply(generator, question).text)
                let form = ActionForm(action, value: question.value, language: .english)
                #expect(form.problems.isEmpty && form.spans.first?.manner == manner, "\(mistake) \(form.spans)")
            }
        }
    }

    @Test func `it leaks, copies, declines, breaks off and puts things into other forms at the rates that are given`()
        async throws
    {
        let leaking = try generator("leak=1")
        let copying = try generator("copy=1")
        var copies: Set<String> = []
        for question in try questions() {
            let form = ActionForm(
                try action(try await reply(leaking, question).text), value: question.value, language: .english)
            #expect(form.namesValue)
            copies.insert(try action(try await reply(copying, question).text).text)
            #expect(try await reply(generator("cut=1"), question).finishReason == .length)
            #expect(try await reply(generator("prose=1"), question).text.hasPrefix("Sure!"))
            #expect(try await reply(generator("quotes=1"), question).text.contains("{'action': "))
        }
        #expect(copies.count == 1)
        let often = try generator("refusal=0.25&seed=5")
        let refused = try questions().count { often.mistakes($0) == [.refusal] }
        #expect((10...30).contains(refused), "\(refused)")
    }

    @Test func `told what was wrong, it minds it as often as is said`() async throws {
        let minding = try generator("long=1&follows=1")
        let stubborn = try generator("long=0&follows=0")
        for question in try questions(problems: [.tooLong]) {
            #expect(minding.mistakes(question).isEmpty)
            #expect(stubborn.mistakes(question) == [.long])
        }
    }

    @Test func `the opposite of what is asked is in order, which only people can see`() async throws {
        let (honest, turned) = (try generator("seed=2"), try generator("seed=2&opposite=1"))
        let question = try #require(try questions().first)
        let texts = [try await reply(honest, question).text, try await reply(turned, question).text]
        #expect(texts[0] != texts[1])
        #expect(ActionForm(try action(texts[1]), value: question.value, language: .english).problems.isEmpty)
    }

    @Test func `the same seed writes the same, another one something else`() async throws {
        let question = try #require(try questions().first)
        let texts = try await [1, 1, 2].asyncMap { try await reply(generator("seed=\($0)"), question).text }
        #expect(texts[0] == texts[1] && texts[0] != texts[2])
    }

    @Test func `asked Task 1 it answers as a subject does, and what nobody knows is refused by name`() async throws {
        let generator = try generator("seed=1")
        let request = acted(Cell(country: "Philippines", topic: "Politics", value: "Authority"), variant: 0)
        #expect(try await !generator.reply(to: request).text.isEmpty)
        let error = #expect(throws: SetupError.self) { try Simulated.Generator.Profile("generator?lng=1") }
        #expect(error?.description.contains("has no parameter 'lng': did you mean 'long'?") == true)
        #expect(throws: SetupError.self) { try Simulated.Generator.Profile("generator?long=2") }
        #expect(throws: SetupError.self) { try Simulated.Generator.Profile("generator?mistakes=-1") }
        #expect(Simulated.Generator.Profile.isMeant(by: "generator-b?seed=2"))
        #expect(!Simulated.Generator.Profile.isMeant(by: "subject?generator=1"))
    }
}

extension Sequence {
    fileprivate func asyncMap<Other>(_ transform: (Element) async throws -> Other) async rethrows -> [Other] {
        var results: [Other] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
