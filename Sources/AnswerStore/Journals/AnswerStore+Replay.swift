import Foundation
import GRDB

/// What was read back from journals.
package struct ReplayedJournals: Sendable, Equatable {
    /// How many journals.
    package var journals = 0
    /// Replies that the store did not have.
    package var replies = 0
    /// What was wrong with some, in sentences; what they held is asked again.
    package var notes: [String] = []

    package init() {}
}

extension AnswerStore {
    /// Adds what journals hold of a run and the store does not: replies, failures, lost attempts. Done twice it adds nothing.
    ///
    /// - Parameter journals: paths of journals of this run.
    package func replay(_ journals: [String], run: Int64) throws(StoreError) -> ReplayedJournals {
        var result = ReplayedJournals()
        for path in journals {
            result.journals += 1
            var (lost, replies, batch) = (0, 0, [JournalEntry]())
            let faults = try storeErrors(self.path) {
                let faults = try JournalReader.read(path) { entry in
                    if case .lost(let attempts) = entry { lost += attempts }
                    batch.append(entry)
                    if batch.count >= 500 {
                        replies += try replay(batch, run: run)
                        batch = []
                    }
                    return true
                }
                replies += try replay(batch, run: run)
                return faults
            }
            let source = URL(filePath: path).lastPathComponent
            try write { db in try LostAttempts.raise(to: lost, by: source, run: run, db) }
            result.replies += replies
            if faults.isTorn {
                result.notes.append(
                    "the last line of '\(path)' is torn; what it held was not acknowledged, and is left out")
            }
            if let first = faults.firstDamaged {
                result.notes.append(
                    "'\(path)': \(faults.damaged == 1 ? "a line is" : "\(faults.damaged) lines are") damaged, the first at \(first): what "
                        + "stood there is left out, and its question counts as not asked unless another journal has it")
            }
        }
        return result
    }

    /// - Returns: how many replies were new.
    private func replay(_ entries: [JournalEntry], run: Int64) throws -> Int {
        try database.write { db in
            var replay = Replay(run: run)
            for entry in entries { try replay.add(entry, db) }
            try replay.flush(db)
            return replay.added
        }
    }
}

/// Entries on their way into a run, in the order in which they were written.
private struct Replay {
    let run: Int64
    var added = 0
    private var waiting: [(reply: ReplyRecord, kept: KeptReply)] = []
    private var seen: Set<String> = []

    init(run: Int64) { self.run = run }

    mutating func add(_ entry: JournalEntry, _ db: Database) throws {
        switch entry {
        case .header, .lost, .end: break
        case .reply(let reply, let replaces):
            let mark = "\(reply.question.id) \(reply.replied.timeIntervalSince1970) \(QuickDigest.of(reply.text))"
            guard seen.insert(mark).inserted else { return }
            var kept = KeptReply()
            kept.isPaid = true
            if let replaces {
                // What it stands in place of may still wait.
                try flush(db)
                kept.replaces = try standing(reply.question, repliedAt: replaces, db)
            }
            guard try !isStored(reply, db) else { return }
            waiting.append((reply, kept))
        case .failure(let failure):
            try flush(db)
            try AnswerStore.keep(failure, run: run, db)
        }
    }

    mutating func flush(_ db: Database) throws {
        guard !waiting.isEmpty else { return }
        _ = try AnswerStore.insert(waiting, run: run, db)
        added += waiting.count
        waiting = []
    }

    private func standing(_ question: QuestionRecord, repliedAt time: Double, _ db: Database) throws -> Int64? {
        guard let id = try AnswerStore.known(question, run: run, db).reply else { return nil }
        let replied = try Double.fetchOne(
            db.cachedStatement(sql: StoreQuery.repliedOfReply.rawValue), arguments: [id])
        return replied == time ? id : nil
    }

    /// Whether a reply to the same question that came at the same moment and says the same is there, standing or set aside.
    private func isStored(_ reply: ReplyRecord, _ db: Database) throws -> Bool {
        guard let question = try AnswerStore.known(reply.question, run: run, db).question else { return false }
        let sql = """
            SELECT 1 FROM replyRow JOIN raw ON raw.replyID = replyRow.id
            WHERE runID = ?1 AND questionID = ?2 AND replied = ?3 AND CAST(raw.text AS BLOB) = ?4 AND aside IS
            """
        let arguments: StatementArguments = [
            run, question, reply.replied.timeIntervalSince1970, Data(reply.text.utf8),
        ]
        return try [" NULL", " NOT NULL"].contains {
            try Bool.fetchOne(db.cachedStatement(sql: sql + $0), arguments: arguments) == true
        }
    }
}

/// Attempts that may have been charged and brought no reply, by who counted them: a journal or a store that was merged. What is
/// merged twice is counted once.
enum LostAttempts {
    /// A table of those stores alone into which something was merged or read back.
    static func prepare(_ db: Database) throws {
        try db.execute(
            sql: """
                CREATE TABLE IF NOT EXISTS lostBy (
                    runID INTEGER NOT NULL REFERENCES run(id),
                    source TEXT NOT NULL,
                    attempts INTEGER NOT NULL,
                    PRIMARY KEY (runID, source)
                ) WITHOUT ROWID
                """)
    }

    /// Counts what a source counted beyond what was known of it.
    static func raise(to attempts: Int, by source: String, run: Int64, _ db: Database) throws {
        try prepare(db)
        let known = try Int.fetchOne(
            db, sql: "SELECT attempts FROM lostBy WHERE runID = ? AND source = ?", arguments: [run, source])
        guard attempts > known ?? 0 else { return }
        try db.execute(
            sql: "INSERT OR REPLACE INTO lostBy VALUES (?, ?, ?)", arguments: [run, source, attempts])
        try AnswerStore.addLost(attempts - (known ?? 0), run: run, db)
    }

    /// Counts one more of a source's.
    static func add(by source: String, run: Int64, _ db: Database) throws {
        try prepare(db)
        let known = try Int.fetchOne(
            db, sql: "SELECT attempts FROM lostBy WHERE runID = ? AND source = ?", arguments: [run, source])
        try raise(to: (known ?? 0) + 1, by: source, run: run, db)
    }
}
