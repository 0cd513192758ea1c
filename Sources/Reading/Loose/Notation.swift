/// How much help an answer needed to be read.
package enum Notation: String, Sendable, Hashable, Codable, CaseIterable {
    /// The whole reply, as it stands, is JSON (RFC 8259).
    case strict
    /// JSON once it is cut out of a ``` fence.
    case fenced
    /// A Python literal, fenced or not: single quotes, `True`, `None`.
    case literal
    /// Anything else: text around the object, unescaped quotes, missing or extra commas, missing brackets, curly
    /// quotes, line breaks inside strings.
    case repaired
}
