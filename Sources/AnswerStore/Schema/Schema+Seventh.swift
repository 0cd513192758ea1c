/// What the seventh version holds: questions that were handed to a provider in parts, to be answered later.
extension Schema {
    /// A part outlives the process that made it, and so do its claims on questions. The table of the fourth version, which nothing
    /// was ever written to, goes.
    static let batchParts = """
        DROP TABLE batch;
        CREATE TABLE batchPart (
            id INTEGER PRIMARY KEY,
            runID INTEGER NOT NULL REFERENCES run(id),
            number INTEGER NOT NULL,
            nonce TEXT NOT NULL UNIQUE,
            state TEXT NOT NULL,
            workerID INTEGER,
            factor REAL NOT NULL,
            made REAL NOT NULL,
            questions INTEGER NOT NULL DEFAULT 0,
            unsettled INTEGER NOT NULL DEFAULT 0,
            replied INTEGER NOT NULL DEFAULT 0,
            failed INTEGER NOT NULL DEFAULT 0,
            requestsDigest TEXT,
            fileID TEXT,
            batchID TEXT,
            isCertain INTEGER NOT NULL DEFAULT 0,
            notOurs TEXT NOT NULL DEFAULT '[]',
            submitting REAL,
            ended REAL,
            outcome TEXT,
            results TEXT NOT NULL DEFAULT '[]',
            isCleaned INTEGER NOT NULL DEFAULT 0,
            UNIQUE (runID, number)
        );
        CREATE TABLE batchQuestion (
            runID INTEGER NOT NULL,
            questionID INTEGER NOT NULL REFERENCES question(id),
            partID INTEGER NOT NULL REFERENCES batchPart(id),
            position INTEGER NOT NULL,
            replaces INTEGER,
            PRIMARY KEY (runID, questionID)
        ) WITHOUT ROWID;
        CREATE INDEX batchQuestionByPart ON batchQuestion(partID);
        """

    /// Tokens that are not paid for, because a batch's cost less: 1,000 at half the price are 500.
    static let savedTokens = """
        ALTER TABLE spending ADD COLUMN savedPromptTokens REAL NOT NULL DEFAULT 0;
        ALTER TABLE spending ADD COLUMN savedCompletionTokens REAL NOT NULL DEFAULT 0;
        """
}
