import Foundation
import GRDB

extension AnswerStore {
    /// Adds labels: all of them, or none.
    ///
    /// - Returns: their numbers, in order.
    /// - Throws: ``StoreError``; also where a label undoes one that is undone already, or that is not there.
    package func add(_ labels: [LabelRecord]) throws(StoreError) -> [Int64] {
        try write { db in
            try labels.map { label in
                try db.cachedStatement(
                    sql: """
                        INSERT INTO label (itemID, judgeID, criterion, content, undoes, labelled) VALUES (?, ?, ?, ?, ?, ?)
                        """
                ).execute(arguments: [
                    try Self.itemID(label.item, db), try Self.judgeID(label.judge, at: label.labelled, db),
                    label.criterion,
                    label.content, label.undoes, label.labelled.timeIntervalSince1970,
                ])
                return db.lastInsertedRowID
            }
        }
    }

    /// A page of the labels on one criterion, in the order in which they were added; those that were undone are among them.
    package func labels(criterion: String, after: Int64 = 0, limit: Int) throws(StoreError) -> [LabelRecord] {
        try read { db in
            try Row.fetchAll(db, sql: StoreQuery.labels.rawValue, arguments: [criterion, after, limit]).map { row in
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
        }
    }

    private static func judgeID(_ judge: JudgeRecord, at date: Date, _ db: Database) throws -> Int64 {
        let known = try db.cachedStatement(sql: "SELECT id FROM judge WHERE kind = ? AND name = ? AND details = ?")
        if let id = try Int64.fetchOne(known, arguments: [judge.kind, judge.name, judge.details]) { return id }
        try db.cachedStatement(sql: "INSERT INTO judge (kind, name, details, added) VALUES (?, ?, ?, ?)")
            .execute(arguments: [judge.kind, judge.name, judge.details, date.timeIntervalSince1970])
        return db.lastInsertedRowID
    }

    private static func judge(_ id: Int64, _ db: Database) throws -> JudgeRecord? {
        let statement = try db.cachedStatement(sql: StoreQuery.judge.rawValue)
        return try Row.fetchOne(statement, arguments: [id]).map { row in
            JudgeRecord(
                kind: try row.decode(String.self, atIndex: 0), name: try row.decode(String.self, atIndex: 1),
                details: try row.decode(String.self, atIndex: 2))
        }
    }
}
