import AnswerStore
import Foundation
import Testing
import Text

/// What a process wrote on a shared file system brings its store back.
struct JournalTests {
    private func header(_ run: RunRecord, shard: Int = 1) -> JournalHeader {
        JournalHeader(
            run: run, protocolHash: study.protocolHash, study: study.name, shard: shard, shards: 2, began: 5, atOnce: 4)
    }

    private func journals(_ world: MergeWorld) throws -> [String] { try JournalFolder.journals(at: world.path("J")) }

    @Test func `an entry comes back as it was written, whatever it holds`() throws {
        var odd = MergeWorld.reply("q1", "nul \0, quote \", line\nbreak, \u{2028} 世界", at: 1_764_224_520.123_456_7)
        odd.reasoning = "because"
        odd.latency = 0.1 + 0.2
        odd.optionLogProbabilities = "[[\"A\",-0.1]]"
        odd.omittedSettings = ["temperature"]
        odd.provider = "Together"
        odd.fingerprint = "fp"
        odd.question.system = "You are \\ terse."
        odd.request = Data(#"{"system":"You are \\ terse.","prompt":"Which \"one\" of q1?"}"#.utf8)
        var bare = MergeWorld.reply("q2", "", at: 2)
        (bare.request, bare.response, bare.promptTokens, bare.latency) = (Data([0xFF, 0xFE]), nil, nil, nil)
        let failed = FailureRecord(
            questionID: "q3", attempts: 3, code: "timeout", message: "no\nanswer",
            failed: Date(timeIntervalSince1970: 1.5))
        let entries: [JournalEntry] = [
            .header(header(run())), .reply(odd, replaces: 0.1), .reply(bare, replaces: nil), .failure(failed), .lost(2),
            .end(.stopped, at: 7.25),
        ]
        for entry in entries {
            var line = try #require(JournalLine.bytes(of: entry.json))
            #expect(line.popLast() == UInt8(ascii: "\n"))
            #expect(!line.contains(UInt8(ascii: "\n")))
            #expect(JournalLine.entry(in: line).flatMap(JournalEntry.init) == entry)
            // A line of which any byte was changed is none.
            for place in stride(from: 0, to: line.count, by: 7) {
                var wrong = line
                wrong[place] ^= 1
                #expect(JournalLine.entry(in: wrong) == nil)
            }
            #expect(JournalLine.entry(in: Array(line.dropLast())) == nil)
        }
    }

    @Test func `a store is rebuilt from its journal alone, and asks nobody twice`() async throws {
        let world = try MergeWorld()
        defer { world.remove() }
        let store = try AnswerStore(path: world.path("a.sqlite"))
        let begun = try store.begin(run(), of: study)
        let shared = try ShardJournal.begin(in: world.path("J"), header(begun), of: study)
        let journal = ReplyJournal(store: store, run: begun.id, shared: shared)
        for number in 0..<5 {
            try await journal.save(
                MergeWorld.reply("q\(number)", "text \(number)", at: Double(number)), as: MergeWorld.paid)
        }
        let standing = try #require(try store.standing(run: begun.id, question: "q1"))
        var kept = MergeWorld.paid
        kept.replaces = standing.reply
        try await journal.save(MergeWorld.reply("q1", "again", at: 9), as: kept)
        try await journal.save(
            FailureRecord(questionID: "q8", attempts: 1, code: "timeout", message: "m", failed: now))
        try await journal.addLostAttempt()
        // Two processes of one shard: the reply of the second is kept, aside.
        try await journal.save(MergeWorld.reply("q2", "second", at: 10), as: MergeWorld.paid)

        let moved = try AnswerStore(path: world.path("b.sqlite"))
        let again = try moved.begin(run(), of: study)
        let first = try moved.replay(try journals(world), run: again.id)
        #expect(first.replies == 7)
        #expect(first.notes == [])
        #expect(try world.contents("b.sqlite") == (try world.contents("a.sqlite")))
        #expect(try moved.replay(try journals(world), run: again.id).replies == 0)
        #expect(try world.contents("b.sqlite") == (try world.contents("a.sqlite")))
        // Merged, a store and its journal are the same twice.
        try world.merge(["J", "a.sqlite", "b.sqlite"])
        #expect(try world.contents("all.sqlite") == (try world.contents("a.sqlite")))
    }

    @Test func `a torn last line is left out and told; a damaged one costs what stood there alone`() async throws {
        let world = try MergeWorld()
        defer { world.remove() }
        let store = try AnswerStore(path: world.path("a.sqlite"))
        let begun = try store.begin(run(), of: study)
        let shared = try ShardJournal.begin(in: world.path("J"), header(begun), of: study)
        let journal = ReplyJournal(store: store, run: begun.id, shared: shared)
        for number in 0..<3 {
            try await journal.save(MergeWorld.reply("q\(number)", "text", at: Double(number)), as: MergeWorld.paid)
        }
        var bytes = try Data(contentsOf: URL(filePath: shared.path))
        bytes.removeLast(40)
        try bytes.write(to: URL(filePath: shared.path))
        func replayed(_ name: String) throws -> (ReplayedJournals, [String]) {
            let other = try AnswerStore(path: world.path(name))
            let run = try other.begin(run(), of: study)
            let result = try other.replay([shared.path], run: run.id)
            return (result, try allReplies(other, run: run.id).map(\.question.id))
        }
        let (torn, whole) = try replayed("b.sqlite")
        #expect(whole == ["q0", "q1"])
        #expect(
            torn.notes == [
                "the last line of '\(shared.path)' is torn; what it held was not acknowledged, and is left out"
            ])
        let second = try #require(bytes.firstRange(of: Data("text".utf8)))
        bytes[second.lowerBound] = UInt8(ascii: "T")
        try bytes.write(to: URL(filePath: shared.path))
        let (damaged, rest) = try replayed("c.sqlite")
        #expect(rest == ["q1"])
        #expect(
            damaged.notes.last
                == "'\(shared.path)': a line is damaged, the first at 2: what stood there is left out, and its question counts as "
                + "not asked unless another journal has it")
    }

    @Test func `where the journal can't be written the reply is not stored, and nothing counts as saved`() async throws
    {
        let world = try MergeWorld()
        defer { world.remove() }
        let store = try AnswerStore(path: world.path("a.sqlite"))
        let begun = try store.begin(run(), of: study)
        let shared = try ShardJournal.begin(in: world.path("J"), header(begun), of: study)
        let journal = ReplyJournal(store: store, run: begun.id, shared: shared)
        try await journal.save(MergeWorld.reply("q0", "kept", at: 0), as: MergeWorld.paid)
        try FileManager.default.removeItem(atPath: shared.path)
        let error = await #expect(throws: StoreError.self) {
            try await journal.save(MergeWorld.reply("q1", "lost", at: 1), as: MergeWorld.paid)
        }
        #expect(
            error?.description
                == "the journal '\(shared.path)' can't be used (it was removed or moved while the run wrote to it): see to it, then "
                + "give the same command again; every reply that was acknowledged is in it")
        #expect(try allReplies(store, run: begun.id).map(\.question.id) == ["q0"])
    }

    @Test func `a later format, a foreign file and a journal without its study are refused`() throws {
        let world = try MergeWorld()
        defer { world.remove() }
        let shared = try ShardJournal.begin(in: world.path("J"), header(run()), of: study)
        try FileManager.default.removeItem(atPath: world.path("J/study-00ff.json"))
        let missing = #expect(throws: StoreError.self) { try world.merge(["J"]) }
        #expect(
            missing?.description.contains(
                "its study is not beside it: '\(world.path("J/study-00ff.json"))' is missing; copy it there with the journals"
            )
                == true)
        let later: JSONValue = ["kind": "journal", "header": ["format": 2]]
        try Data(try #require(JournalLine.bytes(of: later))).write(to: URL(filePath: shared.path))
        let error = #expect(throws: StoreError.self) { try world.merge(["J"]) }
        #expect(
            error?.description.contains(
                "its first line is no header of a journal that this version of vlens can read") == true)
    }
}
