/// The tables of the first version.
extension Schema {
    static let studies = """
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

    static let replies = """
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
