import GRDB

/// What studies' values and variants are, beside the studies.
extension AnswerStore {
    /// Keeps a study's words where it has none yet.
    static func insert(_ words: StudyWords?, study: Int64, _ db: Database) throws {
        guard let words else { return }
        let known = "SELECT 1 FROM studyWords WHERE studyID = ?"
        guard try Int.fetchOne(db, sql: known, arguments: [study]) == nil else { return }
        let blank = "[\(words.values.map { _ in "null" }.joined(separator: ","))]"
        try db.execute(
            sql: "INSERT INTO studyWords VALUES (?, ?, ?)", arguments: [study, words.options, blank])
        for (place, value) in words.values.enumerated() {
            try db.cachedStatement(sql: "INSERT INTO studyValue VALUES (?, ?, ?, ?)")
                .execute(arguments: [study, place + 1, value.name, value.group])
        }
        for variant in words.variants {
            try db.cachedStatement(sql: "INSERT INTO studyVariant VALUES (?, ?, ?, ?, ?, ?, ?)")
                .execute(arguments: [
                    study, variant.kind, variant.number, variant.framing, variant.order, variant.requirement,
                    variant.generator,
                ])
        }
    }

    /// Measured runs whose studies have no words yet, one of each study: those that an earlier version stored.
    package func runsWithoutWords() throws(StoreError) -> [Int64] {
        let sql = """
            SELECT min(run.id) FROM run LEFT JOIN studyWords ON studyWords.studyID = run.studyID
            WHERE run.origin IN ('asked', 'imported') AND studyWords.studyID IS NULL GROUP BY run.studyID
            """
        return try read { db in try Int64.fetchAll(db, sql: sql) }
    }

    /// Keeps the words of a run's study.
    ///
    /// - Parameter words: `nil` where its text can't be read any more, so that nobody tries it again.
    package func keep(_ words: StudyWords?, ofRun run: Int64) throws(StoreError) {
        try write { db in
            guard let study = try Int64.fetchOne(db, sql: "SELECT studyID FROM run WHERE id = ?", arguments: [run])
            else { return }
            if let words { return try Self.insert(words, study: study, db) }
            try db.execute(sql: "INSERT OR IGNORE INTO studyWords VALUES (?, NULL, NULL)", arguments: [study])
        }
    }

    /// Measured runs of studies whose values and variants are not known.
    package func runsWithoutNames() throws(StoreError) -> Set<Int64> {
        let sql = """
            SELECT run.id FROM run LEFT JOIN studyWords ON studyWords.studyID = run.studyID WHERE studyWords.options IS NULL
            """
        return try read { db in try Int64.fetchSet(db, sql: sql) }
    }
}
