/// The tables of the fourth version: what a question is stands once, and a reply's row is narrow.
enum Fourth {
    /// Runs and datasets, with dates in seconds since 1970. States are enums in code, so that a later one needs no new table.
    static let runs = """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            studyID INTEGER NOT NULL REFERENCES study(id),
            respondent TEXT NOT NULL,
            origin TEXT NOT NULL,
            settings TEXT NOT NULL,
            selections TEXT NOT NULL,
            toolVersion TEXT NOT NULL,
            started REAL NOT NULL,
            finished REAL,
            status TEXT NOT NULL
        );
        CREATE TABLE dataset (
            name TEXT PRIMARY KEY,
            origin TEXT NOT NULL,
            actions TEXT NOT NULL,
            summary TEXT NOT NULL,
            imported REAL NOT NULL,
            digest TEXT
        );
        """

    /// What is asked about and how. The index of questions holds the item and which option stood first, too: the id of an
    /// imported question says where it stood in its file, and two files may differ in that.
    static let questions = """
        CREATE TABLE item (
            id INTEGER PRIMARY KEY,
            hash TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            dimensions TEXT NOT NULL
        );
        CREATE TABLE prompt (
            id INTEGER PRIMARY KEY,
            digest INTEGER NOT NULL,
            text TEXT NOT NULL
        );
        CREATE INDEX promptByDigest ON prompt(digest);
        CREATE TABLE question (
            id INTEGER PRIMARY KEY,
            hash TEXT NOT NULL,
            kind TEXT NOT NULL,
            itemID INTEGER NOT NULL REFERENCES item(id),
            variant INTEGER NOT NULL,
            replicate INTEGER NOT NULL,
            first INTEGER,
            systemID INTEGER REFERENCES prompt(id),
            promptID INTEGER REFERENCES prompt(id)
        );
        CREATE UNIQUE INDEX questionByHash ON question(hash, itemID, coalesce(first, -1));
        """

    /// A reply's numbers in `replyRow`, its texts in `raw`. A request is kept as what it has in common with others, `sent`, where
    /// the prompt put back gives every byte of it. A reply that is set aside keeps its number and its readings.
    static let replies = """
        CREATE TABLE served (
            id INTEGER PRIMARY KEY,
            runID INTEGER NOT NULL REFERENCES run(id),
            kind TEXT NOT NULL,
            model TEXT NOT NULL,
            provider TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            omitted TEXT NOT NULL,
            finishReason TEXT NOT NULL,
            replies INTEGER NOT NULL,
            variants INTEGER NOT NULL,
            replicates INTEGER NOT NULL,
            UNIQUE (runID, kind, model, provider, fingerprint, omitted, finishReason)
        );
        CREATE TABLE replyRow (
            id INTEGER PRIMARY KEY,
            runID INTEGER NOT NULL REFERENCES run(id),
            questionID INTEGER NOT NULL REFERENCES question(id),
            servedID INTEGER NOT NULL REFERENCES served(id),
            promptTokens INTEGER,
            completionTokens INTEGER,
            reasoningTokens INTEGER,
            latency REAL,
            attempts INTEGER NOT NULL,
            replied REAL,
            aside TEXT,
            asideAt REAL,
            asideBy INTEGER
        );
        CREATE TABLE sent (
            id INTEGER PRIMARY KEY,
            digest INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            systemAt INTEGER,
            promptAt INTEGER
        );
        CREATE INDEX sentByDigest ON sent(digest);
        CREATE TABLE raw (
            replyID INTEGER PRIMARY KEY REFERENCES replyRow(id),
            text TEXT NOT NULL,
            reasoning TEXT,
            response BLOB,
            sentID INTEGER REFERENCES sent(id),
            request BLOB,
            optionLogProbabilities TEXT
        );
        CREATE TABLE reading (
            replyID INTEGER NOT NULL REFERENCES replyRow(id),
            readerVersion INTEGER NOT NULL,
            state TEXT NOT NULL,
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
            failed REAL NOT NULL,
            PRIMARY KEY (runID, questionID)
        ) WITHOUT ROWID;
        CREATE INDEX failureByCode ON failure(runID, code, failed);
        """

    /// Made when the replies of an earlier version are in. A run's replies are walked in their order, and found by question. An index
    /// alone gives an answer only where it holds the column of its own condition, too.
    static let replyIndexes = """
        CREATE UNIQUE INDEX replyToQuestion ON replyRow(runID, questionID) WHERE aside IS NULL;
        CREATE INDEX replyByRun ON replyRow(runID, id, questionID, aside) WHERE aside IS NULL;
        CREATE INDEX replyAside ON replyRow(runID, questionID) WHERE aside IS NOT NULL;
        """

    /// What each run took and how its replies stand, changed with the replies in one transaction; see ``Tallies``.
    static let totals = """
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
        CREATE TABLE tally (
            runID INTEGER NOT NULL,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            reason TEXT NOT NULL,
            replies INTEGER NOT NULL,
            PRIMARY KEY (runID, kind, state, reason)
        ) WITHOUT ROWID;
        """

    /// Who asks what right now: nothing that lasts.
    static let claims = """
        DROP TABLE IF EXISTS claim;
        DROP TABLE IF EXISTS worker;
        CREATE TABLE worker (
            id INTEGER PRIMARY KEY,
            host TEXT NOT NULL,
            pid INTEGER NOT NULL,
            heartbeat REAL NOT NULL,
            atOnce INTEGER NOT NULL DEFAULT 0,
            bootID TEXT,
            namespace TEXT,
            born INTEGER,
            beats INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE claim (
            runID INTEGER NOT NULL,
            questionID INTEGER NOT NULL,
            workerID INTEGER NOT NULL REFERENCES worker(id) ON DELETE CASCADE,
            PRIMARY KEY (runID, questionID)
        ) WITHOUT ROWID;
        """
}
