import AnswerStore
import Foundation
import GRDB
import Testing

/// Stores of earlier versions are brought up to date whole, or not at all.
struct MigrationTests {
    @Test(arguments: [1, 2, 3, 4, 5])
    func `all that an earlier version stored is there`(version: Int) async throws {
        try await withFolder { path in
            try OldStores.make(version, at: path)
            let store = try AnswerStore(path: path)
            #expect(store.notes.isEmpty)
            let runs = try store.runs()
            #expect(runs.map(\.key) == ["k", "imported"])
            #expect(runs.map(\.origin) == [.asked, .imported])
            #expect(runs[0].started == now)
            #expect(runs[0].finished == now + 90.25)
            #expect(try store.study(ofRun: 1) == study)
            #expect(try store.dataset(named: "via")?.actions == "[]")
            let replies = try allReplies(store, run: 1)
            #expect(replies.map(\.id) == [1, 2, 3])
            #expect(replies.map(\.question.id) == ["q1", "q2", "q3"])
            #expect(replies.map(\.question.kind) == ["acted", "acted", "stated"])
            #expect(replies.map(\.question.item) == [cell, cell, .place(country: "Philippines", topic: "Politics")])
            #expect(replies.map(\.question.variant) == [3, 3, 3])
            #expect(replies.map(\.question.first) == [1, 0, nil])
            #expect(replies.map(\.text) == ["{\"action\": \"Option 1\"}", "a\u{0}b", "I would rather not"])
            #expect(replies.map(\.reasoning) == [nil, nil, "hm"])
            #expect(replies.map(\.reasoningTokens) == [nil, nil, 3])
            #expect(replies.map(\.request) == ["q1", "q2", "q3"].map { Data("{\"q\":\"\($0)\"}".utf8) })
            #expect(replies.allSatisfy { $0.response == Data([0, 255]) && $0.replied == now + 0.125 })
            #expect(replies.allSatisfy { $0.attempts == 2 && $0.latency == 0.25 && $0.model == "m-1" })
            #expect(replies.map(\.reading.state) == ["answered", "unreadable", "refused"])
            #expect(try store.readings(ofReply: 2).map(\.readerVersion) == [1, 2])
            let failures = try store.failures(run: 1)
            #expect(failures.map(\.questionID) == ["q9"])
            #expect(failures.map(\.failed) == [now + 1])
            let counts = try store.counts(run: 1)
            #expect((counts.answered, counts.refused, counts.unreadable, counts.failed) == (1, 1, 1, 1))
            #expect(counts.byKind == ["acted": 2, "stated": 1])
            #expect(try store.extent(run: 1, task: "acted").variants == 4)
            let imported = try allReplies(store, run: 2)
            #expect(imported.map(\.question.id) == ["imported/acted/Philippines/Politics/Daring/3"])
            #expect(imported.map(\.request) == [nil])
            guard version > 1 else { return }
            #expect(replies[0].optionLogProbabilities == "[[\"1\",-0.1]]")
            guard version > 2 else { return }
            #expect(replies.map(\.provider) == ["Together", nil, nil])
            #expect(replies[0].omittedSettings == ["temperature", "seed"])
            let aside = try store.setAside(run: 1)
            #expect(aside.map(\.cause) == [.askedAgain, .late])
            #expect(aside.map(\.questionID) == ["q2", "q1"])
            #expect(aside.map(\.text) == ["", "second"])
            #expect(aside.map(\.readings.count) == [1, 1])
            #expect((counts.askedAgain, counts.spending.replies) == (1, 5))
            guard version > 3 else { return }
            #expect(try store.labels(of: cell, criterion: "c@1/right").map(\.content) == [#"{"answer":"yes"}"#])
            #expect(try store.projects().map(\.name) == (version > 4 ? ["first"] : []))
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5])
    func `a store that was brought up to date goes on as a new one`(version: Int) async throws {
        try await withFolder { path in
            try OldStores.make(version, at: path)
            let store = try AnswerStore(path: path)
            let worker = try store.register(atOnce: 4)
            let claim = try await store.grant(["q1", "q9", "q10"], run: 1, to: worker)
            #expect(claim.replied == ["q1"])
            #expect(claim.granted == ["q9", "q10"])
            try await ReplyJournal(store: store, run: 1).save(reply("q9"), as: KeptReply(askedBy: worker))
            #expect(try store.failures(run: 1).isEmpty)
            #expect(try store.counts(run: 1).replied == 4)
            #expect(try store.counts(run: 1).spending.replies == (version >= 3 ? 6 : 4))
        }
    }

