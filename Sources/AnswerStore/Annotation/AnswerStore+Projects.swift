import Foundation
import GRDB

extension AnswerStore {
    /// Makes a project with its items, all or nothing; of items that stand twice the first counts.
    ///
    /// - Returns: the project as stored; `nil` where there is one of that name, and nothing was changed.
    package func make(
        _ project: ProjectRecord, items: [ProjectItemRecord]
    ) throws(StoreError) -> ProjectRecord? {
        try write { db in
            let known = try Int64.fetchOne(db, sql: "SELECT id FROM project WHERE name = ?", arguments: [project.name])
            guard known == nil else { return nil }
            try db.execute(
                sql: "INSERT INTO project (name, definition, secret, made) VALUES (?, ?, ?, ?)",
                arguments: [project.name, project.definition, project.secret, project.made.timeIntervalSince1970])
            var stored = project
            stored.id = db.lastInsertedRowID
            try Self.insert(items, into: stored.id, from: 0, db)
            return stored
        }
    }

    /// Adds items behind those that a project has; items that it has already stay as they are.
    ///
    /// - Returns: how many were added.
    package func add(_ items: [ProjectItemRecord], to project: Int64) throws(StoreError) -> Int {
        try write { db in
            let sql = "SELECT coalesce(max(position) + 1, 0) FROM projectItem WHERE projectID = ?"
            return try Self.insert(
                items, into: project, from: Int.fetchOne(db, sql: sql, arguments: [project]) ?? 0, db)
        }
    }

    @discardableResult
    private static func insert(
        _ items: [ProjectItemRecord], into project: Int64, from first: Int, _ db: Database
    ) throws -> Int {
        let show = try db.cachedStatement(sql: "INSERT INTO shown VALUES (?, ?) ON CONFLICT DO NOTHING")
        let add = try db.cachedStatement(sql: "INSERT INTO projectItem VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
        var position = first
        for item in items {
            let id = try itemID(item.item, db)
            try show.execute(arguments: [id, item.content])
            try add.execute(arguments: [project, position, id, item.gold])
            position += db.changesCount
        }
        return position - first
    }

    /// All projects, first made first.
    package func projects() throws(StoreError) -> [ProjectRecord] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM project ORDER BY id").map { row in
                guard let made = Self.date(try row.get("made")) else {
                    throw StoreError.damaged(path: path, detail: "a project has a date it can't have")
                }
                var project = ProjectRecord(
                    name: try row.get("name"), definition: try row.get("definition"), secret: try row.get("secret"),
                    made: made)
                project.id = try row.get("id")
                return project
            }
        }
    }

    /// The project of a name; `nil` where there is none.
    package func project(named name: String) throws(StoreError) -> ProjectRecord? {
        try projects().first { $0.name == name }
    }

    /// The items of a project, in their order.
    package func items(project: Int64) throws(StoreError) -> [ProjectItemRecord] {
        try read { db in
            try Row.fetchAll(db, sql: StoreQuery.projectItems.rawValue, arguments: [project]).map { row in
                let id: Int64 = try row.get("itemID")
                guard let item = try Self.item(id, db) else {
                    throw StoreError.damaged(path: path, detail: "an item of a project is not there")
                }
                var record = ProjectItemRecord(
                    item: item, content: try row.get("content"), gold: try row.get("gold"))
                (record.itemID, record.position) = (id, try row.get("position"))
                return record
            }
        }
    }

    /// How many items a project has.
    package func itemCount(project: Int64) throws(StoreError) -> Int {
        try read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM projectItem WHERE projectID = ?", arguments: [project]) ?? 0
        }
    }

    /// The project of a number; `nil` where there is none.
    package func project(_ number: Int64) throws(StoreError) -> ProjectRecord? {
        try projects().first { $0.id == number }
    }
}
