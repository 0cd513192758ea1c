import AnswerStore
import Foundation
import GRDB
import Testing
import Text

/// The index of words beside a store.
struct SearchIndexTests {
    /// All of a store's texts taken in.
    private func index(_ store: AnswerStore, limit: Int = 400) async throws -> SearchIndex {
        let index = try SearchIndex(beside: store)
        while try await index.advance(from: store, limit: limit) {}
        return index
    }

    private func found(_ typed: String, _ index: SearchIndex, run: Int64, source: String? = nil) async throws -> Int {
        try await index.counts(SearchQuery(typed), run: run, source: source).reduce(0) { $0 + $1.texts }
    }

    private func saved(_ texts: [String], _ store: AnswerStore, key: String = "k") async throws -> Int64 {
        let id = try store.begin(run(key: key), of: study).id
        try await ReplyJournal(store: store, run: id).save(
            texts.enumerated().map { reply("\(key)\($0.offset)", text: $0.element) })
        return id
    }

    @Test(arguments: IndexQuery.allCases)
    func `no query looks at all rows of a table that grows with the store`(query: IndexQuery) async throws {
        try await withStore { store, _ in
            let plan = try await index(store).plan(of: query)
            #expect(
                !plan.contains { step in
                    // What a query of words gives, at most so many rows of it, and a list that was handed in.
                    step.hasPrefix("SCAN") && !["VIRTUAL TABLE INDEX", "found"].contains { step.contains($0) }
                }, "\(plan)")
            #expect(!plan.isEmpty)
        }
    }

    @Test(arguments: [
        ("kindness", 1), ("KIND*", 2), ("\"kind to\"", 1), ("kind -foes", 0), ("to -foes", 1), ("平等", 1), ("等平", 0),
        ("السلام", 1), ("cafe", 1), ("12", 1), ("absent", 0), ("NEAR(kind foes)", 0), ("option OR action", 0),
    ])
    func `finds words, phrases, exclusions and beginnings in any script`(typed: String, expected: Int) async throws {
        try await withStore { store, _ in
            let run = try await saved(
                [
                    "Be kind to foes.", "Out of kindness, to them", "我重视平等和自由", "السَّلَامُ عليكم", "At the Café at ١٢",
                    "a\u{0}nul",
                ], store)
            let index = try await index(store, limit: 2)
            #expect(try await found(typed, index, run: run) == expected)
        }
    }

    @Test func `finds only what belongs to the run, thoughts too`() async throws {
        try await withStore { store, _ in
            let first = try await saved(["shared word"], store, key: "a")
            let second = try store.begin(run(key: "b"), of: study).id
            var thinking = reply("b0", text: "Option 1")
            thinking.reasoning = "a shared thought"
            try await ReplyJournal(store: store, run: second).save([thinking])
            let index = try await index(store)
            #expect(try await found("shared", index, run: first) == 1)
            let counts = try await index.counts(SearchQuery("shared"), run: second, source: nil)
            #expect(counts.map(\.part) == [.thoughts])
            #expect(try await index.replies(ofRun: second) == 1)
        }
    }

    @Test func `goes on where it stopped, in this process or in another beside it`() async throws {
        try await withStore { store, _ in
            let run = try await saved((0..<90).map { "word\($0) common" }, store)
            let (one, other) = (try SearchIndex(beside: store), try SearchIndex(beside: store))
            #expect(try await one.advance(from: store, limit: 10))
            async let first: Void = { while try await one.advance(from: store, limit: 7) {} }()
            async let second: Void = { while try await other.advance(from: store, limit: 9) {} }()
            _ = try await (first, second)
            #expect(try await found("common", one, run: run) == 90)
            #expect(try await other.replies(ofRun: run) == 90)
        }
    }

    @Test func `finds a reply no more that was set aside`() async throws {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            let worker = try store.register(atOnce: 4)
            try await ReplyJournal(store: store, run: id).save([reply("q0", text: "former words", state: "unreadable")])
            var index = try await index(store)
            #expect(try await found("former", index, run: id) == 1)
            let number = try #require(try allReplies(store, run: id).first).id
            _ = try await store.grant(["q0"], run: id, to: worker, again: ["q0": number])
            _ = try await ReplyJournal(store: store, run: id).save(
                reply("q0", text: "later words"), as: KeptReply(askedBy: worker, replaces: number))
            index = try await self.index(store)
            #expect(try await found("former", index, run: id) == 0)
            #expect(try await found("later", index, run: id) == 1)
            #expect(try await index.replies(ofRun: id) == 1)
        }
    }

    @Test func `is made anew for another store in the same place`() async throws {
        try await withFolder { path in
            let run = try await { try await saved(["old news"], try AnswerStore(path: path)) }()
            #expect(try await found("news", try await index(try AnswerStore(path: path)), run: run) == 1)
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            let store = try AnswerStore(path: path)
            _ = try await saved(["other things"], store, key: "z")
            let index = try await index(store)
            #expect(try await found("news", index, run: run) == 0)
            #expect(try await found("things", index, run: run) == 1)
        }
    }

    @Test func `is made anew where its file is damaged, and leaves a stranger's file alone`() async throws {
        try await withStore { store, path in
            let run = try await saved(["some words"], store)
            _ = try await index(store).path
            var bytes = try Data(contentsOf: URL(filePath: path + "-search"))
            bytes.replaceSubrange(
                100..<min(bytes.count, 3000), with: Data(repeating: 0x5A, count: min(bytes.count, 3000) - 100))
            for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + "-search" + suffix) }
            try bytes.write(to: URL(filePath: path + "-search"))
            #expect(try await found("words", try await index(store), run: run) == 1)

            let stranger = Data("somebody’s notes".utf8)
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: path + "-search" + suffix)
            }
            try stranger.write(to: URL(filePath: path + "-search"))
            let elsewhere = try await index(store)
            #expect(elsewhere.path != path + "-search")
            #expect(try await found("words", elsewhere, run: run) == 1)
            #expect(try Data(contentsOf: URL(filePath: path + "-search")) == stranger)
            try? FileManager.default.removeItem(atPath: elsewhere.path)
        }
    }

    @Test func `holds actions and explanations, once a set`() async throws {
        try await withStore { store, _ in
            let run = try await saved(["Option 1"], store)
            let index = try await index(store)
            let texts = [
                SearchIndex.CellText(
                    country: "A, B", topic: "<t>", value: "v", part: .action, side: 1, text: "I lie to my friends"),
                SearchIndex.CellText(
                    country: "A, B", topic: "<t>", value: "v", part: .explanation, side: 1, text: "It hides the truth"),
            ]
            #expect(try await !index.has(source: "s"))
            try await index.add(source: "s", texts: texts)
            try await index.add(source: "s", texts: texts)
            #expect(try await index.has(source: "s"))
            let hits = try await index.hits(
                SearchQuery("truth"), run: run, source: "s", items: [], cells: [1], most: 10)
            #expect(hits.map(\.part) == [.explanation] && hits.map(\.reply) == [1])
            #expect(try await index.places([1]) == [1: ["A, B", "<t>", "v"]])
            #expect(try await found("friends", index, run: run, source: nil) == 0)
            #expect(try await found("friends", index, run: run, source: "s") == 1)
        }
    }

    @Test(arguments: [
        "\"", "NEAR(", "OR", "AND NOT", "a\u{0}b", "text:x", "*", "^", "\"(", "x* ", "- - -", "\u{FFFD}\u{202E}",
    ])
    func `answers whatever is typed`(typed: String) async throws {
        try await withStore { store, _ in
            let run = try await saved(["or and not near text"], store)
            let typed = String(repeating: typed, count: 2000)
            _ = try await index(store).counts(SearchQuery(typed), run: run, source: "s")
        }
    }
}
