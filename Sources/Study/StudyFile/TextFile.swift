import Foundation

/// Reads a whole text file, within a limit.
enum TextFile {
    /// - Parameter example: where a file of this kind is to be had, for the one that is not there.
    static func read(
        _ path: String, kind: String, limit: Int,
        example: String = "`vlens study new` writes a study and its actions"
    ) throws(StudyFileError) -> String {
        func refuse(_ message: String) -> StudyFileError {
            StudyFileError(problems: [StudyProblem(file: path, message: message)])
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw refuse("no such \(kind); check the path (\(example))")
        }
        if isFolder.boolValue { throw refuse("this is a folder; name the \(kind) inside it") }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw refuse("cannot read this \(kind); check that you may open it")
        }
        defer { try? handle.close() }
        // A device or a pipe states no length, so the limit is held while reading.
        var bytes = Data()
        do {
            while bytes.count <= limit, let more = try handle.read(upToCount: min(1 << 20, limit + 1 - bytes.count)) {
                if more.isEmpty { break }
                bytes.append(more)
            }
        } catch {
            throw refuse("cannot read this \(kind): \(error.localizedDescription)")
        }
        if bytes.count > limit {
            throw refuse("this \(kind) is over \(limit >> 20) MiB; check that it is the right file")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw refuse("this \(kind) is not UTF-8 text; save it as UTF-8")
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }
}
