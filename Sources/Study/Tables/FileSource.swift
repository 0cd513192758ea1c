import Foundation

/// A file that is read in pieces.
final class FileSource {
    private let handle: FileHandle
    private let path: String

    /// - Throws: `CSVError.unreadable` with a reason in words.
    init(path: String) throws(CSVError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .unreadable(file: path, reason: "there is no such file")
        }
        guard !isFolder.boolValue else { throw .unreadable(file: path, reason: "it is a folder") }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw .unreadable(file: path, reason: "it can't be opened; check its permissions")
        }
        self.handle = handle
        self.path = path
    }

    deinit { try? handle.close() }

    /// At most `count` further bytes; none at the end of the file.
    func read(_ count: Int) throws(CSVError) -> [UInt8] {
        do {
            return try handle.read(upToCount: count).map { [UInt8]($0) } ?? []
        } catch {
            throw .unreadable(file: path, reason: error.localizedDescription)
        }
    }
}
