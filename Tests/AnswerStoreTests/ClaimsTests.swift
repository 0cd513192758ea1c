import AnswerStore
import Foundation
import Testing

struct ClaimsTests {
    @Test func `two processes never hold the same question`() async throws {
        try await withStore { store, path in
            let run = try store.begin(run(), of: study)
            let other = try AnswerStore(path: path)
            let (a, b) = (try store.register(atOnce: 8), try other.register(atOnce: 8))
            let first = try await store.grant(["q1", "q2"], run: run.id, to: a)
            let second = try await other.grant(["q2", "q3"], run: run.id, to: b)
            #expect(first.granted == ["q1", "q2"])
            #expect(second.granted == ["q3"])
            #expect(second.claimedByOthers == ["q2"])
        }
    }

    @Test func `a question with a reply is not granted`() async throws {
        try await withStore { store, _ in
            let run = try store.begin(run(), of: study)
            let worker = try store.register(atOnce: 8)
            try await ReplyJournal(store: store, run: run.id).save(reply("q1"))
            let claim = try await store.grant(["q1", "q2"], run: run.id, to: worker)
            #expect(claim.replied == ["q1"])
            #expect(claim.granted == ["q2"])
        }
    }

    @Test func `what a process gives back is free for the next`() async throws {
        try await withStore { store, _ in
            let run = try store.begin(run(), of: study)
            let (a, b) = (try store.register(atOnce: 8), try store.register(atOnce: 8))
            _ = try await store.grant(["q1"], run: run.id, to: a)
            try store.unregister(a)
            let claim = try await store.grant(["q1"], run: run.id, to: b)
            #expect(claim.granted == ["q1"])
        }
    }

    @Test func `a silent process loses its claims after nine beats of another and one that beats keeps them`()
        async throws
    {
        try await withStore { store, path in
            let run = try store.begin(run(), of: study)
            let (silent, alive, third) = (
                try store.register(atOnce: 8), try store.register(atOnce: 8), try store.register(atOnce: 8)
            )
            // On another machine, where nobody can look for a process.
            try sqlite(path, "UPDATE worker SET bootID = 'another'")
            _ = try await store.grant(["q1"], run: run.id, to: silent)
            _ = try await store.grant(["q2"], run: run.id, to: alive)
            var silence = Silence()
            for beat in 0...9 {
                let early = try await store.grant(["q1", "q2"], run: run.id, to: third, silence: silence)
                #expect(early.granted.isEmpty, "beat \(beat)")
                // Its clock stands still, or jumps: only that it beats counts.
                _ = try await store.beat(alive, now: now - Double(beat) * 3600)
                silence = try await store.beat(third, silence: silence, now: now + Double(beat) * 3600).silence
            }
            let late = try await store.grant(["q1", "q2"], run: run.id, to: third, silence: silence)
            #expect(late.granted == ["q1"])
            #expect(late.claimedByOthers == ["q2"])
        }
    }

    @Test func `a process of this machine that stands still keeps its claims for a quarter of an hour`() async throws {
        try await withStore { store, _ in
            let run = try store.begin(run(), of: study)
            let (still, other) = (try store.register(atOnce: 8), try store.register(atOnce: 8))
            _ = try await store.grant(["q1"], run: run.id, to: still)
            var silence = Silence()
            for _ in 0..<90 { silence = try await store.beat(other, silence: silence).silence }
            #expect(try await store.grant(["q1"], run: run.id, to: other, silence: silence).granted.isEmpty)
            silence = try await store.beat(other, silence: silence).silence
            #expect(try await store.grant(["q1"], run: run.id, to: other, silence: silence).granted == ["q1"])
        }
    }

    @Test func `a process that was killed loses its claims at once`() async throws {
        try await withStore { store, path in
            let run = try store.begin(run(), of: study)
            let gone = try store.register(atOnce: 8)
            _ = try await store.grant(["q1"], run: run.id, to: gone)
            // The claim of a process that is gone: a child that has ended, entered by its number.
            let child = Process()
            child.executableURL = URL(filePath: "/bin/true")
            try child.run()
            child.waitUntilExit()
            try sqlite(path, "UPDATE worker SET pid = \(child.processIdentifier)")
            let next = try store.register(atOnce: 8)
            #expect(try await store.grant(["q1"], run: run.id, to: next).granted == ["q1"])
        }
    }

    @Test(arguments: ["namespace = 'pid:[1]'", "bootID = 'another'", "bootID = NULL", "namespace = NULL"])
    func `a process that can't be looked for from here is not taken for dead at once`(field: String) async throws {
        try await withStore { store, path in
            let run = try store.begin(run(), of: study)
            let other = try store.register(atOnce: 8)
            _ = try await store.grant(["q1"], run: run.id, to: other)
            // A number that no process of this machine has: here it says nothing.
            try sqlite(path, "UPDATE worker SET pid = 4194305, \(field)")
            let next = try store.register(atOnce: 8)
            #expect(try await store.grant(["q1"], run: run.id, to: next).claimedByOthers == ["q1"])
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/stat")))
    func `a number that another process has by now does not keep a claim`() async throws {
        try await withStore { store, path in
            let run = try store.begin(run(), of: study)
            let other = try store.register(atOnce: 8)
            _ = try await store.grant(["q1"], run: run.id, to: other)
            try sqlite(path, "UPDATE worker SET born = born - 1")
            let next = try store.register(atOnce: 8)
            #expect(try await store.grant(["q1"], run: run.id, to: next).granted == ["q1"])
        }
    }

    @Test func `who was taken for dead enters anew and gets nothing that others hold`() async throws {
        try await withStore { store, path in
            let run = try store.begin(run(), of: study)
            let dropped = try Membership(store: store, atOnce: 8)
            let before = try await dropped.claim(ClaimRequest(["q1", "q2", "q3"].map(question), run: run.id)).by
            // Another process takes it off the list, and begins to ask.
            try sqlite(path, "DELETE FROM claim; DELETE FROM worker")
            let other = try store.register(atOnce: 8)
            _ = try await store.grant(["q1"], run: run.id, to: other)
            try await ReplyJournal(store: store, run: run.id).save(reply("q2"))
            let (claim, by) = try await dropped.claim(ClaimRequest(["q1", "q2", "q3"].map(question), run: run.id))
            #expect(claim.claimedByOthers == ["q1"])
            #expect(claim.replied == ["q2"])
            #expect(claim.granted == ["q3"])
            #expect(by != before)
            #expect(try await dropped.current() == by)
        }
    }

    @Test func `a beat shows that a process was taken for dead`() async throws {
        try await withStore { store, path in
            let worker = try store.register(atOnce: 8)
            #expect(try await store.beat(worker).isKnown)
            try sqlite(path, "DELETE FROM worker")
            #expect(try await !store.beat(worker).isKnown)
        }
    }
}
