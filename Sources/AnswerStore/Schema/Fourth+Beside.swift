/// What the fourth version holds beside questions and replies: judgements, batches, and what people read by SQL.
extension Fourth {
    /// Judgements of items, which are only ever added: one that is undone has another row that says so.
    static let labels = """
        CREATE TABLE judge (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            details TEXT NOT NULL,
            added REAL NOT NULL,
            UNIQUE (kind, name, details)
        );
        CREATE TABLE label (
            id INTEGER PRIMARY KEY,
            itemID INTEGER NOT NULL REFERENCES item(id),
            judgeID INTEGER NOT NULL REFERENCES judge(id),
            criterion TEXT NOT NULL,
            content TEXT NOT NULL,
            undoes INTEGER UNIQUE REFERENCES label(id),
            labelled REAL NOT NULL
        );
        CREATE INDEX labelByItem ON label(itemID);
        CREATE INDEX labelByCriterion ON label(criterion, id);
        CREATE TRIGGER labelStays BEFORE UPDATE ON label BEGIN SELECT raise(ABORT, 'labels are never changed'); END;
        CREATE TRIGGER labelIsKept BEFORE DELETE ON label BEGIN SELECT raise(ABORT, 'labels are never removed'); END;
        """

    /// Questions that were handed to a provider together, to be answered later.
    static let batches = """
        CREATE TABLE batch (
            id INTEGER PRIMARY KEY,
            runID INTEGER NOT NULL REFERENCES run(id),
            providerID TEXT NOT NULL,
            state TEXT NOT NULL,
            sent REAL NOT NULL,
            ended REAL,
            questions INTEGER NOT NULL,
            replied INTEGER NOT NULL DEFAULT 0,
            failed INTEGER NOT NULL DEFAULT 0,
            UNIQUE (runID, providerID)
        );
        """

    /// For people who look into a store with a tool of theirs: one row a reply that stands, with the columns of the versions
    /// before, so that what was written for those goes on. The raw request and `reading` are tables of their own.
    static let view = """
        CREATE VIEW reply AS
        SELECT numbers.id, numbers.runID, question.hash AS questionID, question.kind AS task,
            json_extract(item.dimensions, '$.country') AS country, json_extract(item.dimensions, '$.topic') AS topic,
            json_extract(item.dimensions, '$.value') AS value, question.variant, question.replicate, question.first,
            raw.text, raw.reasoning, nullif(served.finishReason, '') AS finishReason, nullif(served.model, '') AS model,
            numbers.promptTokens, numbers.completionTokens, numbers.reasoningTokens, numbers.latency, numbers.attempts,
            raw.response, strftime('%Y-%m-%d %H:%M:%f', numbers.replied, 'unixepoch') AS replied,
            raw.optionLogProbabilities, nullif(served.provider, '') AS provider,
            nullif(served.fingerprint, '') AS fingerprint, nullif(served.omitted, '') AS omitted,
            prompt.text AS prompt
        FROM replyRow AS numbers JOIN question ON question.id = numbers.questionID
            JOIN item ON item.id = question.itemID JOIN served ON served.id = numbers.servedID
            JOIN raw ON raw.replyID = numbers.id LEFT JOIN prompt ON prompt.id = question.promptID
        WHERE numbers.aside IS NULL;
        """
}
