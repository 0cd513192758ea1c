import AnswerStore
import Foundation
import Testing

/// Replies that were paid for and don't stand are kept beside those that do.
struct SetAsideTests {
    private func unreadable(_ question: String, _ reason: String) -> ReplyRecord {
        var reply = reply(question, text: "", state: "unreadable")
        reply.reading.reason = reason
        return reply
    }

    @Test func `a question that is asked again has the new reply, and the first is kept with its readings`()
        async throws
    {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            let journal = ReplyJournal(store: store, run: id)
            try await journal.save([unreadable("q1", "empty"), reply("q2"), unreadable("q3", "ambiguous")])
            let again = try store.unreadable(run: id, reasons: ["empty"])
            #expect(Array(again.keys) == ["q1"])
            let worker = try store.register(atOnce: 4)
            #expect(try await store.grant(["q1", "q2"], run: id, to: worker).replied == ["q1", "q2"])
            let claim = try await store.grant(["q1", "q2"], run: id, to: worker, again: again)
            #expect(claim.granted == ["q1"])
            #expect(claim.replied == ["q2"])
            let kept = KeptReply(askedBy: worker, replaces: again["q1"])
            #expect(try await journal.save(reply("q1", text: "2nd"), as: kept))
            let texts = try allReplies(store, run: id).map(\.text)
            #expect(texts.contains("2nd"))
            #expect(texts.count == 3)
            let first = try store.setAside(run: id)
            #expect(first.map(\.cause) == [.askedAgain])
            #expect(first.map(\.questionID) == ["q1"])
            #expect(first.map(\.readings) == [[unreadable("q1", "empty").reading]])
            let counts = try store.counts(run: id)
            #expect(counts.answered == 2)
            #expect(counts.unreadableReasons == ["ambiguous": 1])
            #expect(counts.askedAgain == 1)
            // Both were paid for.
            #expect(counts.spending.replies == 4)
            #expect(counts.spending.promptTokens == 4 * 12)
        }
    }

    @Test func `a second process does not ask a third time`() async throws {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            let journal = ReplyJournal(store: store, run: id)
            try await journal.save(unreadable("q1", "empty"))
            let (a, b) = (try store.register(atOnce: 4), try store.register(atOnce: 4))
            // Both saw the same reply; the first asks again, and it is empty again.
            let again = try store.unreadable(run: id, reasons: nil)
            #expect(try await store.grant(["q1"], run: id, to: a, again: again).granted == ["q1"])
            #expect(try await store.grant(["q1"], run: id, to: b, again: again).claimedByOthers == ["q1"])
            try await journal.save(unreadable("q1", "empty"), as: KeptReply(askedBy: a, replaces: again["q1"]))
            #expect(try await store.grant(["q1"], run: id, to: b, again: again).replied == ["q1"])
            // Nor does one that starts while the first goes on, or after it was killed.
            #expect(try store.unreadable(run: id, reasons: nil).isEmpty)
            // One that starts after its end does, since its user wishes it.
            try store.unregister(a)
            let later = try store.unreadable(run: id, reasons: nil)
            #expect(Array(later.keys) == ["q1"])
            #expect(later != again)
        }
    }

    @Test func `the second of two replies to one question is kept and spent, and the first stands`() async throws {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            let journal = ReplyJournal(store: store, run: id)
            let worker = try store.register(atOnce: 4)
            #expect(try await journal.save(reply("q1", text: "first"), as: KeptReply(askedBy: worker)))
            #expect(try await !journal.save(reply("q1", text: "second"), as: KeptReply(askedBy: worker)))
            #expect(try allReplies(store, run: id).map(\.text) == ["first"])
            #expect(try store.setAside(run: id).map(\.text) == ["second"])
            #expect(try store.setAside(run: id).map(\.cause) == [.late])
            let counts = try store.counts(run: id)
            #expect(counts.replied == 1)
            #expect(counts.askedAgain == 0)
            #expect(counts.spending.replies == 2)
        }
    }

    @Test func `a reply that was counted as lost and came after all is not counted twice`() async throws {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            let worker = try store.register(atOnce: 4)
            try await store.addLostAttempt(run: id)
            try await store.addLostAttempt(run: id)
            let kept = KeptReply(askedBy: worker, wasGivenUpAsLost: true)
            try await ReplyJournal(store: store, run: id).save(reply("q1"), as: kept)
            #expect(try store.spending(run: id).lost == 1)
        }
    }

    @Test func `who served a reply and what was not sent come back and are counted`() async throws {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            var first = reply("q1")
            (first.provider, first.fingerprint, first.omittedSettings) = ("Together", "fp_1", ["temperature", "seed"])
            try await ReplyJournal(store: store, run: id).save([first, reply("q2"), reply("q3")])
            var stored = try allReplies(store, run: id)[0]
            stored.id = 0
            #expect(stored == first)
            let served = try store.counts(run: id).served
            #expect(served.map(\.provider) == [nil, "Together"])
            #expect(served.map(\.replies) == [2, 1])
            #expect(served.last?.omittedSettings == ["temperature", "seed"])
        }
    }
}
