/// Finds where an attribution stands in its action.
package enum SpanFinder {
    /// How a span was found.
    package enum Manner: String, Sendable, Hashable, CaseIterable {
        /// Letter by letter.
        case literal
    }

    /// The first stretch of a text that an attribution means, and how it was found; `nil` where there is none.
    package static func find(_ attribution: String, in text: String) -> (span: ActionSpan, manner: Manner)? {
        let (wanted, scalars) = (Array(attribution.unicodeScalars), Array(text.unicodeScalars))
        guard !wanted.isEmpty, wanted.count <= scalars.count else { return nil }
        for start in 0...scalars.count - wanted.count
        where scalars[start..<start + wanted.count].elementsEqual(wanted) {
            return ActionSpan(start: start, end: start + wanted.count, of: text).map { ($0, .literal) }
        }
        return nil
    }
}
