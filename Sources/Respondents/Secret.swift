/// A text that must not be seen: printing, interpolating or dumping it shows `<REDACTED>`.
///
/// One of less than eight bytes, such as the `none` or `EMPTY` that local servers are given, is a placeholder: scrubbing
/// it from an answer would damage the answer and protect nobody.
public struct Secret: Sendable, Hashable {
    private let text: String

    /// Wraps a text. White space around it is dropped, because keys are pasted.
    public init(_ text: String) {
        self.text = String(text.trimmingSpace())
    }

    /// Whether there is nothing to hide.
    public var isEmpty: Bool { text.isEmpty }

    /// The text itself, for the one place that sends it.
    public func reveal() -> String { text }

    /// `text` with every occurrence of the secret replaced by `<REDACTED>`.
    public func scrubbed(from text: String) -> String {
        guard isWorthHiding, text.contains(self.text) else { return text }
        return text.split(separator: self.text, omittingEmptySubsequences: false).joined(separator: Self.placeholder)
    }

    /// `bytes` with every occurrence of the secret replaced by `<REDACTED>`.
    func scrubbed(from bytes: [UInt8]) -> [UInt8] {
        let needle = Array(text.utf8)
        guard isWorthHiding, let head = needle.first, bytes.count >= needle.count else { return bytes }
        var result: [UInt8] = []
        var copied = 0
        var index = 0
        while index + needle.count <= bytes.count, let next = bytes[index...].firstIndex(of: head) {
            if bytes[next...].starts(with: needle) {
                result += bytes[copied..<next]
                result += Self.placeholder.utf8
                copied = next + needle.count
                index = copied
            } else {
                index = next + 1
            }
        }
        return copied == 0 ? bytes : result + bytes[copied...]
    }

    private var isWorthHiding: Bool { text.utf8.count >= 8 }

    static let placeholder = "<REDACTED>"
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always `<REDACTED>`.
    public var description: String { Self.placeholder }
    /// Always `<REDACTED>`.
    public var debugDescription: String { Self.placeholder }
    /// A mirror without the text, so that `dump` shows nothing either.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension StringProtocol {
    /// Without white space at both ends.
    func trimmingSpace() -> SubSequence {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return self[startIndex..<startIndex] }
        return self[first...last]
    }
}
