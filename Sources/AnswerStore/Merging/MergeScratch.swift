import Foundation
import GRDB

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The store that a merge makes beside its target. Nobody else sees it, and it may be lost at any moment.
enum MergeScratch {
    /// Makes the store with what journals hold.
    ///
    /// - Returns: what was wrong with some, in sentences.
    static func begin(
        _ path: String, with journals: [(path: String, header: JournalHeader)], _ advance: () -> Void
    ) throws -> [String] {
        let store = try AnswerStore(path: path)
        try store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        var (notes, runs, studies) = ([String](), [String: RunRecord](), [String: StudyRecord]())
        // The earliest first, so that a reply in place of another finds it.
        for (path, header) in journals.sorted(by: { ($0.header.began, $0.path) < ($1.header.began, $1.path) }) {
            let study = try studies[header.protocolHash] ?? JournalFolder.study(header.protocolHash, beside: path)
            studies[header.protocolHash] = study
            var record = header.run
            record.status = .stopped
            let run = try store.begin(record, of: study)
            runs[header.run.key] = run
            notes += try store.replay([path], run: run.id).notes
            let end = try end(path)
            try store.noteShard(header.shard, of: header.shards, isDone: end?.status == .finished, run: run.id)
            if let end { try store.extend(run: run.id, to: end.at) }
            advance()
        }
        try store.database.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        return notes
    }

    /// Where a process says at its journal's end that it left its part; `nil` of one that was killed, or lives.
    private static func end(_ path: String) throws -> (status: RunStatus, at: Double)? {
        var last: (RunStatus, Double)?
        _ = try JournalReader.read(path) { entry in
            if case .end(let status, let at) = entry { last = (status, at) }
            return true
        }
        return last
    }

    /// Adds stores, and derives what follows from their replies.
    ///
    /// - Returns: all runs.
    static func add(_ stores: [MergeInput], to path: String, now: Double, _ advance: () -> Void) throws -> [Int64] {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA main.locking_mode = EXCLUSIVE; PRAGMA main.synchronous = OFF; PRAGMA main.cache_size = -131072;
                    PRAGMA temp_store = MEMORY
                    """)
            _ = try String.fetchOne(db, sql: "PRAGMA main.journal_mode = OFF")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        for store in stores {
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "ATTACH DATABASE ? AS source", arguments: [store.address])
                try db.inTransaction(.immediate) {
                    _ = try Merging.add(db, now: now)
                    return .commit
                }
                try db.execute(sql: "DETACH DATABASE source")
            }
            store.remove()
            advance()
        }
        return try queue.writeWithoutTransaction { db in
            let runs = try Int64.fetchAll(db, sql: "SELECT id FROM run ORDER BY id")
            try db.inTransaction(.immediate) {
                try Merging.settle(runs: runs, now: now, db)
                return .commit
            }
            return runs
        }
    }

    /// Gives the finished store its name: it is on the disk before, and takes no other file's place.
    static func publish(_ path: String, as target: String) throws {
        for suffix in ["-wal", "-shm", "-journal"] where FileManager.default.fileExists(atPath: target + suffix) {
            throw StoreError.unusable(
                path: target, detail: "'\(target + suffix)' belongs to another store that lay there; move it away")
        }
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.synchronize()
        try file.close()
        guard link(path, target) == 0 else {
            let number = errno
            // File systems without links.
            guard number != EEXIST, !FileManager.default.fileExists(atPath: target) else {
                throw StoreError.unusable(path: target, detail: "it was made by another program meanwhile")
            }
            guard rename(path, target) == 0 else {
                throw StoreError.unusable(path: target, detail: "it can't be renamed")
            }
            return
        }
    }
}
