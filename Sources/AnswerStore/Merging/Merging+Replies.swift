import GRDB

/// Replies with all that belongs to them.
extension Merging {
    /// A reply that is there already is the same answer to the same question at the same moment; of others, one that finds a
    /// reply standing is set aside until it is decided which came first.
    func addReplies(now: Double, _ db: Database) throws {
        try db.execute(sql: Self.served + Self.incoming)
        try db.execute(sql: "UPDATE temp.incoming SET ours = \(Self.same) WHERE hasRival")
        let base =
            try Int64.fetchOne(
                db,
                sql: """
                    SELECT coalesce((SELECT max(id) FROM main.replyRow), 0)
                        - coalesce((SELECT min(theirs) FROM temp.incoming), 1) + 1
                    """) ?? 0
        try db.execute(
            sql: "UPDATE temp.incoming SET ours = ? + theirs, isNew = 1 WHERE ours IS NULL", arguments: [base])
        try db.execute(sql: Self.replies, arguments: ["now": now])
        try db.execute(sql: Self.beside)
        try db.execute(sql: Self.failures)
    }

    private static let served = """
        INSERT OR IGNORE INTO main.served (runID, kind, model, provider, fingerprint, omitted, finishReason, replies, variants,
            replicates)
        SELECT map.ours, kind, model, provider, fingerprint, omitted, finishReason, 0, 0, 0
        FROM source.served AS theirs JOIN temp.runMap AS map ON map.theirs = theirs.runID ORDER BY theirs.id;
        CREATE TEMP TABLE servedMap (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL);
        INSERT INTO temp.servedMap SELECT theirs.id, ours.id FROM source.served AS theirs
            JOIN temp.runMap AS map ON map.theirs = theirs.runID
            JOIN main.served AS ours ON ours.runID = map.ours AND ours.kind = theirs.kind AND ours.model = theirs.model
                AND ours.provider = theirs.provider AND ours.fingerprint = theirs.fingerprint
                AND ours.omitted = theirs.omitted AND ours.finishReason = theirs.finishReason;
        """

    private static let incoming = """
        CREATE TEMP TABLE incoming (theirs INTEGER PRIMARY KEY, ours INTEGER, runID INTEGER NOT NULL,
            questionID INTEGER NOT NULL, standing INTEGER, hasRival INTEGER NOT NULL, isNew INTEGER NOT NULL DEFAULT 0);
        INSERT INTO temp.incoming (theirs, runID, questionID, standing, hasRival)
        SELECT id, runID, questionID, standing, standing IS NOT NULL OR EXISTS
            (SELECT 1 FROM main.replyRow AS ours INDEXED BY replyAside
                WHERE ours.runID = found.runID AND ours.questionID = found.questionID AND ours.aside IS NOT NULL)
        FROM (SELECT theirs.id, run.ours AS runID, question.ours AS questionID,
                (SELECT ours.id FROM main.replyRow AS ours INDEXED BY replyToQuestion
                    WHERE ours.runID = run.ours AND ours.questionID = question.ours AND ours.aside IS NULL) AS standing
            FROM source.replyRow AS theirs CROSS JOIN temp.runMap AS run ON run.theirs = theirs.runID
                CROSS JOIN temp.questionMap AS question ON question.theirs = theirs.questionID) AS found
        ORDER BY id;
        """

    /// The reply here that an incoming one is; none as a rule.
    private static let same: String = {
        func among(_ index: String, _ condition: String) -> String {
            """
            (SELECT ours.id FROM source.replyRow AS theirs CROSS JOIN source.raw AS their ON their.replyID = theirs.id
                CROSS JOIN main.replyRow AS ours INDEXED BY \(index) ON ours.runID = incoming.runID
                    AND ours.questionID = incoming.questionID AND ours.aside \(condition)
                CROSS JOIN main.raw AS our ON our.replyID = ours.id
            WHERE theirs.id = incoming.theirs AND ours.replied IS theirs.replied AND our.text = their.text LIMIT 1)
            """
        }
        return "coalesce(\(among("replyToQuestion", "IS NULL")), \(among("replyAside", "IS NOT NULL")))"
    }()

    private static let replies = """
        INSERT INTO main.replyRow (id, runID, questionID, servedID, promptTokens, completionTokens, reasoningTokens, latency,
            attempts, replied, aside, asideAt)
        SELECT incoming.ours, incoming.runID, incoming.questionID, served.ours, promptTokens, completionTokens,
            reasoningTokens, latency, attempts, replied,
            CASE WHEN aside IS NOT NULL THEN aside WHEN standing IS NOT NULL THEN 'late' END,
            CASE WHEN aside IS NOT NULL THEN asideAt WHEN standing IS NOT NULL THEN :now END
        FROM temp.incoming CROSS JOIN source.replyRow AS theirs ON theirs.id = incoming.theirs
            CROSS JOIN temp.servedMap AS served ON served.theirs = theirs.servedID
        WHERE isNew ORDER BY incoming.theirs;
        """

    /// Texts and readings; a reply that was here may have been read, or asked again, there.
    private static let beside = """
        INSERT INTO main.raw (replyID, text, reasoning, response, sentID, request, optionLogProbabilities)
        SELECT incoming.ours, text, reasoning, response, sent.ours, request, optionLogProbabilities
        FROM temp.incoming CROSS JOIN source.raw AS theirs ON theirs.replyID = incoming.theirs
            LEFT JOIN temp.sentMap AS sent ON sent.theirs = theirs.sentID
        WHERE isNew ORDER BY incoming.theirs;
        INSERT OR IGNORE INTO main.reading (replyID, readerVersion, state, reason, content)
        SELECT incoming.ours, readerVersion, state, reason, content
        FROM temp.incoming CROSS JOIN source.reading AS theirs ON theirs.replyID = incoming.theirs
        ORDER BY incoming.theirs, readerVersion;
        UPDATE main.replyRow SET aside = 'askedAgain', asideAt = again.asideAt
        FROM (SELECT incoming.ours AS id, theirs.asideAt FROM source.replyRow AS theirs
            CROSS JOIN temp.incoming ON incoming.theirs = theirs.id
            WHERE theirs.aside = 'askedAgain' AND NOT isNew) AS again
        WHERE replyRow.id = again.id AND replyRow.aside IS NOT 'askedAgain';
        """

    private static let failures = """
        INSERT INTO main.failure (runID, questionID, attempts, code, message, failed)
        SELECT map.ours, questionID, attempts, code, message, failed
        FROM source.failure AS theirs JOIN temp.runMap AS map ON map.theirs = theirs.runID WHERE true
        ON CONFLICT DO UPDATE SET attempts = excluded.attempts, code = excluded.code, message = excluded.message,
            failed = excluded.failed WHERE excluded.failed > failed;
        """
}
