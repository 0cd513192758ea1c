package import Foundation
import GRDB

extension AnswerStore {
    /// The version of the reader that read a run's first or last reply, where that is an older one; `nil` where neither
    /// is. Replies are read as they come, and read again in their order, so these two tell of all between them.
    package func olderReader(ofRun run: Int64, than version: Int) throws(StoreError) -> Int? {
        try read { db in
            let versions = try [StoreQuery.firstReader, .lastReader].compactMap {
                try Int.fetchOne(db, sql: $0.rawValue, arguments: [run])
            }
            return versions.filter { $0 < version }.min()
        }
    }

    /// The versions of the reader that read a run's first and its last reply; nil where there is none.
    package func readerVersions(run: Int64) throws(StoreError) -> ClosedRange<Int>? {
        try read { db in
            let versions = try [StoreQuery.firstReader, .lastReader].compactMap {
                try Int.fetchOne(db, sql: $0.rawValue, arguments: [run])
            }
            guard let least = versions.min(), let most = versions.max() else { return nil }
            return least...most
        }
    }

    /// When the first and the last of a run's replies that stand came; nil where there is none.
    package func replied(run: Int64) throws(StoreError) -> ClosedRange<Date>? {
        try read { db in
            let times = try [StoreQuery.firstReplied, .lastReplied].compactMap { query in
                try Row.fetchOne(db, sql: query.rawValue, arguments: [run]).flatMap {
                    Self.date(try $0.decode(DatabaseValue.self, atIndex: 0))
                }
            }
            // Numbers are given as replies are stored, which may be a little after they came.
            guard let first = times.min(), let last = times.max() else { return nil }
            return first...last
        }
    }

    /// All readings of a reply, the oldest reader's first.
    package func readings(ofReply id: Int64) throws(StoreError) -> [ReadingRecord] {
        try read { db in try Self.allReadings(ofReply: id, db) }
    }

    static func allReadings(ofReply id: Int64, _ db: Database) throws -> [ReadingRecord] {
        let statement = try db.cachedStatement(sql: StoreQuery.readingsOfReply.rawValue)
        return try Row.fetchAll(statement, arguments: [id]).map { row in
            ReadingRecord(
                readerVersion: try row.decode(Int.self, atIndex: 0), state: try row.decode(String.self, atIndex: 1),
                reason: try row.decode(String?.self, atIndex: 2), content: try row.decode(String?.self, atIndex: 3))
        }
    }
}
