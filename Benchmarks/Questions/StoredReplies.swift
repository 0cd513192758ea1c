import GRDB

/// What is in a store, seen by SQL alone: nothing of the program that wrote it takes part.
enum StoredReplies {
    /// Reads the columns that measuring needs, of every reply that stands.
    ///
    /// - Returns: how many rows there are.
    /// - Throws: what SQLite throws.
    static func scan(_ path: String) throws -> Int {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration).read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT question.itemID, question.variant, question.replicate, question.first, reading.state,
                        reading.content
                    FROM replyRow AS reply JOIN question ON question.id = reply.questionID JOIN reading ON reading.replyID = reply.id
                    WHERE reply.aside IS NULL
                    """)
            var (count, length) = (0, 0)
            while let row = try rows.next() {
                count += 1
                length += (row["state"] as String).utf8.count + ((row["content"] as String?)?.utf8.count ?? 0)
            }
            return length > 0 ? count : 0
        }
    }

    /// All replies that stand.
    ///
    /// - Throws: what SQLite throws.
    static func count(_ path: String) throws -> Int {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration).read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM replyRow WHERE aside IS NULL") ?? 0
        }
    }

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
                    SELECT count(DISTINCT reply.questionID) FROM replyRow AS reply JOIN raw ON raw.replyID = reply.id
                        JOIN reading ON reading.replyID = reply.id
                    WHERE raw.text = ? AND (raw.sentID IS NOT NULL OR length(raw.request) > 0)
                        AND length(raw.response) > 0 AND reading.state = 'answered'
                    """, arguments: [text]) ?? 0
        }
    }
}
