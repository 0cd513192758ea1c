import AnswerStore
import Foundation
import GRDB

/// Small stores as programs of earlier versions wrote them: tables, triggers and rows.
///
/// Run 1 was asked and holds "q1" (answered), "q2" (answered, then unreadable; its text holds a NUL), "q3" (stated, refused)
/// and the failure "q9"; run 2 was imported. Those of the third version and later ones hold two replies that were set aside, too: an empty one
/// to "q2", a late one to "q1".
enum OldStores {
    static let versions = [1: first, 2: second, 3: third, 4: fourth, 5: fifth]

    /// Makes a store of a version, and changes it.
    static func make(_ version: Int, at path: String, _ change: String = "") throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: versions[version] ?? "")
            if !change.isEmpty { try db.execute(sql: change) }
        }
        try queue.close()
    }

    /// Another store of the version, with a thousand times the replies.
    static func makeMany(_ version: Int, at path: String, replies: Int) throws {
        let numbers = "WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < \(replies + 9))"
        try make(
            version, at: path,
            """
            INSERT INTO reply (id, runID, questionID, task, country, topic, value, variant, replicate, first, text,
                finishReason, model, promptTokens, completionTokens, attempts, request, response, replied)
            \(numbers) SELECT i, 1, printf('%032x', i * 7919), 'acted', 'Country ' || i % 12, 'Topic ' || i % 11,
                'Value ' || i % 56, i % 8, 0, i % 2, 'text of ' || i, 'stop', 'm-1', 12, 7, 1, zeroblob(900),
                zeroblob(600), '2023-11-14T22:13:20.000Z' FROM n;
            INSERT INTO reading \(numbers) SELECT i, 1, 'answered', NULL, '1' FROM n;
            """)
    }
}
