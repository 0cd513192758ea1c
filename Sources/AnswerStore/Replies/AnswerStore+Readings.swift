import GRDB

extension AnswerStore {
    /// The version of the reader that read a run's first or last reply, where that is an older one; `nil` where neither
    /// is. Replies are read as they come, and read again in their order, so these two tell of all between them.
    package func olderReader(ofRun run: Int64, than version: Int) throws(StoreError) -> Int? {
        try read { db in
            let sql = """
                SELECT (SELECT max(readerVersion) FROM reading WHERE replyID = r.id) FROM reply r
                WHERE runID = ? ORDER BY id
                """
            let versions = try ["ASC", "DESC"].compactMap {
                try Int.fetchOne(db, sql: "\(sql) \($0) LIMIT 1", arguments: [run])
            }
            return versions.filter { $0 < version }.min()
        }
    }

    /// The reply to a question of a run; `nil` where there is none.
    package func reply(run: Int64, question: String) throws(StoreError) -> ReplyRecord? {
        let id = try read { db in
            let sql = "SELECT id FROM reply WHERE runID = ? AND questionID = ?"
            return try Int64.fetchOne(db, sql: sql, arguments: [run, question])
        }
        guard let id else { return nil }
        var found: ReplyRecord?
        try forEachReply(run: run, raw: true, after: id - 1, limit: 1) { found = $0 }
        return found
    }

    /// All readings of a reply, the oldest reader's first.
    package func readings(ofReply id: Int64) throws(StoreError) -> [ReadingRecord] {
        try read { db in
            let sql = """
                SELECT readerVersion, state, reason, content FROM reading WHERE replyID = ? ORDER BY readerVersion
                """
            return try Row.fetchAll(db, sql: sql, arguments: [id]).map { row in
                ReadingRecord(
                    readerVersion: try row.decode(Int.self, atIndex: 0), state: try row.decode(String.self, atIndex: 1),
                    reason: try row.decode(String?.self, atIndex: 2), content: try row.decode(String?.self, atIndex: 3))
            }
        }
    }
}
