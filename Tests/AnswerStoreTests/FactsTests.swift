import AnswerStore
import Foundation
import Testing

/// Single replies and labels, found without reading what is long.
struct FactsTests {
    @Test func `a reply's facts are what was stored, without its texts`() async throws {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            var said = reply("q1", text: "é\0long")
            (said.reasoning, said.provider) = ("why", "P")
            try await ReplyJournal(store: store, run: id).save([said])
            let facts = try #require(try store.replies(run: id, to: "q1").first)
            #expect((facts.textBytes, facts.reasoningBytes, facts.responseBytes) == (7, 3, 2))
            #expect((facts.run, facts.provider, facts.model, facts.finishReason) == (id, "P", "m-1", "stop"))
            #expect((facts.promptTokens, facts.completionTokens, facts.latency, facts.attempts) == (12, 7, 0.25, 2))
            #expect(facts.question.item == said.question.item && facts.question.first == 1)
            #expect(facts.replied == now && facts.aside == nil)
            #expect(facts.readings == [said.reading])
            #expect(try store.request(of: facts) == Data("{}".utf8))
            #expect(try store.bytes(of: .text, reply: facts.id, from: 0, count: 3) == Data("é\0".utf8))
            #expect(try store.bytes(of: .text, reply: facts.id, from: 6, count: 99) == Data("g".utf8))
            #expect(try store.bytes(of: .response, reply: facts.id, from: 1, count: 9) == Data([255]))
            #expect(try store.storedQuestion("q1")?.item == said.question.item)
            #expect(try store.storedQuestion("q2") == nil)
            #expect(try store.replies(run: id + 1, to: "q1").isEmpty)
        }
    }

    @Test func `replies that were set aside follow the one that stands`() async throws {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            let journal = ReplyJournal(store: store, run: id)
            try await journal.save([reply("q1", text: "first")])
            var kept = KeptReply()
            kept.isPaid = true
            _ = try await journal.save(reply("q1", text: "second"), as: kept)
            let found = try store.replies(run: id, to: "q1")
            #expect(found.map(\.textBytes) == [5, 6])
            #expect(found.map(\.aside?.cause) == [nil, .late])
        }
    }

    @Test func `the current readings of some questions, and which of them failed`() async throws {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            try await ReplyJournal(store: store, run: id).save([reply("q1"), reply("q2", state: "refused")])
            let first = try #require(try allReplies(store, run: id).first)
            try store.add(readings: [(first.id, ReadingRecord(readerVersion: 9, state: "unreadable", reason: "empty"))])
            try await store.save(
                FailureRecord(questionID: "q3", attempts: 1, code: "timeout", message: "m", failed: now), run: id)
            let read = try await store.currentReadings(run: id, questions: ["q1", "q2", "q3"])
            #expect(read.map { $0?.reading.state } == ["unreadable", "refused", nil])
            #expect(read.map { $0?.first } == [1, 1, nil])
            #expect(try await store.failed(run: id, among: ["q1", "q2", "q3", "q4"]) == ["q3"])
            #expect(try store.failure(run: id, question: "q3")?.code == "timeout")
        }
    }

    @Test func `a label is added only behind the one that was seen`() async throws {
        try await withStore { store, _ in
            let item = ItemRecord(kind: "reading", dimensions: [("run", "k"), ("question", "q")])
            func label(_ content: String, undoes: Int64? = nil) -> LabelRecord {
                LabelRecord(
                    item: item, judge: JudgeRecord(kind: "person", name: "A"), criterion: "reading", content: content,
                    undoes: undoes, labelled: now)
            }
            #expect(try store.lastLabel(criterion: "reading") == 0)
            let first = try #require(try await store.add(label("1"), behind: nil))
            #expect(try await store.add(label("2"), behind: nil) == nil)
            let second = try #require(try await store.add(label("2", undoes: first), behind: first))
            #expect(try store.labels(of: item, criterion: "reading").map(\.content) == ["1", "2"])
            #expect(try store.labels(of: item, criterion: "harm").isEmpty)
            #expect(try store.lastLabel(criterion: "reading") == second)
        }
    }
}
