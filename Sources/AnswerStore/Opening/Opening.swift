import Foundation
import GRDB

/// Opens a store's file, and begins or brings up to date what stands in it.
///
/// Any number of processes may do this at once, and each may be killed at any moment: tables are made in one transaction
/// that looks first, so that a file is empty, or of one version, and never between two.
struct Opening {
    let path: String
    /// Gets a sentence before something that takes long.
    let notice: (String) -> Void

    /// What was mended on the way, in sentences.
    private(set) var notes: [String] = []
    /// What it lies on; on a network file system one process at a time has it.
    let fileSystem: FileSystem
    /// Held as long as the store is open.
    private(set) var lock: StoreLock?

    init(path: String, notice: @escaping (String) -> Void) {
        self.path = path
        self.notice = notice
        fileSystem = FileSystem.of(path)
    }

    /// How long others are waited for that open, begin or mend the same store.
    private static let patience: Duration = .seconds(20)

    mutating func open(_ mode: AnswerStore.Mode) throws -> DatabaseQueue {
        do {
            if mode == .readWrite { try takeLock() }
            let queue = try mode == .readWrite ? openForWriting() : openForReading()
            if mode == .readWrite { try mend(queue) }
            return queue
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && fileSystem != .local {
            let holder = StoreLock.Holder(at: path + StoreLock.ending)?.words(path + StoreLock.ending)
            throw StoreError.heldElsewhere(path: path, fileSystem: fileSystem.name, holder: holder ?? "another process")
        }
    }

    /// Connections that read beside the one that writes.
    func reader(beside writer: DatabaseQueue, _ mode: AnswerStore.Mode) throws -> any DatabaseReader {
        // On a network file system nobody else is let in, not even we.
        guard mode == .readWrite, fileSystem == .local else { return writer }
        var configuration = Self.configuration
        configuration.readonly = true
        return try Self.waitingForOthers { try DatabasePool(path: path, configuration: configuration) }
    }

    // MARK: - Writing

    private mutating func openForWriting() throws -> DatabaseQueue {
        var configuration = Self.configuration
        let path = path
        let isLocal = fileSystem == .local
        configuration.prepareDatabase { db in
            // Before the first look: SQLite then never makes a file of shared memory.
            if !isLocal { try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
            // An earlier look than the migration's: nothing is written to a file that is not ours.
            _ = try Self.version(db, path)
            if !isLocal {
                // Read by others when nobody writes, which a store with a journal of the other kind is not.
                try db.execute(sql: "PRAGMA journal_mode = TRUNCATE")
            } else if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" {
                try db.execute(sql: "PRAGMA journal_mode = WAL")
            }
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        let queue = try Self.waitingForOthers { try DatabaseQueue(path: path, configuration: configuration) }
        notes += try Self.waitingForOthers { try migrate(queue) }
        return queue
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.label = "vlens"
        return configuration
    }

    /// Repeats what another process was in the way of: SQLite does not wait by itself where the journal's mode is changed,
    /// or where another recovers the journal.
    private static func waitingForOthers<T>(_ body: () throws -> T) throws -> T {
        let end = ContinuousClock.now + patience
        while true {
            do {
                return try body()
            } catch let error as DatabaseError where isInTheWay(error) && ContinuousClock.now < end {
                Thread.sleep(forTimeInterval: .random(in: 0.01..<0.05))
            }
        }
    }

    private static func isInTheWay(_ error: DatabaseError) -> Bool {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: true
        // The schema was changed by another process between two looks of ours.
        case .SQLITE_SCHEMA: true
        default: false
        }
    }

    /// - Returns: what was mended.
    private func migrate(_ queue: DatabaseQueue) throws -> [String] {
        var notes: [String] = []
        var wasOlder = false
        try queue.inDatabase { db in
            guard try Self.version(db, path) < Schema.migrations.count else { return }
            try db.inTransaction(.immediate) {
                // Another process may have done it since.
                let done = try Self.version(db, path)
                try db.execute(
                    sql: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
                let before = try (1..<3).contains(done) ? Mending.runsWithImpossibleNumbers(db) : []
                wasOlder = done > 0
                if wasOlder { try tellOfLength(db) }
                for migration in Schema.migrations[done...] {
                    do {
                        try migration.run(db)
                    } catch Fourth.Hindrance.somebodyAsks {
                        throw StoreError.locked(path: path)
                    } catch Fourth.Hindrance.lost(let replies) {
                        throw StoreError.damaged(
                            path: path, detail: "\(replies) of its replies can't be brought up to date")
                    }
                    try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [migration.name])
                }
                notes = before.map(Self.mended)
                return .commit
            }
            // All that was moved stands in the journal, too, which every later process would look through.
            if wasOlder { _ = try? db.checkpoint(.truncate) }
        }
        return notes
    }

    /// A store of so many replies is not brought up to date in a moment.
    private static let many = 100_000

    private func tellOfLength(_ db: Database) throws {
        let replies = try Int.fetchOne(db, sql: "SELECT max(id) FROM reply") ?? 0
        guard replies >= Self.many else { return }
        notice(
            "'\(path)' is brought up to date: \(replies) replies move to the tables of this version, which may take minutes "
                + "and, until it is done, three times its room on the disk")
    }

    /// Totals that can't be, whoever wrote them, are computed anew; the tables of who asks what right now, which hold
    /// nothing that lasts, are made where another program dropped them.
    private mutating func mend(_ queue: DatabaseQueue) throws {
        let (isWrong, isPartial) = try queue.read { db in
            let sql = "SELECT 1 FROM spending WHERE \(Mending.impossibleTotals) LIMIT 1"
            return (try Bool.fetchOne(db, sql: sql) == true, try !Self.hasClaims(db))
        }
        if isWrong {
            notes += try queue.write { db in try Mending.recomputeImpossibleTotals(db) }.map(Self.mended)
        }
        guard isPartial else { return }
        try queue.write { db in
            // Another process may have done it since.
            if try !Self.hasClaims(db) { try db.execute(sql: Fourth.claims) }
        }
        notes.append("the tables of who asks what were missing from '\(path)', and were made anew")
    }

    private static func hasClaims(_ db: Database) throws -> Bool {
        try db.tableExists("claim") && db.tableExists("worker")
    }

    private static func mended(run: Int64) -> String {
        "run \(run) holds numbers of tokens that can't be: its totals were computed anew without them; the replies stay as "
            + "they came"
    }

    // MARK: - Reading

    private mutating func openForReading() throws -> DatabaseQueue {
        if fileSystem != .local, let queue = try openOnNetwork() { return queue }
        do {
            return try openForReading(path)
        } catch let error as DatabaseError where Self.isWriteRefusal(error) && !hasJournal {
            // SQLite wants to write an index of the journal beside the file even to read it. Without a journal there is
            // nothing to index, and where nobody can write, nothing changes: an archived store stays readable.
            return try openForReading(URL(filePath: path).absoluteString + "?immutable=1")
        }
    }

    /// A store that was written on a disk and copied to a network file system has a journal that needs shared memory: where it is
    /// empty, the file alone is read; else it is brought into the file first, if that can be written.
    private mutating func openOnNetwork() throws -> DatabaseQueue? {
        if let holder = StoreLock.Holder(at: path + StoreLock.ending), holder.identity != .own,
            holder.identity.state == .here
        {
            throw StoreError.heldElsewhere(
                path: path, fileSystem: fileSystem.name, holder: holder.words(path + StoreLock.ending))
        }
        let versions = try? FileHandle(forReadingFrom: URL(filePath: path)).read(upToCount: 20)?.suffix(2)
        guard versions == Data([2, 2]) else { return nil }
        if !hasJournal { return try openForReading(URL(filePath: path).absoluteString + "?immutable=1") }
        try takeLock()
        try openForWriting().close()
        lock = nil
        return nil
    }

    private mutating func takeLock() throws(StoreError) {
        guard fileSystem != .local, lock == nil else { return }
        lock = try StoreLock(path, on: fileSystem.name)
    }

    private mutating func openForReading(_ address: String) throws -> DatabaseQueue {
        var configuration = Self.configuration
        configuration.readonly = true
        let path = path
        let (queue, version, isWrong) = try Self.waitingForOthers {
            let queue = try DatabaseQueue(path: address, configuration: configuration)
            let state = try queue.read { db in
                let version = try Self.version(db, path)
                let isWrong =
                    try version == Schema.migrations.count
                    && Bool.fetchOne(db, sql: "SELECT 1 FROM spending WHERE \(Mending.impossibleTotals) LIMIT 1")
                        == true
                return (version, isWrong)
            }
            return (queue, state.0, state.1)
        }
        // Nothing was stored in it yet.
        if version == 0 { throw StoreError.absent(path: path) }
        if version < Schema.migrations.count || isWrong { try bringUpToDate(isOlder: !isWrong) }
        return queue
    }

    /// A store of an earlier version gets the tables and columns that came since; what it holds stays as it is.
    private mutating func bringUpToDate(isOlder: Bool) throws {
        do {
            try takeLock()
            let queue = try openForWriting()
            try mend(queue)
            try queue.close()
            lock = nil
        } catch let error as DatabaseError where Self.isWriteRefusal(error) {
            // Wrong totals are read as they can be; a table that is not there can't be read.
            if isOlder { throw StoreError.older(path: path) }
        }
    }

    private static func isWriteRefusal(_ error: DatabaseError) -> Bool {
        [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    }

    private var hasJournal: Bool {
        let size = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
        return (size ?? 0) > 0
    }

    // MARK: - Identity

    /// How many of our migrations a store has: 0 where the file is empty, or holds no more than the list of them that a
    /// process of an earlier version made before it was killed.
    ///
    /// - Throws: ``StoreError``: foreign, newer, damaged.
    static func version(_ db: Database, _ path: String) throws -> Int {
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
        if tables.isEmpty { return 0 }
        let list = "SELECT identifier FROM grdb_migrations"
        let done = try tables.contains("grdb_migrations") ? String.fetchAll(db, sql: list) : []
        if tables == ["grdb_migrations"], done.isEmpty { return 0 }
        let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard id == Schema.applicationID else { throw StoreError.foreign(path: path) }
        let known = Schema.migrations.map(\.name)
        guard Set(known).isSuperset(of: done) else { throw StoreError.newer(path: path) }
        let version = done.count
        guard version > 0, done.sorted() == Array(known.prefix(version)) else {
            throw StoreError.damaged(path: path, detail: "its list of versions has gaps")
        }
        return version
    }
}
