import Text

/// Finds where an attribution stands in its action.
package enum SpanFinder {
    /// How a span was found, from the strictest to the most tolerant.
    package enum Manner: String, Sendable, Hashable, CaseIterable {
        /// Letter by letter; blanks around the attribution don't count.
        case literal
        /// But for capitals.
        case letterCase = "case"
        /// But for the kind of quotation marks and apostrophes, and those around the attribution.
        case quotes
        /// But for punctuation, blanks, accents and how they are encoded: the same words in the same order.
        case marks
        /// But for the endings of words.
        case inflection
    }

    /// Longer texts are searched letter by letter alone.
    package static let mostScalars = 20_000

    /// The first stretch of a text that an attribution means, and how it was found; `nil` where there is none. No character of the text
    /// is ever cut: what consists of several scalars belongs to a span as a whole.
    ///
    /// Of several places in which it stands letter by letter the first counts in which it begins and ends with whole words, else the
    /// first of all.
    package static func find(_ attribution: String, in text: String) -> (span: ActionSpan, manner: Manner)? {
        let sought = attribution.trimmed
        guard !sought.isEmpty else { return nil }
        let whole = ScalarText(text)
        let literal = Array(sought.unicodeScalars)
        if let range = whole.first(literal, in: whole.scalars) { return whole.span(range).map { ($0, .literal) } }
        guard whole.scalars.count <= mostScalars, literal.count <= mostScalars else { return nil }
        for manner in [Manner.letterCase, .quotes] {
            let (folded, places) = Folded.of(text, manner)
            let (wanted, _) = Folded.of(manner == .quotes ? Folded.bare(sought) : sought, manner)
            if let range = whole.first(wanted, in: folded, at: places) { return whole.span(range).map { ($0, manner) } }
        }
        return WordSpans(text).find(sought).flatMap { range, manner in whole.span(range).map { ($0, manner) } }
    }
}

/// A text by its scalars, with the places at which it may be cut.
struct ScalarText {
    let scalars: [Unicode.Scalar]
    private let text: String
    /// Whether a character begins at each place; one more than there are scalars.
    private let isBoundary: [Bool]

    init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars)
        var boundary = [Bool](repeating: false, count: scalars.count + 1)
        var place = 0
        for character in text {
            boundary[place] = true
            place += character.unicodeScalars.count
        }
        boundary[scalars.count] = true
        isBoundary = boundary
    }

    func span(_ range: Range<Int>) -> ActionSpan? {
        ActionSpan(start: range.lowerBound, end: range.upperBound, of: text)
    }

    /// Where some scalars stand in the text or in a folding of it, as places of the text: whole words if possible.
    ///
    /// - Parameter places: the place in the text of each scalar of `folded`; `nil` where it is the text itself.
    func first(
        _ sought: [Unicode.Scalar], in folded: [Unicode.Scalar], at places: [Int]? = nil
    ) -> Range<Int>? {
        var first: Range<Int>?
        for start in Occurrences.of(sought, in: folded) {
            let last = start + sought.count - 1
            let lower = places?[start] ?? start
            // A scalar that folds into several must not be cut in between.
            if let places {
                if start > 0, places[start - 1] == lower { continue }
                if last + 1 < places.count, places[last + 1] == places[last] { continue }
            }
            let upper = (places?[last] ?? last) + 1
            guard isBoundary[lower], isBoundary[upper] else { continue }
            if isWholeWords(lower..<upper) { return lower..<upper }
            first = first ?? lower..<upper
        }
        return first
    }

    private func isWholeWords(_ range: Range<Int>) -> Bool {
        func isLetter(_ place: Int) -> Bool {
            scalars.indices.contains(place)
                && (scalars[place].properties.isAlphabetic || scalars[place].properties.numericType != nil)
        }
        let startsInside = isLetter(range.lowerBound - 1) && isLetter(range.lowerBound)
        return !startsInside && !(isLetter(range.upperBound - 1) && isLetter(range.upperBound))
    }
}

/// All places at which some scalars stand among others, in time that grows with their numbers and not with their product.
enum Occurrences {
    static func of(_ sought: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Int] {
        guard !sought.isEmpty, sought.count <= text.count else { return [] }
        // Knuth, Morris and Pratt: how much of what is sought still fits where the next scalar does not.
        var fallback = [0]
        var length = 0
        for scalar in sought.dropFirst() {
            while length > 0, sought[length] != scalar { length = fallback[length - 1] }
            if sought[length] == scalar { length += 1 }
            fallback.append(length)
        }
        var found: [Int] = []
        length = 0
        for (place, scalar) in text.enumerated() {
            while length > 0, sought[length] != scalar { length = fallback[length - 1] }
            if sought[length] == scalar { length += 1 }
            if length == sought.count {
                found.append(place + 1 - length)
                length = fallback[length - 1]
            }
        }
        return found
    }
}
