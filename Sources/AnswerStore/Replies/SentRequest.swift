import Foundation
import GRDB

/// A request without its prompt and system message: thousands of requests share one, and only prompts differ.
///
/// Each text stood in quotation marks at a place of its own. Where the texts put back don't give the request to the last byte,
/// it is kept whole instead.
struct SentRequest: Equatable {
    /// The request's bytes without the texts.
    var bytes: Data
    /// Where the system message stood, as a place in ``bytes``; `nil` where there is none.
    var systemAt: Int?
    /// The same of the prompt.
    var promptAt: Int?

    /// - Returns: `nil` where the texts can't be told in the request.
    init?(_ request: Data, system: String?, prompt: String?) {
        guard let prompt else { return nil }
        let holes = [system, prompt].map { $0.map(EscapedText.bytes) }
        guard let places = Self.places(of: holes, in: request) else { return nil }
        (bytes, systemAt, promptAt) = (Data(), nil, nil)
        bytes.reserveCapacity(request.count)
        var end = 0
        for (range, isSystem) in places.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
            bytes.append(request[(request.startIndex + end)..<(request.startIndex + range.lowerBound)])
            if isSystem { systemAt = bytes.count } else { promptAt = bytes.count }
            end = range.upperBound
        }
        bytes.append(request[(request.startIndex + end)...])
        guard restored(system: system, prompt: prompt) == request else { return nil }
    }

    init(bytes: Data, systemAt: Int?, promptAt: Int?) {
        (self.bytes, self.systemAt, self.promptAt) = (bytes, systemAt, promptAt)
    }

    /// The request with its texts; `nil` where they don't fit.
    func restored(system: String?, prompt: String?) -> Data? {
        var parts: [(at: Int, text: String)] = []
        if let systemAt {
            guard let system else { return nil }
            parts.append((systemAt, system))
        }
        if let promptAt {
            guard let prompt else { return nil }
            parts.append((promptAt, prompt))
        }
        var (whole, end) = (Data(), 0)
        for (at, text) in parts.sorted(by: { $0.at < $1.at }) {
            guard (end...bytes.count).contains(at) else { return nil }
            whole.append(bytes[(bytes.startIndex + end)..<(bytes.startIndex + at)])
            whole.append(contentsOf: EscapedText.bytes(text))
            end = at
        }
        whole.append(bytes[(bytes.startIndex + end)...])
        return whole
    }

    /// The first place of each text between quotation marks; `nil` where the prompt has none, or two overlap.
    private static func places(of holes: [[UInt8]?], in request: Data) -> [(Range<Int>, isSystem: Bool)]? {
        request.withUnsafeBytes { bytes in
            func place(of text: [UInt8]) -> Range<Int>? {
                let quote = UInt8(ascii: "\"")
                var start = 0
                while start + text.count + 2 <= bytes.count {
                    guard let found = bytes[start...].firstIndex(of: quote) else { return nil }
                    let begin = found + 1
                    guard begin + text.count < bytes.count else { return nil }
                    if bytes[begin + text.count] == quote, bytes[begin..<(begin + text.count)].elementsEqual(text) {
                        return begin..<(begin + text.count)
                    }
                    start = begin
                }
                return nil
            }
            guard let text = holes[1], !text.isEmpty, let prompt = place(of: text) else { return nil }
            guard let text = holes[0], !text.isEmpty else { return [(prompt, false)] }
            guard let system = place(of: text), !system.overlaps(prompt) else { return [(prompt, false)] }
            return [(system, true), (prompt, false)]
        }
    }

    /// Its number in the store, where it is stored once.
    func id(_ db: Database) throws -> Int64 {
        let digest = bytes.withUnsafeBytes { QuickDigest.of($0) }
        let sql = "SELECT id FROM sent WHERE digest = ? AND bytes = ? AND systemAt IS ? AND promptAt IS ?"
        let known = try db.cachedStatement(sql: sql)
        if let id = try Int64.fetchOne(known, arguments: [digest, bytes, systemAt, promptAt]) { return id }
        try db.cachedStatement(sql: "INSERT INTO sent (digest, bytes, systemAt, promptAt) VALUES (?, ?, ?, ?)")
            .execute(arguments: [digest, bytes, systemAt, promptAt])
        return db.lastInsertedRowID
    }
}
