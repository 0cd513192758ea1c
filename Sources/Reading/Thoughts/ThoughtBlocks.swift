import Text

/// Finds thoughts in a block of Markdown or HTML that is named after them: a fence (`` ```thinking ``), or an element
/// (`<details type="reasoning">`, `<details><summary>Thoughts</summary>`, `<div class="thinking">`).
///
/// The end of such a block is like that of any other, so it is looked for from its beginning on. What was looked through
/// once isn't again: time grows linearly with the reply.
struct ThoughtBlocks {
    private var hasOpenFence = false
    private var hasOpenElement = false

    /// Whether a block may begin with this byte.
    @inline(__always)
    static func mayBegin(with byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == .backtick || byte == UInt8(ascii: "~")
    }

    /// The marks around the block of thoughts that begins at `at`; the first alone where it never ends.
    mutating func block(_ bytes: Bytes, at: Int) -> [ThoughtMark]? {
        bytes[at] == UInt8(ascii: "<") ? element(bytes, at) : fence(bytes, at)
    }

    // MARK: - Fences

    private mutating func fence(_ bytes: Bytes, _ at: Int) -> [ThoughtMark]? {
        guard let mark = Self.fenceLine(bytes, at), !mark.name.isEmpty else { return nil }
        let name = String(decoding: mark.name, as: UTF8.self)
        guard Self.fences.contains(name) else { return nil }
        let opening = ThoughtMark(at..<mark.end, .opens, core: "fence \(name)")
        if hasOpenFence { return [opening] }
        var (line, depth) = (mark.end, 1)
        while line < bytes.count {
            let start = bytes.skippingBlanks(line, to: bytes.count)
            let end = bytes.index(of: .newline, from: start, to: bytes.count)
            if bytes.byte(start) == bytes[at], let inner = Self.fenceLine(bytes, start) {
                // A fence with a name is one inside the thoughts.
                depth += inner.name.isEmpty ? -1 : 1
                if depth == 0 { return [opening, ThoughtMark(start..<inner.end, .closes, core: "fence \(name)")] }
            }
            line = end + 1
        }
        hasOpenFence = true
        return [opening]
    }

    /// The name on a line of three backticks or tildes, in lower case, and the end of the line.
    private static func fenceLine(_ bytes: Bytes, _ start: Int) -> (name: [UInt8], end: Int)? {
        guard bytes.has("```", at: start) || bytes.has("~~~", at: start) else { return nil }
        var before = start
        while before > 0, bytes[before - 1] == .space || bytes[before - 1] == .tab { before -= 1 }
        guard before == 0 || bytes[before - 1] == .newline else { return nil }
        var at = start
        while bytes.byte(at) == bytes[start] { at += 1 }
        let limit = Swift.min(bytes.count, at + 40)
        let end = bytes.index(of: .newline, from: at, to: limit)
        guard end < limit || limit == bytes.count else { return nil }
        let name = bytes[at..<end].filter { !$0.isBlank }.map(\.lowercased)
        return (name, end)
    }

    private static let fences: Set = [
        "think", "thinking", "thought", "thoughts", "reason", "reasoning", "analysis", "reflection", "scratchpad",
        "plan", "planning", "rationale", "cot", "chain-of-thought", "chain_of_thought", "thinkingprocess",
    ]
}

extension ThoughtBlocks {
    // MARK: - Elements

    private mutating func element(_ bytes: Bytes, _ at: Int) -> [ThoughtMark]? {
        guard let name = Self.elements.first(where: { Self.isTag($0, bytes, at + 1) }) else { return nil }
        let behind = at + 1 + name.utf8CodeUnitCount
        let limit = Swift.min(bytes.count, behind + 160)
        var end = bytes.index(of: UInt8(ascii: ">"), from: behind, to: limit)
        guard end < limit else { return nil }
        end += 1
        var title = Self.lowercased(bytes, behind..<end)
        if title.contains("="), !ThoughtMark.speaksOfThoughts(title) { title = "" }
        if !title.contains("="), let summary = Self.summary(bytes, end) { title = summary }
        guard ThoughtMark.speaksOfThoughts(title) else { return nil }
        let opening = ThoughtMark(at..<end, .opens, core: "think \(name)")
        if hasOpenElement { return [opening] }
        var depth = 1
        var next = bytes.index(of: UInt8(ascii: "<"), from: end, to: bytes.count)
        while next < bytes.count {
            let isClosing = bytes.byte(next + 1) == UInt8(ascii: "/")
            if Self.isTag(name, bytes, next + (isClosing ? 2 : 1)) {
                depth += isClosing ? -1 : 1
                let stop = bytes.index(of: UInt8(ascii: ">"), from: next, to: bytes.count)
                if depth == 0 {
                    return [
                        opening, ThoughtMark(next..<Swift.min(stop + 1, bytes.count), .closes, core: "think \(name)"),
                    ]
                }
            }
            next = bytes.index(of: UInt8(ascii: "<"), from: next + 1, to: bytes.count)
        }
        hasOpenElement = true
        return [opening]
    }

    private static let elements: [StaticString] = ["details", "div", "section", "aside", "span"]

    /// Whether the name of a tag stands here, whole.
    private static func isTag(_ name: StaticString, _ bytes: Bytes, _ at: Int) -> Bool {
        let end = at + name.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        for offset in 0..<name.utf8CodeUnitCount where bytes[at + offset].lowercased != name.utf8Start[offset] {
            return false
        }
        return bytes.byte(end).isBlank || bytes.byte(end) == UInt8(ascii: ">")
    }

    /// What a `<summary>` at the beginning of an element says, in lower case.
    private static func summary(_ bytes: Bytes, _ start: Int) -> String? {
        let at = bytes.skippingBlanks(start, to: bytes.count)
        guard bytes.byte(at) == UInt8(ascii: "<"), isTag("summary", bytes, at + 1) else { return nil }
        let end = Swift.min(bytes.count, at + 120)
        let text = lowercased(bytes, at + 9..<Swift.max(at + 9, end))
        return text.firstRange(of: "</summary").map { String(text[..<$0.lowerBound]) }
    }

    private static func lowercased(_ bytes: Bytes, _ range: Range<Int>) -> String {
        guard range.upperBound <= bytes.count else { return "" }
        return bytes.text(range).lowercased()
    }
}
