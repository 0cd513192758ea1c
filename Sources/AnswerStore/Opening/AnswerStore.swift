import Foundation
import GRDB

/// Every reply that was ever paid for, in one SQLite file.
///
/// Writing is append-only where money was spent: a reply is never changed or removed. Several processes may work on
/// one file. What is written is durable when the call returns: the journal is synced at each commit, so neither a
/// SIGKILL nor a power cut takes a reply that was acknowledged.
package struct AnswerStore: Sendable {
    /// How a store is opened.
    package enum Mode: Sendable {
        /// Read and write; the file is made where it is absent.
        case readWrite
        /// Read only; the file must exist.
        case readOnly
    }

    /// The file's path, as given.
    package let path: String
    /// What was mended when it was opened, in sentences for its user; empty as a rule.
    package let notes: [String]
    private let connections: Connections
    /// Writes, one after another.
    var database: DatabaseQueue { connections.database }
    private var reader: any DatabaseReader { connections.reader }
    /// Whether another host took it meanwhile; only on a network file system.
    var wasTaken: Bool { connections.lock?.wasTaken ?? false }

    /// Opens a store, makes or migrates its tables.
    ///
    /// - Parameter notice: gets a sentence before something that takes long.
    /// - Throws: ``StoreError``: absent, foreign, newer, locked, read-only, full, damaged.
    package init(
        path: String, mode: Mode = .readWrite, notice: @escaping (String) -> Void = { _ in }
    ) throws(StoreError) {
        self.path = path
        (connections, notes) = try storeErrors(path) {
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            if isFolder.boolValue { throw StoreError.foreign(path: path) }
            let saved = Self.saved(path)
            if !exists, FileManager.default.fileExists(atPath: saved) {
                throw StoreError.saved(path: path, rescued: saved)
            }
            if mode == .readOnly, !exists { throw StoreError.absent(path: path) }
            var opening = Opening(path: path, notice: notice)
            let database = try opening.open(mode)
            return (
                Connections(database, reader: try opening.reader(beside: database, mode), lock: opening.lock),
                opening.notes
            )
        }
    }

    /// Runs reads in one consistent view of the store.
    func read<T: Sendable>(_ body: (Database) throws -> T) throws(StoreError) -> T {
        try storeErrors(path) { try reader.read(body) }
    }

    /// The same, without holding up the caller's thread.
    func asyncRead<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws(StoreError) -> T {
        do {
            return try await reader.read(body)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Runs writes in one immediate transaction, committed on return.
    func write<T: Sendable>(_ body: (Database) throws -> T) throws(StoreError) -> T {
        try storeErrors(path) { try database.write(body) }
    }

    /// The same, without holding up the caller's thread.
    func asyncWrite<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws(StoreError) -> T {
        do {
            return try await database.write(body)
        } catch {
            throw StoreError(error, path: path)
        }
    }
}

/// The connections of a store, closed with the last copy of it.
private final class Connections: Sendable {
    let database: DatabaseQueue
    /// Where the store is written, reads have connections of their own, so that a long one holds up no reply; a file that
    /// nobody can write is read by one.
    let reader: any DatabaseReader

    /// Who has it, where one process at a time may.
    let lock: StoreLock?

    init(_ database: DatabaseQueue, reader: any DatabaseReader, lock: StoreLock?) {
        self.database = database
        self.lock = lock
        self.reader = reader
    }

    /// The one that writes is closed last: only then does SQLite empty the journal and remove its files.
    deinit {
        try? reader.close()
        try? database.close()
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
