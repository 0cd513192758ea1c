import Foundation
import GRDB

/// What the disk allows: transactions of as many labels as a save has, written by SQLite alone, each on the disk before the next.
enum BareInserts {
    /// The seconds that each transaction took.
    ///
    /// - Parameter seconds: for how long it writes.
    /// - Throws: what SQLite throws.
    static func timings(in path: String, labels: Int, seconds: Double) throws -> [Double] {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = FULL")
            try db.execute(
                sql: """
                    CREATE TABLE label (id INTEGER PRIMARY KEY, itemID INTEGER, judgeID INTEGER, criterion TEXT, content TEXT,
                        undoes INTEGER, labelled REAL);
                    CREATE INDEX labelByItem ON label(itemID, judgeID);
                    """)
        }
        let end = ContinuousClock.now + .seconds(seconds)
        var timings: [Double] = []
        while ContinuousClock.now < end {
            let start = ContinuousClock.now
            try queue.write { db in
                let insert = try db.cachedStatement(
                    sql: "INSERT INTO label (itemID, judgeID, criterion, content, labelled) VALUES (?, ?, ?, ?, ?)")
                for number in 0..<labels {
                    try insert.execute(arguments: [
                        timings.count % 100, timings.count % 20, "via@1/criterion-\(number)",
                        #"{"answer":"yes","way":"form","seconds":12.5}"#, Date.now.timeIntervalSince1970,
                    ])
                }
            }
            timings.append((ContinuousClock.now - start) / .seconds(1))
        }
        return timings
    }
}
