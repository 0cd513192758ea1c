import Text

/// Reads replies as the notebooks released with the paper do. For reproduction only: it loses ratings, moves others to
/// the wrong value, and takes an explanation's "Option 1" for the choice.
package struct LegacyReader: Sendable {
    /// Whether numbers count from disagreement: the notebooks know no such scale, so that a number d of four is taken
    /// for 5 − d. Phrases say what they say.
    private let isReversed: Bool

    /// A reader.
    package init(isReversed: Bool = false) {
        self.isReversed = isReversed
    }

    /// The ratings of a Task 1 reply.
    ///
    /// The reply is cut out between "```json" and "```", else between "```" and "```", else taken whole, and must be
    /// JSON. A rating is the value's text in lower case with "not like me at all", "not like me", "very much like me",
    /// "like me" replaced, in that order, by 4, 3, 1, 2, and of that the first character as a number.
    ///
    /// - Parameter names: the values' names in the theory's order; a key must equal the name exactly.
    /// - Returns: the ratings read, 0…9, in the theory's order. One that is absent or no number is left out, so that
    ///   the later ones move one place to the left. `nil` where the reply is no JSON object.
    package func ratings(in reply: some Sequence<UInt8>, names: [String]) -> [UInt8]? {
        placedRatings(in: reply, names: names)?.compactMap(\.self)
    }

    /// The same ratings, each at its own value, before any of them is moved: what ``ratings(in:names:)`` would be if
    /// an absent rating left its place empty.
    package func placedRatings(in reply: some Sequence<UInt8>, names: [String]) -> [UInt8?]? {
        Array(reply).withUnsafeBufferPointer { bytes in
            guard case .object(let fields)? = JSONReader.whole(bytes, cut(bytes)) else { return nil }
            // Of a repeated key Python keeps the last value.
            let texts = Dictionary(fields.map { ($0.name, $0.value.text) }, uniquingKeysWith: { $1 })
            return names.map { name in (texts[name] ?? nil).flatMap(rating) }
        }
    }

    /// The ratings of a Task 1 reply, from text.
    package func ratings(in reply: String, names: [String]) -> [UInt8]? {
        ratings(in: reply.utf8, names: names)
    }

    /// The choice of a Task 2 reply: 1 where the text contains a "1" anywhere, else 2.
    package func choice(in reply: some Sequence<UInt8>) -> Int {
        reply.contains(UInt8(ascii: "1")) ? 1 : 2
    }

    /// The choice of a Task 2 reply, from text.
    package func choice(in reply: String) -> Int {
        choice(in: reply.utf8)
    }

    func cut(_ bytes: Bytes) -> Range<Int> {
        for mark in ["```json", "```"] as [StaticString] {
            guard let start = find(mark, in: bytes, from: 0) else { continue }
            let content = start + mark.utf8CodeUnitCount
            return content..<(find("```", in: bytes, from: content) ?? bytes.count)
        }
        return 0..<bytes.count
    }

    private func find(_ mark: StaticString, in bytes: Bytes, from start: Int) -> Int? {
        var at = bytes.index(of: .backtick, from: start, to: bytes.count)
        while at < bytes.count {
            if bytes.has(mark, at: at) { return at }
            at = bytes.index(of: .backtick, from: at + 1, to: bytes.count)
        }
        return nil
    }

    /// Only the first character matters, so only a phrase at the very start can decide it.
    private func rating(_ text: String) -> UInt8? {
        let text = text.utf8.prefix(18).map(\.lowercased)
        for (phrase, digit) in Self.phrases where text.starts(with: phrase.utf8) { return digit }
        guard let first = text.first, first.isDigit else { return nil }
        let number = first - 48
        return isReversed && (1...4).contains(number) ? 5 - number : number
    }

    private static let phrases: [(String, UInt8)] = [
        ("not like me at all", 4), ("not like me", 3), ("very much like me", 1), ("like me", 2),
    ]
}
