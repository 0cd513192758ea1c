import Foundation
import GRDB

/// Brings right what an earlier version got wrong. What was stored of a reply stays as it is.
enum Mending {
    /// The digest that tells whether a long text is still what was stored.
    ///
    /// FNV-1a, eight bytes at a step: each step can be undone, so that no single change goes unseen. It guards against
    /// damage, not against intent.
    static func digest(_ texts: String?...) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ word: UInt64) { hash = (hash ^ word) &* 0x100_0000_01b3 }
        for text in texts {
            guard var text else {
                add(.max)
                continue
            }
            add(UInt64(text.utf8.count))
            text.withUTF8 { bytes in
                let raw = UnsafeRawBufferPointer(bytes)
                let whole = raw.count / 8 * 8
                for place in stride(from: 0, to: whole, by: 8) {
                    add(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
                }
                for byte in raw[whole...] { add(UInt64(byte)) }
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    static func addDigests(_ db: Database) throws {
        for id in try Int64.fetchAll(db, sql: "SELECT id FROM study") {
            let sql = "SELECT source, actions FROM study WHERE id = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [id]) else { continue }
            let digest = digest(
                try row.decode(String.self, atIndex: 0), try row.decode(String?.self, atIndex: 1))
            try db.execute(sql: "UPDATE study SET digest = ? WHERE id = ?", arguments: [digest, id])
        }
        for name in try String.fetchAll(db, sql: "SELECT name FROM dataset") {
            let sql = "SELECT actions FROM dataset WHERE name = ?"
            let actions = try String.fetchOne(db, sql: sql, arguments: [name])
            try db.execute(
                sql: "UPDATE dataset SET digest = ? WHERE name = ?", arguments: [digest(actions), name])
        }
    }

    /// Totals anew, in a store of the third version, for every run that has a reply with a number of tokens that can't be.
    static func recomputeImpossible(_ db: Database) throws {
        let counted = """
            SELECT promptTokens, completionTokens, reasoningTokens FROM reply WHERE runID = :run UNION ALL
            SELECT promptTokens, completionTokens, reasoningTokens FROM setAside WHERE runID = :run
            """
        for run in try runsWithImpossibleNumbers(db) { try recompute(run: run, from: counted, db) }
    }

    /// Runs that have a reply with a number of tokens that can't be.
    static func runsWithImpossibleNumbers(_ db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT runID FROM reply
                WHERE (promptTokens IS NOT NULL AND \(Schema.possible("promptTokens", from: 1)) IS NULL)
                    OR (completionTokens IS NOT NULL AND \(Schema.possible("completionTokens", from: 0)) IS NULL)
                    OR (reasoningTokens IS NOT NULL AND \(Schema.possible("reasoningTokens", from: 0)) IS NULL)
                """)
    }

    /// Totals of runs whose stored totals can't be: also where another program wrote them.
    ///
    /// - Returns: the runs.
    static func recomputeImpossibleTotals(_ db: Database) throws -> [Int64] {
        let runs = try Int64.fetchAll(db, sql: "SELECT runID FROM spending WHERE \(impossibleTotals)")
        for run in runs { try recomputeTotals(run: run, db) }
        return runs
    }

    /// Totals of a run anew, from its replies; lost attempts stay as they were counted.
    static func recomputeTotals(run: Int64, _ db: Database) throws {
        let counted = """
            SELECT promptTokens, completionTokens, reasoningTokens FROM replyRow WHERE runID = :run AND aside IS NULL UNION ALL
            SELECT promptTokens, completionTokens, reasoningTokens FROM replyRow WHERE runID = :run AND aside IS NOT NULL
            """
        try recompute(run: run, from: counted, db)
    }

    static let impossibleTotals: String = {
        let counts = ["replies", "silentPrompts", "silentCompletions", "lost"]
        let sums = ["promptTokens", "completionTokens", "reasoningTokens", "longestPrompt", "longestCompletion"]
        let wrongCounts = counts.map { "typeof(\($0)) <> 'integer' OR \($0) < 0" }
        let wrongSums = sums.map {
            "typeof(\($0)) <> 'integer' OR \($0) < 0 OR \($0) / \(Schema.mostTokens) > max(replies, 1)"
        }
        return (wrongCounts + wrongSums).joined(separator: " OR ")
    }()

    private static func recompute(run: Int64, from counted: String, _ db: Database) throws {
        let (prompt, completion, reasoning) = (
            Schema.possible("promptTokens", from: 1), Schema.possible("completionTokens", from: 0),
            Schema.possible("reasoningTokens", from: 0)
        )
        try db.execute(
            sql: """
                INSERT INTO spending (runID) VALUES (:run) ON CONFLICT DO NOTHING;
                UPDATE spending SET
                    (replies, promptTokens, completionTokens, reasoningTokens, silentPrompts, silentCompletions,
                    longestPrompt, longestCompletion) =
                    (SELECT count(*), coalesce(sum(\(prompt)), 0), coalesce(sum(\(completion)), 0),
                        coalesce(sum(\(reasoning)), 0), count(*) - count(\(prompt)), count(*) - count(\(completion)),
                        coalesce(max(\(prompt)), 0), coalesce(max(\(completion)), 0)
                    FROM (\(counted))),
                    lost = CASE WHEN typeof(lost) = 'integer' AND lost BETWEEN 0 AND 1000000000 THEN lost ELSE 0 END
                WHERE runID = :run;
                """, arguments: ["run": run])
    }
}
