import AnswerStore
import Foundation
import Testing

/// Parts of a run that are handed to a provider hold their questions, whoever looks after them.
struct PartsTests {
    private func begin(
        _ store: AnswerStore, _ ids: [String], caps: [SpendingCap] = [], factor: Double = 0.5
    ) async throws -> (run: Int64, worker: Worker, part: BatchPart, claim: ClaimResult) {
        let run = try store.begin(AnswerStoreTests.run(), of: study).id
        let worker = try store.register(atOnce: 1)
        let part = try await store.beginPart(
            run: run, nonce: "0123456789abcdef", factor: factor, worker: worker, now: now)
        let request = ClaimRequest(ids.map(question), run: run, caps: caps)
        let claim = try #require(try await store.claim(request, at: Array(ids.indices), for: part))
        return (run, worker, part, claim)
    }

    @Test func `a part is kept and brought forward`() async throws {
        try await withStore { store, _ in
            let (run, _, begun, claim) = try await begin(store, ["q1", "q2"])
            #expect(claim.granted == ["q1", "q2"])
            var part = try #require(try store.batchParts(run: run).first)
            #expect((part.number, part.state, part.questions, part.unsettled) == (1, .gathering, 2, 2))
            #expect((part.nonce, part.factor, part.made) == (begun.nonce, 0.5, now))
            (part.state, part.requestsDigest, part.fileID, part.batchID) = (.ended, "ff", "file-1", "batch_1")
            (part.isCertain, part.notOurs, part.outcome) = (true, ["batch_0"], "completed")
            (part.submitting, part.ended) = (now + 1, now + 2)
            part.results = [BatchPart.Result(name: "a.jsonl", digest: "00", providerID: "out")]
            #expect(try await store.save(part))
            #expect(try store.batchParts(run: run) == [part])
        }
    }

    @Test func `questions of a part are granted to nobody, until it ends`() async throws {
        try await withStore { store, _ in
            let (run, worker, part, _) = try await begin(store, ["q1", "q2"])
            let other = try store.register(atOnce: 4)
            let claim = try await store.grant(["q1", "q3"], run: run, to: other)
            #expect(claim.inBatches == ["q1"])
            #expect(claim.granted == ["q3"])
            // The process that made it is gone; its questions are held all the same.
            try store.unregister(worker)
            #expect(try await store.grant(["q2"], run: run, to: other).inBatches == ["q2"])
            let adopted = try await store.adoptParts(run: run, worker: other, silence: Silence())
            #expect(adopted.own.map(\.id) == [part.id])
            #expect(try await store.save(part) == false)
            let late = try await store.claim(ClaimRequest([question("q4")], run: run), at: [0], for: part)
            #expect(late == nil)
            #expect(try await store.endPart(adopted.own[0], as: .dropped) == 2)
            #expect(try await store.grant(["q1", "q2"], run: run, to: other).granted == ["q1", "q2"])
            #expect(try await store.adoptParts(run: run, worker: other, silence: Silence()).own.isEmpty)
        }
    }

    @Test func `a living process's part is not taken over`() async throws {
        try await withStore { store, _ in
            let (run, _, part, _) = try await begin(store, ["q1"])
            let other = try store.register(atOnce: 1)
            let adopted = try await store.adoptParts(run: run, worker: other, silence: Silence())
            #expect(adopted.own.isEmpty)
            #expect(adopted.others.map(\.id) == [part.id])
        }
    }

    @Test func `what a part came to is settled once, whoever reads it how often`() async throws {
        try await withStore { store, _ in
            let (run, _, part, _) = try await begin(store, ["q1", "q2", "q3", "q4"])
            let held = try store.questions(of: part)
            #expect(held.values.map(\.position).sorted() == [0, 1, 2, 3])
            var settlement = BatchSettlement()
            settlement.replies = [reply("q1")]
            settlement.failures = [
                FailureRecord(questionID: "q2", attempts: 1, code: "contextTooLong", message: "too long", failed: now)
            ]
            settlement.freed = ["q3"]
            settlement.lost = 1
            #expect(try await store.settle(settlement, of: part, questions: held) == [true])
            #expect(try await store.settle(settlement, of: part, questions: held) == [false])
            #expect(try store.questions(of: part).keys.sorted() == ["q4"])
            let counts = try store.counts(run: run)
            #expect((counts.replied, counts.failed, counts.spending.replies, counts.spending.lost) == (1, 1, 1, 1))
            let now = try #require(try store.batchParts(run: run).first)
            #expect((now.replied, now.failed, now.unsettled) == (1, 1, 1))
            let other = try store.register(atOnce: 1)
            #expect(try await store.grant(["q3", "q4"], run: run, to: other).granted == ["q3"])
        }
    }

    @Test func `a cap reserves a batch at its price, and takes the replies at it`() async throws {
        try await withStore { store, _ in
            // A question takes at most 20 cents, in a batch 10.
            let cap = SpendingCap(
                maximum: 1, perPromptToken: 0.01, perCompletionToken: 0.01, promptReserve: 12, completionReserve: 8,
                batchFactor: 0.5, countsSavings: true)
            let run = try store.begin(AnswerStoreTests.run(), of: study).id
            // 12 + 7 tokens: 19 cents at the usual price.
            try await ReplyJournal(store: store, run: run).save([reply("q0")])
            let ids = (1...12).map { "q\($0)" }
            let (_, worker, part, claim) = try await begin(store, ids, caps: [cap])
            #expect(claim.granted.count == 8)
            #expect(claim.isCapped)
            // Asked alone, not one more fits; nor does it while the batch is out.
            let alone = try #require(
                try await store.claim(ClaimRequest([question("q12")], run: run, caps: [cap]), worker: worker))
            #expect(alone.beyondCap == ["q12"])
            #expect(alone.isCapped)
            var settlement = BatchSettlement()
            settlement.replies = claim.granted.sorted().map { reply($0) }
            _ = try await store.settle(settlement, of: part, questions: try store.questions(of: part))
            let spending = try store.spending(run: run)
            #expect((spending.replies, spending.promptTokens, spending.completionTokens) == (9, 108, 63))
            #expect((spending.savedPromptTokens, spending.savedCompletionTokens) == (48, 28))
            #expect(abs(cap.taken(spending) - (0.19 + 8 * 0.095)) < 1e-9)
        }
    }
}
