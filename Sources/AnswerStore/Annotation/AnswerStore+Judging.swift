package import Foundation
import GRDB

/// A label as it stands in the store, its item and judge as numbers: what is read in thousands.
package struct LabelRow: Sendable, Equatable {
    /// The store's number: later labels have higher ones.
    package var id: Int64
    /// The item's number.
    package var item: Int64
    /// The judge's number.
    package var judge: Int64
    /// What it is judged for.
    package var criterion: String
    /// The judgement; empty where one is taken back.
    package var content: String
    /// When.
    package var labelled: Date
}

/// What became of a save.
package enum SaveOutcome: Sendable, Equatable {
    /// It is on the disk; or all of it stood there already. The number of the judge's last label of the item now.
    case saved(revision: Int64)
    /// The judge has saved something else of this item since; nothing was changed.
    case stale(revision: Int64)
}

extension AnswerStore {
    /// One judgement that a save holds.
    package struct Change: Sendable, Equatable {
        /// What it is judged for.
        package var criterion: String
        /// The judgement; empty takes back what stands.
        package var content: String

        /// A judgement.
        package init(criterion: String, content: String) {
            (self.criterion, self.content) = (criterion, content)
        }
    }

    /// Saves what one judge says of one item: what differs from what stands is added, all of it in one transaction.
    ///
    /// A save whose words stand there already is acknowledged whatever it had seen, so that one that is sent again because its answer
    /// was lost doubles nothing and is not refused.
    ///
    /// - Parameters:
    ///   - seen: the number of the judge's last label of the item that the judge has seen; 0 for none.
    ///   - isSame: whether two contents say the same judgement, whatever else they hold.
    /// - Throws: ``StoreError``.
    package func save(
        _ changes: [Change], of item: Int64, by judge: Int64, seen: Int64, at date: Date,
        isSame: @escaping @Sendable (String, String) -> Bool = { $0 == $1 }
    ) async throws(StoreError) -> SaveOutcome {
        try await asyncWrite { db in
            let rows = try Self.rows(of: item, by: judge, db)
            var standing: [String: LabelRow] = [:]
            for row in rows { standing[row.criterion] = row }
            let last = rows.last?.id ?? 0
            let different = changes.filter { !isSame(standing[$0.criterion]?.content ?? "", $0.content) }
            if different.isEmpty { return .saved(revision: last) }
            if seen != last { return .stale(revision: last) }
            let sql = """
                INSERT INTO label (itemID, judgeID, criterion, content, undoes, labelled) VALUES (?, ?, ?, ?, ?, ?)
                """
            let statement = try db.cachedStatement(sql: sql)
            for change in different {
                try statement.execute(arguments: [
                    item, judge, change.criterion, change.content, standing[change.criterion]?.id,
                    date.timeIntervalSince1970,
                ])
            }
            return .saved(revision: db.lastInsertedRowID)
        }
    }

    /// All that one judge has said of one item, in the order in which it was said.
    package func labels(of item: Int64, by judge: Int64) throws(StoreError) -> [LabelRow] {
        try read { db in try Self.rows(of: item, by: judge, db) }
    }

    /// A page of all that a judge has said, in the order in which it was said.
    package func labels(by judge: Int64, after: Int64 = 0, limit: Int) throws(StoreError) -> [LabelRow] {
        try read { db in
            try Row.fetchAll(db, sql: StoreQuery.labelsOfJudge.rawValue, arguments: [judge, after, limit])
                .map(Self.labelRow)
        }
    }

    /// All labels of one of a project’s items, whoever judged, in the order in which they were added.
    ///
    package func labels(project: Int64, position: Int) throws(StoreError) -> [LabelRow] {
        try read { db in
            try Row.fetchAll(db, sql: StoreQuery.labelsOfProjectItem.rawValue, arguments: [project, position])
                .map(Self.labelRow)
        }
    }

    /// The number of a judge who takes part in no project by a link: a model, a sheet. It is added where it is new.
    package func number(of judge: JudgeRecord, at date: Date) throws(StoreError) -> Int64 {
        try write { db in try Self.judgeID(judge, at: date, db) }
    }

    /// The number of the last label of all; 0 where there is none. As long as it stays the same, nobody judged anything.
    package func lastLabel() throws(StoreError) -> Int64 {
        try read { db in try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM label") ?? 0 }
    }

    /// Judges by their numbers.
    package func judges(_ numbers: some Sequence<Int64>) throws(StoreError) -> [Int64: JudgeRecord] {
        let numbers = Array(Set(numbers))
        return try read { db in
            var judges: [Int64: JudgeRecord] = [:]
            for number in numbers { judges[number] = try Self.judge(number, db) }
            return judges
        }
    }

    static func rows(of item: Int64, by judge: Int64, _ db: Database) throws -> [LabelRow] {
        let statement = try db.cachedStatement(sql: StoreQuery.labelsOfItemByJudge.rawValue)
        return try Row.fetchAll(statement, arguments: [item, judge]).map(labelRow)
    }

    static func labelRow(_ row: Row) throws -> LabelRow {
        LabelRow(
            id: try row.decode(Int64.self, atIndex: 0), item: try row.decode(Int64.self, atIndex: 1),
            judge: try row.decode(Int64.self, atIndex: 2), criterion: try row.decode(String.self, atIndex: 3),
            content: try row.decode(String.self, atIndex: 4),
            labelled: Date(timeIntervalSince1970: try row.decode(Double.self, atIndex: 5)))
    }
}
