import Text

/// Tells the thoughts that some models write into their reply from the answer.
///
/// - Thoughts stand between an opening and a closing mark (see ``ThoughtMark``), several of them in a row, inside one
///   another, or behind the answer. They are never an answer.
/// - A closing mark without an opening one ends thoughts whose start the server has cut off.
/// - Thoughts that begin and never end mean that the answer was never begun, unless a mark of the answer follows.
/// - What stands before a mark of the answer (`<answer>`) is none; the marks themselves are passed over.
/// - Fences and elements of HTML that name thoughts are marks, too (see ``ThoughtBlocks``).
/// - The channels of harmony, with and without their marks, and headings of thoughts are told likewise (see
///   `Reasoning+Channels` and `Reasoning+Headings`).
/// - A reply that begins with a bracket has no thoughts before it: a mark in it belongs to one of its strings.
struct Reasoning {
    /// A stretch of thoughts: with its marks, and without.
    struct Section: Equatable {
        var range: Range<Int>
        var inner: Range<Int>
    }

    /// The thoughts in their order; those with nothing but white space between them are one.
    private(set) var sections: [Section] = []
    /// What else is no part of the answer, though no thought: marks, and what stands before the answer's.
    private(set) var skipped: [Range<Int>] = []
    /// Whether the thoughts never end.
    private(set) var isUnfinished = false
    /// Whether thoughts began again inside thoughts and ended but once, or stand under a heading without another one
    /// for the answer: a reply that was cut there may have no answer.
    private(set) var mayBeUnfinished = false
    /// Whether the template named channels, whose marks are nobody's text.
    private(set) var isChannelled = false

    init(_ bytes: Bytes) {
        let start = bytes.skippingBlanks(0, to: bytes.count)
        if Self.isDocument(bytes, start) { return }
        if let channels = Self.channels(bytes, start) {
            self = channels
            return
        }
        let marks = Self.marks(bytes, from: start)
        if !marks.isEmpty { take(marks, bytes, start) }
        if sections.isEmpty, skipped.isEmpty, Self.isUnderThoughts(bytes, start) { mayBeUnfinished = true }
    }

    /// A reply in channels.
    init(sections: [Section], skipped: [Range<Int>] = [], isUnfinished: Bool = false) {
        self.sections = sections
        self.skipped = skipped
        self.isUnfinished = isUnfinished
        isChannelled = true
    }

    /// The range of the answer, where it is one piece that goes to the end of the reply.
    func plainAnswer(in bytes: Bytes) -> Range<Int>? {
        guard skipped.isEmpty, sections.count <= 1 else { return nil }
        guard let thoughts = sections.first?.range else { return 0..<bytes.count }
        return bytes.skippingBlanks(0, to: thoughts.lowerBound) == thoughts.lowerBound
            ? thoughts.upperBound..<bytes.count : nil
    }

    /// The reply with white space in place of all that is no answer, so that every place stays where it was.
    func blanked(_ bytes: Bytes) -> [UInt8] {
        var answer = Array(bytes)
        for range in sections.map(\.range) + skipped {
            for index in range { answer[index] = index == range.lowerBound ? .newline : .space }
        }
        return answer
    }

    /// Whether the reply is an object or a list and ends as one.
    private static func isDocument(_ bytes: Bytes, _ start: Int) -> Bool {
        guard bytes.byte(start) == .openBrace || bytes.byte(start) == .openBracket else { return false }
        var end = bytes.count
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        if bytes.byte(start) == .openBrace, bytes[end - 1] == .closeBrace { return true }
        return ThoughtMark(bytes, at: start) == nil && !endsWithThoughts(bytes, end)
    }

    /// Whether a closing mark of thoughts ends at `end`.
    private static func endsWithThoughts(_ bytes: Bytes, _ end: Int) -> Bool {
        var at = end
        while at > 0, end - at < 64 {
            at -= 1
            if let mark = ThoughtMark(bytes, at: at), mark.range.upperBound == end { return mark.role == .closes }
        }
        return false
    }

    private static func marks(_ bytes: Bytes, from start: Int) -> [ThoughtMark] {
        var marks: [ThoughtMark] = []
        var blocks = ThoughtBlocks()
        var at = start
        while at < bytes.count {
            let byte = bytes[at]
            let block = ThoughtBlocks.mayBegin(with: byte) ? blocks.block(bytes, at: at) : nil
            if let block {
                marks += block
                at = block.last?.range.upperBound ?? at + 1
            } else if ThoughtMark.mayBegin(with: byte), let mark = ThoughtMark(bytes, at: at) {
                marks.append(mark)
                at = mark.range.upperBound
            } else {
                at += 1
            }
        }
        return marks
    }

    /// Thoughts that have begun and not ended.
    private struct Opened {
        let outer: ThoughtMark
        let isAtStart: Bool
        var top: [UInt8]
        var depth = 1
        /// How often the outer mark stands among the thoughts again; a doubled one is one.
        var repeats = 0
        var end: Int
    }

