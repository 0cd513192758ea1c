import Foundation
import GRDB

/// A store that is merged into another: read where it lies, and never changed.
struct MergeInput {
    /// As it was named.
    let path: String
    /// What SQLite opens.
    let address: String
    /// A copy to be removed afterwards; `nil` where the store itself is read.
    let copy: URL?

    /// A run of an input, as far as it decides what may be merged.
    struct Run {
        var key: String
        var respondent: String
        var settings: String
        var origin: RunOrigin
        var protocolHash: String
        var study: String
    }

    /// Finds out how a store can be read without changing it.
    ///
    /// One of an earlier version is copied and the copy brought up to date; so is one whose journal nobody can index, because
    /// its folder can't be written, and one whose writer was killed in the middle of a page.
    ///
    /// - Parameter scratch: where copies lie.
    init(_ path: String, scratch: URL) throws {
        self.path = path
        func size(_ suffix: String) -> Int {
            (try? FileManager.default.attributesOfItem(atPath: path + suffix)[.size] as? Int) ?? 0
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let canIndex = FileManager.default.isWritableFile(atPath: folder)
        let url = URL(filePath: path).absoluteString
        // On a network file system no memory is shared to read it.
        let isLocal = FileSystem.of(path) == .local
        let isPlain = size("-wal") == 0 && (!canIndex || !isLocal)
        // A writer was killed in the middle of a page: only who may write can take that back.
        let isWhole = size("-journal") == 0
        let version =
            try isWhole && ((canIndex && isLocal) || isPlain)
            ? Self.version(url + (isPlain ? "?immutable=1" : "?mode=ro"), path) : 0
        if version == Schema.migrations.count {
            (address, copy) = (url + (isPlain ? "?immutable=1" : "?mode=ro"), nil)
            return
        }
        let folderOfCopy = scratch.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folderOfCopy, withIntermediateDirectories: true)
        let copied = folderOfCopy.appending(path: "copy.sqlite")
        for suffix in ["", "-wal", "-journal"] where FileManager.default.fileExists(atPath: path + suffix) {
            try FileManager.default.copyItem(atPath: path + suffix, toPath: copied.path + suffix)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: copied.path + suffix)
        }
        do throws(StoreError) {
            _ = try AnswerStore(path: copied.path)
        } catch {
            throw error.named(path, insteadOf: copied.path)
        }
        (address, copy) = (copied.absoluteString + "?mode=ro", folderOfCopy)
    }

    private static func version(_ address: String, _ path: String) throws -> Int {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        let queue = try DatabaseQueue(path: address, configuration: configuration)
        defer { try? queue.close() }
        return try queue.read { db in try Opening.version(db, path) }
    }

    func remove() {
        if let copy { try? FileManager.default.removeItem(at: copy) }
    }

    /// The runs that an attached store holds.
    static func runs(_ db: Database, schema: String) throws -> [Run] {
        let sql = """
            SELECT run.key, run.respondent, run.settings, run.origin, study.protocolHash, study.name
            FROM \(schema).run JOIN \(schema).study ON study.id = run.studyID ORDER BY run.id
            """
        return try Row.fetchAll(db, sql: sql).map { row in
            Run(
                key: try row.decode(String.self, atIndex: 0), respondent: try row.decode(String.self, atIndex: 1),
                settings: try row.decode(String.self, atIndex: 2),
                origin: RunOrigin(rawValue: try row.decode(String.self, atIndex: 3)) ?? .asked,
                protocolHash: try row.decode(String.self, atIndex: 4), study: try row.decode(String.self, atIndex: 5))
        }
    }
}

extension StoreError {
    /// The same about another path.
    fileprivate func named(_ path: String, insteadOf copy: String) -> StoreError {
        switch self {
        case .foreign: .foreign(path: path)
        case .newer: .newer(path: path)
        case .older: .older(path: path)
        case .damaged(_, let detail): .damaged(path: path, detail: detail)
        case .full: .full(path: copy)
        default: self
        }
    }
}
