import Foundation
package import Text

/// A file that replies or actions were imported from, as it was then: enough to find the very file again.
package struct ImportedFile: Codable, Hashable, Sendable {
    /// Its name, without the folder.
    package var name: String
    /// SHA-256 of its bytes, in 64 hexadecimal digits; nil where it can't be read twice, as a pipe can't.
    package var sha256: String?
    /// When it was imported, UTC: `2026-03-02T09:14:07Z`.
    package var imported: String

    /// What a log says of how it was made, by the names that it has there; nil for other files.
    package var log: [String: String]?

    /// The file at a path, imported now.
    ///
    /// - Throws: `FileFailure` where it can't be read.
    init(path: String, at now: Date) throws {
        name = URL(filePath: path).lastPathComponent
        imported = now.formatted(.iso8601)
        let values = try? URL(filePath: path).resolvingSymlinksInPath().resourceValues(forKeys: [.isRegularFileKey])
        guard values?.isRegularFile == true else { return }
        do {
            // Mapped, not copied: a dataset has some ten megabytes, and other files may have more.
            let bytes = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
            sha256 = bytes.withUnsafeBytes { Digest(of: $0) }.hexadecimal()
        } catch {
            throw FileFailure(.reading, path, error)
        }
    }

    /// Under the names that every output gives them.
    package var json: JSONValue {
        var json: JSONValue = ["name": .string(name), "sha256": JSONValue(sha256), "imported": .string(imported)]
        if let log {
            json["log"] = .object(log.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) })
        }
        return json
    }
}

/// What the import of a dataset found, kept with it as JSON.
struct DatasetSummary: Codable {
    /// In how many replies each notation was met.
    var notations: [String: Int]
    /// The file; nil for one that an earlier version imported.
    var file: ImportedFile?
}
