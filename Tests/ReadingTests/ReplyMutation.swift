import TestSupport

/// Damages a reply as models, servers and tables do, and a little worse.
struct ReplyMutation {
    var random: SeededRandom

    /// The reply with one to three pieces damaged. Its bytes need be no UTF-8 any more.
    mutating func damaged(_ reply: String) -> [UInt8] {
        var tokens = Self.tokens(Array(reply.utf8))
        for _ in 0...below(3) where !tokens.isEmpty { damage(&tokens) }
        return tokens.flatMap { $0 }
    }

    private mutating func damage(_ tokens: inout [[UInt8]]) {
        let (at, other) = (below(tokens.count), below(tokens.count))
        switch below(8) {
        case 0: tokens.remove(at: at)
        case 1: tokens.insert(tokens[at], at: other)
        case 2: tokens.swapAt(at, other)
        case 3: tokens.removeSubrange((at + 1)...)
        case 4: tokens.insert(Array(Self.marks[below(Self.marks.count)].utf8), at: at)
        case 5: turnDigit(&tokens, from: at)
        case 6: tokens[at][below(tokens[at].count)] = UInt8(below(256))
        default: tokens.insert(contentsOf: tokens[min(at, other)...max(at, other)], at: at)
        }
    }

    /// Another digit in place of the first one at or behind `start`.
    private mutating func turnDigit(_ tokens: inout [[UInt8]], from start: Int) {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let at = tokens[start...].firstIndex(where: { $0.contains { digits ~= $0 } }),
            let place = tokens[at].firstIndex(where: { digits ~= $0 })
        else { return }
        tokens[at][place] = digits.lowerBound + UInt8(below(10))
    }

    private mutating func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

    private static let marks = [
        "\"", "'", "`", "```", "“", "”", "{", "}", "[", "]", "(", ")", ",", ":", ";", "\n", "\\", "<think>", "</think>",
        "\0",
        "*", "|", "…", "null", "\u{202E}",
    ]

    /// Runs of letters and digits, and each other byte by itself.
    private static func tokens(_ bytes: [UInt8]) -> [[UInt8]] {
        var tokens: [[UInt8]] = []
        var isWord = false
        for byte in bytes {
            let isLetter =
                byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
            if isLetter, isWord { tokens[tokens.count - 1].append(byte) } else { tokens.append([byte]) }
            isWord = isLetter
        }
        return tokens
    }
}
