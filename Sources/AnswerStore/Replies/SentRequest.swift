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
        let texts = (system: system.map(EscapedText.bytes), prompt: EscapedText.bytes(prompt))
        guard let places = Self.places(of: texts, in: request) else { return nil }
        (bytes, systemAt, promptAt) = (Data(), nil, nil)
        bytes.reserveCapacity(request.count)
        var end = 0
        for (range, isSystem) in places.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
            bytes.append(request[(request.startIndex + end)..<(request.startIndex + range.lowerBound)])
            if isSystem { systemAt = bytes.count } else { promptAt = bytes.count }
            end = range.upperBound
        }
        bytes.append(request[(request.startIndex + end)...])
        guard restored(system: texts.system, prompt: texts.prompt) == request else { return nil }
    }

    init(bytes: Data, systemAt: Int?, promptAt: Int?) {
        (self.bytes, self.systemAt, self.promptAt) = (bytes, systemAt, promptAt)
    }

    /// The request with its texts; `nil` where they don't fit.
    func restored(system: String?, prompt: String?) -> Data? {
        restored(system: system.map(EscapedText.bytes), prompt: prompt.map(EscapedText.bytes))
    }

    private func restored(system: [UInt8]?, prompt: [UInt8]?) -> Data? {
        var parts: [(at: Int, text: [UInt8])] = []
        for (place, text) in [(systemAt, system), (promptAt, prompt)] {
            guard let place else { continue }
            guard let text else { return nil }
            parts.append((place, text))
        }
        var (whole, end) = (Data(), 0)
        whole.reserveCapacity(parts.reduce(bytes.count) { $0 + $1.text.count })
        for (at, text) in parts.sorted(by: { $0.at < $1.at }) {
            guard (end...bytes.count).contains(at) else { return nil }
            whole.append(bytes[(bytes.startIndex + end)..<(bytes.startIndex + at)])
            whole.append(contentsOf: text)
            end = at
        }
        whole.append(bytes[(bytes.startIndex + end)...])
        return whole
    }

    /// The first place of each text between quotation marks; `nil` where the prompt has none.
    private static func places(
        of texts: (system: [UInt8]?, prompt: [UInt8]), in request: Data
    ) -> [(Range<Int>, isSystem: Bool)]? {
        request.withUnsafeBytes { bytes in
            guard !texts.prompt.isEmpty, let prompt = place(of: texts.prompt, in: bytes) else { return nil }
            guard let text = texts.system, !text.isEmpty, let system = place(of: text, in: bytes),
                !system.overlaps(prompt)
            else { return [(prompt, false)] }
            return [(system, true), (prompt, false)]
        }
    }

    private static func place(of text: [UInt8], in bytes: UnsafeRawBufferPointer) -> Range<Int>? {
        let quote = UInt8(ascii: "\"")
        return text.withUnsafeBytes { text in
            guard let wanted = text.baseAddress, let start = bytes.baseAddress else { return nil }
            var begin = 1
            while begin + text.count < bytes.count {
                if bytes[begin - 1] == quote, bytes[begin + text.count] == quote,
                    memcmp(wanted, start + begin, text.count) == 0
                {
                    return begin..<(begin + text.count)
                }
                begin += 1
            }
            return nil
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