    /// Pairs the marks.
    private mutating func take(_ marks: [ThoughtMark], _ bytes: Bytes, _ start: Int) {
        let lastClosing = marks.lastIndex { $0.role == .closes } ?? -1
        let lastAnswer = marks.lastIndex { $0.role == .answers } ?? -1
        var open: Opened?
        for (place, mark) in marks.enumerated() {
            guard var opened = open else {
                switch mark.role {
                case .opens:
                    let isAtStart = isBegun(bytes, mark.range.lowerBound, start)
                    // A word in square brackets that nothing closes is no mark, unless the reply begins with it.
                    if mark.isSquare, !isAtStart, place > max(lastClosing, lastAnswer) { continue }
                    open = Opened(
                        outer: mark, isAtStart: isAtStart, top: mark.core, end: mark.range.upperBound)
                case .closes: swallow(upTo: mark, start)
                case .answers: skipped.append(beforeAnswer(mark, bytes, start)..<mark.range.upperBound)
                case .endsAnswer, .token: skipped.append(mark.range)
                }
                continue
            }
            switch mark.role {
            case .opens:
                opened.top = mark.core
                opened.depth += 1
                let isDoubled = bytes.skippingBlanks(opened.end, to: mark.range.lowerBound) == mark.range.lowerBound
                if mark.core == opened.outer.core, !isDoubled { opened.repeats += 1 }
                opened.end = mark.range.upperBound
                open = opened
            case .closes where opened.depth > 1 && mark.core == opened.top && mark.core != opened.outer.core:
                opened.top = opened.outer.core
                opened.depth -= 1
                open = opened
            case .closes:
                add(opened.outer, to: mark.range.upperBound, inner: mark.range.lowerBound, bytes)
                mayBeUnfinished = opened.repeats > 0
                open = nil
            // A mark of the answer that thoughts speak of is followed by the end of the thoughts.
            case .answers where place > lastClosing && place == lastAnswer:
                add(opened.outer, to: mark.range.lowerBound, inner: mark.range.lowerBound, bytes)
                skipped.append(mark.range)
                open = nil
            default: break
            }
        }
        if let open { end(open, bytes) }
    }

    /// Thoughts that go to the end of the reply. An explanation behind an answer may lack its closing mark.
    private mutating func end(_ open: Opened, _ bytes: Bytes) {
        let core = String(decoding: open.outer.core, as: UTF8.self)
        if open.isAtStart || core.contains("think") || core.contains("thought") || core == "channel" {
            isUnfinished = true
        } else {
            add(open.outer, to: bytes.count, inner: bytes.count, bytes)
        }
    }

    /// Where to skip from, so that the answer's own mark is the first thing read. Text before it is no answer, unless
    /// nothing stands behind the mark, or the mark is a word in square brackets, which other texts use, too.
    private func beforeAnswer(_ mark: ThoughtMark, _ bytes: Bytes, _ start: Int) -> Int {
        let (at, end) = (mark.range.lowerBound, mark.range.upperBound)
        let content = bytes.skippingBlanks(end, to: bytes.count)
        let isEmpty = content == bytes.count || ThoughtMark(bytes, at: content)?.role == .endsAnswer
        let isApart = at == 0 || bytes[at - 1].isBlank || bytes[at - 1] == UInt8(ascii: ">")
        let isFirst = !skipped.contains { $0.lowerBound == start }
        return isFirst && isApart && !isEmpty && !mark.isSquare ? start : at
    }

    /// Whether nothing but white space and thoughts stands before `at`.
    private func isBegun(_ bytes: Bytes, _ at: Int, _ start: Int) -> Bool {
        let end = sections.last?.range.upperBound ?? start
        return bytes.skippingBlanks(end, to: at) == at
    }

    /// A closing mark without its opening one: all before it was thought.
    private mutating func swallow(upTo mark: ThoughtMark, _ start: Int) {
        let first = sections.first.map { $0.range.lowerBound <= start ? $0.inner.lowerBound : start } ?? start
        sections = [Section(range: start..<mark.range.upperBound, inner: first..<mark.range.lowerBound)]
        mayBeUnfinished = false
        skipped.removeAll()
    }

    private mutating func add(_ opening: ThoughtMark, to end: Int, inner innerEnd: Int, _ bytes: Bytes) {
        let begin = opening.range.lowerBound
        if let last = sections.last, bytes.skippingBlanks(last.range.upperBound, to: begin) == begin {
            sections[sections.count - 1] = Section(
                range: last.range.lowerBound..<end, inner: last.inner.lowerBound..<innerEnd)
        } else {
            sections.append(Section(range: begin..<end, inner: opening.range.upperBound..<innerEnd))
        }
    }
}
