package import Foundation
import Text

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How far a shard is, as its journals tell: one file for each process that asked a part of it.
package struct ShardReplies: Sendable, Hashable {
    /// Questions that have a reply.
    package var replied = 0
    /// Questions that were asked in vain, and have none.
    package var failed = 0
    /// Whether the numbers are estimates: of files so long that only their beginnings were read.
    package var isEstimate = false
    /// Replies a second of the process that wrote last, over its time; `nil` before there is one.
    package var rate: Double?
    /// When something was written last; `nil` before.
    package var last: Date?

    package init() {}

    /// More bytes of a file than that are not read.
    private static let mostBytes = 64 << 20
    private static let opening = Array(#"{"sha256":""#.utf8)
    private static let kind = Array(#"","entry":{"kind":""#.utf8)
    /// Kind and question stand within the first bytes of a line.
    private static let headLength = 400

    /// What the journals of all shards in a folder tell.
    ///
    /// - Returns: by shard, from 1; none for one that has not begun. Files of other numbers of shards are left out.
    package static func all(in folder: String, shards: Int) -> [Int: ShardReplies] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var files: [Int: [String]] = [:]
        for name in names.sorted() {
            guard let found = name.wholeMatch(of: /shard-(\d{1,7})-of-(\d{1,7})\..*\.jsonl/),
                Int(found.output.2) == shards, let shard = Int(found.output.1), (1...shards).contains(shard)
            else { continue }
            files[shard, default: []].append(folder + "/" + name)
        }
        return files.mapValues { ShardReplies(journals: $0) }
    }

    private init(journals: [String]) {
        var (replied, failed) = (Set<UInt64>(), Set<UInt64>())
        // Questions beyond what was read, by the share of the bytes.
        var beyond = 0.0
        for path in journals {
            guard let info = try? FileManager.default.attributesOfItem(atPath: path),
                let size = (info[.size] as? Int).map(Double.init), let written = info[.modificationDate] as? Date
            else { continue }
            let before = replied.count
            let (read, began) = Self.read(path) { kind, question in
                if kind == "reply" { replied.insert(question) } else { failed.insert(question) }
            }
            var own = Double(replied.count - before)
            if size > Double(read), read > 0 {
                beyond += own * (size / Double(read) - 1)
                own *= size / Double(read)
                isEstimate = true
            }
            if written >= last ?? .distantPast {
                last = written
                let seconds = began.map { written.timeIntervalSince1970 - $0 } ?? 0
                rate = seconds >= 1 && own > 0 ? own / seconds : nil
            }
        }
        self.replied = replied.count + Int(beyond)
        self.failed = failed.subtracting(replied).count
    }

    /// Hands on the kind and the question of each whole line.
    ///
    /// - Returns: how many bytes were read, and when the file was begun, in seconds since 1970.
    private static func read(_ path: String, _ take: (Substring, UInt64) -> Void) -> (bytes: Int, began: Double?) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return (0, nil) }
        defer { close(descriptor) }
        var (bytes, line, began) = (0, [UInt8](), Double?.none)
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while bytes < mostBytes {
            let count = chunk.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            bytes += count
            var rest = chunk[..<count]
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                line += rest[..<end].prefix(1 << 20)
                if began == nil { began = beginning(line) }
                if let found = entry(line) { take(found.kind, found.question) }
                line.removeAll(keepingCapacity: true)
                rest = rest[(end + 1)...]
            }
            // Of a long line the beginning is enough; the header is short.
            if line.count < 1 << 20 { line += rest }
        }
        return (bytes, began)
    }

    private static func entry(_ line: [UInt8]) -> (kind: Substring, question: UInt64)? {
        let start = opening.count + 16
        guard line.count > start + kind.count, line.starts(with: opening),
            line[start..<(start + kind.count)].elementsEqual(kind)
        else { return nil }
        let text = String(decoding: line[(start + kind.count)...].prefix(headLength), as: UTF8.self)
        guard let found = text.firstMatch(of: /^(reply|failure)","question":"([^"\\]{1,200})"/) else { return nil }
        return (found.output.1, digest(found.output.2))
    }

    /// Questions are told apart by 64 bits: among a billion two are alike with a chance of 1 in 40.
    private static func digest(_ id: Substring) -> UInt64 {
        Digest(of: Array(id.utf8)).hexadecimal(bytes: 8).utf8.reduce(0) {
            $0 << 4 | UInt64($1 > UInt8(ascii: "9") ? $1 - 87 : $1 - 48)
        }
    }

    private static func beginning(_ line: [UInt8]) -> Double? {
        JSONReader.read(line, manner: .strict)?["entry"]?["header"]?["began"]?.double
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
