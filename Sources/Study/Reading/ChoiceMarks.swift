/// Check marks and crosses as words, so that they can be read beside the option that they stand at.
enum ChoiceMarks {
    static let checked = "vlenschecked"
    static let unchecked = "vlensunchecked"

    /// The text with "✓", "[x]" and the like spelled as a word, and "☐", "✗", "[ ]" as another.
    static func spelled(_ text: String) -> String {
        var text = text
        guard text.utf8.contains(where: { $0 >= 0x80 || $0 == .openBracket }) else { return text }
        for mark in ["[x]", "[X]", "[✓]", "[✔]", "[*]"] where text.contains(mark) {
            text = text.replacing(mark, with: " \(checked) ")
        }
        if text.contains("[ ]") { text = text.replacing("[ ]", with: " \(unchecked) ") }
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

    private static let checks: Set<Unicode.Scalar> = ["✓", "✔", "✅", "☑", "🗹", "⦿", "◉", "🔘"]
    private static let crosses: Set<Unicode.Scalar> = ["✗", "✘", "❌", "❎", "☐", "🗷", "⬜", "◻"]
}

extension ChoiceText {
    /// The option that a check mark stands at, in a text whose marks are spelled as ``ChoiceMarks`` does.
    ///
    /// A mark counts at the beginning or the end of a line that names one option: "- [x] Option 1: I vote", "| Option 2
    /// | ✓ |". Where both options are checked neither is chosen; crosses alone choose nothing.
    var checked: ChoiceOutcome {
        guard texts.contains(ChoiceMarks.checked) else { return .none }
        var options: Set<Int> = []
        var start = 0
        while start < words.count {
            var end = start + 1
            while end < words.count, !words.gap(end).hasNewline { end += 1 }
            let named = Set((start..<end).compactMap { holder[$0] }.map { mentions[$0].option })
            let isChecked = texts[start] == ChoiceMarks.checked || texts[end - 1] == ChoiceMarks.checked
            let isCrossed = texts[start] == ChoiceMarks.unchecked || texts[end - 1] == ChoiceMarks.unchecked
            if named.count == 1, let option = named.first, isChecked, !isCrossed { options.insert(option) }
            start = end
        }
        guard let option = options.first else { return .none }
        return options.count == 1 ? ChoiceOutcome(option) : .notAnOption
    }
}
