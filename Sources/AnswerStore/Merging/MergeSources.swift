import Foundation
import GRDB

/// What is to be merged, told apart and looked at.
struct MergeSources {
    private(set) var stores: [MergeInput] = []
    private(set) var journals: [(path: String, header: JournalHeader)] = []
    private(set) var notes: [String] = []

    var count: Int { stores.count + journals.count }

    init(_ paths: [String], target: String, shards: Int?, scratch: URL) throws {
        var seen: Set<String> = []
        for path in paths {
            for file in try Self.files(path) {
                let resolved = URL(filePath: file).resolvingSymlinksInPath().path
                guard resolved != URL(filePath: target).resolvingSymlinksInPath().path else {
                    throw StoreError.unmergeable(.isTarget(path: file))
                }
                guard seen.insert(resolved).inserted else { continue }
                do {
                    try add(file, shards, scratch)
                } catch let error as StoreError where shards != nil && !error.isRefusal {
                    // It is known how many there are to be: a broken one is missing, and holds up no other.
                    notes.append("left out: \(error.description)")
                }
            }
        }
    }

    private static func files(_ path: String) throws -> [String] {
        var isFolder: ObjCBool = false
        // One that is not there is told where it is opened.
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [path] }
        guard isFolder.boolValue else { return [path] }
        let journals = try JournalFolder.journals(at: path)
        guard !journals.isEmpty else { throw StoreError.unmergeable(.noJournals(path: path)) }
        return journals
    }

    private mutating func add(_ path: String, _ shards: Int?, _ scratch: URL) throws {
        guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missingInput(path: path) }
        let start = try FileHandle(forReadingFrom: URL(filePath: path)).read(upToCount: 16) ?? Data()
        if start.starts(with: "SQLite format 3".utf8) {
            let input = try storeErrors(path) { try MergeInput(path, scratch: scratch) }
            guard try !storeErrors(path, { try input.checkedRuns() }).isEmpty else {
                notes.append("'\(path)' holds no run")
                return
            }
            stores.append(input)
        } else if start.isEmpty || start.starts(with: #"{"sha256":""#.utf8) {
            guard let header = try JournalReader.header(of: path) else {
                notes.append("'\(path)' holds nothing: its process ended before it had written anything")
                return
            }
            if let shards, header.shards != shards {
                throw StoreError.unmergeable(.shards(path: path, count: header.shards, expected: shards))
            }
            journals.append((path, header))
        } else {
            throw StoreError.unmergeable(.neither(path: path))
        }
    }
}

extension StoreError {
    /// Whether an input is refused for what it is, not for being broken.
    fileprivate var isRefusal: Bool {
        switch self {
        case .unmergeable(.missing): false
        case .unmergeable: true
        default: false
        }
    }

    fileprivate static func missingInput(path: String) -> StoreError { .unmergeable(.missing(path: path)) }
}

extension MergeInput {
    /// The runs of the store.
    ///
    /// - Throws: ``StoreError`` where it holds what can't be merged.
    func checkedRuns() throws -> [Run] {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        let queue = try DatabaseQueue(path: address, configuration: configuration)
        defer { try? queue.close() }
        return try queue.read { db in
            if try Bool.fetchOne(db, sql: "SELECT 1 FROM project LIMIT 1") == true {
                throw StoreError.unmergeable(.projects(path: path))
            }
            let out = "SELECT count(*) FROM batchPart WHERE state NOT IN ('read', 'dropped')"
            if let batches = try Int.fetchOne(db, sql: out), batches > 0 {
                throw StoreError.unmergeable(.batches(path: path, count: batches))
            }
            return try Self.runs(db, schema: "main")
        }
    }
}
