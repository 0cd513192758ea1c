/// A text that must not be seen: printing, interpolating or dumping it shows `<REDACTED>`.
///
/// A word that says that no key is needed, such as the `none` or `EMPTY` that local servers are given, is a placeholder:
/// scrubbing it from an answer would damage the answer and protect nobody.
package struct Secret: Sendable, Hashable {
    private let text: String

    /// Wraps a text. White space around it is dropped, because keys are pasted.
    package init(_ text: String) {
        self.text = String(text.trimmingSpace())
    }

    /// Whether there is nothing to hide.
    package var isEmpty: Bool { text.isEmpty }

    /// The text itself, for the one place that sends it.
    package func reveal() -> String { text }

    /// `text` with every occurrence of the secret, however it is spelt, replaced by `<REDACTED>`.
    package func scrubbed(from text: String) -> String { Scrubber([self]).scrubbed(text) }

    /// Long enough that nobody writes it, or a half of it, by chance.
    var isLong: Bool { text.utf8.count >= 8 }

    /// Of what is shorter, only a mixture of letters and digits is no word.
    var isPlaceholder: Bool {
        if isLong { return Self.placeholders.contains(text.lowercased()) }
        return text.utf8.count < 4 || !text.contains(where: \.isLetter) || !text.contains(where: \.isNumber)
    }

    private static let placeholders: Set<String> = [
        "anything", "not-needed", "notneeded", "not-used", "not-required", "no-key-required", "no-key-needed",
        "sk-no-key-required", "lm-studio", "placeholder", "token-abc123", "dummy-key", "dummykey", "required",
        "undefined", "your-api-key", "your_api_key",
    ]

    static let placeholder = "<REDACTED>"
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always `<REDACTED>`.
    package var description: String { Self.placeholder }
    /// Always `<REDACTED>`.
    package var debugDescription: String { Self.placeholder }
    /// A mirror without the text, so that `dump` shows nothing either.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension StringProtocol {
    /// Without white space at both ends.
    package func trimmingSpace() -> SubSequence {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return self[startIndex..<startIndex] }
        return self[first...last]
    }
}
