import AnswerStore
import Foundation
import TestSupport
import Testing

/// A damaged store gives an error that says so, or what it holds; it never ends the program.
struct DamageTests {
    /// A store of a few pages with every kind of row.
    private func sample(_ path: String) async throws -> Data {
        let store = try AnswerStore(path: path)
        let id = try store.begin(run(), of: study).id
        let journal = ReplyJournal(store: store, run: id)
        try await journal.save(
            (0..<40).map { reply("q\($0)", state: $0.isMultiple(of: 3) ? "unreadable" : "answered") })
        try await store.save(
            FailureRecord(questionID: "q99", attempts: 2, code: "timeout", message: "slow", failed: now), run: id)
        try store.save(DatasetRecord(name: "via", origin: "a.csv", actions: "[]", summary: "{}"), at: now)
        let worker = try store.register(atOnce: 4)
        let again = try store.unreadable(run: id, reasons: nil)
        try await journal.save(reply("q0"), as: KeptReply(askedBy: worker, replaces: again["q0"]))
        try sqlite(path, "PRAGMA wal_checkpoint(TRUNCATE)")
        return try Data(contentsOf: URL(filePath: path))
    }

    /// Uses all of a store; what is thrown is one of its errors by type.
    private func useAll(_ path: String, _ mode: AnswerStore.Mode) async throws(StoreError) {
        let store = try AnswerStore(path: path, mode: mode)
        for run in try store.runs() {
            _ = try store.study(ofRun: run.id)
            _ = try store.counts(run: run.id)
            _ = try store.failures(run: run.id)
            _ = try store.setAside(run: run.id)
            _ = try store.unreadable(run: run.id, reasons: nil)
            for task in ["stated", "acted"] { _ = try store.extent(run: run.id, task: task) }
            try store.forEachReply(run: run.id, raw: true) { _ in }
            guard mode == .readWrite else { continue }
            let membership = try Membership(store: store, atOnce: 2)
            _ = try await membership.claim(ClaimRequest(["q1", "q500"].map(question), run: run.id))
            _ = try await ReplyJournal(store: store, run: run.id).save(reply("q500"))
            try await membership.beat()
            try await membership.leave()
        }
        _ = try store.dataset(named: "via")
    }

    @Test func `flipped bytes anywhere are an error or are not noticed, and never the end of the program`() async throws
    {
        try await withFolder { path in
            let whole = try await sample(path)
            var steps = SeededRandom(seed: 20_261_126)
            var refused = 0
            for round in 0..<300 {
                var bytes = whole
                for _ in 0..<(1 << Int.random(in: 0...6, using: &steps)) {
                    let place = Int.random(in: 0..<bytes.count, using: &steps)
                    bytes[place] = UInt8.random(in: 0...255, using: &steps)
                }
                let broken = "\(path)-\(round)"
                try bytes.write(to: URL(filePath: broken))
                do throws(StoreError) {
                    try await useAll(broken, round.isMultiple(of: 4) ? .readWrite : .readOnly)
                } catch {
                    refused += 1
                    // What is damaged is called so, or is no store any more.
                    let words = ["is damaged", "is not a vlens store", "was written by", "no store at", "can't be"]
                    #expect(words.contains { error.description.contains($0) }, "round \(round): \(error)")
                }
                for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: broken + suffix) }
            }
            #expect(refused > 100)
        }
    }

    @Test(arguments: [
        "UPDATE question SET variant = 'x'", "UPDATE question SET variant = 9e18", "UPDATE question SET replicate = -1",
        "UPDATE replyRow SET latency = 'x'", "UPDATE replyRow SET attempts = 'many'",
        "UPDATE item SET dimensions = '{'",
        "UPDATE item SET dimensions = '[1]'", "UPDATE replyRow SET replied = 'soon'", "UPDATE raw SET text = x'ff'",
        "DELETE FROM raw",
    ])
    func `a reply with a field that it can't hold is damage or is read as it can be`(change: String) async throws {
        try await withStore { store, path in
            let id = try store.begin(run(), of: study).id
            try await ReplyJournal(store: store, run: id).save(reply("q1"))
            try sqlite(path, change)
            do throws(StoreError) {
                try store.forEachReply(run: id, raw: true) { _ in }
            } catch {
                guard case .damaged = error else {
                    Issue.record("\(error)")
                    return
                }
            }
        }
    }

    @Test func `a study whose text is not what was stored is damage, and not blamed on the study`() async throws {
        try await withStore { store, path in
            let id = try store.begin(run(), of: study).id
            try sqlite(path, "UPDATE study SET source = 'name: tine' || char(10)")
            #expect(throws: StoreError.damaged(path: path, detail: "the study of run \(id) is not what was stored")) {
                try store.study(ofRun: id)
            }
        }
    }

    @Test func `a dataset whose actions are not what was stored is damage`() async throws {
        try await withStore { store, path in
            try store.save(DatasetRecord(name: "via", origin: "a.csv", actions: "[1]", summary: "{}"), at: now)
            try sqlite(path, "UPDATE dataset SET actions = '[2]'")
            #expect(throws: StoreError.damaged(path: path, detail: "the dataset 'via' is not what was stored")) {
                try store.dataset(named: "via")
            }
        }
    }

    @Test func `a table that another program dropped is damage`() async throws {
        try await withStore { store, path in
            let id = try store.begin(run(), of: study).id
            let worker = try store.register(atOnce: 1)
            try sqlite(path, "DROP TABLE claim")
            await #expect(throws: StoreError.damaged(path: path, detail: "no such table: claim")) {
                try await store.claim(ClaimRequest([question("q1")], run: id), worker: worker)
            }
        }
    }

    @Test func `who asks what is made anew where it was dropped, and all replies stay`() async throws {
        try await withStore { store, path in
            let id = try store.begin(run(), of: study).id
            try await ReplyJournal(store: store, run: id).save(reply("q1"))
            try sqlite(path, "DROP TABLE claim")
            let later = try AnswerStore(path: path)
            #expect(later.notes == ["the tables of who asks what were missing from '\(path)', and were made anew"])
            let worker = try later.register(atOnce: 1)
            let claim = try await later.grant(["q1", "q2"], run: id, to: worker)
            #expect((claim.replied, claim.granted) == (["q1"], ["q2"]))
            #expect(try await later.beat(worker).isKnown)
        }
    }
}
