import GRDB

/// What the replies of one transaction add to the totals, written once at its end.
///
/// All that changes a total goes through here. So a cap, `runs` and `counts` look at a few rows, however many replies there are.
struct Tallies {
    private struct State: Hashable {
        var run: Int64
        var kind: String
        var state: String
        var reason: String
    }

    private struct Server: Hashable {
        var run: Int64
        var kind: String
        var model: String
        var provider: String
        var fingerprint: String
        var omitted: String
        var finishReason: String
    }

    private struct Extent {
        var id: Int64
        var replies = 0
        var variants = 0
        var replicates = 0
    }

    private var states: [State: Int] = [:]
    private var servers: [Server: Extent] = [:]
    private var spent: [Int64: Spending] = [:]
    /// Attempts that were counted as lost and brought a reply after all.
    private var found: [Int64: Int] = [:]

    // MARK: - Counting

    /// Counts a reading that became, or ceased to be, a reply's current one.
    mutating func count(_ reading: ReadingRecord, kind: String, run: Int64, by change: Int) {
        states[State(run: run, kind: kind, state: reading.state, reason: reading.reason ?? ""), default: 0] += change
    }

    /// Counts who served a reply.
    ///
    /// - Parameter stands: whether the reply does; one that doesn't is none of the run's.
    /// - Returns: the number of the server's row.
    mutating func served(_ reply: ReplyRecord, run: Int64, stands: Bool, _ db: Database) throws -> Int64 {
        let server = Server(
            run: run, kind: reply.question.kind, model: reply.model ?? "", provider: reply.provider ?? "",
            fingerprint: reply.fingerprint ?? "", omitted: reply.omittedSettings.joined(separator: ","),
            finishReason: reply.finishReason ?? "")
        var extent = try servers[server] ?? Extent(id: Self.id(of: server, db))
        if stands {
            extent.replies += 1
            extent.variants = max(extent.variants, reply.question.variant + 1)
            extent.replicates = max(extent.replicates, reply.question.replicate + 1)
        }
        servers[server] = extent
        return extent.id
    }

    /// Counts what a reply took; what can't be counts as not reported.
    ///
    /// - Parameter factor: the share of the usual price that it cost.
    mutating func spend(_ reply: ReplyRecord, run: Int64, at factor: Double) {
        func possible(_ number: Int?, from least: Int) -> Int? {
            number.flatMap { (least...Schema.mostTokens).contains($0) ? $0 : nil }
        }
        let (prompt, completion, reasoning) = (
            possible(reply.promptTokens, from: 1), possible(reply.completionTokens, from: 0),
            possible(reply.reasoningTokens, from: 0)
        )
        var spending = spent[run] ?? Spending()
        spending.replies += 1
        spending.promptTokens += prompt ?? 0
        spending.completionTokens += completion ?? 0
        spending.reasoningTokens += reasoning ?? 0
        spending.savedPromptTokens += (1 - factor) * Double(prompt ?? 0)
        spending.savedCompletionTokens += (1 - factor) * Double(completion ?? 0)
        spending.silentPrompts += prompt == nil ? 1 : 0
        spending.silentCompletions += completion == nil ? 1 : 0
        spending.longestPrompt = max(spending.longestPrompt, prompt ?? 0)
        spending.longestCompletion = max(spending.longestCompletion, completion ?? 0)
        spent[run] = spending
    }

    /// An attempt that was counted as lost brought a reply after all.
    mutating func takeBackLost(run: Int64) { found[run, default: 0] += 1 }

    // MARK: - Writing

    /// Writes all that was counted.
    func write(_ db: Database) throws {
        for (state, replies) in states where replies != 0 {
            let sql = """
                INSERT INTO tally VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET replies = replies + excluded.replies
                """
            try db.cachedStatement(sql: sql)
                .execute(arguments: [state.run, state.kind, state.state, state.reason, replies])
        }
        for extent in servers.values where extent.replies > 0 {
            let sql = """
                UPDATE served SET replies = replies + ?, variants = max(variants, ?), replicates = max(replicates, ?)
                WHERE id = ?
                """
            try db.cachedStatement(sql: sql)
                .execute(arguments: [extent.replies, extent.variants, extent.replicates, extent.id])
        }
        for (run, spending) in spent {
            try db.cachedStatement(sql: Self.addSpending).execute(arguments: [
                run, spending.replies, spending.promptTokens, spending.completionTokens, spending.reasoningTokens,
                spending.silentPrompts, spending.silentCompletions, spending.longestPrompt, spending.longestCompletion,
                spending.savedPromptTokens, spending.savedCompletionTokens,
            ])
        }
        for (run, attempts) in found {
            try db.cachedStatement(sql: "UPDATE spending SET lost = max(0, lost - ?) WHERE runID = ?")
                .execute(arguments: [attempts, run])
        }
    }

    private static let addSpending = """
        INSERT INTO spending (runID, replies, promptTokens, completionTokens, reasoningTokens, silentPrompts,
            silentCompletions, longestPrompt, longestCompletion, savedPromptTokens, savedCompletionTokens)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET replies = replies + excluded.replies,
            promptTokens = promptTokens + excluded.promptTokens,
            completionTokens = completionTokens + excluded.completionTokens,
            reasoningTokens = reasoningTokens + excluded.reasoningTokens,
            silentPrompts = silentPrompts + excluded.silentPrompts,
            silentCompletions = silentCompletions + excluded.silentCompletions,
            savedPromptTokens = savedPromptTokens + excluded.savedPromptTokens,
            savedCompletionTokens = savedCompletionTokens + excluded.savedCompletionTokens,
            longestPrompt = max(longestPrompt, excluded.longestPrompt),
            longestCompletion = max(longestCompletion, excluded.longestCompletion)
        """

    private static func id(of server: Server, _ db: Database) throws -> Int64 {
        let arguments: StatementArguments = [
            server.run, server.kind, server.model, server.provider, server.fingerprint, server.omitted,
            server.finishReason,
        ]
        let known = try db.cachedStatement(
            sql: """
                SELECT id FROM served WHERE runID = ? AND kind = ? AND model = ? AND provider = ? AND fingerprint = ?
                    AND omitted = ? AND finishReason = ?
                """)
        if let id = try Int64.fetchOne(known, arguments: arguments) { return id }
        let insertion = try db.cachedStatement(
            sql: """
                INSERT INTO served (runID, kind, model, provider, fingerprint, omitted, finishReason, replies, variants,
                    replicates) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0)
                """)
        try insertion.execute(arguments: arguments)
        return db.lastInsertedRowID
    }
}
