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
                    SELECT count(DISTINCT reply.questionID) FROM reply JOIN raw ON raw.replyID = reply.id
                        JOIN reading ON reading.replyID = reply.id
                    WHERE raw.text = ? AND (raw.sentID IS NOT NULL OR length(raw.request) > 0)
                        AND length(raw.response) > 0 AND reading.state = 'answered'
                    """, arguments: [text]) ?? 0
        }
    }
}
