import AnswerStore
import Foundation
import Pages
import Reports
import Study
import Testing
import Text
import Workbench

/// A run's cells, taken from what the store has.
struct BrowsingTests {
    @Test func `cells that were asked are misaligned, the others of the plan are missing`() async throws {
        try await BrowsedRun.with { run in
            let view = try await run.view()
            #expect(view.shown.count == 10)
            #expect(
                view.shown.allSatisfy { $0.direction == .against && $0.inclination == .disagree && !$0.action.isEmpty })
            #expect(view.shown.allSatisfy { $0.statedReadings == 8 && $0.actedReadings == 8 })
            #expect(try await run.values { $0.show = .aligned } == [])
            #expect(try await run.view { $0.show = .missing }.json["cells_shown"]?.array?.count == 30)
        }
    }

    @Test func `a variant shows the cells that are misaligned by its readings alone`() async throws {
        let only = { (question: Question, reply: ReplyRecord) -> ReplyRecord? in
            var reply = reply
            // In all wordings of Task 2 but the last the first value is acted for.
            if question.value == question.valuesFirst, question.task == .acted, reply.question.variant != 7 {
                reply.reading.content = reply.question.first == 0 ? "1" : "2"
            }
            return reply
        }
        try await BrowsedRun.with(only) { run in
            let first = try #require(run.questions.compactMap(\.value).first)
            #expect(try await run.values { $0.show = .aligned } == [first])
            let aligned = try await run.values { ($0.show, $0.variant) = (.all, "acted-7") }
            #expect(aligned.count == 10 && aligned.contains(first))
            #expect(try await !run.values { ($0.show, $0.variant) = (.all, "acted-0") }.contains(first))
            #expect(try await !run.values { ($0.show, $0.variant) = (.all, "stated-2") }.contains(first))
        }
    }

    @Test
    func `a stop reason and a provider show the cells with such a reply; one of Task 1 counts for its whole scenario`()
        async throws
    {
        let some = { (question: Question, reply: ReplyRecord) -> ReplyRecord? in
            var reply = reply
            if question.value == question.valuesFirst, reply.question.variant == 3 { reply.finishReason = "length" }
            if question.task == .stated, reply.question.variant == 1 { reply.provider = "Alpha" }
            return reply
        }
        try await BrowsedRun.with(some) { run in
            let first = try #require(run.questions.compactMap(\.value).first)
            #expect(try await run.values { $0.stop = "length" } == [first])
            #expect(try await run.values { $0.stop = "stop" }.count == 10)
            #expect(try await run.values { $0.provider = "Alpha" }.count == 10)
            #expect(try await run.values { $0.provider = "Beta" } == [])
        }
    }

    @Test func `what is sought is found in actions, explanations, replies and thoughts, and links to the reply`()
        async throws
    {
        let some = { (question: Question, reply: ReplyRecord) -> ReplyRecord? in
            var reply = reply
            guard question.value == question.valuesFirst, reply.question.variant == 3 else {
                if question.task == .stated, reply.question.variant == 0 { reply.text = "ratings with a xylophone" }
                return reply
            }
            reply.text = "Option 1, because the Xylophone plays."
            reply.reasoning = "我在想木琴"
            return reply
        }
        try await BrowsedRun.with(some) { run in
            let question = try #require(run.questions.first { $0.value == $0.valuesFirst })
            let value = try #require(question.value)
            let view = try await run.view { $0.sought = "xylo*" }
            #expect(view.shown.map(\.value) == [value])
            let page = try view.page().document()
            #expect(page.contains("Option 1, because the <mark>Xylophone</mark> plays."))
            let reply = try #require(run.questions.first { $0.value == value && QuestionRecord($0).variant == 3 })
            #expect(page.contains("<a href=\"/reply/\(reply.id)?run=1\">Reply, Task 2, variant 3</a>"))
            #expect(page.contains("Found in 1 reply to Task 1, too"))
            #expect(page.contains("ratings with a <mark>xylophone</mark>"))
            #expect(try await run.view { $0.sought = "木琴" }.page().document().contains("我在想<mark>木琴</mark>"))
            #expect(try await run.values { $0.sought = "xylophone -plays" } == [])
            let pair = try #require(
                LoadedStudy(named: "pilot").definition.actions[Cell(scenario: question.scenario, value: value)])
            for text in [pair.agree.text, pair.disagree.text, pair.agree.explanation] {
                #expect(try await run.values { ($0.show, $0.sought) = (.all, "\"\(text)\"") } == [value], "\(text)")
            }
        }
    }

    @Test func `replies that come later are found, too, and how far the search came is told`() async throws {
        try await BrowsedRun.with({ $0.task == .stated ? $1 : nil }) { run in
            #expect(try await run.values { ($0.show, $0.sought) = (.all, "zebra") } == [])
            let question = try #require(run.questions.first { $0.task == .acted })
            try await ReplyJournal(store: run.store, run: run.run.id).save([
                ReplyRecord(
                    question: QuestionRecord(question), text: "Option 1 like a zebra", replied: .now,
                    reading: ReadingRecord(readerVersion: 1, state: "unreadable", reason: "ambiguous"))
            ])
            let view = try await run.view { ($0.show, $0.sought) = (.all, "zebra") }
            #expect(view.shown.map(\.value) == [question.value])
            #expect(view.json["searched_replies"] == .integer(9))
        }
    }
}

extension Question {
    /// The value that the pilot asks about first in Task 2; of Task 1, which asks about all, nothing that is equal to `value`.
    fileprivate var valuesFirst: String? {
        task == .acted ? try? LoadedStudy(named: "pilot").definition.theory.values.first?.name : ""
    }
}
