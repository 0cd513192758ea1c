import Foundation
import Text

/// Reads a whole text file, within a limit.
package enum TextFile {
    /// - Parameter example: where a file of this kind is to be had, for the one that is not there.
    package static func read(
        _ path: String, kind: String, limit: Int,
        example: String = "`vlens study new` writes a study and its actions"
    ) throws(StudyFileError) -> String {
        func refuse(_ message: String, line: Int? = nil) -> StudyFileError {
            StudyFileError(problems: [StudyProblem(file: path, line: line, message: message)])
        }
        var refusal: StudyFileError?
        let bytes: [UInt8]
        do throws(FileFailure) {
            let pieces = try TextPieces(path: path, isTable: false)
            if let foreign = pieces.foreign {
                refusal = refuse("this is \(foreign.what) and no \(kind): \(foreign.remedy)")
            }
            bytes = refusal == nil ? try all(pieces, limit: limit) : []
        } catch {
            throw refuse(words(error, kind: kind, example: example))
        }
        if let refusal { throw refusal }
        if bytes.count > limit {
            throw refuse("this \(kind) is over \(limit >> 20) MiB; check that it is the right file")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw refuse("this \(kind) is not UTF-8 text; save it as UTF-8", line: firstDamagedLine(bytes))
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    /// A device or a pipe states no length, so the limit is held while reading.
    private static func all(_ pieces: TextPieces, limit: Int) throws(FileFailure) -> [UInt8] {
        var (pieces, bytes) = (pieces, [UInt8]())
        while bytes.count <= limit {
            let more = try pieces.next(1 << 20)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    private static func words(_ failure: FileFailure, kind: String, example: String) -> String {
        switch failure.number {
        case ENOENT: "no such \(kind); check the path (\(example))"
        case EISDIR: "this is a folder; name the \(kind) inside it"
        case EACCES, EPERM: "cannot read this \(kind); check that you may open it"
        default: "cannot read this \(kind): \(failure.reason)"
        }
    }

    private static func firstDamagedLine(_ bytes: [UInt8]) -> Int? {
        bytes.split(separator: .newline, omittingEmptySubsequences: false)
            .firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
    }
}
