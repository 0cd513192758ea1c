import Foundation

/// A text file read line by line, whatever its size; longer lines than 32 MiB are passed over.
struct LineFile {
    /// Where a line stands in its file, in bytes.
    struct Place: Hashable {
        var start: Int
        var count: Int
    }

    private static let longest = 32 << 20
    private static let piece = 256 << 10

    /// Hands every line that is not empty to `body`, until it returns `false`.
    ///
    /// - Parameter from: where a line begins, in bytes.
    static func forEach(_ path: String, from: Int = 0, _ body: ([UInt8], Place) throws -> Bool) throws {
        let file = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? file.close() }
        if from > 0 { try file.seek(toOffset: UInt64(from)) }
        var (line, start, at, isTooLong) = ([UInt8](), from, from, false)
        while let data = try file.read(upToCount: piece), !data.isEmpty {
            var rest = data[...]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                if !isTooLong { line += rest[..<end] }
                at += end - rest.startIndex + 1
                if !line.isEmpty, !isTooLong, try !body(line, Place(start: start, count: line.count)) { return }
                (line, start, isTooLong) = ([], at, false)
                rest = rest[(end + 1)...]
            }
            at += rest.count
            if !isTooLong { line += rest }
            if line.count > longest { (line, isTooLong) = ([], true) }
        }
        if !line.isEmpty, !isTooLong { _ = try body(line, Place(start: start, count: line.count)) }
    }

    /// The line at a place.
    static func line(at place: Place, of file: FileHandle) throws -> [UInt8] {
        try file.seek(toOffset: UInt64(place.start))
        return Array(try file.read(upToCount: place.count) ?? Data())
    }
}
