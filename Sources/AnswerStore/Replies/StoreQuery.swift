import GRDB

/// What is read of replies and all that belongs to them. It stands in one place, so that a test sees the plan of every query:
/// none sorts, and none looks at replies without an index.
package enum StoreQuery: String, CaseIterable, Sendable {
    // MARK: Replies

    /// What measuring needs of each reply of a run, in the order of arrival. A reply's readings follow each other, so that its
    /// last is the current one without a search for each.
    case readings = """
        SELECT reply.id, question.itemID, question.kind, question.variant, question.replicate, question.first,
            reading.readerVersion, reading.state, reading.reason, reading.content
        FROM replyRow AS reply INDEXED BY replyByRun CROSS JOIN question ON question.id = reply.questionID
            CROSS JOIN reading ON reading.replyID = reply.id
        WHERE reply.runID = ? AND reply.aside IS NULL AND reply.id > ?
        ORDER BY reply.id, reading.readerVersion
        """
    /// The numbers of a page of a run's replies.
    case page = """
        SELECT id FROM replyRow AS reply INDEXED BY replyByRun WHERE runID = ? AND aside IS NULL AND id > ? ORDER BY id LIMIT ?
        """
    /// All of one reply. Texts travel as bytes: SQLite's text functions end at a NUL, and a reply may hold one.
    case whole = """
        SELECT question.hash, question.kind, question.itemID, question.variant, question.replicate, question.first,
            CAST(system.text AS BLOB) AS system, CAST(prompt.text AS BLOB) AS prompt, CAST(raw.text AS BLOB) AS text,
            CAST(raw.reasoning AS BLOB) AS reasoning, raw.request, raw.response, raw.optionLogProbabilities,
            sent.bytes, sent.systemAt, sent.promptAt, served.model, served.provider, served.fingerprint, served.omitted,
            served.finishReason, reply.promptTokens, reply.completionTokens, reply.reasoningTokens, reply.latency,
            reply.attempts, reply.replied
        FROM replyRow AS reply CROSS JOIN question ON question.id = reply.questionID
            CROSS JOIN served ON served.id = reply.servedID
            LEFT JOIN raw ON raw.replyID = reply.id LEFT JOIN sent ON sent.id = raw.sentID
            LEFT JOIN prompt AS system ON system.id = question.systemID
            LEFT JOIN prompt ON prompt.id = question.promptID
        WHERE reply.id = ?
        """
    /// What a reply said.
    case text = "SELECT CAST(text AS BLOB) FROM raw WHERE replyID = ?"
    /// The reply to a question of a run.
    case replyToQuestion = """
        SELECT reply.id FROM question CROSS JOIN replyRow AS reply INDEXED BY replyToQuestion
            ON reply.runID = ? AND reply.questionID = question.id AND reply.aside IS NULL
        WHERE question.hash = ?
        """
    /// The highest number of a reply.
    case lastReply = "SELECT max(id) FROM replyRow"
    /// The readings of a reply, the oldest reader's first.
    case readingsOfReply = """
        SELECT readerVersion, state, reason, content FROM reading WHERE replyID = ? ORDER BY readerVersion
        """
    /// The version of the reader that read a run's first reply.
    case firstReader = """
        SELECT (SELECT max(readerVersion) FROM reading WHERE replyID = reply.id)
        FROM replyRow AS reply INDEXED BY replyByRun WHERE runID = ? AND aside IS NULL ORDER BY id LIMIT 1
        """
    /// The same of its last.
    case lastReader = """
        SELECT (SELECT max(readerVersion) FROM reading WHERE replyID = reply.id)
        FROM replyRow AS reply INDEXED BY replyByRun WHERE runID = ? AND aside IS NULL ORDER BY id DESC LIMIT 1
        """
    /// When a run's first reply came.
    case firstReplied = """
        SELECT replied FROM replyRow AS reply INDEXED BY replyByRun WHERE runID = ? AND aside IS NULL ORDER BY id LIMIT 1
        """
    /// The same of its last.
    case lastReplied = """
        SELECT replied FROM replyRow AS reply INDEXED BY replyByRun WHERE runID = ? AND aside IS NULL ORDER BY id DESC LIMIT 1
        """
    /// When one of a run's last replies came, counted from the end.
    case recentReply = """
        SELECT replied FROM replyRow AS reply INDEXED BY replyByRun WHERE runID = ? AND aside IS NULL
        ORDER BY id DESC LIMIT 1 OFFSET ?
        """

    // MARK: Set aside

    /// Replies of a run that don't stand.
    case aside = """
        SELECT reply.id, reply.aside, question.hash, CAST(raw.text AS BLOB)
        FROM replyRow AS reply INDEXED BY replyAside CROSS JOIN question ON question.id = reply.questionID
            CROSS JOIN raw ON raw.replyID = reply.id
        WHERE reply.runID = ? AND reply.aside IS NOT NULL
        """
    /// How many of them were asked again.
    case askedAgain = """
        SELECT count(*) FROM replyRow AS reply INDEXED BY replyAside WHERE runID = ? AND aside IS NOT NULL AND aside = 'askedAgain'
        """
    /// Whether a process that is on the list asked a question again.
    case isBeingAskedAgain = """
        SELECT 1 FROM replyRow AS reply INDEXED BY replyAside CROSS JOIN worker ON worker.id = reply.asideBy
        WHERE reply.runID = ? AND reply.questionID = ? AND reply.aside IS NOT NULL AND reply.aside = 'askedAgain' LIMIT 1
        """
    /// A reply's question.
    case questionOfReply = """
        SELECT question.hash, question.id FROM replyRow AS reply CROSS JOIN question ON question.id = reply.questionID
        WHERE reply.id = ?
        """

    // MARK: Items

    /// The kind of an item.
    case item = "SELECT kind FROM item WHERE id = ?"
    /// Its dimensions in their order.
    case dimensions = """
        SELECT json_each.key, json_each.atom FROM item CROSS JOIN json_each(item.dimensions) WHERE item.id = ?
        """

    // MARK: Totals

    /// How a run's replies stand.
    case tally = "SELECT kind, state, reason, replies FROM tally WHERE runID = ? AND replies > 0"
    /// What served them.
    case served = """
        SELECT kind, model, provider, fingerprint, omitted, finishReason, replies, variants, replicates
        FROM served WHERE runID = ?
        """
    /// What a run took.
    case spending = "SELECT * FROM spending WHERE runID = ?"
    /// Why questions of a run were asked in vain.
    case failureCodes = "SELECT code, count(*), max(failed) FROM failure WHERE runID = ? GROUP BY code"
    /// The last text of such an error.
    case lastFailure = """
        SELECT message FROM failure WHERE runID = ? AND code = ? ORDER BY failed DESC LIMIT 1
        """
    /// A page of the questions that were asked in vain.
    case failures = """
        SELECT questionID, attempts, code, message, failed FROM failure WHERE runID = ? AND questionID > ?
        ORDER BY questionID LIMIT ?
        """
    /// Whether a question of a run is claimed.
    case isBeingAsked = "SELECT 1 FROM claim WHERE runID = ? LIMIT 1"
    /// How many questions of a run are claimed.
    case outstanding = "SELECT count(*) FROM claim WHERE runID = ?"

    // MARK: Labels

    /// A page of the labels on one criterion, those that were undone included.
    case labels = """
        SELECT label.id, label.itemID, label.judgeID, label.content, label.undoes, label.labelled
        FROM label INDEXED BY labelByCriterion WHERE criterion = ? AND id > ? ORDER BY id LIMIT ?
        """
    /// A judge.
    case judge = "SELECT kind, name, details FROM judge WHERE id = ?"

    // MARK: Batches

    /// The batches of a run.
    case batches = """
        SELECT providerID, state, sent, ended, questions, replied, failed FROM batch
        WHERE runID = ? ORDER BY providerID
        """
}

extension AnswerStore {
    /// How SQLite answers a query: one line a step.
    package func plan(of query: StoreQuery) throws(StoreError) -> [String] {
        try read { db in
            let count = query.rawValue.count { $0 == "?" }
            let arguments = StatementArguments(Array(repeating: 1 as (any DatabaseValueConvertible)?, count: count))
            return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(query.rawValue)", arguments: arguments)
                .map { try $0.decode(String.self, forColumn: "detail") }
        }
    }
}
