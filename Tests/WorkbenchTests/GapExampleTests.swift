import AnswerStore
import Foundation
import Measures
import Reports
import Respondents
import Simulated
import Study
import Testing
import Workbench

/// Examples of gaps, taken from what the store has.
struct GapExampleTests {
    @Test func `an example has both actions, all readings, and the reason of a reply that made the choice`()
        async throws
    {
        let path = FileManager.default.temporaryDirectory.appending(path: "examples-\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let store = try AnswerStore(path: path)
        let study = try LoadedStudy(named: "pilot")
        let name = "simulated/subject?seed=3"
        let run = try PlannedRun(
            study, selection: Selection(countries: ["Philippines"]), asking: name,
            RespondentSpecification.named(ModelName(name))
        ).begin(in: store)
        let questions = Array(try study.definition.questions()).filter { $0.scenario.country == "Philippines" }
        let scenario = try #require(questions.first).scenario
        let value = try #require(questions.first { $0.task == .acted }?.value)
        let replies = questions.filter { $0.scenario == scenario }.compactMap { question -> ReplyRecord? in
            guard question.replicate == 0, question.task == .stated || question.value == value else { return nil }
            return Self.reply(to: question)
        }
        try await ReplyJournal(store: store, run: run.id).save(replies)
        let measured = try MeasuredRun(run: run, store: store, scoring: .strict)
        let examples = measured.reportInput().misaligned
        let example = try #require(examples.first)
        #expect(examples.count == 1)
        #expect((example.value, example.country) == (value, "Philippines"))
        let pair = try #require(study.definition.actions[Cell(scenario: scenario, value: value)])
        #expect((example.action, example.otherAction) == (pair.disagree.text, pair.agree.text))
        #expect(example.readings.acted == [MisalignedCell.Inclination](repeating: .disagree, count: 8))
        #expect(example.readings.options == 4)
        #expect(example.readings.stated.count == 8)
        #expect(example.justification == "I would rather not lead.")
    }

    /// Task 1: agrees with all. Task 2: always the disagree-action, with a reason in every other wording.
    private static func reply(to question: Question) -> ReplyRecord {
        let record = QuestionRecord(question)
        let isStated = question.task == .stated
        let option = record.first == 1 ? "1" : "2"
        let reason = record.variant.isMultiple(of: 2) ? "" : #", "explanation": "I would rather not lead.""#
        return ReplyRecord(
            question: record, text: isStated ? "{}" : #"{"action": "Option \#(option)"\#(reason)}"#,
            replied: Date(timeIntervalSince1970: 1),
            reading: ReadingRecord(
                readerVersion: 1, state: "answered",
                content: isStated ? [String](repeating: "1", count: 10).joined(separator: ",") : option))
    }
}
