import GRDB

/// What a run took until now, over all its starts and processes.
package struct Spending: Sendable, Equatable {
    /// Replies that are stored.
    package var replies = 0
    /// Tokens of all prompts, as far as servers reported them.
    package var promptTokens = 0
    /// Tokens of all answers, hidden reasoning included, as far as servers reported them.
    package var completionTokens = 0
    /// Tokens of hidden reasoning among them, as far as servers reported them.
    package var reasoningTokens = 0
    /// Tokens among them that are not paid for, because batches cost less: of 1,000 at half the price, 500.
    package var savedPromptTokens = 0.0, savedCompletionTokens = 0.0
    /// Replies whose server did not report the tokens of the prompt.
    package var silentPrompts = 0
    /// Replies whose server did not report the tokens of the answer.
    package var silentCompletions = 0
    /// The most tokens of one prompt, and of one answer, that a server reported.
    package var longestPrompt = 0, longestCompletion = 0
    /// Attempts that were sent and brought no reply, though the server may have written, and charged for, one: timeouts,
    /// lost connections, and what was out when a process was killed (at most as many as it asked at once).
    package var lost = 0

    /// Nothing taken.
    package init() {}

    static func ofRun(_ run: Int64, _ db: Database) throws -> Spending {
        var spending = Spending()
        let statement = try db.cachedStatement(sql: StoreQuery.spending.rawValue)
        guard let row = try Row.fetchOne(statement, arguments: [run]) else { return spending }
        // Totals that can't be are mended when the store is opened to be written; until then they count as little or much
        // as a sum can hold.
        func total(_ column: String) throws -> Int {
            let most = Double(Schema.mostTokens) * 1e9
            return Int(max(0, min(try row.get(column) as Double, most)))
        }
        spending.replies = try total("replies")
        spending.promptTokens = try total("promptTokens")
        spending.completionTokens = try total("completionTokens")
        spending.reasoningTokens = try total("reasoningTokens")
        func saved(_ column: String, of tokens: Int) throws -> Double {
            let saved: Double = try row.get(column)
            return saved.isFinite ? max(0, min(saved, Double(tokens))) : 0
        }
        spending.savedPromptTokens = try saved("savedPromptTokens", of: spending.promptTokens)
        spending.savedCompletionTokens = try saved("savedCompletionTokens", of: spending.completionTokens)
        spending.silentPrompts = try total("silentPrompts")
        spending.silentCompletions = try total("silentCompletions")
        spending.longestPrompt = try total("longestPrompt")
        spending.longestCompletion = try total("longestCompletion")
        spending.lost = try total("lost")
        return spending
    }
}

extension AnswerStore {
    /// What a run took until now.
    package func spending(run: Int64) throws(StoreError) -> Spending {
        try read { db in try Spending.ofRun(run, db) }
    }

    /// Keeps that an attempt was sent and brought no reply, though it may have been charged for. Also where the task is
    /// cancelled: that is when attempts are lost.
    package func addLostAttempt(run: Int64) async throws(StoreError) {
        let failure = await Task { () -> StoreError? in
            do {
                try await database.write { db in try Self.addLost(1, run: run, db) }
                return nil
            } catch {
                return StoreError(error, path: path)
            }
        }.value
        if let failure { throw failure }
    }

    /// Whether a question in flight may be sent once more, now that its last attempt is counted as lost: whether all
    /// caps still hold whatever the questions in flight turn out to take.
    package func allowsAnotherAttempt(run: Int64, caps: [SpendingCap]) async throws(StoreError) -> Bool {
        guard !caps.isEmpty else { return true }
        return try await asyncRead { db in
            let spending = try Spending.ofRun(run, db)
            let outstanding = try Self.outstanding(run: run, db)
            return caps.allSatisfy { $0.left(spending, outstanding: outstanding) >= 0 }
        }
    }

    static func addLost(_ attempts: Int, run: Int64, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO spending (runID, lost) VALUES (?, ?)
                ON CONFLICT (runID) DO UPDATE SET lost = lost + excluded.lost
                """, arguments: [run, attempts])
    }

    /// An attempt that was counted as lost brought a reply after all.
    static func takeBackLost(run: Int64, _ db: Database) throws {
        try db.execute(sql: "UPDATE spending SET lost = lost - 1 WHERE runID = ? AND lost > 0", arguments: [run])
    }
}
