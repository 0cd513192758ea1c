import GRDB

/// Judgements of people, and what overrules readings: each once.
extension Merging {
    func addLabels(_ db: Database) throws {
        guard try Bool.fetchOne(db, sql: "SELECT 1 FROM source.label LIMIT 1") == true else { return }
        try db.execute(sql: Self.labels)
    }

    /// A label that undoes one which another label undoes already is left out: it changes nothing.
    private static let labels = """
        INSERT OR IGNORE INTO main.judge (kind, name, details, added)
        SELECT kind, name, details, added FROM source.judge ORDER BY id;
        CREATE TEMP TABLE labelMap (theirs INTEGER PRIMARY KEY, ours INTEGER, itemID INTEGER, judgeID INTEGER);
        INSERT INTO temp.labelMap SELECT label.id, NULL, item.ours, judge.id FROM source.label
            JOIN temp.itemMap AS item ON item.theirs = label.itemID JOIN source.judge AS their ON their.id = label.judgeID
            JOIN main.judge ON judge.kind = their.kind AND judge.name = their.name AND judge.details = their.details;
        UPDATE temp.labelMap SET ours = (SELECT known.id FROM source.label AS theirs
            CROSS JOIN main.label AS known INDEXED BY labelByItem ON known.itemID = labelMap.itemID
            WHERE theirs.id = labelMap.theirs AND known.judgeID = labelMap.judgeID AND known.criterion = theirs.criterion
                AND known.content = theirs.content AND known.labelled = theirs.labelled LIMIT 1);
        CREATE TEMP TABLE newLabel (theirs INTEGER PRIMARY KEY, ours INTEGER);
        INSERT INTO temp.newLabel SELECT theirs, (SELECT coalesce(max(id), 0) FROM main.label) + row_number() OVER (ORDER BY theirs)
            FROM temp.labelMap WHERE ours IS NULL;
        UPDATE temp.labelMap SET ours = (SELECT ours FROM temp.newLabel WHERE newLabel.theirs = labelMap.theirs)
            WHERE ours IS NULL;
        INSERT OR IGNORE INTO main.label (id, itemID, judgeID, criterion, content, undoes, labelled)
        SELECT fresh.ours, map.itemID, map.judgeID, theirs.criterion, theirs.content, undone.ours, theirs.labelled
        FROM temp.newLabel AS fresh JOIN temp.labelMap AS map ON map.theirs = fresh.theirs
            JOIN source.label AS theirs ON theirs.id = fresh.theirs
            LEFT JOIN temp.labelMap AS undone ON undone.theirs = theirs.undoes
        ORDER BY fresh.ours;
        """
}
