import GRDB

/// What is in a store, seen by SQL alone: nothing of the program that wrote it takes part.
enum StoredReplies {
    /// How many questions have the server's reply, whole, with its reading.
    ///
    /// - Throws: what SQLite throws.
    static func count(in path: String, text: String) throws -> Int {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration).read { db in
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(DISTINCT questionID) FROM reply JOIN reading ON replyID = reply.id
                    WHERE text = ? AND length(request) > 0 AND length(response) > 0 AND state = 'answered'
                    """, arguments: [text]) ?? 0
        }
    }
}
