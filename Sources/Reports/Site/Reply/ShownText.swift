/// A text that may be too long for a page: a piece of it, and how much there is of it.
package struct ShownText: Sendable, Equatable {
    /// The piece; bytes that are no UTF-8 are U+FFFD.
    package var text: String
    /// Bytes of the whole.
    package var bytes: Int
    /// Which piece this is, from 1, of how many.
    package var part, parts: Int

    /// A piece of a text.
    package init(_ text: String, bytes: Int, part: Int = 1, parts: Int = 1) {
        (self.text, self.bytes, self.part, self.parts) = (text, bytes, part, parts)
    }

    /// The beginning of a text, at most so many bytes of it, cut between characters.
    package init(_ text: String, most: Int) {
        let bytes = text.utf8.count
        guard bytes > most else {
            self.init(text, bytes: bytes)
            return
        }
        let beginning = Array(text.utf8.prefix(most + 4))
        let kept = String(decoding: beginning[..<Self.cut(beginning, near: most)], as: UTF8.self)
        self.init(kept, bytes: bytes, part: 1, parts: (bytes + most - 1) / max(1, most))
    }

    /// Whether there is more than this piece.
    package var isCut: Bool { parts > 1 }
}
