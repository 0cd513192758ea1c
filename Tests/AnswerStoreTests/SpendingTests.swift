import AnswerStore
import Foundation
import Testing

struct SpendingTests {
    @Test func `what a run took is what its replies report`() async throws {
        try await withStore { store, _ in
            let run = try store.begin(run(), of: study)
            #expect(try store.spending(run: run.id) == Spending())
            var silent = reply("q3")
            silent.promptTokens = nil
            silent.completionTokens = nil
            var thoughtful = reply("q2")
            thoughtful.reasoningTokens = 5
            let journal = ReplyJournal(store: store, run: run.id)
            for reply in [reply("q1"), thoughtful, silent] { try await journal.save(reply) }
            // A second reply to a question is not stored and costs nothing twice.
            try await journal.save(reply("q1"))
            let spending = try store.spending(run: run.id)
            var expected = Spending()
            expected.replies = 3
            expected.promptTokens = 2 * 12
            expected.completionTokens = 2 * 7
            expected.reasoningTokens = 5
            expected.silentPrompts = 1
            expected.silentCompletions = 1
            expected.longestPrompt = 12
            expected.longestCompletion = 7
            #expect(spending == expected)
        }
    }

    @Test func `a cap takes silent replies for their reserve and lost attempts for the average`() {
        let cap = SpendingCap(
            maximum: 1, perPromptToken: 1, perCompletionToken: 2, promptReserve: 100, completionReserve: 50)
        var spending = Spending()
        // 3 replies: 30 + 2 × 20 reported; one silent: 100 + 2 × 50. 270 in all, 90 on average; two lost: 180.
        spending.replies = 3
        spending.promptTokens = 30
        spending.completionTokens = 20
        spending.silentPrompts = 1
        spending.silentCompletions = 1
        #expect(cap.taken(spending) == 270)
        spending.lost = 2
        #expect(cap.taken(spending) == 450)
        // Without a reply there is no average: the reserve of 200 counts.
        var lost = Spending()
        lost.lost = 1
        #expect(cap.taken(lost) == 200)
    }

    @Test func `what was out when a process died counts as lost, at most as many as it asked at once`() async throws {
        try await withStore { store, path in
            let run = try store.begin(run(), of: study)
            let dead = try store.register(atOnce: 4)
            _ = try await store.grant((0..<20).map { "q\($0)" }, run: run.id, to: dead)
            let next = try store.register(atOnce: 4)
            // The first is gone.
            try sqlite(path, "UPDATE worker SET pid = 4194305")
            let claim = try await store.grant(["q1"], run: run.id, to: next)
            #expect(claim.granted == ["q1"])
            #expect(try store.spending(run: run.id).lost == 4)
        }
    }

    @Test func `a store of the first version is brought up to date, its replies counted`() async throws {
        try await withFolder { path in
            try OldStores.make(1, at: path)
            let later = try AnswerStore(path: path, mode: .readOnly)
            #expect(try later.spending(run: 1).promptTokens == 36)
            #expect(try allReplies(later, run: 1).count == 3)
        }
    }

    @Test func `a run with a field it can't have is named with its store`() async throws {
        try await withStore { store, path in
            _ = try store.begin(run(), of: study)
            try sqlite(path, "UPDATE run SET started = 'yesterday'")
            #expect(throws: StoreError.damaged(path: path, detail: "run 1 has a field it can't have")) {
                try store.run(key: "k")
            }
        }
    }

    @Test func `an older store that can't be written says what to do`() throws {
        let error = StoreError.older(path: "old.sqlite")
        #expect(
            error.description
                == "'old.sqlite' was written by an older vlens and can't be brought up to date, because it can't be "
                + "written: copy it to a folder of yours, and name the copy with --store")
    }
}
