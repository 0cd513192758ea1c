package import Foundation
import GRDB

/// Which words stand in which replies and actions, in a file of its own beside the store.
///
/// It is derived: whoever removes it loses nothing, since it is made anew from the store, and asking never waits for it. Several processes
/// may bring one up to date; each step is a transaction that says how far it came.
package struct SearchIndex: Sendable {
    /// What a text is.
    package enum Part: Int, Sendable, CaseIterable {
        /// What a reply said.
        case reply = 0
        /// What its model thought before it.
        case thoughts = 1
        /// A value-informed action.
        case action = 2
        /// Why an action shows its value.
        case explanation = 3
    }

    /// Why there is none.
    package enum Absence: Error, Sendable, Equatable, CustomStringConvertible {
        /// No place could be written.
        case nowhere
        /// SQLite was built without its full-text search.
        case notBuiltIn

        package var description: String {
            switch self {
            case .nowhere:
                "the index of words can be written neither beside the store nor among the system’s temporary files: make "
                    + "one of them writable, and start again"
            case .notBuiltIn:
                "this system’s SQLite has no full-text search (FTS5): install one that has"
            }
        }
    }

    /// Where it lies.
    package let path: String
    let pool: DatabasePool

    /// The layout of its tables and the rules by which texts are cut into words; another one is made anew.
    static let version: Int32 = 1
    /// Marks the file as ours.
    static let applicationID: Int32 = 0x564C_5345

    /// Opens the index of a store, or begins one.
    ///
    /// - Parameter temporary: where it lies if not beside the store.
    /// - Throws: ``Absence``.
    package init(
        beside store: AnswerStore, temporary: URL = FileManager.default.temporaryDirectory
    ) throws(Absence) {
        for path in SearchFile.places(ofStore: store.path, temporary: temporary) {
            do {
                pool = try Self.opened(path)
                self.path = path
                return
            } catch let error as DatabaseError where "\(error)".contains("no such module") {
                throw .notBuiltIn
            } catch {
                continue
            }
        }
        throw .nowhere
    }

    private static func opened(_ path: String) throws -> DatabasePool {
        do {
            return try begun(path)
        } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode) {
            // Only what bears our mark is ours to take away.
            guard isOurs(path) else { throw error }
            SearchFile.remove(path)
            return try begun(path)
        }
    }

    /// Whether the file's head says that it is an index of ours: bytes 68 to 71 of SQLite's header.
    private static func isOurs(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path), let head = try? file.read(upToCount: 72), head.count == 72
        else { return false }
        let id = head.dropFirst(68).reduce(Int32(0)) { $0 << 8 | Int32($1) }
        return id == applicationID
    }

    private static func begun(_ path: String) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.label = "vlens-search"
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { db in
            // Nothing is lost with it, and a transaction that a power cut takes is made again.
            if !db.configuration.readonly { try db.execute(sql: "PRAGMA synchronous = NORMAL") }
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        try pool.write { db in
            let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
            let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            guard id == applicationID || (id == 0 && tables == 0) else {
                throw DatabaseError(resultCode: .SQLITE_CANTOPEN, message: "it belongs to another program")
            }
            let version = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            if id == 0 || version != Self.version { try clear(db) }
        }
        return pool
    }

    /// Empties the index, or makes its tables.
    static func clear(_ db: Database) throws {
        for name in IndexQuery.tableNames { try db.execute(sql: "DROP TABLE IF EXISTS \(name)") }
        try db.execute(sql: IndexQuery.tables)
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    static func fact(_ name: String, _ db: Database) throws -> String? {
        try String.fetchOne(try db.cachedStatement(sql: IndexQuery.fact.rawValue), arguments: [name])
    }

    static func set(_ name: String, _ value: String, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)")
            .execute(arguments: [name, value])
    }
}
