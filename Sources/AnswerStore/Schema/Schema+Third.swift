/// The tables of the third version.
extension Schema {
    /// What served a reply and what was left out of its request; a process that asks, told apart without a clock; what
    /// tells damage from a study's own faults.
    static let served = """
        ALTER TABLE reply ADD COLUMN provider TEXT;
        ALTER TABLE reply ADD COLUMN fingerprint TEXT;
        ALTER TABLE reply ADD COLUMN omitted TEXT;
        \(workerIdentity)
        ALTER TABLE study ADD COLUMN digest TEXT;
        ALTER TABLE dataset ADD COLUMN digest TEXT;
        """

    static let workerIdentity = """
        ALTER TABLE worker ADD COLUMN bootID TEXT;
        ALTER TABLE worker ADD COLUMN namespace TEXT;
        ALTER TABLE worker ADD COLUMN born INTEGER;
        ALTER TABLE worker ADD COLUMN beats INTEGER NOT NULL DEFAULT 0;
        """

    /// Replies that were paid for and don't stand: those that were asked again, and the second of two to one question.
    static let setAside = """
        CREATE TABLE setAside (
            id INTEGER PRIMARY KEY,
            cause TEXT NOT NULL CHECK (cause IN ('askedAgain', 'late')),
            setAside TEXT NOT NULL,
            workerID INTEGER,
            runID INTEGER NOT NULL REFERENCES run(id),
            \(replyColumns.map { "\($0) \(replyTypes[$0, default: "TEXT"])" }.joined(separator: ",\n    "))
        );
        CREATE INDEX setAsideByQuestion ON setAside(runID, questionID);
        CREATE TABLE setAsideReading (
            setAsideID INTEGER NOT NULL REFERENCES setAside(id),
            readerVersion INTEGER NOT NULL,
            state TEXT NOT NULL,
            reason TEXT,
            content TEXT,
            PRIMARY KEY (setAsideID, readerVersion)
        ) WITHOUT ROWID;
        """

    /// A reply's columns beside its number and its run.
    static let replyColumns = [
        "questionID", "task", "country", "topic", "value", "variant", "replicate", "first", "text", "reasoning",
        "finishReason", "model", "promptTokens", "completionTokens", "reasoningTokens", "latency", "attempts",
        "request",
        "response", "replied", "optionLogProbabilities", "provider", "fingerprint", "omitted",
    ]

    private static let replyTypes = [
        "variant": "INTEGER", "replicate": "INTEGER", "first": "INTEGER", "promptTokens": "INTEGER",
        "completionTokens": "INTEGER", "reasoningTokens": "INTEGER", "latency": "REAL", "attempts": "INTEGER",
        "request": "BLOB", "response": "BLOB",
    ]

