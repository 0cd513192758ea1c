import Text

/// A mark with which a model's template sets thoughts, the answer or a turn off: `<think>`, `[/THINK]`,
/// `<|begin_of_thought|>`, `◁think▷`, `<seed:think>`, `<answer>`, `<|im_end|>`.
///
/// A mark is told by its brackets (`<>`, `<||>`, `<｜｜>`, `[]`, `◁▷`) and by what its name holds, not by a list of models:
/// the next template has another name for the same thing. Blanks in a mark, and brackets escaped for HTML, Markdown or
/// JSON (`&lt;think&gt;`, `\<think\>`, `\u003cthink\u003e`), change nothing.
struct ThoughtMark {
    enum Role: Equatable {
        /// Thoughts begin.
        case opens
        /// Thoughts end.
        case closes
        /// The answer begins.
        case answers
        /// The answer ends.
        case endsAnswer
        /// Neither: the end of a turn or of the text.
        case token
    }

    let range: Range<Int>
    let role: Role
    /// The name without "begin", "end" and the like, by which an opening mark finds its closing one.
    let core: [UInt8]
    /// Whether square brackets stand around it, which other texts use, too.
    let isSquare: Bool

    /// The mark that begins at `at`, or `nil` where none does.
    init?(_ bytes: Bytes, at: Int) {
        guard let shape = Shape(bytes, at: at) else { return nil }
        let name = Name(shape.name)
        guard let role = Self.role(shape, name) else { return nil }
        range = at..<shape.end
        self.role = role
        core = name.core
        // "[BEGIN FINAL RESPONSE]" is no word that a text would put into brackets.
        isSquare = shape.kind == .square && !(name.begins && role == .answers)
    }

    /// A mark of another shape, such as a fence or an element of HTML.
    init(_ range: Range<Int>, _ role: Role, core: String) {
        self.range = range
        self.role = role
        self.core = Array(core.utf8)
        isSquare = false
    }

    /// Whether a mark may begin with this byte.
    @inline(__always)
    static func mayBegin(with byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "<"), .openBracket, 0xE2, UInt8(ascii: "&"), .backslash: true
        default: false
        }
    }

    private static func role(_ shape: Shape, _ name: Name) -> Role? {
        let core = String(decoding: name.core, as: UTF8.self)
        let closes = shape.hasSlash || name.ends
        // Gemma's own: `<|channel>thought … <channel|>`, `<unused94>thought … <unused95>`.
        switch core {
        case "channel" where shape.opensWithBar != shape.closesWithBar: return shape.opensWithBar ? .opens : .closes
        case "unused94": return .opens
        case "unused95": return .closes
        default: break
        }
        let isThought = speaksOfThoughts(core) || (shape.kind != .square && plans.contains(core))
        if isThought || (core == "inner" && (name.begins || name.ends)) {
            if shape.isEmpty { return .token }
            return closes ? .closes : .opens
        }
        if shape.isEmpty || shape.isSpaced { return nil }
        let isBox = core == "box" && (name.ends || name.begins)
        if isBox || (shape.kind == .square ? squareAnswers : answers).contains(core) {
            return closes ? .endsAnswer : .answers
        }
        let isToken = shape.opensWithBar || shape.closesWithBar || tokens.contains(core)
        return isToken ? .token : nil
    }

    /// Whether a name in lower case is one of thoughts.
    static func speaksOfThoughts(_ name: String) -> Bool { stems.contains(where: name.contains) || name == "cot" }

    private static let stems = [
        "think", "thought", "reason", "reflect", "analysis", "scratchpad", "monologue", "deliberat", "ponder",
    ]
    /// Names that are no thoughts in other words: "Plan A" may be an option.
    private static let plans: Set = ["plan", "planning", "rationale", "brainstorm", "brainstorming"]
    private static let answers: Set<String> = [
        "answer", "finalanswer", "final", "response", "finalresponse", "output", "solution", "conclusion",
    ]
    private static let squareAnswers: Set<String> = ["answer", "finalanswer", "finalresponse"]
    private static let tokens: Set<String> = ["s", "eos", "bos", "turn", "inst"]
}

extension ThoughtMark {
    private static let escapedOpenings: [StaticString] = [
        "\\<", "&lt;", "&LT;", "&#60;", "&#x3c;", "&#x3C;", "\\u003c", "\\u003C", "&amp;lt;",
    ]
    private static let escapedClosings: [StaticString] = [
        "\\>", "&gt;", "&GT;", "&#62;", "&#x3e;", "&#x3E;", "\\u003e", "\\u003E", "&amp;gt;",
    ]

    /// The brackets of a mark and the name between them.
    private struct Shape {
        enum Kind { case angle, square, triangle }

        let kind: Kind
        let name: [UInt8]
        let hasSlash: Bool
        let opensWithBar: Bool
        let closesWithBar: Bool
        /// Whether blanks stand before the name.
        let isSpaced: Bool
        /// Whether it closes itself: `<think/>`.
        let isEmpty: Bool
        let end: Int

