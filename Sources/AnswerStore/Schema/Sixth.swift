/// What the sixth version holds: what a study's words are, and two views for people who work with tables.
///
/// The views are read by programs of others, which know nothing of ours: they use functions of SQLite alone. Joins are in their order
/// (`CROSS JOIN`), each by an index; conditions stand behind `WHERE`, so that other parsers read the text, too. Columns that are
/// computed are cast, since a view has no other way to tell their types.
enum Sixth {
    /// What is known of a study only to its file: how many options its scale has, its values in the theory's order, what its variants
    /// are. A study whose words nobody has filled in yet has no row.
    static let words = """
        CREATE TABLE studyWords (
            studyID INTEGER PRIMARY KEY REFERENCES study(id),
            options INTEGER,
            blank TEXT
        );
        CREATE TABLE studyValue (
            studyID INTEGER NOT NULL REFERENCES study(id),
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            valueGroup TEXT NOT NULL,
            PRIMARY KEY (studyID, position)
        ) WITHOUT ROWID;
        CREATE INDEX studyValueByName ON studyValue(studyID, name);
        CREATE TABLE studyVariant (
            studyID INTEGER NOT NULL REFERENCES study(id),
            kind TEXT NOT NULL,
            variant INTEGER NOT NULL,
            framing TEXT NOT NULL,
            ordering TEXT NOT NULL,
            requirement TEXT NOT NULL,
            generator TEXT,
            PRIMARY KEY (studyID, kind, variant)
        ) WITHOUT ROWID;
        """

    /// By these a cell's stated readings are found, and what a person said of a reading. Each holds a small part of its table.
    static let indexes = """
        CREATE INDEX scenarioByName
            ON item(\(dimension("country")), \(dimension("topic"))) WHERE kind = 'scenario';
        CREATE INDEX judgedReading
            ON item(\(dimension("question")), \(dimension("run"))) WHERE kind = 'reading';
        CREATE INDEX statedByItem ON question(itemID) WHERE kind = 'stated';
        """

    /// Where an item lies, as a text: indexes are found by it only where both sides of a comparison are texts.
    static func dimension(_ name: String, of item: String = "") -> String {
        "CAST(json_extract(\(item)dimensions, '$.\(name)') AS TEXT)"
    }

    /// Ratings as the store keeps them ("1,,3;2;1"), as a list in JSON; an option that is not there is an empty text.
    static func list(_ content: String) -> String {
        "'[\"' || replace(substr(\(content), 1, instr(\(content) || ';', ';') - 1), ',', '\",\"') || '\"]'"
    }

    /// Whether a text can be ratings; anything else would be no list.
    static func areRatings(_ content: String) -> String { "NOT glob('*[^0-9,;]*', \(content))" }

    /// The option at a place of ratings, counted from 1, where the scale has such an option.
    static func option(at position: String, of content: String, options: String) -> String {
        let number = "CAST(json_extract(\(list(content)), '$[' || (\(position) - 1) || ']') AS INTEGER)"
        return "CASE WHEN \(areRatings(content)) AND \(number) BETWEEN 1 AND \(options) THEN \(number) END"
    }

    /// The option of a choice: 1 for the agree-action, 2 for the other, whichever stood first.
    static func choice(_ content: String, first: String) -> String {
        """
        CASE WHEN \(content) = 'agree' OR \(content) = CASE \(first) WHEN 0 THEN '1' WHEN 1 THEN '2' END THEN 1
                WHEN \(content) = 'disagree' OR \(content) = CASE \(first) WHEN 0 THEN '2' WHEN 1 THEN '1' END THEN 2 END
        """
    }

    /// 0 below one half, 1 above, nothing where a score decides nothing.
    static func side(_ score: String) -> String {
        "CAST(CASE WHEN abs(\(score) - 0.5) <= 1e-12 THEN NULL WHEN \(score) < 0.5 THEN 0 ELSE (\(score) > 0.5) END AS INTEGER)"
    }
}
