/// A reply whose thoughts stand apart from its answer, for models that write both into one text.
public struct SplitReply: Sendable, Hashable {
    /// What stands between `<think>` and `</think>`, or before a `</think>` whose beginning the server cut off, without
    /// space around it; nil where the text has no thoughts that end. A thought that never ends leaves the text whole.
    public let thoughts: String?
    /// The rest, space at its beginning dropped where thoughts stood before it.
    public let answer: String

    /// Splits a text by the rule that ``ReplyReader`` reads by, so that both halves read as the whole does.
    public init(_ text: String) {
        var text = text
        let start: Int? = text.withUTF8 { bytes in
            guard bytes.count <= ReplyReader.sizeLimit, let answer = Reasoning.answer(in: bytes), answer.lowerBound > 0
            else { return nil }
            return bytes.skippingBlanks(answer.lowerBound, to: bytes.count)
        }
        guard let start else {
            thoughts = nil
            answer = text
            return
        }
        let cut = text.utf8.index(text.startIndex, offsetBy: start)
        thoughts = Self.withoutTags(text[..<cut])
        answer = String(text[cut...])
    }

    /// The thoughts inside the first opening and the last closing tag.
    private static func withoutTags(_ text: Substring) -> String {
        var inner = text.drop { $0.isWhitespace }
        if inner.lowercased().hasPrefix("<think"), let end = inner.firstIndex(of: ">") {
            inner = inner[inner.index(after: end)...]
        }
        if let last = inner.lastIndex(of: "<") { inner = inner[..<last] }
        return String(inner.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
