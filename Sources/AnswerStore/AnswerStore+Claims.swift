public import Foundation
import GRDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a process may do with each of the questions it wanted to ask.
public struct ClaimResult: Sendable, Equatable {
    /// It may ask these; nobody else will.
    public var granted: Set<String> = []
    /// These have their reply.
    public var replied: Set<String> = []
    /// Another process that lives asks these right now.
    public var claimedByOthers: Set<String> = []
    /// These are not granted, because the run might then take more than its cap.
    public var beyondCap: Set<String> = []
    /// Whether the cap leaves no room even though nobody asks anything: more replies will not make room.
    public var isCapped = false
}

/// A process that asks questions, as the store knows it.
public struct Worker: Sendable, Equatable {
    let id: Int64
}

extension AnswerStore {
    /// A claim of a process on another machine, or one that looks alive, is void after so many seconds without a sign
    /// of life. Processes of this machine that are gone lose theirs at once.
    static let heartbeatLimit: Double = 60

    /// Enters this process among those that ask.
    ///
    /// - Parameter atOnce: how many questions it may have out at once: what may be lost when it is killed.
    public func register(atOnce: Int, now: Date) throws(StoreError) -> Worker {
        try write { db in
            try db.execute(
                sql: "INSERT INTO worker (host, pid, heartbeat, atOnce) VALUES (?, ?, ?, ?)",
                arguments: [Self.host, getpid(), now.timeIntervalSince1970, atOnce])
            return Worker(id: db.lastInsertedRowID)
        }
    }

    /// A sign of life; due at least every few seconds while questions are out.
    public func beat(_ worker: Worker, now: Date) async throws(StoreError) {
        try await asyncWrite { db in
            try db.execute(
                sql: "UPDATE worker SET heartbeat = ? WHERE id = ?",
                arguments: [now.timeIntervalSince1970, worker.id])
        }
    }

    /// Gives back what the process still holds, and takes it off the list.
    public func unregister(_ worker: Worker) throws(StoreError) {
        try write { db in
            try db.execute(sql: "DELETE FROM claim WHERE workerID = ?", arguments: [worker.id])
            try db.execute(sql: "DELETE FROM worker WHERE id = ?", arguments: [worker.id])
        }
    }

    /// Claims questions of a run, all in one transaction: each question id is granted to at most one living process.
    public func claim(
        _ questionIDs: [String], run: Int64, worker: Worker, caps: [SpendingCap] = [], now: Date
    ) async throws(StoreError) -> ClaimResult {
        try await asyncWrite { db in
            try Self.removeDeadWorkers(db, but: worker, now: now)
            var room = try caps.room(run: run, db)
            let reply = try db.cachedStatement(sql: "SELECT 1 FROM reply WHERE runID = ? AND questionID = ?")
            let holder = try db.cachedStatement(
                sql: "SELECT workerID FROM claim WHERE runID = ? AND questionID = ?")
            let insert = try db.cachedStatement(
                sql: "INSERT OR IGNORE INTO claim (runID, questionID, workerID) VALUES (?, ?, ?)")
            var result = ClaimResult()
            for id in questionIDs {
                if try Bool.fetchOne(reply, arguments: [run, id]) == true {
                    result.replied.insert(id)
                } else if let other = try Int64.fetchOne(holder, arguments: [run, id]), other != worker.id {
                    result.claimedByOthers.insert(id)
                } else if room > 0 {
                    room -= 1
                    try insert.execute(arguments: [run, id, worker.id])
                    result.granted.insert(id)
                } else {
                    result.beyondCap.insert(id)
                }
            }
            result.isCapped = try !result.beyondCap.isEmpty && Self.outstanding(run: run, db) == 0
            return result
        }
    }

    /// How many questions of a run are out, by any process.
    static func outstanding(run: Int64, _ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM claim WHERE runID = ?", arguments: [run]) ?? 0
    }

    private static func removeDeadWorkers(_ db: Database, but worker: Worker, now: Date) throws {
        let others = try Row.fetchAll(db, sql: "SELECT * FROM worker WHERE id <> ?", arguments: [worker.id])
        for row in others {
            let isHere = row["host"] as String == host
            let silence = now.timeIntervalSince1970 - (row["heartbeat"] as Double)
            if silence < heartbeatLimit, !isHere || isAlive(row["pid"]) { continue }
            let id: Int64 = row["id"]
            let claims = "SELECT runID, count(*) AS n FROM claim WHERE workerID = ? GROUP BY runID"
            for claimed in try Row.fetchAll(db, sql: claims, arguments: [id]) {
                // What it had claimed ahead was not sent yet.
                try addLost(min(claimed["n"], row["atOnce"]), run: claimed["runID"], db)
            }
            try db.execute(sql: "DELETE FROM claim WHERE workerID = ?", arguments: [id])
            try db.execute(sql: "DELETE FROM worker WHERE id = ?", arguments: [id])
        }
    }

    /// A process that waits to be reaped counts as gone.
    private static func isAlive(_ pid: Int32) -> Bool {
        guard kill(pid, 0) == 0 || errno == EPERM else { return false }
        guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            let end = stat.lastIndex(of: ")")
        else { return true }
        return stat[end...].dropFirst(2).first != "Z"
    }

    private static var host: String { ProcessInfo.processInfo.hostName }
}