    /// How many replies of a run stand where, kept by the database itself, so that nobody has to look at all of them; and
    /// an index that holds all that measuring needs of a reply, whose row is long.
    static let tallies = """
        CREATE INDEX replyPlace ON reply(runID, id, task, country, topic, value, variant, replicate, first);
        CREATE TABLE tally (
            runID INTEGER NOT NULL,
            task TEXT NOT NULL,
            state TEXT NOT NULL,
            reason TEXT NOT NULL,
            replies INTEGER NOT NULL,
            PRIMARY KEY (runID, task, state, reason)
        ) WITHOUT ROWID;
        CREATE TABLE served (
            runID INTEGER NOT NULL,
            task TEXT NOT NULL,
            model TEXT NOT NULL,
            provider TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            omitted TEXT NOT NULL,
            finishReason TEXT NOT NULL,
            replies INTEGER NOT NULL,
            variants INTEGER NOT NULL,
            replicates INTEGER NOT NULL,
            PRIMARY KEY (runID, task, model, provider, fingerprint, omitted, finishReason)
        ) WITHOUT ROWID;
        INSERT INTO served
        SELECT runID, task, coalesce(model, ''), '', '', '', coalesce(finishReason, ''), count(*), max(variant) + 1,
            max(replicate) + 1
        FROM reply GROUP BY runID, task, coalesce(model, ''), coalesce(finishReason, '');
        INSERT INTO tally
        SELECT r.runID, r.task, g.state, coalesce(g.reason, ''), count(*)
        FROM reply r JOIN reading g ON g.replyID = r.id AND g.readerVersion =
            (SELECT max(readerVersion) FROM reading WHERE replyID = r.id)
        GROUP BY r.runID, r.task, g.state, coalesce(g.reason, '');
        CREATE TRIGGER replyIsServed AFTER INSERT ON reply BEGIN
            INSERT INTO served VALUES (new.runID, new.task, coalesce(new.model, ''), coalesce(new.provider, ''),
                coalesce(new.fingerprint, ''), coalesce(new.omitted, ''), coalesce(new.finishReason, ''), 1,
                new.variant + 1, new.replicate + 1)
            ON CONFLICT (runID, task, model, provider, fingerprint, omitted, finishReason) DO UPDATE
            SET replies = replies + 1, variants = max(variants, excluded.variants),
                replicates = max(replicates, excluded.replicates);
        END;
        CREATE TRIGGER readingIsCounted BEFORE INSERT ON reading BEGIN
            UPDATE tally SET replies = replies - 1
            WHERE (runID, task, state, reason) =
                (SELECT r.runID, r.task, g.state, coalesce(g.reason, '') FROM reading g JOIN reply r ON r.id = g.replyID
                WHERE g.replyID = new.replyID ORDER BY g.readerVersion DESC LIMIT 1)
            AND NOT EXISTS
                (SELECT 1 FROM reading WHERE replyID = new.replyID AND readerVersion > new.readerVersion);
            INSERT INTO tally
            SELECT runID, task, new.state, coalesce(new.reason, ''), 1 FROM reply
            WHERE id = new.replyID AND NOT EXISTS
                (SELECT 1 FROM reading WHERE replyID = new.replyID AND readerVersion > new.readerVersion)
            ON CONFLICT (runID, task, state, reason) DO UPDATE SET replies = replies + 1;
        END;
        CREATE TRIGGER replyLeaves BEFORE DELETE ON reply BEGIN
            UPDATE tally SET replies = replies - 1
            WHERE (runID, task, state, reason) =
                (SELECT old.runID, old.task, state, coalesce(reason, '') FROM reading
                WHERE replyID = old.id ORDER BY readerVersion DESC LIMIT 1);
            UPDATE served SET replies = replies - 1
            WHERE runID = old.runID AND task = old.task AND model = coalesce(old.model, '')
                AND provider = coalesce(old.provider, '') AND fingerprint = coalesce(old.fingerprint, '')
                AND omitted = coalesce(old.omitted, '') AND finishReason = coalesce(old.finishReason, '');
        END;
        """

    /// Totals from numbers that can be: a report of 0 prompt tokens, or of billions, is none.
    static let boundedSpending = """
        DROP TRIGGER replySpends;
        CREATE TRIGGER replySpends AFTER INSERT ON reply BEGIN
            \(spend("new"))
        END;
        CREATE TRIGGER lateReplySpends AFTER INSERT ON setAside WHEN new.cause = 'late' BEGIN
            \(spend("new"))
        END;
        """

    private static func spend(_ row: String) -> String {
        let (prompt, completion, reasoning) = (
            possible("\(row).promptTokens", from: 1), possible("\(row).completionTokens", from: 0),
            possible("\(row).reasoningTokens", from: 0)
        )
        return """
            INSERT INTO spending (runID) VALUES (\(row).runID) ON CONFLICT DO NOTHING;
            UPDATE spending SET replies = replies + 1,
                promptTokens = promptTokens + coalesce(\(prompt), 0),
                completionTokens = completionTokens + coalesce(\(completion), 0),
                reasoningTokens = reasoningTokens + coalesce(\(reasoning), 0),
                silentPrompts = silentPrompts + (\(prompt) IS NULL),
                silentCompletions = silentCompletions + (\(completion) IS NULL),
                longestPrompt = max(longestPrompt, coalesce(\(prompt), 0)),
                longestCompletion = max(longestCompletion, coalesce(\(completion), 0))
            WHERE runID = \(row).runID;
            """
    }
}
