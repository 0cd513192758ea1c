extension ActionText {
    /// How many sentences it has: stretches that end with a full stop, a question or an exclamation mark and have words behind.
    ///
    /// What stands between quotation marks is not counted, since somebody may be quoted at length; neither are the points of
    /// abbreviations and numbers. A point followed by a small letter ends no sentence.
    package static func sentenceCount(_ text: String) -> Int {
        var scanner = SentenceScanner(text, ignoresQuotes: false)
        let count = scanner.count()
        guard scanner.isOpen else { return count }
        // A quotation mark without its other half: it sets off nothing.
        var again = SentenceScanner(text, ignoresQuotes: true)
        return again.count()
    }
}

private struct SentenceScanner {
    private let scalars: [Unicode.Scalar]
    private let ignoresQuotes: Bool
    private var closing: [Unicode.Scalar] = []

    init(_ text: String, ignoresQuotes: Bool) {
        scalars = Array(text.unicodeScalars)
        self.ignoresQuotes = ignoresQuotes
    }

    /// Whether a quotation was not closed.
    var isOpen: Bool { !closing.isEmpty }

    mutating func count() -> Int {
        var (sentences, hasWord, ended) = (0, false, false)
        for (place, scalar) in scalars.enumerated() {
            if !ignoresQuotes, quote(scalar, place) { continue }
            guard closing.isEmpty else {
                hasWord = true
                continue
            }
            if scalar.endsSentence, ends(place) {
                ended = hasWord || ended
                if hasWord { sentences += 1 }
                hasWord = false
            } else if scalar.isWordScalar {
                hasWord = true
            }
        }
        return sentences + (hasWord ? 1 : 0)
    }

    /// Takes a quotation mark; false for anything else. Single ones are apostrophes as often, and set off nothing.
    private mutating func quote(_ scalar: Unicode.Scalar, _ place: Int) -> Bool {
        if closing.last == scalar || (closing.last == "“" && scalar == "”") {
            closing.removeLast()
            return true
        }
        let pairs: [Unicode.Scalar: Unicode.Scalar] = [
            "\"": "\"", "“": "”", "„": "“", "«": "»", "‹": "›", "「": "」", "『": "』", "《": "》",
        ]
        // German closes with the mark that English opens with, French puts the angles the other way round than German.
        guard let end = pairs[scalar], closing.count < 8 else { return false }
        closing.append(end)
        return true
    }

    /// Whether the mark at a place ends a sentence.
    private func ends(_ place: Int) -> Bool {
        let scalar = scalars[place]
        guard scalar == "." || scalar == "．" else { return true }
        var next = place + 1
        while next < scalars.count, [".", "\"", "”", ")", "'", "’"].contains(scalars[next]) { next += 1 }
        guard next < scalars.count else { return true }
        // "3.5", "example.org"
        guard scalars[next].isBlank else { return false }
        while next < scalars.count, !scalars[next].isWordScalar { next += 1 }
        guard next < scalars.count else { return true }
        if scalars[next].properties.isLowercase { return false }
        return !isAbbreviation(endingAt: place)
    }

    /// "Mr.", "z. B.", the "J." of a name.
    private func isAbbreviation(endingAt place: Int) -> Bool {
        var start = place
        while start > 0, scalars[start - 1].isWordScalar || scalars[start - 1] == "." { start -= 1 }
        let word = String(String.UnicodeScalarView(scalars[start..<place])).lowercased()
        // One letter and a point: an initial, except "I".
        if word.unicodeScalars.count == 1 { return word != "i" }
        return word.contains(".") || Self.abbreviations.contains(word)
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "st", "prof", "sr", "sra", "dra", "jr", "vs", "gen", "rev", "hon", "fr", "bzw", "nr",
        "ca", "etc",
        "hr", "mme", "mlle", "gng", "bb", "atty", "engr", "tel", "str", "univ", "dept", "approx",
    ]
}
