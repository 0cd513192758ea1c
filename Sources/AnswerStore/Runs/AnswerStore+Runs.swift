package import Foundation
import GRDB

extension AnswerStore {
    /// Stores a study, or finds the one with the same protocol hash. A dataset that came later does not change it.
    func studyID(_ study: StudyRecord, _ db: Database) throws -> Int64 {
        let sql = "SELECT id FROM study WHERE protocolHash = ?"
        if let id = try Int64.fetchOne(db, sql: sql, arguments: [study.protocolHash]) {
            try Self.insert(study.words, study: id, db)
            return id
        }
        // Given to the statement at once, the actions are not copied; the paper's are ten megabytes.
        let digest = Mending.digest(study.source, study.actions)
        try db.makeStatement(
            sql: "INSERT INTO study (name, protocolHash, source, actions, digest) VALUES (?, ?, ?, ?, ?)"
        )
        .execute(arguments: [study.name, study.protocolHash, study.source, study.actions, digest])
        let id = db.lastInsertedRowID
        try Self.insert(study.words, study: id, db)
        return id
    }

    /// Begins a run, or goes on with the one of the same key: its selections are joined, its status is `running`.
    ///
    /// - Returns: the run as stored, with its number.
    package func begin(_ run: RunRecord, of study: StudyRecord) throws(StoreError) -> RunRecord {
        try write { db in
            let studyID = try studyID(study, db)
            if var known = try Self.run(db, run.key, path) {
                known.selections += run.selections.filter { !known.selections.contains($0) }
                known.status = run.status
                try db.execute(
                    sql: "UPDATE run SET selections = ?, status = ? WHERE id = ?",
                    arguments: [try Self.json(known.selections), known.status.rawValue, known.id])
                return known
            }
            var run = run
            try db.execute(
                sql: """
                    INSERT INTO run (key, studyID, respondent, origin, settings, selections, toolVersion, started,
                        finished, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    run.key, studyID, run.respondent, run.origin.rawValue, run.settings,
                    try Self.json(run.selections), run.toolVersion, run.started.timeIntervalSince1970,
                    run.finished?.timeIntervalSince1970, run.status.rawValue,
                ])
            run.id = db.lastInsertedRowID
            return run
        }
    }

    /// Marks where a run stands now.
    package func end(run: Int64, status: RunStatus, at date: Date) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: "UPDATE run SET status = ?, finished = ? WHERE id = ?",
                arguments: [status.rawValue, date.timeIntervalSince1970, run])
        }
    }

    /// Says where a run stands, without a new end.
    package func mark(run: Int64, as status: RunStatus) throws(StoreError) {
        try write { db in
            try db.execute(sql: "UPDATE run SET status = ? WHERE id = ?", arguments: [status.rawValue, run])
        }
    }

    /// A run that ended elsewhere ended then, unless it ended later here.
    func extend(run: Int64, to end: Double) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: "UPDATE run SET finished = max(coalesce(finished, ?1), ?1) WHERE id = ?2", arguments: [end, run])
        }
    }

    /// The run of a key, if there is one.
    package func run(key: String) throws(StoreError) -> RunRecord? {
        try read { db in try Self.run(db, key, path) }
    }

    /// The runs whose replies are measured, first started first.
    package func runs() throws(StoreError) -> [RunRecord] { try everyRun().filter(\.origin.isMeasured) }

    /// All runs, also those in which a model wrote or judged actions, first started first.
    package func everyRun() throws(StoreError) -> [RunRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM run ORDER BY id").map { try Self.runRecord($0, path) }
        }
    }

    /// The runs of a respondent, first started first.
    package func runs(of respondent: String) throws(StoreError) -> [RunRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM run WHERE respondent = ? ORDER BY id", arguments: [respondent])
                .map { try Self.runRecord($0, path) }
        }
    }

    /// The short name of the study that a run was asked.
    package func studyName(ofRun id: Int64) throws(StoreError) -> String {
        try read { db in
            let sql = "SELECT s.name FROM study s JOIN run r ON r.studyID = s.id WHERE r.id = ?"
            return try String.fetchOne(db, sql: sql, arguments: [id]) ?? ""
        }
    }

    /// The hash of the study that a run was asked, without the study.
    package func protocolHash(ofRun id: Int64) throws(StoreError) -> String {
        try read { db in
            let sql = "SELECT s.protocolHash FROM study s JOIN run r ON r.studyID = s.id WHERE r.id = ?"
            return try String.fetchOne(db, sql: sql, arguments: [id]) ?? ""
        }
    }

    /// The study that a run was asked.
    ///
    /// - Throws: ``StoreError``: damaged where its text is no longer what was stored.
    package func study(ofRun id: Int64) throws(StoreError) -> StudyRecord {
        try read { db in
            let sql = "SELECT s.* FROM study s JOIN run r ON r.studyID = s.id WHERE r.id = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [id]) else {
                let isThere = try Int.fetchOne(db, sql: "SELECT 1 FROM run WHERE id = ?", arguments: [id]) != nil
                throw isThere
                    ? StoreError.damaged(path: path, detail: "the study of run \(id) is not there")
                    : .unknownRun(name: "\(id)", known: [])
            }
            let study = StudyRecord(
                name: try row.get("name"), protocolHash: try row.get("protocolHash"), source: try row.get("source"),
                actions: try row.get("actions"))
            guard try row.get("digest") == Mending.digest(study.source, study.actions) else {
                throw StoreError.damaged(path: path, detail: "the study of run \(id) is not what was stored")
            }
            return study
        }
    }

    /// Keeps a dataset under its name; an earlier one of that name is replaced.
    package func save(_ dataset: DatasetRecord, at date: Date) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO dataset (name, origin, actions, summary, imported, digest)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    dataset.name, dataset.origin, dataset.actions, dataset.summary,
                    date.timeIntervalSince1970,
                    Mending.digest(dataset.actions),
                ])
        }
    }

    /// The dataset of a name, if one was imported.
    package func dataset(named name: String) throws(StoreError) -> DatasetRecord? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM dataset WHERE name = ?", arguments: [name]).map { row in
                let actions: String = try row.get("actions")
                guard try row.get("digest") == Mending.digest(actions) else {
                    throw StoreError.damaged(path: path, detail: "the dataset '\(name)' is not what was stored")
                }
                return DatasetRecord(
                    name: try row.get("name"), origin: try row.get("origin"), actions: actions,
                    summary: try row.get("summary"))
            }
        }
    }

    // MARK: - Rows

    private static func run(_ db: Database, _ key: String, _ path: String) throws -> RunRecord? {
        try Row.fetchOne(db, sql: "SELECT * FROM run WHERE key = ?", arguments: [key]).map { try runRecord($0, path) }
    }

    private static func runRecord(_ row: Row, _ path: String) throws -> RunRecord {
        let id: Int64 = try row.get("id")
        guard let origin = RunOrigin(rawValue: try row.get("origin")),
            let status = RunStatus(rawValue: try row.get("status")), let started = date(try row.get("started")),
            let selections = try? strings(try row.get("selections"))
        else { throw StoreError.damaged(path: path, detail: "run \(id) has a field it can't have") }
        var record = RunRecord(
            key: try row.get("key"), respondent: try row.get("respondent"), origin: origin,
            settings: try row.get("settings"), selections: selections, toolVersion: try row.get("toolVersion"),
            started: started, finished: date(try row.get("finished")), status: status)
        record.id = id
        return record
    }

    static func json(_ list: [String]) throws -> String {
        String(decoding: try JSONEncoder().encode(list), as: UTF8.self)
    }

    static func strings(_ json: String) throws -> [String] {
        try JSONDecoder().decode([String].self, from: Data(json.utf8))
    }

    /// Dates are stored as seconds since 1970.
    static func date(_ value: DatabaseValue) -> Date? {
        switch value.storage {
        case .double(let seconds) where seconds.isFinite && abs(seconds) < 1e12: Date(timeIntervalSince1970: seconds)
        case .int64(let seconds) where abs(seconds) < 1_000_000_000_000: Date(timeIntervalSince1970: Double(seconds))
        default: nil
        }
    }
}
