import Text

/// Check marks and crosses as words, so that they can be read beside the option that they stand at.
enum ChoiceMarks {
    static let checked = "vlenschecked"
    static let unchecked = "vlensunchecked"

    /// The text with "✓", "[x]" and the like spelled as a word, and "☐", "✗", "[ ]" as another.
    static func spelled(_ text: String) -> String {
        var text = text
        guard text.utf8.contains(where: { $0 >= 0x80 || $0 == .openBracket }) else { return text }
        text = boxes(text)
        guard text.unicodeScalars.contains(where: { checks.contains($0) || crosses.contains($0) }) else { return text }
        var spelled = ""
        for scalar in text.unicodeScalars {
            if checks.contains(scalar) {
                spelled += " \(checked) "
            } else if crosses.contains(scalar) {
                spelled += " \(unchecked) "
            } else {
                spelled.unicodeScalars.append(scalar)
            }
        }
        return spelled
    }

    /// "[x]", "[ ]" of lists of tasks.
    private static func boxes(_ text: String) -> String {
        var spelled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "[") {
            spelled += rest[..<open]
            rest = rest[open...].dropFirst()
            let inner = rest.prefix(4).prefix { $0 != "]" }
            let sign = inner.filter { !$0.isWhitespace }.lowercased()
            guard rest.dropFirst(inner.count).first == "]", sign.isEmpty || ["x", "✓", "✔", "*"].contains(sign) else {
                spelled += "["
                continue
            }
            spelled += " \(sign.isEmpty ? unchecked : checked) "
            rest = rest.dropFirst(inner.count + 1)
        }
        return spelled + rest
    }

    private static let checks: Set<Unicode.Scalar> = ["✓", "✔", "✅", "☑", "🗹", "⦿", "◉", "🔘"]
    private static let crosses: Set<Unicode.Scalar> = ["✗", "✘", "❌", "❎", "☐", "🗷", "⬜", "◻"]
}

extension ChoiceText {
    /// Whether a cross or an empty box stands at the line of the option, and no check mark.
    func isCrossed(_ mention: ChoiceMention) -> Bool {
        var (start, end) = (mention.range.lowerBound, mention.range.upperBound)
        while start > 0, !words.gap(start).hasNewline, mention.range.lowerBound - start < 8 { start -= 1 }
        while end < words.count, !words.gap(end).hasNewline, end - mention.range.upperBound < 8 { end += 1 }
        let line = texts[start..<min(end, texts.count)]
        return line.contains(ChoiceMarks.unchecked) && !line.contains(ChoiceMarks.checked)
    }

    /// "| Option 1 | Yes |": what the cell behind the option's says of it.
    private func saidInTable(_ line: Range<Int>) -> Bool? {
        guard let last = line.last(where: { holder[$0] != nil }), last + 1 < line.upperBound,
            [UInt8(ascii: "|"), .colon, UInt8(ascii: "=")].contains(words.before(last + 1))
        else { return nil }
        let cell = Array(texts[last + 1..<line.upperBound])
        if lexicon.falsy.isWhole(cell) { return false }
        return lexicon.truthy.isWhole(cell) ? true : nil
    }

    private func isBox(_ index: Int) -> Bool {
        texts[index] == ChoiceMarks.checked || texts[index] == ChoiceMarks.unchecked
    }

    /// The option that a check mark stands at, in a text whose marks are spelled as ``ChoiceMarks`` does.
    ///
    /// A mark counts at the beginning or the end of a line that names one option: "- [x] Option 1: I vote", "| Option 2
    /// | ✓ |". Where both options are checked neither is chosen; crosses alone choose nothing.
    var checked: ChoiceOutcome {
        var options: Set<Int> = []
        var start = 0
        while start < words.count {
            var end = start + 1
            // "[x] Option 1 [ ] Option 2" has two of them in one line.
            while end < words.count, !words.gap(end).hasNewline, !(isBox(start) && isBox(end)) { end += 1 }
            let named = Set((start..<end).compactMap { holder[$0] }.map { mentions[$0].option })
            let said = saidInTable(start..<end)
            let isChecked = said == true || texts[start] == ChoiceMarks.checked || texts[end - 1] == ChoiceMarks.checked
            let isCrossed =
                said == false || texts[start] == ChoiceMarks.unchecked || texts[end - 1] == ChoiceMarks.unchecked
            if named.count == 1, let option = named.first, isChecked, !isCrossed { options.insert(option) }
            start = end
        }
        guard let option = options.first else { return .none }
        return options.count == 1 ? ChoiceOutcome(option) : .notAnOption
    }
}
