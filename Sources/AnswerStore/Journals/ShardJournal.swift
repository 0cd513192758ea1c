import Foundation
import Synchronization
import Text

/// A file on a shared file system to which a process appends every reply before it counts as saved.
///
/// A shard's store may lie on a disk that is gone when the shard is started again elsewhere; its journals are not. Each process
/// has a file of its own, so that two of one shard at once lose nothing.
package final class ShardJournal: Sendable {
    /// The file's path.
    package let path: String
    private let file: Mutex<JournalFile>

    private init(path: String, _ file: consuming JournalFile) {
        self.path = path
        self.file = Mutex(file)
    }

    /// Begins a journal: makes the folder, keeps the study in it, and writes the header.
    ///
    /// - Throws: ``StoreError/journal(path:detail:)``.
    package static func begin(
        in folder: String, _ header: JournalHeader, of study: StudyRecord
    ) throws(StoreError) -> ShardJournal {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .journal(path: folder, detail: FileFailure(.writing, folder, error).reason)
        }
        try JournalFolder.keep(study, in: folder)
        let path = "\(folder)/\(name(header))"
        let journal = ShardJournal(path: path, try JournalFile(path: path))
        try journal.append([.header(header)])
        return journal
    }

    /// Names the shard for people; host, process and a random number tell one writer from all others.
    private static func name(_ header: JournalHeader) -> String {
        let own = ProcessIdentity.own
        let host = String(own.host.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(40))
        let nonce = String(UInt32.random(in: .min ... .max), radix: 16)
        return "\(JournalFolder.prefix)\(header.shard)-of-\(header.shards).\(host).\(own.pid).\(nonce)"
            + JournalFolder.suffix
    }

    /// Returns when the entries are on the disk.
    func append(_ entries: [JournalEntry]) throws(StoreError) {
        var bytes: [UInt8] = []
        for entry in entries {
            guard let line = JournalLine.bytes(of: entry.json) else {
                throw .journal(
                    path: path,
                    detail: "a reply is longer than the \(JournalLine.longest >> 20) MB that a line may have")
            }
            bytes += line
        }
        let result: Result<Void, StoreError> = file.withLock { file in
            do throws(StoreError) {
                return .success(try file.append(bytes))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }

    /// Marks where this process left its part of the run.
    package func end(_ status: RunStatus) throws(StoreError) {
        try append([.end(status, at: Date().timeIntervalSince1970)])
    }
}
