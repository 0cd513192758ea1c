import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study
import Testing
import Text
import Workbench

/// Actions that a model writes: asked for in rounds, checked, kept.
struct GenerationTests {
    @Test func `what is in order is asked for once, and becomes a line with its spans, generator and variant`()
        async throws
    {
        let bench = try GenerationBench()
        defer { bench.remove() }
        let writer = Writer { question, _ in written(sentence(question), ["I ", "near House \(question.number * 7)"]) }
        let summary = try await bench.ask(bench.planned(writer))
        #expect(summary.planned == 20 && summary.lines.count == 20 && summary.pairs.whole == 10)
        #expect(writer.requests.count == 20 && summary.rounds.asked == 1)
        #expect(summary.manners == [.literal: 20, .letterCase: 20] && summary.repaired == 20)
        let line = try #require(summary.lines.first)
        #expect(line.generator == "local/writer" && line.variant == 3 && line.language == "en")
        #expect(line.spans.count == 2 && line.spans.allSatisfy { $0.stands(in: line.action.text) })
        #expect(line.spans[1].text.hasPrefix("near house"))
        // The form that a server is held to has the order of the variant.
        #expect(writer.requests.first?.form?.fields.map(\.name) == ["action", "attributions", "explanation"])
        // The file's lines are read as actions by whoever asks Task 2.
        let study = try bench.study.definition.withActions([:]).withActions(
            jsonl: summary.text, file: "a.jsonl", complete: false)
        #expect(study.actions.count == 10)
    }

