package import Foundation

/// The folder of real replies and published tables that lies beside the project (`../shared`, or `VLENS_SHARED`).
///
/// Tests that need it are enabled with `.enabled(if: SharedFolder.isPresent, SharedFolder.absence)`.
package enum SharedFolder {
    /// The project's root, found from this file's own place in it.
    package static let projectRoot = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// `VLENS_SHARED` where it is set, else `../shared` from the project's root.
    package static let url: URL = {
        if let path = ProcessInfo.processInfo.environment["VLENS_SHARED"], !path.isEmpty {
            return URL(filePath: path)
        }
        return projectRoot.deletingLastPathComponent().appending(path: "shared")
    }()

    /// Whether the folder is there.
    package static let isPresent = FileManager.default.fileExists(atPath: url.appending(path: "expected").path)

    /// The message of a skipped test.
    package static let absence: String = "the folder of released data is absent; set VLENS_SHARED to its path"

    /// One file of it, by its path inside the folder.
    package static func file(_ path: String) -> URL {
        url.appending(path: path)
    }
}

extension SharedFolder {
    /// The bytes of one file, by its path inside the folder.
    ///
    /// - Throws: what reading the file throws.
    package static func bytes(_ path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: file(path)))
    }
}
