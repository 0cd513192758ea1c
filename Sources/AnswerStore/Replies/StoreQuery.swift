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

    /// What was read in the reply to a question of a run, by every reader.
    case readingsToQuestion = """
        SELECT reply.id, question.first, reading.readerVersion, reading.state, reading.reason, reading.content
        FROM question CROSS JOIN replyRow AS reply INDEXED BY replyToQuestion
            ON reply.runID = ? AND reply.questionID = question.id AND reply.aside IS NULL
            CROSS JOIN reading ON reading.replyID = reply.id
        WHERE question.hash = ?
        """
    /// All of one reply but its texts, of which only their bytes are counted.
    case facts = """
        SELECT reply.runID, question.hash, question.kind, question.itemID, question.variant, question.replicate,
            question.first, CAST(system.text AS BLOB) AS system, CAST(prompt.text AS BLOB) AS prompt,
            length(CAST(raw.text AS BLOB)) AS textBytes, length(CAST(raw.reasoning AS BLOB)) AS reasoningBytes,
            length(raw.response) AS responseBytes, served.model, served.provider, served.fingerprint, served.omitted,
            served.finishReason, reply.promptTokens, reply.completionTokens, reply.reasoningTokens, reply.latency,
            reply.attempts, reply.replied, reply.aside, reply.asideAt
        FROM replyRow AS reply CROSS JOIN question ON question.id = reply.questionID
            CROSS JOIN served ON served.id = reply.servedID
            LEFT JOIN raw ON raw.replyID = reply.id
            LEFT JOIN prompt AS system ON system.id = question.systemID
            LEFT JOIN prompt ON prompt.id = question.promptID
        WHERE reply.id = ?
        """
    /// When a reply came.
    case repliedOfReply = "SELECT replied FROM replyRow WHERE id = ?"
    /// A piece of what a reply said: so many bytes from a place on, counted from 1.
    case textPart = "SELECT substr(CAST(text AS BLOB), ?, ?) FROM raw WHERE replyID = ?"
    /// The same of the reasoning that the server gave apart.
    case reasoningPart = "SELECT substr(CAST(reasoning AS BLOB), ?, ?) FROM raw WHERE replyID = ?"
    /// The same of the response's body.
    case responsePart = "SELECT substr(response, ?, ?) FROM raw WHERE replyID = ?"
    /// The request of a reply, as it is kept.
    case requestOfReply = """
        SELECT raw.request, sent.bytes, sent.systemAt, sent.promptAt
        FROM raw LEFT JOIN sent ON sent.id = raw.sentID WHERE raw.replyID = ?
        """
    /// What is known of a question; several where imported files have the same place for several.
    case question = """
        SELECT question.kind, question.itemID, question.variant, question.replicate, question.first,
            CAST(system.text AS BLOB), CAST(prompt.text AS BLOB)
        FROM question LEFT JOIN prompt AS system ON system.id = question.systemID
            LEFT JOIN prompt ON prompt.id = question.promptID
        WHERE question.hash = ? LIMIT 1
        """

    // MARK: Side by side

    /// What a run's replies were read as, in the order of the questions' numbers, so that several runs can be walked together. A
    /// reply's readings follow each other, the current one last.
    case readingsByQuestion = """
        SELECT reply.questionID, question.itemID, question.kind, question.first, question.hash,
            reading.state, reading.reason, reading.content
        FROM replyRow AS reply INDEXED BY replyToQuestion CROSS JOIN question ON question.id = reply.questionID
            CROSS JOIN reading ON reading.replyID = reply.id
        WHERE reply.runID = ? AND reply.aside IS NULL AND reply.questionID > ?
        ORDER BY reply.questionID, reading.readerVersion
        """
    /// How a run's reply to a question begins, and why it ended.
    case beginning = """
        SELECT reply.id, served.finishReason, length(CAST(raw.text AS BLOB)), substr(CAST(raw.text AS BLOB), 1, ?)
        FROM replyRow AS reply INDEXED BY replyToQuestion CROSS JOIN served ON served.id = reply.servedID
            LEFT JOIN raw ON raw.replyID = reply.id
        WHERE reply.runID = ? AND reply.questionID = ? AND reply.aside IS NULL
        """
    /// What a question is, by its number.
    case questionByNumber = """
        SELECT question.hash, question.kind, question.itemID, question.variant, question.replicate, question.first,
            CAST(system.text AS BLOB) AS system, CAST(prompt.text AS BLOB) AS prompt
        FROM question LEFT JOIN prompt AS system ON system.id = question.systemID
            LEFT JOIN prompt ON prompt.id = question.promptID
        WHERE question.id = ?
        """

    // MARK: Set aside

    /// Replies to a question of a run that don't stand.
    case asideToQuestion = """
        SELECT reply.id FROM question CROSS JOIN replyRow AS reply INDEXED BY replyAside
            ON reply.runID = ? AND reply.questionID = question.id AND reply.aside IS NOT NULL
        WHERE question.hash = ? LIMIT 200
        """
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
    /// Why a question of a run was asked in vain.
    case failureOfQuestion = """
        SELECT attempts, code, message, failed FROM failure WHERE runID = ? AND questionID = ?
        """
    /// Whether a question of a run is claimed.
    case isBeingAsked = "SELECT 1 FROM claim WHERE runID = ? LIMIT 1"
    /// How many questions of a run are claimed.
    case outstanding = "SELECT count(*) FROM claim WHERE runID = ?"

    // MARK: Searching

    /// The texts of all replies that stand, from a number on, each up to so many bytes.
    case texts = """
        SELECT reply.id, reply.runID, question.itemID, substr(CAST(raw.text AS BLOB), 1, ?),
            substr(CAST(raw.reasoning AS BLOB), 1, ?)
        FROM replyRow AS reply CROSS JOIN question ON question.id = reply.questionID
            CROSS JOIN raw ON raw.replyID = reply.id
        WHERE reply.id > ? AND reply.aside IS NULL ORDER BY reply.id LIMIT ?
        """
    /// A reply with its question, as a list of what was found shows it.
    case found = """
        SELECT question.hash, question.kind, question.variant, question.replicate,
            substr(CAST(raw.text AS BLOB), 1, ?), substr(CAST(raw.reasoning AS BLOB), 1, ?)
        FROM replyRow AS reply CROSS JOIN question ON question.id = reply.questionID
            CROSS JOIN raw ON raw.replyID = reply.id
        WHERE reply.id = ?
        """
    /// What tells a reply from that of the same number in another store.
    case mark = """
        SELECT question.hash, reply.replied FROM replyRow AS reply CROSS JOIN question ON question.id = reply.questionID
        WHERE reply.id = ?
        """
    /// The same of a store's first reply.
    case firstMark = """
        SELECT question.hash, reply.replied FROM replyRow AS reply CROSS JOIN question ON question.id = reply.questionID
        WHERE reply.id = (SELECT min(id) FROM replyRow)
        """
    /// The numbers of a run's replies that don't stand.
    case asideNumbers = """
        SELECT id FROM replyRow AS reply INDEXED BY replyAside WHERE runID = ? AND aside IS NOT NULL
        """
    /// What served replies of a run, by number.
    case servedNumbers = "SELECT id, kind, provider, finishReason, replies FROM served WHERE runID = ? AND replies > 0"
    /// What served each of a page of a run's replies, and what it was about.
    case servedItems = """
        SELECT reply.id, reply.servedID, question.itemID
        FROM replyRow AS reply INDEXED BY replyByRun CROSS JOIN question ON question.id = reply.questionID
        WHERE reply.runID = ? AND reply.aside IS NULL AND reply.id > ? ORDER BY reply.id LIMIT ?
        """
    /// The digest of a dataset.
    case datasetDigest = "SELECT digest FROM dataset WHERE name = ?"

    // MARK: Labels

    /// A page of the labels on one criterion, those that were undone included.
    case labels = """
        SELECT label.id, label.itemID, label.judgeID, label.content, label.undoes, label.labelled
        FROM label INDEXED BY labelByCriterion WHERE criterion = ? AND id > ? ORDER BY id LIMIT ?
        """
    /// The labels of an item, found by its hash, on one criterion.
    case labelsOfItem = """
        SELECT label.id, label.itemID, label.judgeID, label.content, label.undoes, label.labelled
        FROM label INDEXED BY labelByItem
        WHERE label.itemID = (SELECT id FROM item WHERE hash = ?) AND label.criterion = ? ORDER BY label.id
        """
    /// The last label on a criterion.
    case lastLabel = "SELECT max(id) FROM label INDEXED BY labelByCriterion WHERE criterion = ?"
    /// A judge.
    case judge = "SELECT kind, name, details FROM judge WHERE id = ?"

    /// All that a judge has said of an item, whose number is known.
    case labelsOfItemByJudge = """
        SELECT id, itemID, judgeID, criterion, content, labelled FROM label INDEXED BY labelByItem
        WHERE itemID = ? AND judgeID = ? ORDER BY id
        """
    /// A page of all that a judge has said.
    case labelsOfJudge = """
        SELECT id, itemID, judgeID, criterion, content, labelled FROM label INDEXED BY labelByJudge
        WHERE judgeID = ? AND id > ? ORDER BY id LIMIT ?
        """
    /// All labels of the item at a place of a project.
    case labelsOfProjectItem = """
        SELECT id, itemID, judgeID, criterion, content, labelled FROM label INDEXED BY labelByItem
        WHERE itemID = (SELECT itemID FROM projectItem WHERE projectID = ? AND position = ?) ORDER BY id
        """
    /// The items of a project with what is shown of them, in their order.
    case projectItems = """
        SELECT place.position, place.itemID, place.gold, shown.content
        FROM projectItem AS place CROSS JOIN shown ON shown.itemID = place.itemID
        WHERE place.projectID = ? ORDER BY place.position
        """

    /// All labels of an item whose number is known.
    case labelsOfItemNumber = """
        SELECT id, itemID, judgeID, criterion, content, labelled FROM label INDEXED BY labelByItem
        WHERE itemID = ? ORDER BY id
        """
    /// The items that somebody was given, in the order in which they were.
    case leasesOfParticipant = """
        SELECT id, itemID, granted, until FROM lease INDEXED BY leaseByParticipant WHERE participantID = ? ORDER BY id
        """
    /// Who was given an item of a project.
    case leasesOfItem = "SELECT participantID, until FROM lease WHERE projectID = ? AND itemID = ?"

    // MARK: Batches

    /// The parts in which questions of a run were handed to a provider.
    case batchParts = "SELECT * FROM batchPart WHERE runID = ? ORDER BY number"
    /// How many questions of a run are in batches and have no answer that was read yet.
    case batched = "SELECT coalesce(sum(unsettled), 0) FROM batchPart WHERE runID = ?"
    /// The questions of a part that have none.
    case batchQuestions = """
        SELECT question.hash, place.position, place.replaces
        FROM batchQuestion AS place INDEXED BY batchQuestionByPart CROSS JOIN question ON question.id = place.questionID
        WHERE place.partID = ?
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
