package import Foundation
import GRDB

/// A process that asks questions, as the store knows it.
package struct Worker: Sendable, Equatable {
    let id: Int64
}

/// For how long other processes have given no sign of life, as this one saw it: in its own beats, so that no clock is
/// compared with another, and time in which this process stood still itself counts for nothing.
package struct Silence: Sendable {
    /// A process that can't be looked for loses its claims after so many of the observer's beats without a beat of its own.
    /// Beats come ten seconds apart: a minute and a half.
    static let limit = 9
    /// The same for a process that is seen to be there: a debugger, a closed lid, a full disk. Fifteen minutes.
    static let limitWhileHere = 90

    private var seen: [Int64: (sign: String, beats: Int)] = [:]

    /// Nobody was heard of yet.
    package init() {}

    /// Takes in what was seen at a beat of this process.
    mutating func note(_ signs: [Int64: String]) {
        seen = signs.reduce(into: [:]) { next, entry in
            let before = seen[entry.key]
            let isSilent = before?.sign == entry.value
            next[entry.key] = (entry.value, isSilent ? (before?.beats ?? 0) + 1 : 0)
        }
    }

    /// How many beats of this process a worker has been silent for.
    var beats: [Int64: Int] { seen.mapValues(\.beats) }
}

extension AnswerStore {
    /// Enters this process among those that ask.
    ///
    /// - Parameter atOnce: how many questions it may have in flight: what may be lost when it is killed.
    package func register(atOnce: Int, now: Date = Date()) throws(StoreError) -> Worker {
        try write { db in
            let own = ProcessIdentity.own
            // Never a number that another had: whoever was dropped must not find another in its place.
            let id = Int64.random(in: 1...Int64.max)
            try db.execute(
                sql: """
                    INSERT INTO worker (id, host, pid, heartbeat, atOnce, bootID, namespace, born)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id, own.host, own.pid, now.timeIntervalSince1970, atOnce, own.bootID, own.namespace, own.born,
                ])
            return Worker(id: id)
        }
    }

    /// A sign of life; due at least every ten seconds while requests are in flight.
    ///
    /// - Parameter silence: takes in for how long others were silent.
    /// - Returns: whether the process is still on the list; where it is not, others may ask what it held.
    package func beat(
        _ worker: Worker, silence: Silence = Silence(), now: Date = Date()
    ) async throws(StoreError) -> (isKnown: Bool, silence: Silence) {
        let signs = try await asyncWrite { db -> [Int64: String]? in
            try db.execute(
                sql: "UPDATE worker SET heartbeat = ?, beats = beats + 1 WHERE id = ?",
                arguments: [now.timeIntervalSince1970, worker.id])
            guard db.changesCount > 0 else { return nil }
            // An earlier version counts no beats, and moves its clock.
            let sql = "SELECT id, beats || ' ' || heartbeat FROM worker WHERE id <> ?"
            return try Row.fetchAll(db, sql: sql, arguments: [worker.id]).reduce(into: [:]) { signs, row in
                signs[try row.decode(Int64.self, atIndex: 0)] = try row.decode(String.self, atIndex: 1)
            }
        }
        guard let signs else { return (false, silence) }
        var silence = silence
        silence.note(signs)
        return (true, silence)
    }

    /// Gives back what the process still holds, and takes it off the list.
    package func unregister(_ worker: Worker) throws(StoreError) {
        try write { db in try Self.remove(worker: worker.id, db) }
    }

    /// Takes those off the list that are gone, or silent for too long; what they had out counts as lost.
    static func removeDeadWorkers(_ db: Database, but worker: Worker, silence: Silence) throws {
        let beats = silence.beats
        for row in try Row.fetchAll(db, sql: "SELECT * FROM worker WHERE id <> ?", arguments: [worker.id]) {
            let id: Int64 = try row.get("id")
            let silent = beats[id] ?? 0
            switch try ProcessIdentity(row).state {
            case .here where silent < Silence.limitWhileHere: continue
            case .elsewhere where silent < Silence.limit: continue
            case .gone, .here, .elsewhere: break
            }
            let atOnce: Int = try row.get("atOnce")
            let claims = "SELECT runID, count(*) FROM claim WHERE workerID = ? GROUP BY runID"
            for claimed in try Row.fetchAll(db, sql: claims, arguments: [id]) {
                // What it had claimed ahead was not sent yet.
                let out = min(try claimed.decode(Int.self, atIndex: 1), atOnce)
                try addLost(out, run: try claimed.decode(Int64.self, atIndex: 0), db)
            }
            try remove(worker: id, db)
        }
    }

    static func isKnown(_ worker: Worker, _ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT 1 FROM worker WHERE id = ?", arguments: [worker.id]) == true
    }

    private static func remove(worker: Int64, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM claim WHERE workerID = ?", arguments: [worker])
        try db.execute(sql: "DELETE FROM worker WHERE id = ?", arguments: [worker])
    }
}

extension ProcessIdentity {
    /// As a row of the list of processes says.
    init(_ row: Row) throws {
        self.init(
            host: try row.get("host"), pid: try row.get("pid"), bootID: try row.get("bootID"),
            namespace: try row.get("namespace"), born: try row.get("born"))
    }
}
