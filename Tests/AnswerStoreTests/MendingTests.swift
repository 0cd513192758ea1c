import AnswerStore
import Foundation
import Testing

/// Numbers of tokens that can't be, which earlier versions took for true.
struct MendingTests {
    private let note = """
        run 1 holds numbers of tokens that can't be: its totals were computed anew without them; the replies stay as they \
        came
        """

    @Test(arguments: ["9223372036854774784", "-1000000", "9e18", "0", "100000001", "0.4", "'12x'"])
    func `totals of an earlier version are computed anew without numbers that can't be, and told`(
        number: String
    ) async throws {
        try await withFolder { path in
            try OldStores.make(
                2, at: path,
                """
                UPDATE reply SET promptTokens = \(number) WHERE questionID = 'q2';
                UPDATE reply SET promptTokens = 9223372036854774784 WHERE questionID = 'q3';
                UPDATE spending SET promptTokens = 9e18, longestPrompt = 9223372036854774784 WHERE runID = 1
                """)
            let later = try AnswerStore(path: path)
            #expect(later.notes == [note])
            let spending = try later.spending(run: 1)
            #expect(spending.promptTokens == 12)
            #expect(spending.silentPrompts == 2)
            #expect(spending.longestPrompt == 12)
            #expect(spending.completionTokens == 21)
            #expect(try AnswerStore(path: path).notes.isEmpty)
        }
    }

    @Test func `a store of the first version with such numbers is brought up to date`() async throws {
        try await withFolder { path in
            try OldStores.make(
                1, at: path, "UPDATE reply SET completionTokens = 9223372036854774784 WHERE questionID IN ('q2', 'q3')")
            let later = try AnswerStore(path: path, mode: .readOnly)
            #expect(later.notes == [note])
            #expect(try later.spending(run: 1).completionTokens == 7)
        }
    }

    @Test(arguments: [AnswerStore.Mode.readWrite, .readOnly])
    func `totals that can't be are computed anew, whoever wrote them`(mode: AnswerStore.Mode) async throws {
        try await withStore { store, path in
            let id = try store.begin(run(), of: study).id
            try await ReplyJournal(store: store, run: id).save([reply("q1"), reply("q2")])
            let before = try store.spending(run: id)
            try sqlite(path, "UPDATE spending SET promptTokens = -5, completionTokens = 1e300, lost = -1")
            let later = try AnswerStore(path: path, mode: mode)
            #expect(later.notes == [note])
            #expect(try later.spending(run: id) == before)
        }
    }

    @Test func `a reply that reports what can't be counts as one without a report`() async throws {
        try await withStore { store, _ in
            let id = try store.begin(run(), of: study).id
            var liar = reply("q1")
            (liar.promptTokens, liar.completionTokens, liar.reasoningTokens) = (.max, -1, .max)
            try await ReplyJournal(store: store, run: id).save([liar, reply("q2")])
            let spending = try store.spending(run: id)
            #expect((spending.promptTokens, spending.silentPrompts) == (12, 1))
            #expect((spending.completionTokens, spending.silentCompletions) == (7, 1))
            #expect(spending.reasoningTokens == 0)
        }
    }

    @Test func `what was never stored costs a cap no overflow`() {
        let cap = SpendingCap(
            maximum: 1, perPromptToken: 1, perCompletionToken: 1, promptReserve: .max, completionReserve: .max)
        var spending = Spending()
        (spending.replies, spending.silentPrompts, spending.silentCompletions) = (3, 3, 3)
        #expect(cap.taken(spending) > 1e19)
    }
}
