import Text

extension Reasoning {
    /// Thoughts under a heading, with the answer under another one:
    ///
    /// - Granite: "Here is my thought process: … Here is my response: …";
    /// - Ollama's program: "Thinking..." on a line of its own, and "...done thinking.";
    /// - "**Thinking:** … **Final answer:** …", at the beginnings of lines. Here a missing second heading means an answer
    ///   that was explained, not one that was cut off.
    ///
    /// - Returns: `nil` where the reply begins with none of these.
    static func headings(_ bytes: Bytes, _ start: Int) -> Reasoning? {
        for form in announced {
            guard let opening = form.openings.first(where: { bytes.has($0, at: start) }) else { continue }
            let begun = start + opening.utf8CodeUnitCount
            if form.isLine, !isLineEnd(bytes, begun) { continue }
            for closing in form.closings {
                guard let found = find(closing, bytes, from: begun) else { continue }
                return thoughts(start, begun, found, found + closing.utf8CodeUnitCount)
            }
            return Reasoning(sections: [], isUnfinished: true)
        }
        return titled(bytes, start)
    }

    private typealias Announced = (openings: [StaticString], closings: [StaticString], isLine: Bool)

    private static let announced: [Announced] = [
        (
            ["Here is my thought process:", "Here's my thought process:"],
            ["Here is my response:", "Here's my response:"], false
        ),
        (["Thinking...", "Thinking…"], ["...done thinking.", "…done thinking.", "... done thinking."], true),
    ]

    private static func thoughts(_ start: Int, _ begun: Int, _ found: Int, _ end: Int) -> Reasoning {
        Reasoning(sections: [Section(range: start..<end, inner: begun..<found)])
    }

    private static func isLineEnd(_ bytes: Bytes, _ at: Int) -> Bool {
        var at = at
        while bytes.byte(at) == .space || bytes.byte(at) == .carriageReturn { at += 1 }
        return at >= bytes.count || bytes[at] == .newline
    }

    // MARK: - Titles

    private static func titled(_ bytes: Bytes, _ start: Int) -> Reasoning? {
        guard let title = Title(bytes, start) else { return nil }
        let isThought = thoughtTitles.contains(title.text)
        guard isThought || reasonTitles.contains(title.text) else { return nil }
        var line = bytes.index(of: .newline, from: title.end, to: bytes.count)
        while line < bytes.count {
            let at = bytes.skippingBlanks(line, to: bytes.count)
            if let next = Title(bytes, at), finals.contains(next.text) || (isThought && answers.contains(next.text)) {
                return thoughts(start, title.end, at, next.end)
            }
            line = bytes.index(of: .newline, from: at, to: bytes.count)
        }
        return nil
    }

    /// Whether the reply begins with a heading of thoughts.
    static func isUnderThoughts(_ bytes: Bytes, _ start: Int) -> Bool {
        Title(bytes, start).map { thoughtTitles.contains($0.text) } ?? false
    }

    private static let thoughtTitles: Set = [
        "thinking", "thought", "thoughts", "my thoughts", "thought process", "my thought process", "thinking process",
        "chain of thought", "internal monologue", "inner monologue", "scratchpad",
    ]
    /// What an answer may be explained under, too: only a "final" one ends it.
    private static let reasonTitles: Set = ["reasoning", "analysis", "my reasoning", "rationale"]
    private static let answers: Set = ["answer", "response", "my answer", "my response", "output"]
    private static let finals: Set = [
        "final answer", "final response", "final choice", "final decision", "final output",
    ]

    /// A few words at the beginning of a line that a colon follows, or that are a heading of Markdown.
    private struct Title {
        let text: String
        let end: Int

        init?(_ bytes: Bytes, _ start: Int) {
            var at = start
            while Self.isEmphasis(bytes.byte(at)) || (at > start && bytes.byte(at) == .space) { at += 1 }
            let isHeading = bytes.byte(start) == UInt8(ascii: "#")
            let begun = at
            while at < bytes.count, at - begun < 24, bytes[at].isLetter || bytes[at] == .space { at += 1 }
            guard at > begun, bytes[begun].isLetter else { return nil }
            let words = bytes[begun..<at].map(\.lowercased)
            text = String(decoding: words, as: UTF8.self).trimmed
            while Self.isEmphasis(bytes.byte(at)) { at += 1 }
            if bytes.byte(at) == .colon {
                at += 1
                while Self.isEmphasis(bytes.byte(at)) { at += 1 }
            } else {
                guard isHeading, Reasoning.isLineEnd(bytes, at) else { return nil }
            }
            end = at
        }

        private static func isEmphasis(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "#")
        }
    }
}