        init?(_ bytes: Bytes, at start: Int) {
            guard let (kind, inside) = Self.opening(bytes, start) else { return nil }
            self.kind = kind
            var at = inside
            let bar = kind == .angle ? Self.bar(bytes, at) : 0
            opensWithBar = bar > 0
            at += bar
            let first = Self.blanks(bytes, at, kind)
            hasSlash = bytes.byte(first) == UInt8(ascii: "/") || bytes.has("\\/", at: first)
            if hasSlash { at = first + (bytes.byte(first) == .backslash ? 2 : 1) }
            let nameStart = Self.blanks(bytes, at, kind)
            isSpaced = nameStart > at || (hasSlash && first > inside + bar)
            at = nameStart
            let allowsSpace = opensWithBar || kind == .square
            while at - nameStart < 48, let length = Self.nameByte(bytes, at, allowsSpace: allowsSpace) { at += length }
            guard at > nameStart, bytes[nameStart].isLetter else { return nil }
            name = Array(bytes[nameStart..<at])
            var closing = 0
            if kind == .angle {
                if !opensWithBar { at = Self.attributes(bytes, at) ?? Self.blanks(bytes, at, kind) }
                closing = Self.bar(bytes, at)
            }
            closesWithBar = closing > 0
            at += closing
            isEmpty = kind == .angle && !hasSlash && bytes.byte(at) == UInt8(ascii: "/")
            guard let end = Self.closing(bytes, isEmpty ? at + 1 : at, kind) else { return nil }
            self.end = end
        }

        /// The kind of the bracket at `at`, and the index behind it.
        private static func opening(_ bytes: Bytes, _ at: Int) -> (Kind, Int)? {
            switch bytes[at] {
            case UInt8(ascii: "<"): return (.angle, at + 1)
            case .openBracket: return (.square, at + 1)
            case 0xE2: return bytes.has("◁", at: at) ? (.triangle, at + 3) : nil
            default:
                return ThoughtMark.escapedOpenings.first { bytes.has($0, at: at) }
                    .map { (.angle, at + $0.utf8CodeUnitCount) }
            }
        }

        /// The index behind the closing bracket that stands at `at`.
        private static func closing(_ bytes: Bytes, _ at: Int, _ kind: Kind) -> Int? {
            switch kind {
            case .angle:
                if bytes.byte(at) == UInt8(ascii: ">") { return at + 1 }
                return ThoughtMark.escapedClosings.first { bytes.has($0, at: at) }.map { at + $0.utf8CodeUnitCount }
            case .square:
                // "[reason](address)" is a link.
                guard bytes.byte(at) == .closeBracket, bytes.byte(at + 1) != UInt8(ascii: "(") else { return nil }
                return at + 1
            case .triangle: return bytes.has("▷", at: at) ? at + 3 : nil
            }
        }

        /// The index behind a few blanks, of which no mark in other brackets has any.
        private static func blanks(_ bytes: Bytes, _ at: Int, _ kind: Kind) -> Int {
            kind == .angle ? bytes.skippingBlanks(at, to: Swift.min(bytes.count, at + 4)) : at
        }

        /// The length of a bar, plain or of full width, at `at`; 0 where none stands there.
        private static func bar(_ bytes: Bytes, _ at: Int) -> Int {
            if bytes.byte(at) == UInt8(ascii: "|") { return 1 }
            return bytes.has("｜", at: at) ? 3 : 0
        }

        private static func nameByte(_ bytes: Bytes, _ at: Int, allowsSpace: Bool) -> Int? {
            let byte = bytes.byte(at)
            if byte.isLetter || byte.isDigit || (allowsSpace && byte == .space) { return 1 }
            switch byte {
            case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "."): return 1
            default: return bytes.has("▁", at: at) ? 3 : nil
            }
        }

        /// The index behind attributes such as ` type="deep"`; `nil` where none stand here.
        private static func attributes(_ bytes: Bytes, _ at: Int) -> Int? {
            guard bytes.byte(at) == .space else { return nil }
            var (end, hasValue) = (at, false)
            while end < bytes.count, end - at < 120 {
                switch bytes[end] {
                case UInt8(ascii: ">"): return hasValue ? end : nil
                case UInt8(ascii: "<"), .newline: return nil
                case UInt8(ascii: "="): hasValue = true
                default: break
                }
                end += 1
            }
            return nil
        }
    }

    /// A mark's name, taken apart: "begin_of_thought" is the beginning of "thought".
    private struct Name {
        private(set) var core: [UInt8] = []
        private(set) var begins = false
        private(set) var ends = false

        init(_ name: [UInt8]) {
            let words = name.map(\.lowercased).split { !($0.isLetter || $0.isDigit) }.map { Array($0) }
            for (place, word) in words.enumerated() {
                let isOuter = words.count > 1 && (place == 0 || place == words.count - 1)
                switch String(decoding: word, as: UTF8.self) {
                case "begin", "start", "open", "prefix": if isOuter { begins = true } else { core += word }
                case "end", "stop", "close", "finish", "suffix": if isOuter { ends = true } else { core += word }
                case "of", "the": break
                default: core += word
                }
            }
        }
    }
}