    @Test func `tables are the same whether a store is new or was brought up to date`() async throws {
        try await withFolder { path in
            _ = try AnswerStore(path: path)
            let new = try tables(path)
            for version in 1...5 {
                let old = path + "\(version)"
                try OldStores.make(version, at: old)
                _ = try AnswerStore(path: old)
                #expect(try tables(old) == new)
            }
        }
    }

    @Test(arguments: [1, 2, 3])
    func `SQL that was written for an earlier version says the same of this one`(version: Int) async throws {
        let ours = """
            SELECT count(*) FROM reply r JOIN reading g ON g.replyID = r.id
            WHERE r.task IN ('stated', 'acted') AND r.country = 'Philippines' AND r.topic = 'Politics'
                AND coalesce(r.value, 'Daring') = 'Daring' AND r.variant = 3 AND r.replicate = 0 AND length(r.text) > 0
                AND r.finishReason IS NOT '' AND r.model IS NOT '' AND r.attempts > 0 AND r.questionID IN ('q1', 'q2', 'q3')
                AND julianday(r.replied) > 0 AND (r.first IS NULL OR r.first IN (0, 1)) AND r.runID = 1
            """
        let sums =
            "SELECT coalesce(sum(promptTokens), 0) + coalesce(sum(completionTokens), 0) FROM reply WHERE runID = 1"
        try await withFolder { path in
            try OldStores.make(version, at: path)
            let before = try numbers(path, ours, sums)
            _ = try AnswerStore(path: path)
            #expect((before.first ?? 0) ?? 0 > 0)
            #expect(try numbers(path, ours, sums) == before)
        }
    }

    @Test(arguments: [1, 2, 3])
    func `a question of an earlier version that is asked in another run has its request, byte for byte`(
        version: Int
    ) async throws {
        try await withFolder { path in
            try OldStores.make(version, at: path)
            let store = try AnswerStore(path: path)
            let earlier = try #require(try store.replies(run: 1, after: 0, limit: 1).first)
            let id = try store.begin(run(key: "later"), of: study).id
            var again = earlier
            again.question.prompt = "Which \"one\" is longer?\nOption 1 or 2"
            let request = Data(
                #"{"messages":[{"role":"user","content":"Which \"one\" is longer?\nOption 1 or 2"}]}"#.utf8)
            again.request = request
            try await ReplyJournal(store: store, run: id).save([again])
            let stored = try #require(try store.replies(run: id, after: 0, limit: 1).first)
            #expect(stored.request == request)
            #expect(stored.question.prompt == again.question.prompt)
            #expect(try store.replies(run: 1, after: 0, limit: 1).first?.text == earlier.text)
        }
    }

    @Test func `imported questions of two studies with one id keep their items`() async throws {
        try await withStore { store, _ in
            let places = [("Congo/Zaire", "Work"), ("Congo", "Zaire/Work")]
            for (number, (country, topic)) in places.enumerated() {
                let id = try store.begin(run(key: "run \(number)"), of: study).id
                var one = reply("imported/stated/Congo/Zaire/Work//0")
                one.question.item = .place(country: country, topic: topic, value: nil)
                one.question.prompt = nil
                try await ReplyJournal(store: store, run: id).save([one])
                #expect(try store.replies(run: id, after: 0, limit: 1).first?.question.item["country"] == country)
            }
        }
    }

    @Test func `a store whose change fails stays as it was`() async throws {
        try await withFolder { path in
            try OldStores.make(
                3, at: path, "DELETE FROM served; CREATE TABLE raw (kept TEXT); INSERT INTO raw VALUES ('x')")
            #expect(throws: StoreError.self) { try AnswerStore(path: path) }
            let kept = try numbers(
                path, "SELECT count(*) FROM reply WHERE questionID = 'q1'", "SELECT count(*) FROM grdb_migrations")
            #expect(kept == [1, 3])
        }
    }

    @Test func `a store in which replies would be lost is damage and stays as it was`() async throws {
        try await withFolder { path in
            try OldStores.make(3, at: path, "DELETE FROM served")
            #expect(
                throws: StoreError.damaged(path: path, detail: "3 of its replies can't be brought up to date")
            ) { try AnswerStore(path: path) }
            try sqlite(path, "SELECT provider FROM reply")
        }
    }

