import GRDB

/// The store's tables. A migration that was released is never changed; a new one is added behind it.
enum Schema {
    /// "VLNS": tells a store from any other SQLite file.
    static let applicationID: Int32 = 0x564C_4E53

    /// A step from one version of the tables to the next.
    struct Migration: Sendable {
        let name: String
        let run: @Sendable (Database) throws -> Void
    }

    static let migrations = [
        Migration(name: "1: studies, runs, replies, readings") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: studies)
            try db.execute(sql: replies)
            try db.execute(sql: claims)
        },
        Migration(name: "2: log-probabilities, spending") { db in
            try db.execute(sql: "ALTER TABLE reply ADD COLUMN optionLogProbabilities TEXT")
            try db.execute(sql: "ALTER TABLE worker ADD COLUMN atOnce INTEGER NOT NULL DEFAULT 0")
            try db.execute(sql: spending)
        },
        Migration(name: "3: who served, replies set aside, tallies") { db in
            try db.execute(sql: served)
            try db.execute(sql: setAside)
            try db.execute(sql: tallies)
            try db.execute(sql: boundedSpending)
            try Mending.addDigests(db)
            try Mending.recomputeImpossible(db)
        },
    ]

    private static let studies = """
        CREATE TABLE study (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            protocolHash TEXT NOT NULL UNIQUE,
            source TEXT NOT NULL,
            actions TEXT
        );
        CREATE TABLE dataset (
            name TEXT PRIMARY KEY,
            origin TEXT NOT NULL,
            actions TEXT NOT NULL,
            summary TEXT NOT NULL,
            imported TEXT NOT NULL
        );
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            studyID INTEGER NOT NULL REFERENCES study(id),
            respondent TEXT NOT NULL,
            origin TEXT NOT NULL CHECK (origin IN ('asked', 'imported')),
            settings TEXT NOT NULL,
            selections TEXT NOT NULL,
            toolVersion TEXT NOT NULL,
            started TEXT NOT NULL,
            finished TEXT,
            status TEXT NOT NULL CHECK (status IN ('running', 'stopped', 'finished'))
        );
        """

    private static let replies = """
        CREATE TABLE reply (
            id INTEGER PRIMARY KEY,
            runID INTEGER NOT NULL REFERENCES run(id),
            questionID TEXT NOT NULL,
            task TEXT NOT NULL CHECK (task IN ('stated', 'acted')),
            country TEXT NOT NULL,
            topic TEXT NOT NULL,
            value TEXT,
            variant INTEGER NOT NULL,
            replicate INTEGER NOT NULL,
            first INTEGER CHECK (first IN (0, 1)),
            text TEXT NOT NULL,
            reasoning TEXT,
            finishReason TEXT,
            model TEXT,
            promptTokens INTEGER,
            completionTokens INTEGER,
            reasoningTokens INTEGER,
            latency REAL,
            attempts INTEGER NOT NULL,
            request BLOB,
            response BLOB,
            replied TEXT NOT NULL,
            UNIQUE (runID, questionID)
        );
        CREATE TABLE reading (
            replyID INTEGER NOT NULL REFERENCES reply(id),
            readerVersion INTEGER NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('answered', 'refused', 'unreadable')),
            reason TEXT,
            content TEXT,
            PRIMARY KEY (replyID, readerVersion)
        ) WITHOUT ROWID;
        CREATE TABLE failure (
            runID INTEGER NOT NULL REFERENCES run(id),
            questionID TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            code TEXT NOT NULL,
            message TEXT NOT NULL,
            failed TEXT NOT NULL,
            PRIMARY KEY (runID, questionID)
        ) WITHOUT ROWID;
        """

    /// Numbers that can be; the sum of others may be more than SQLite can hold.
    private static let (prompt, completion, reasoning) = (
        possible("promptTokens", from: 1), possible("completionTokens", from: 0), possible("reasoningTokens", from: 0)
    )

    /// What each run took, kept by the database itself, so that a cap costs one look and not one at every reply.
    private static let spending = """
        CREATE TABLE spending (
            runID INTEGER PRIMARY KEY REFERENCES run(id),
            replies INTEGER NOT NULL DEFAULT 0,
            promptTokens INTEGER NOT NULL DEFAULT 0,
            completionTokens INTEGER NOT NULL DEFAULT 0,
            reasoningTokens INTEGER NOT NULL DEFAULT 0,
            silentPrompts INTEGER NOT NULL DEFAULT 0,
            silentCompletions INTEGER NOT NULL DEFAULT 0,
            longestPrompt INTEGER NOT NULL DEFAULT 0,
            longestCompletion INTEGER NOT NULL DEFAULT 0,
            lost INTEGER NOT NULL DEFAULT 0
        );
        INSERT INTO spending (runID, replies, promptTokens, completionTokens, reasoningTokens, silentPrompts,
            silentCompletions, longestPrompt, longestCompletion)
        SELECT runID, count(*), coalesce(sum(\(prompt)), 0), coalesce(sum(\(completion)), 0),
            coalesce(sum(\(reasoning)), 0), count(*) - count(\(prompt)), count(*) - count(\(completion)),
            coalesce(max(\(prompt)), 0), coalesce(max(\(completion)), 0)
        FROM reply GROUP BY runID;
        CREATE TRIGGER replySpends AFTER INSERT ON reply BEGIN
            INSERT INTO spending (runID) VALUES (new.runID) ON CONFLICT DO NOTHING;
            UPDATE spending SET replies = replies + 1,
                promptTokens = promptTokens + coalesce(new.promptTokens, 0),
                completionTokens = completionTokens + coalesce(new.completionTokens, 0),
                reasoningTokens = reasoningTokens + coalesce(new.reasoningTokens, 0),
                silentPrompts = silentPrompts + (new.promptTokens IS NULL),
                silentCompletions = silentCompletions + (new.completionTokens IS NULL),
                longestPrompt = max(longestPrompt, coalesce(new.promptTokens, 0)),
                longestCompletion = max(longestCompletion, coalesce(new.completionTokens, 0))
            WHERE runID = new.runID;
        END;
        """

    /// Who asks what right now, so that two processes never ask the same question.
    static let claims = """
        CREATE TABLE worker (
            id INTEGER PRIMARY KEY,
            host TEXT NOT NULL,
            pid INTEGER NOT NULL,
            heartbeat REAL NOT NULL
        );
        CREATE TABLE claim (
            runID INTEGER NOT NULL,
            questionID TEXT NOT NULL,
            workerID INTEGER NOT NULL REFERENCES worker(id) ON DELETE CASCADE,
            PRIMARY KEY (runID, questionID)
        ) WITHOUT ROWID;
        CREATE INDEX claimByWorker ON claim(workerID);
        """
}
