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
