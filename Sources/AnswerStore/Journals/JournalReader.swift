import Foundation
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads a journal line by line; memory holds one line.
struct JournalReader {
    /// What of a file could not be read.
    struct Faults: Equatable {
        /// Whether its last line is torn: what it held was not acknowledged.
        var isTorn = false
        /// Lines before it that are not what was written.
        var damaged = 0
        /// The number of the first of them, from 1.
        var firstDamaged: Int?
    }

    /// Gives each entry of a file to the closure, in order; the first is the header.
    ///
    /// - Parameter body: is given the entry; `false` ends the reading.
    /// - Throws: ``StoreError/journal(path:detail:)`` where the file can't be read, or is no journal of this format; what `body`
    ///   throws.
    static func read(_ path: String, _ body: (JournalEntry) throws -> Bool) throws -> Faults {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw StoreError.journal(path: path, detail: FileFailure(.reading, path, number: errno).reason)
        }
        defer { close(descriptor) }
        var (faults, line, number) = (Faults(), [UInt8](), 0)
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = chunk.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw StoreError.journal(path: path, detail: FileFailure(.reading, path, number: errno).reason)
            }
            if count == 0 { break }
            var rest = chunk[..<count]
            while let end = rest.firstIndex(of: .newline) {
                line += rest[..<end]
                rest = rest[(end + 1)...]
                number += 1
                guard try take(line, number, path, &faults, body) else { return faults }
                line.removeAll(keepingCapacity: line.count < 1 << 20)
            }
            line += rest
            guard line.count <= JournalLine.longest else {
                throw StoreError.journal(path: path, detail: "line \(number + 1) has no end; it is no journal of vlens")
            }
        }
        if !line.isEmpty { faults.isTorn = true }
        return faults
    }

    private static func take(
        _ line: [UInt8], _ number: Int, _ path: String, _ faults: inout Faults, _ body: (JournalEntry) throws -> Bool
    ) throws -> Bool {
        guard let json = JournalLine.entry(in: line), let entry = JournalEntry(json) else {
            if number == 1 {
                throw StoreError.journal(
                    path: path, detail: "its first line is no header of a journal that this version of vlens can read")
            }
            faults.damaged += 1
            faults.firstDamaged = faults.firstDamaged ?? number
            return true
        }
        if number == 1, case .header = entry {
        } else if number == 1 {
            throw StoreError.journal(path: path, detail: "its first line is no header")
        }
        return try body(entry)
    }

    /// The header of a journal; `nil` of one that was torn before its header was whole, and so holds nothing.
    static func header(of path: String) throws -> JournalHeader? {
        var header: JournalHeader?
        _ = try read(path) { entry in
            if case .header(let found) = entry { header = found }
            return false
        }
        return header
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
