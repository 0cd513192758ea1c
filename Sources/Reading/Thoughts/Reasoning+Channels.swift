import Text

extension Reasoning {
    /// The thoughts of templates that name channels instead of setting marks around thoughts:
    ///
    /// - harmony: `<|channel|>analysis<|message|>…<|end|><|start|>assistant<|channel|>final<|message|>…<|return|>`;
    ///   only the final channel answers;
    /// - the same where the server dropped the marks: `analysis…assistantfinal…`;
    /// - headings (see `Reasoning+Headings`).
    ///
    /// - Returns: `nil` where the reply is of none of these.
    static func channels(_ bytes: Bytes, _ start: Int) -> Reasoning? {
        if let marked = harmony(bytes, start) { return marked }
        if let stripped = strippedHarmony(bytes, start) { return stripped }
        return headings(bytes, start)
    }

    // MARK: - With their marks

    private static func harmony(_ bytes: Bytes, _ start: Int) -> Reasoning? {
        guard find("<|channel|>", bytes, from: start) != nil || find("<|message|>", bytes, from: start) != nil else {
            return nil
        }
        var finals: [Range<Int>] = []
        var thoughts: [Range<Int>] = []
        var header = start
        while let message = find("<|message|>", bytes, from: header) {
            let content = message + 11
            let end = endings.compactMap { find($0, bytes, from: content) }.min() ?? bytes.count
            let isFinal = find("final", bytes, from: header).map { $0 < message } ?? false
            if isFinal { finals.append(content..<end) } else { thoughts.append(content..<end) }
            header = end
        }
        guard let first = finals.first, let last = finals.last else {
            return Reasoning(sections: [], isUnfinished: true)
        }
        let before = start..<first.lowerBound
        let earlier = thoughts.filter { $0.upperBound <= first.lowerBound }
        var sections: [Section] = []
        if let begin = earlier.first?.lowerBound, let end = earlier.last?.upperBound {
            sections = [Section(range: before, inner: begin..<end)]
        }
        var skipped = sections.isEmpty ? [before] : []
        for (final, next) in zip(finals, finals.dropFirst()) { skipped.append(final.upperBound..<next.lowerBound) }
        skipped.append(last.upperBound..<bytes.count)
        return Reasoning(sections: sections, skipped: skipped.filter { !$0.isEmpty })
    }

    private static let endings: [StaticString] = ["<|end|>", "<|return|>", "<|call|>", "<|start|>", "<|channel|>"]

    // MARK: - Without them

    private static func strippedHarmony(_ bytes: Bytes, _ start: Int) -> Reasoning? {
        let opening = (["analysis", "commentary", "assistantanalysis"] as [StaticString]).first {
            bytes.has($0, at: start)
        }
        if opening == nil, bytes.byte(start) == .backtick { return nil }
        var final: Range<Int>?
        var at = start
        while let found = find("assistant", bytes, from: at) {
            at = found + 9
            let word = bytes.skippingBlanks(at, to: bytes.count)
            guard bytes.has("final", at: word) else { continue }
            // "The assistant final decision" is a sentence; glued, or on lines of their own, they are marks.
            let isGlued = word == at && (opening != nil || bytes.byte(word + 5) != .space)
            if isGlued || (opening != nil && bytes[at..<word].contains(.newline)) {
                final = found..<behindFormat(bytes, word + 5)
            }
        }
        let begun = start + (opening?.utf8CodeUnitCount ?? 0)
        if let final, final.lowerBound >= begun {
            return Reasoning(sections: [Section(range: start..<final.upperBound, inner: begun..<final.lowerBound)])
        }
        guard opening != nil else { return nil }
        let next = bytes.byte(begun)
        let isGlued = next >= 0x80 || (next.isLetter && next != next.lowercased)
        return isGlued ? Reasoning(sections: [], isUnfinished: true) : nil
    }

    /// The index behind "json", which harmony may say of the final channel, where an object follows.
    private static func behindFormat(_ bytes: Bytes, _ at: Int) -> Int {
        let word = bytes.skippingBlanks(at, to: bytes.count)
        guard bytes.has("json", at: word) else { return at }
        let next = bytes.byte(bytes.skippingBlanks(word + 4, to: bytes.count))
        return next == .openBrace || next == .openBracket ? word + 4 : at
    }

    /// The first place at or behind `start` where the text stands.
    static func find(_ text: StaticString, _ bytes: Bytes, from start: Int) -> Int? {
        let first = text.utf8Start[0]
        var at = bytes.index(of: first, from: start, to: bytes.count)
        while at < bytes.count {
            if bytes.has(text, at: at) { return at }
            at = bytes.index(of: first, from: at + 1, to: bytes.count)
        }
        return nil
    }
}