    @Test func `while a process of the earlier version asks, its store is left to it`() async throws {
        try await withFolder { path in
            // It beats; nobody here can look for it.
            try OldStores.make(
                3, at: path,
                "INSERT INTO worker (id, host, pid, heartbeat, atOnce) VALUES (5, 'h', 1, \(Date().timeIntervalSince1970), 4)"
            )
            #expect(throws: StoreError.locked(path: path)) { try AnswerStore(path: path) }
            // It was killed long ago, with two questions out.
            try sqlite(
                path,
                "UPDATE worker SET heartbeat = 5; INSERT INTO claim VALUES (1, 'q7', 5); INSERT INTO claim VALUES (1, 'q8', 5)"
            )
            #expect(try AnswerStore(path: path).spending(run: 1).lost == 2)
        }
    }

    @Test func `killed at any moment, a change of version leaves the store as it was or as it shall be`() async throws {
        try await withFolder { path in
            try OldStores.makeMany(3, at: path, replies: 4000)
            let files = FileManager.default
            // A copy of the files at any moment is what a killed process leaves.
            let change = Task.detached { try AnswerStore(path: path).counts(run: 1).replied }
            var copies: [String] = []
            for number in 0..<12 {
                let copy = "\(path).\(number)"
                let before = try files.attributesOfItem(atPath: path)
                let main = try Data(contentsOf: URL(filePath: path))
                let journal = try? Data(contentsOf: URL(filePath: path + "-wal"))
                let after = try files.attributesOfItem(atPath: path)
                // Where the journal was emptied meanwhile, the two are of two moments.
                if before[.modificationDate] as? Date == after[.modificationDate] as? Date {
                    try main.write(to: URL(filePath: copy))
                    try journal?.write(to: URL(filePath: copy + "-wal"))
                    copies.append(copy)
                }
                try await Task.sleep(for: .milliseconds(15))
            }
            #expect(try await change.value == 4003)
            for copy in copies {
                let store = try AnswerStore(path: copy)
                #expect(try store.counts(run: 1).replied == 4003)
                #expect(try store.replies(run: 1, after: 4008, limit: 5).map(\.text) == ["text of 4009"])
            }
        }
    }

    @Test func `a long change of version is told before it begins`() async throws {
        try await withFolder { path in
            try OldStores.make(
                3, at: path,
                "UPDATE reply SET id = 100000 WHERE id = 4; UPDATE reading SET replyID = 100000 WHERE replyID = 4")
            var told: [String] = []
            _ = try AnswerStore(path: path, notice: { told.append($0) })
            #expect(
                told == [
                    "'\(path)' is brought up to date: 100000 replies move to the tables of this version, which may take minutes "
                        + "and, until it is done, three times its room on the disk"
                ])
        }
    }

    private var cell: ItemRecord { .place(country: "Philippines", topic: "Politics", value: "Daring") }

    private func numbers(_ path: String, _ queries: String...) throws -> [Int?] {
        try DatabaseQueue(path: path).read { db in try queries.map { try Int.fetchOne(db, sql: $0) } }
    }

    private func tables(_ path: String) throws -> [String] {
        try DatabaseQueue(path: path).read { db in
            try String.fetchAll(db, sql: "SELECT name || coalesce(sql, '') FROM sqlite_master ORDER BY name")
        }
    }
}
