import Foundation
import Text

/// A folder of journals: one for each process that wrote, and the study that all were asked, once.
package enum JournalFolder {
    static let prefix = "shard-"
    static let suffix = ".jsonl"

    /// The journals of a folder, or a journal by itself, in the order of their names.
    ///
    /// - Throws: ``StoreError/journal(path:detail:)`` where it can't be read.
    package static func journals(at path: String) throws(StoreError) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
        guard isFolder.boolValue else { return [path] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
                .filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }.sorted().map { "\(path)/\($0)" }
        } catch {
            throw .journal(path: path, detail: FileFailure(.reading, path, error).reason)
        }
    }

    /// Whose journal a file is; `nil` of one whose process ended before it had written anything.
    package static func header(of path: String) throws(StoreError) -> JournalHeader? {
        try storeErrors(path) { try JournalReader.header(of: path) }
    }

    // MARK: - The study

    private static func studyPath(_ hash: String, in folder: String) -> String {
        "\(folder)/study-\(hash.prefix(16)).json"
    }

    /// Writes a study beside its journals, unless it is there. Many processes may do so at once: what they write is the same.
    static func keep(_ study: StudyRecord, in folder: String) throws(StoreError) {
        let path = studyPath(study.protocolHash, in: folder)
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let document: JSONValue = [
            "format": .integer(JournalHeader.format), "name": .string(study.name),
            "protocol": .string(study.protocolHash),
            "digest": .string(Mending.digest(study.source, study.actions)), "source": .string(study.source),
            "actions": JSONValue(study.actions),
        ]
        let beside = "\(path).\(UUID().uuidString)"
        do {
            // With a sync: a name without what it names would hide the study for ever.
            try Data(JSONText.bytes(of: document)).write(to: URL(filePath: beside))
            let file = try FileHandle(forUpdating: URL(filePath: beside))
            try file.synchronize()
            try file.close()
            guard rename(beside, path) == 0 else { throw FileFailure(.writing, path, number: errno) }
        } catch {
            try? FileManager.default.removeItem(atPath: beside)
            throw .journal(path: path, detail: (error as? FileFailure ?? FileFailure(.writing, path, error)).reason)
        }
    }

    /// The study of a journal, from the file beside it.
    ///
    /// - Throws: ``StoreError/journal(path:detail:)`` where it is missing or not what was written.
    static func study(_ hash: String, beside journal: String) throws(StoreError) -> StudyRecord {
        let path = studyPath(hash, in: URL(filePath: journal).deletingLastPathComponent().path)
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw .journal(
                path: journal,
                detail: "its study is not beside it: '\(path)' is missing; copy it there with the journals")
        }
        guard let document = JSONReader.read(Array(bytes), manner: .strict), document["protocol"]?.string == hash,
            let name = document["name"]?.string, let source = document["source"]?.string,
            document["digest"]?.string == Mending.digest(source, document["actions"]?.string)
        else { throw .journal(path: path, detail: "it is not what was written; put back a copy") }
        return StudyRecord(name: name, protocolHash: hash, source: source, actions: document["actions"]?.string)
    }
}
