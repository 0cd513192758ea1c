import AnswerStore
import Foundation
import Testing

struct ClaimsTests {
    @Test func `two processes never hold the same question`() async throws {
        try await withStore { store, path in
            let run = try store.begin(run(), of: study)
            let other = try AnswerStore(path: path)
            let (a, b) = (try store.register(atOnce: 8, now: now), try other.register(atOnce: 8, now: now))
            let first = try await store.claim(["q1", "q2"], run: run.id, worker: a, now: now)
            let second = try await other.claim(["q2", "q3"], run: run.id, worker: b, now: now)
            #expect(first.granted == ["q1", "q2"])
            #expect(second.granted == ["q3"])
            #expect(second.claimedByOthers == ["q2"])
        }
    }

    @Test func `a question with a reply is not granted`() async throws {
        try await withStore { store, _ in
            let run = try store.begin(run(), of: study)
            let worker = try store.register(atOnce: 8, now: now)
            try await ReplyJournal(store: store, run: run.id).save(reply("q1"))
            let claim = try await store.claim(["q1", "q2"], run: run.id, worker: worker, now: now)
            #expect(claim.replied == ["q1"])
            #expect(claim.granted == ["q2"])
        }
    }

    @Test func `what a process gives back is free for the next`() async throws {
        try await withStore { store, _ in
            let run = try store.begin(run(), of: study)
            let (a, b) = (try store.register(atOnce: 8, now: now), try store.register(atOnce: 8, now: now))
            _ = try await store.claim(["q1"], run: run.id, worker: a, now: now)
            try store.unregister(a)
            let claim = try await store.claim(["q1"], run: run.id, worker: b, now: now)
            #expect(claim.granted == ["q1"])
        }
    }

    @Test func `a silent process loses its claims after a minute and one that beats keeps them`() async throws {
        try await withStore { store, _ in
            let run = try store.begin(run(), of: study)
            let (silent, alive, third) = (
                try store.register(atOnce: 8, now: now), try store.register(atOnce: 8, now: now),
                try store.register(atOnce: 8, now: now)
            )
            _ = try await store.claim(["q1"], run: run.id, worker: silent, now: now)
            _ = try await store.claim(["q2"], run: run.id, worker: alive, now: now)
            try await store.beat(alive, now: now + 50)
            let early = try await store.claim(["q1", "q2"], run: run.id, worker: third, now: now + 59)
            #expect(early.granted.isEmpty)
            let late = try await store.claim(["q1", "q2"], run: run.id, worker: third, now: now + 61)
            #expect(late.granted == ["q1"])
            #expect(late.claimedByOthers == ["q2"])
        }
    }

    @Test func `a process that was killed loses its claims at once`() async throws {
        try await withStore { store, path in
            let run = try store.begin(run(), of: study)
            let worker = try store.register(atOnce: 8, now: now)
            // The claim of a process that is gone: a child that has ended, entered by its number.
            let child = Process()
            child.executableURL = URL(filePath: "/bin/true")
            try child.run()
            child.waitUntilExit()
            let sql = """
                UPDATE worker SET pid = \(child.processIdentifier);
                INSERT INTO claim SELECT \(run.id), 'q1', id FROM worker;
                """
            try sqlite(path, sql)
            let next = try store.register(atOnce: 8, now: now)
            let claim = try await store.claim(["q1"], run: run.id, worker: next, now: now)
            #expect(claim.granted == ["q1"])
            _ = worker
        }
    }
}
