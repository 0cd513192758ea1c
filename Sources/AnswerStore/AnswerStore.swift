import Foundation
import GRDB

/// Every reply that was ever paid for, in one SQLite file.
///
/// Writing is append-only where money was spent: a reply is never changed or removed. Several processes may work on
/// one file. What is written is durable when the call returns: the journal is synced at each commit, so neither a
/// SIGKILL nor a power cut takes a reply that was acknowledged.
public struct AnswerStore: Sendable {
    /// How a store is opened.
    public enum Mode: Sendable {
        /// Read and write; the file is made where it is absent.
        case readWrite
        /// Read only; the file must exist.
        case readOnly
    }

    /// The file's path, as given.
    public let path: String
    let database: DatabaseQueue

    /// Opens a store, makes or migrates its tables.
    ///
    /// - Throws: ``StoreError``: absent, foreign, newer, locked, read-only, full, damaged.
    public init(path: String, mode: Mode = .readWrite) throws(StoreError) {
        self.path = path
        database = try storeErrors(path) {
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            if isFolder.boolValue { throw StoreError.foreign(path: path) }
            if mode == .readOnly, !exists { throw StoreError.absent(path: path) }
            return try Self.open(path, mode)
        }
    }

    private static func open(_ path: String, _ mode: Mode) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = mode == .readOnly
        configuration.busyMode = .timeout(10)
        configuration.label = "vlens"
        if mode == .readOnly { return try openForReading(path, configuration) }
        configuration.prepareDatabase { db in
            // An earlier look than the migration's: nothing is written to a file that is not ours.
            try checkIdentity(db, path, empty: true)
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try Schema.migrator.migrate(queue)
        return queue
    }

    private static func openForReading(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
        func open(_ address: String) throws -> DatabaseQueue {
            let queue = try DatabaseQueue(path: address, configuration: configuration)
            let isOlder = try queue.read { db in
                try checkIdentity(db, path, empty: false)
                return try !Schema.migrator.hasCompletedMigrations(db)
            }
            if isOlder { try bringUpToDate(path) }
            return queue
        }
        do {
            return try open(path)
        } catch let error as DatabaseError where isWriteRefusal(error) && !hasJournal(path) {
            // SQLite wants to write an index of the journal beside the file even to read it. Without a journal there is
            // nothing to index, and where nobody can write, nothing changes: an archived store stays readable.
            return try open(URL(filePath: path).absoluteString + "?immutable=1")
        }
    }

    /// A store of an earlier version gets the tables and columns that came since; what it holds stays as it is.
    private static func bringUpToDate(_ path: String) throws {
        do {
            try Self.open(path, .readWrite).close()
        } catch let error as DatabaseError where isWriteRefusal(error) {
            throw StoreError.older(path: path)
        }
    }

    private static func isWriteRefusal(_ error: DatabaseError) -> Bool {
        [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    }

    private static func hasJournal(_ path: String) -> Bool {
        let size = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
        return (size ?? 0) > 0
    }

    /// - Parameter empty: whether a file without any table is welcome.
    private static func checkIdentity(_ db: Database, _ path: String, empty: Bool) throws {
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        if tables == 0, empty { return }
        let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard id == Schema.applicationID else { throw StoreError.foreign(path: path) }
        if try Schema.migrator.hasBeenSuperseded(db) { throw StoreError.newer(path: path) }
    }

    /// Runs reads in one consistent view of the store.
    func read<T: Sendable>(_ body: (Database) throws -> T) throws(StoreError) -> T {
        try storeErrors(path) { try database.read(body) }
    }

    /// Runs writes in one immediate transaction, committed on return.
    func write<T: Sendable>(_ body: (Database) throws -> T) throws(StoreError) -> T {
        try storeErrors(path) { try database.write(body) }
    }
}

/// Turns whatever SQLite throws into the store's own errors.
func storeErrors<T>(_ path: String, _ body: () throws -> T) throws(StoreError) -> T {
    do {
        return try body()
    } catch {
        throw StoreError(error, path: path)
    }
}