    @Test func `failures of form are asked for again with the reason, up to the ceiling`() async throws {
        let bench = try GenerationBench()
        defer { bench.remove() }
        let writer = Writer { question, _ in
            let text = sentence(question)
            switch (question.number % 10, question.inclination, question.round) {
            case (0, .agree, 0): return written(text + " I go home.")
            case (1, .agree, 0): return "Nothing."
            case (1, .agree, 1): return written("She goes home to her house and her friends.")
            case (2, .agree, _): return written(text, ["elsewhere"])
            default: return written(text)
            }
        }
        let summary = try await bench.ask(bench.planned(writer))
        #expect(summary.lines.count == 19 && summary.rounds.asked == 3)
        #expect(summary.again == [.severalSentences: 1, .noObject: 1, .notFirstPerson: 1, .spanElsewhere: 2])
        #expect(summary.givenUp.map(\.problems) == [[.spanElsewhere]])
        #expect(summary.givenUp.first?.rounds == 3 && summary.reasons == [.spanElsewhere: 1])
        #expect(writer.requests.count == 25)
        let again = writer.requests.filter { ($0.about as? GenerationQuestion)?.round == 1 }.map(\.prompt)
        #expect(again.count == 3)
        #expect(
            again.contains {
                $0.contains("- The action has to be one sentence, and there were more.") && $0.contains(" I go home.")
            })
        #expect(
            again.contains { $0.contains("- There was no JSON object of that form in it.") && $0.contains("Nothing.") })
        // One round more: only what was given up is asked for, with the same earlier rounds.
        var more = GenerationSelection(countries: ["Philippines"], topics: ["Politics"], variants: [3])
        more.rounds = 4
        _ = try await bench.ask(bench.planned(writer, more))
        #expect(writer.requests.count == 26)
    }

    @Test func `a start goes on where one before ended, and asks nothing twice`() async throws {
        let bench = try GenerationBench()
        defer { bench.remove() }
        let writer = Writer { question, _ in
            question.number % 3 == 0 && question.round == 0 ? "Nothing." : written(sentence(question))
        }
        for limit in [7, 7, 3] {
            let summary = try await bench.ask(bench.planned(writer), limit: limit)
            #expect(!summary.missing.isEmpty)
        }
        #expect(writer.requests.count == 17)
        let summary = try await bench.ask(bench.planned(writer))
        #expect(summary.lines.count == 20 && summary.missing.isEmpty)
        let asked = writer.requests.map(\.questionID)
        #expect(Set(asked).count == asked.count && asked.count == 20 + (summary.again[.noObject] ?? 0))
        let run = try #require(try bench.store.everyRun().first)
        #expect(run.origin == .generated && run.status == .finished)
        #expect(try bench.store.runs().isEmpty)
    }

    @Test func `a refusal is kept, named, and asked again only on request`() async throws {
        let bench = try GenerationBench()
        defer { bench.remove() }
        let writer = Writer { question, before in
            guard question.number % 10 == 4, before == 0 else { return written(sentence(question)) }
            return question.inclination == .agree
                ? "I'm sorry, but I can't help with this request."
                : written("I'm sorry, but I can't assist with that.")
        }
        let first = try await bench.ask(bench.planned(writer))
        #expect(first.refused.map(\.inclination) == [.agree, .disagree] && first.lines.count == 18)
        #expect(try await bench.ask(bench.planned(writer)).refused.count == 2)
        #expect(writer.requests.count == 20)
        let again = try await bench.ask(bench.planned(writer), retriesRefusals: true)
        #expect(again.refused.isEmpty && again.lines.count == 20 && writer.requests.count == 22)
        let run = try #require(try bench.store.everyRun().first)
        #expect(try bench.store.setAside(run: run.id).map(\.cause) == [.askedAgain, .askedAgain])
    }

    @Test func `of two actions that say the same the later is asked for anew, within a cell and across`() async throws {
        let bench = try GenerationBench()
        defer { bench.remove() }
        let writer = Writer { question, _ in
            let isCopy = question.round == 0 && [1, 5].contains(question.number % 10)
            return written(isCopy ? "I walk to the market and buy fish for all of us." : sentence(question))
        }
        let summary = try await bench.ask(bench.planned(writer))
        #expect(summary.again == [.duplicate: 3] && summary.lines.count == 20)
        #expect(summary.lines.count { $0.action.text.hasPrefix("I walk to the market") } == 1)
        #expect(writer.requests.count == 23)
        #expect(writer.requests.last?.prompt.contains("Another action of this collection says the same") == true)
    }

    @Test func `under several variants one cell's actions may be alike`() async throws {
        let bench = try GenerationBench()
        defer { bench.remove() }
        let writer = Writer { question, _ in written(sentence(question)) }
        let selection = GenerationSelection(sample: CellSample(count: 4, seed: 1))
        let summary = try await bench.ask(bench.planned(writer, selection))
        #expect(summary.planned == 4 * 2 * 8 && summary.lines.count == 64 && summary.pairs.whole == 32)
        #expect(Set(summary.lines.compactMap(\.variant)) == Set(0..<8))
        #expect(Set(summary.lines.map(\.cell.scenario.country)).count == 2)
    }

    @Test func `a question that fails is missing, others go on, and the next start asks it`() async throws {
        let bench = try GenerationBench()
        defer { bench.remove() }
        let writer = Writer { question, before throws(RespondentError) in
            if question.number % 10 == 7, question.inclination == .agree, before < 2 {
                throw RespondentError(code: .timeout, what: "no answer")
            }
            return written(sentence(question))
        }
        let first = try await bench.ask(bench.planned(writer))
        #expect(first.missing.count == 1 && first.lines.count == 19)
        let second = try await bench.ask(bench.planned(writer))
        #expect(second.missing.isEmpty && second.lines.count == 20)
    }

    @Test func `a value that is named is counted, and no failure`() async throws {
        let bench = try GenerationBench()
        defer { bench.remove() }
        let writer = Writer { question, _ in
            written(sentence(question).replacing("near house", with: "in favour of \(question.value.name) near house"))
        }
        let summary = try await bench.ask(bench.planned(writer))
        #expect(summary.leaks == 20 && summary.lines.count == 20)
    }

    @Test func `hostile answers end in a bounded reading`() async throws {
        let bench = try GenerationBench()
        defer { bench.remove() }
        let long = String(repeating: "I go ", count: 100_000)
        let writer = Writer { question, _ in
            switch question.number % 4 {
            case 0: written(long, Array(repeating: long, count: 3))
            case 1: written("I \u{1b}[31m go\u{202e} home <script>", ["go"])
            case 2: String(repeating: "{\"action\": [", count: 2000)
            default:
                written(
                    "I go\n\n  home, \(question.number) times \(question.inclination.rawValue) of ten.",
                    Array(repeating: "go home", count: 5000))
            }
        }
        let summary = try await bench.ask(bench.planned(writer))
        #expect(summary.givenUp.count + summary.lines.count == 20)
        let line = try #require(summary.lines.first)
        #expect(line.action.text.hasPrefix("I go home") && line.action.attributions.count == 40)
        for gap in summary.givenUp { #expect(gap.written.count <= 4000) }
    }

    @Test func `the dataset is kept under the generator's name, and answers are found in the store as they were`()
        async throws
    {
        let bench = try GenerationBench()
        defer { bench.remove() }
        let writer = Writer { question, _ in written(sentence(question)) }
        let planned = try bench.planned(writer)
        let summary = try await bench.ask(planned)
        try summary.save(in: bench.store, file: "a.jsonl", at: Date(timeIntervalSince1970: 0))
        let record = try #require(try bench.store.dataset(named: "generated:local/writer"))
        #expect(record.actions == summary.text && record.origin == "a.jsonl")
        let state = try await planned.state(of: planned.stored(in: bench.store), in: bench.store)
        #expect(GenerationSummary(planned, state, run: nil).lines == summary.lines)
    }

    @Test func `another wording is another run, other actions of the study are not`() throws {
        let bench = try GenerationBench()
        defer { bench.remove() }
        let writer = Writer { _, _ in "" }
        let key = try bench.planned(writer).identity.key
        let bare = LoadedStudy(bench.study.definition.withActions([:]))
        let specification = try bench.planned(writer).specification
        #expect(
            try PlannedGeneration(bare, GenerationSelection(), asking: "local/writer", specification).identity.key
                == key)
        let other = try StudyDefinition.parse(
            bench.study.definition.source.replacing("acts on this value", with: "honours this value"),
            file: "pilot.yaml")
        #expect(
            try PlannedGeneration(LoadedStudy(other), GenerationSelection(), asking: "local/writer", specification)
                .identity.key != key)
    }

    @Test func `what is stored of an answer is read back as it was`() throws {
        let text =
            "{\"action\": \"I help.\", \"attributions\": [\"help\"], \"explanation\": \"E\", \"names_value\": true, "
            + "\"problems\": [\"tooLong\"], \"spans\": [{\"end\": 6, \"start\": 2, \"text\": \"help\", \"manner\": \"case\"}]}"
        let answer = try #require(GeneratedAnswer(text))
        #expect(answer.text == text)
        #expect(answer.namesValue && answer.problems == [.tooLong] && answer.spans.first?.manner == .letterCase)
        #expect(GeneratedAnswer("{}") == nil && GeneratedAnswer("x") == nil)
    }
}
