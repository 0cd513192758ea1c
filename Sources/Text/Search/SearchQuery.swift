/// What somebody seeks: words that all must occur, "a phrase", -a word that must not, a begi*. Anything else is text; nothing that is typed
/// is ever a command to the index.
package struct SearchQuery: Sendable, Hashable {
    /// One word, or several that must follow each other.
    package struct Term: Sendable, Hashable {
        /// Folded words, at least one.
        package let words: [String]
        /// Whether the last word may go on.
        package let isBeginning: Bool
        /// Whether texts that have it are left out.
        package let isExcluded: Bool
    }

    /// In the order in which they were typed, none twice; at most ``mostTerms``.
    package let terms: [Term]
    /// Whether something of what was typed is not looked for, since it was too much.
    package let isCut: Bool

    /// So much of what was typed is read, in characters; so many terms; so many words of a term.
    package static let longest = 400, mostTerms = 24, mostWords = 40

    /// Reads what was typed.
    package init(_ typed: String) {
        let scalars = Array(typed.unicodeScalars.prefix(Self.longest))
        var terms: [Term] = []
        var isCut = typed.unicodeScalars.count > Self.longest
        var tokenizer = SearchTokenizer()
        for piece in Self.pieces(scalars) {
            let words = tokenizer.tokens(of: piece.text).map(\.text)
            guard !words.isEmpty else { continue }
            if words.count > Self.mostWords { isCut = true }
            let term = Term(
                words: Array(words.prefix(Self.mostWords)), isBeginning: piece.isBeginning,
                isExcluded: piece.isExcluded)
            guard !terms.contains(term) else { continue }
            guard terms.count < Self.mostTerms else {
                isCut = true
                break
            }
            terms.append(term)
        }
        (self.terms, self.isCut) = (terms, isCut)
    }

    /// Whether there is nothing to look for.
    package var isEmpty: Bool { terms.isEmpty }

    /// Whether there is a word to be found, and not only some to be left out: texts without a word are nearly all texts.
    package var isSeeking: Bool { terms.contains { !$0.isExcluded } }

    /// Those that a text is to have.
    package var sought: [Term] { terms.filter { !$0.isExcluded } }

    private struct Piece {
        var text = ""
        var isExcluded = false
        var isBeginning = false
    }

    private static func pieces(_ scalars: [Unicode.Scalar]) -> [Piece] {
        var pieces: [Piece] = []
        var at = 0
        while at < scalars.count {
            guard !scalars[at].properties.isWhitespace else {
                at += 1
                continue
            }
            var piece = Piece()
            if scalars[at] == "-" || scalars[at] == "\u{2212}" {
                piece.isExcluded = true
                at += 1
            }
            let ends = at < scalars.count ? closing[scalars[at]] : nil
            if ends != nil { at += 1 }
            var text = String.UnicodeScalarView()
            while at < scalars.count, ends?.contains(scalars[at]) != true,
                ends != nil || !(scalars[at].properties.isWhitespace || closing[scalars[at]] != nil)
            {
                text.append(scalars[at])
                at += 1
            }
            if ends != nil, at < scalars.count { at += 1 }
            if ends != nil, at < scalars.count, scalars[at] == "*" {
                piece.isBeginning = true
                at += 1
            }
            if ends == nil, text.last == "*" { piece.isBeginning = true }
            piece.text = String(text)
            pieces.append(piece)
        }
        return pieces
    }

    /// What ends a phrase that begins with a quotation mark.
    private static let closing: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "\"": ["\""], "“": ["”", "“"], "„": ["“", "”"], "«": ["»"], "「": ["」"], "『": ["』"],
    ]
}

extension SearchQuery {
    /// The query for SQLite's FTS5 on a column: phrases in quotation marks, that hold nothing but letters and digits, and words of ours
    /// between them. Nil where nothing is sought.
    ///
    /// - Parameter scope: an expression of ours that all that is found must match.
    package func expression(column: StaticString, scope: String) -> String? {
        guard !isEmpty else { return nil }
        func phrase(_ term: Term) -> String {
            "\"\(term.words.joined(separator: " "))\"" + (term.isBeginning ? " *" : "")
        }
        var parts = ["(\(scope))"]
        parts += sought.map { "(\(column) : \(phrase($0)))" }
        var expression = parts.joined(separator: " AND ")
        let excluded = terms.filter(\.isExcluded)
        if !excluded.isEmpty {
            expression = "(\(expression)) NOT (\(column) : (\(excluded.map(phrase).joined(separator: " OR "))))"
        }
        return expression
    }
}
