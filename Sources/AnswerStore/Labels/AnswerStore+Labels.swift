import Foundation
import GRDB

extension AnswerStore {
    /// Adds labels: all of them, or none.
    ///
    /// - Returns: their numbers, in order.
    /// - Throws: ``StoreError``; also where a label undoes one that is undone already, or that is not there.
    package func add(_ labels: [LabelRecord]) throws(StoreError) -> [Int64] {
        try write { db in
            try labels.map { try Self.insert($0, db) }
        }
    }

    static func insert(_ label: LabelRecord, _ db: Database) throws -> Int64 {
        let sql = "INSERT INTO label (itemID, judgeID, criterion, content, undoes, labelled) VALUES (?, ?, ?, ?, ?, ?)"
        try db.cachedStatement(sql: sql).execute(arguments: [
            try itemID(label.item, db), try judgeID(label.judge, at: label.labelled, db), label.criterion,
            label.content, label.undoes, label.labelled.timeIntervalSince1970,
        ])
        return db.lastInsertedRowID
    }

    /// Adds a label where nobody has judged its item meanwhile.
    ///
    /// - Parameter last: the number of the item's last label on the criterion, as whoever judges has seen it; nil where it had none.
    /// - Returns: the label's number; nil where there is a later one, and nothing was added.
    package func add(_ label: LabelRecord, behind last: Int64?) async throws(StoreError) -> Int64? {
        try await asyncWrite { db in
            let known = try Row.fetchAll(
                db, sql: StoreQuery.labelsOfItem.rawValue, arguments: [label.item.hash, label.criterion])
            guard try known.last?.decode(Int64.self, atIndex: 0) == last else { return nil }
            return try Self.insert(label, db)
        }
    }

    /// All labels of an item on one criterion, in the order in which they were added.
    package func labels(of item: ItemRecord, criterion: String) throws(StoreError) -> [LabelRecord] {
        try read { db in
            try Row.fetchAll(db, sql: StoreQuery.labelsOfItem.rawValue, arguments: [item.hash, criterion])
                .map { try label($0, criterion, db) }
        }
    }

    /// The number of the last label that was added on a criterion; 0 where there is none.
    package func lastLabel(criterion: String) throws(StoreError) -> Int64 {
        try read { db in try Int64.fetchOne(db, sql: StoreQuery.lastLabel.rawValue, arguments: [criterion]) ?? 0 }
    }

    /// A page of the labels on one criterion, in the order in which they were added; those that were undone are among them.
    package func labels(criterion: String, after: Int64 = 0, limit: Int) throws(StoreError) -> [LabelRecord] {
        try read { db in
            try Row.fetchAll(db, sql: StoreQuery.labels.rawValue, arguments: [criterion, after, limit])
                .map { try label($0, criterion, db) }
        }
    }

    private func label(_ row: Row, _ criterion: String, _ db: Database) throws -> LabelRecord {
        let (item, judge) = (try row.decode(Int64.self, atIndex: 1), try row.decode(Int64.self, atIndex: 2))
        guard let item = try Self.item(item, db), let judge = try Self.judge(judge, db),
            let labelled = Self.date(try row.decode(DatabaseValue.self, atIndex: 5))
        else { throw StoreError.damaged(path: path, detail: "a label has a field it can't have") }
        var label = LabelRecord(
            item: item, judge: judge, criterion: criterion, content: try row.decode(String.self, atIndex: 3),
            undoes: try row.decode(Int64?.self, atIndex: 4), labelled: labelled)
        label.id = try row.decode(Int64.self, atIndex: 0)
        return label
    }

    static func judgeID(_ judge: JudgeRecord, at date: Date, _ db: Database) throws -> Int64 {
        let known = try db.cachedStatement(sql: "SELECT id FROM judge WHERE kind = ? AND name = ? AND details = ?")
        if let id = try Int64.fetchOne(known, arguments: [judge.kind, judge.name, judge.details]) { return id }
        try db.cachedStatement(sql: "INSERT INTO judge (kind, name, details, added) VALUES (?, ?, ?, ?)")
            .execute(arguments: [judge.kind, judge.name, judge.details, date.timeIntervalSince1970])
        return db.lastInsertedRowID
    }

    static func judge(_ id: Int64, _ db: Database) throws -> JudgeRecord? {
        let statement = try db.cachedStatement(sql: StoreQuery.judge.rawValue)
        return try Row.fetchOne(statement, arguments: [id]).map { row in
            JudgeRecord(
                kind: try row.decode(String.self, atIndex: 0), name: try row.decode(String.self, atIndex: 1),
                details: try row.decode(String.self, atIndex: 2))
        }
    }
}
