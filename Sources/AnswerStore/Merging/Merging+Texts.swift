import GRDB

/// What is the same stands once in both stores; a map says which row of the one is which of the other.
extension Merging {
    func mapQuestions(_ db: Database) throws {
        try db.execute(sql: Self.items + Self.prompts + Self.requests + Self.questions)
    }

    private static let items = """
        INSERT OR IGNORE INTO main.item (hash, kind, dimensions)
        SELECT hash, kind, dimensions FROM source.item ORDER BY id;
        CREATE TEMP TABLE itemMap (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL);
        INSERT INTO temp.itemMap SELECT theirs.id, ours.id FROM source.item AS theirs JOIN main.item AS ours
            ON ours.hash = theirs.hash;
        """

    private static let prompts = """
        INSERT INTO main.prompt (digest, text) SELECT digest, text FROM source.prompt AS theirs WHERE NOT EXISTS
            (SELECT 1 FROM main.prompt AS ours WHERE ours.digest = theirs.digest AND ours.text = theirs.text) ORDER BY id;
        CREATE TEMP TABLE promptMap (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL);
        INSERT OR IGNORE INTO temp.promptMap SELECT theirs.id, ours.id FROM source.prompt AS theirs
            CROSS JOIN main.prompt AS ours ON ours.digest = theirs.digest AND ours.text = theirs.text;
        """

    private static let requests = """
        INSERT INTO main.sent (digest, bytes, systemAt, promptAt)
        SELECT digest, bytes, systemAt, promptAt FROM source.sent AS theirs WHERE NOT EXISTS
            (SELECT 1 FROM main.sent AS ours WHERE ours.digest = theirs.digest AND ours.bytes = theirs.bytes
                AND ours.systemAt IS theirs.systemAt AND ours.promptAt IS theirs.promptAt) ORDER BY id;
        CREATE TEMP TABLE sentMap (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL);
        INSERT OR IGNORE INTO temp.sentMap SELECT theirs.id, ours.id FROM source.sent AS theirs
            CROSS JOIN main.sent AS ours ON ours.digest = theirs.digest AND ours.bytes = theirs.bytes
                AND ours.systemAt IS theirs.systemAt AND ours.promptAt IS theirs.promptAt;
        """

    /// A question that is here without its prompt gets it.
    private static let questions = """
        INSERT OR IGNORE INTO main.question (hash, kind, itemID, variant, replicate, first, systemID, promptID)
        SELECT theirs.hash, theirs.kind, item.ours, theirs.variant, theirs.replicate, theirs.first, system.ours, prompt.ours
        FROM source.question AS theirs JOIN temp.itemMap AS item ON item.theirs = theirs.itemID
            LEFT JOIN temp.promptMap AS system ON system.theirs = theirs.systemID
            LEFT JOIN temp.promptMap AS prompt ON prompt.theirs = theirs.promptID
        ORDER BY theirs.id;
        CREATE TEMP TABLE questionMap (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL);
        INSERT INTO temp.questionMap SELECT theirs.id, ours.id FROM source.question AS theirs
            CROSS JOIN temp.itemMap AS item ON item.theirs = theirs.itemID
            CROSS JOIN main.question AS ours ON ours.hash = theirs.hash AND ours.itemID = item.ours
                AND coalesce(ours.first, -1) = coalesce(theirs.first, -1);
        UPDATE main.question SET systemID = known.system, promptID = known.prompt
        FROM (SELECT map.ours AS id, system.ours AS system, prompt.ours AS prompt
            FROM temp.questionMap AS map CROSS JOIN source.question AS theirs ON theirs.id = map.theirs
                CROSS JOIN temp.promptMap AS prompt ON prompt.theirs = theirs.promptID
                LEFT JOIN temp.promptMap AS system ON system.theirs = theirs.systemID) AS known
        WHERE question.id = known.id AND question.promptID IS NULL;
        """
}
