import Foundation
import Text

/// Lines in one file, or in several numbered ones where one would be too large. All take their places at the end, or none does.
struct OutputParts {
    private let path: String
    private let header: [UInt8]
    private let mostLines: Int
    private let mostBytes: Int
    private var parts: [OutputFile] = []
    private var (lines, bytes) = (0, 0)

    /// - Throws: where nothing can be written there.
    init(_ path: String, header: [UInt8], mostLines: Int?, mostBytes: Int?) throws(FileFailure) {
        self.path = path
        self.header = header
        self.mostLines = mostLines ?? .max
        self.mostBytes = mostBytes ?? .max
        try begin()
    }

    private mutating func begin() throws(FileFailure) {
        try parts.last?.end()
        let part = try OutputFile(path)
        try part.write(header)
        parts.append(part)
        (lines, bytes) = (0, header.count)
    }

    /// Adds the lines of one question, which stay together.
    mutating func add(_ text: [UInt8]) throws(FileFailure) {
        if lines > 0, lines >= mostLines || bytes > mostBytes - text.count { try begin() }
        try parts[parts.count - 1].write(text)
        lines += 1
        bytes += text.count
    }

    /// Puts the files in their places.
    ///
    /// - Returns: their paths, in the order of what they hold.
    func finish() throws -> [String] {
        let names = parts.count == 1 ? [path] : (1...parts.count).map(numbered)
        if parts.count > 1 { try refuseLeftovers(names) }
        for (part, name) in zip(parts, names) { try part.take(name) }
        return names
    }

    /// "plan.jsonl" in parts is "plan-001.jsonl" and so on.
    private func numbered(_ number: Int) -> String {
        let (stem, ending) = stemAndEnding
        let digits = String(number)
        return stem + "-" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits + ending
    }

    private var stemAndEnding: (String, String) {
        let name = URL(filePath: path).lastPathComponent
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (path, "") }
        let ending = String(name[dot...])
        return (String(path.dropLast(ending.count)), ending)
    }

    /// A part of an earlier plan that had more of them would be sent along.
    private func refuseLeftovers(_ names: [String]) throws {
        let next = numbered(names.count + 1)
        guard !FileManager.default.fileExists(atPath: next) else {
            throw ExchangeError(
                .leftover,
                "'\(next)' exists, and this plan has \(names.count) files: it would be taken for one of them; move it away"
            )
        }
    }
}
