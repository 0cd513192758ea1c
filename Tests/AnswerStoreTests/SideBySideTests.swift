import AnswerStore
import Foundation
import Testing

@Suite("Several runs' replies to the same questions")
struct SideBySideTests {
    @Test func `runs are walked together; what only one has a reply to is left out; the current reading counts`()
        async throws
    {
        try await withStore { store, _ in
            let runs = try ["one", "two", "three"].map { try store.begin(run(key: $0), of: study).id }
            let replies = [["q1", "q2", "q4"], ["q4", "q2", "q3"], ["q2", "q5"]]
            for (id, questions) in zip(runs, replies) {
                try await ReplyJournal(store: store, run: id).save(questions.map { reply($0) })
            }
            let again = try #require(try store.reply(run: runs[1], question: "q2"))
            try store.add(readings: [(again.id, ReadingRecord(readerVersion: 9, state: "refused"))])
            var found: [String: [String?]] = [:]
            var items: [Int64: String?] = [:]
            try store.forEachSharedQuestion(of: runs, item: { items[$0] = $1["value"] }) { row in
                found[row.id] = row.readings.map { $0?.state }
                #expect(items[row.item] == "Daring" && row.kind == "acted" && row.first == 1)
                return true
            }
            #expect(found == ["q2": ["answered", "refused", "answered"], "q4": ["answered", "answered", nil]])
        }
    }

    @Test func `a walk ends where it is told to`() async throws {
        try await withStore { store, _ in
            let runs = try ["one", "two"].map { try store.begin(run(key: $0), of: study).id }
            for id in runs { try await ReplyJournal(store: store, run: id).save(["q1", "q2"].map { reply($0) }) }
            var count = 0
            try store.forEachSharedQuestion(of: runs, item: { _, _ in }) { _ in
                count += 1
                return false
            }
            #expect(count == 1)
        }
    }

    @Test(arguments: [
        (1, ""), (2, "é"), (3, "é"), (4, "é"), (5, "é€"), (8, "é€"), (9, "é€😀"), (100, "é€😀!"),
    ])
    func `the beginning of a reply holds no half of a character`(bytes: Int, text: String) async throws {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            try await ReplyJournal(store: store, run: id).save(reply("q1", text: "é€😀!"))
            let number = try number(of: id, store)
            let found = try #require(try store.beginnings(question: number, runs: [id], bytes: bytes)[0])
            #expect(found.text == text)
            #expect(found.bytes == 10 && found.isWhole == (bytes >= 10) && found.finishReason == "stop")
            #expect(try store.beginnings(question: number + 1, runs: [id], bytes: bytes) == [nil])
        }
    }

    @Test func `a question is found by its number`() async throws {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            var asked = reply("q1")
            asked.question.prompt = "Which one?\u{0}"
            try await ReplyJournal(store: store, run: id).save(asked)
            let number = try number(of: id, store)
            #expect(try store.askedQuestion(number: number) == asked.question)
            #expect(try store.askedQuestion(number: number + 1) == nil)
        }
    }

    /// The number of a run's one question: walked with itself, it is shared.
    private func number(of run: Int64, _ store: AnswerStore) throws -> Int64 {
        var number: Int64 = 0
        try store.forEachSharedQuestion(of: [run, run], item: { _, _ in }) { row in
            number = row.question
            return true
        }
        return number
    }
}
