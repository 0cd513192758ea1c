package import Text

/// Words by which codes are looked for in texts: a file that everybody can read and correct.
///
/// A list finds words and nothing else: it knows no negation, no irony and no context. What it says is for triage.
package struct WordList: Sendable, Hashable {
    /// A word or a phrase: in each text that holds it, its code is marked.
    package struct Pattern: Sendable, Hashable {
        /// As it is written: "discriminat*", "look down on".
        package let text: String
        /// Its words on folded letters, each with whether it is the beginning of a word only.
        package let words: [(text: String, isBeginning: Bool)]

        package static func == (left: Pattern, right: Pattern) -> Bool {
            left.words.elementsEqual(right.words) { $0 == $1 }
        }

        package func hash(into hasher: inout Hasher) {
            for word in words {
                hasher.combine(word.text)
                hasher.combine(word.isBeginning)
            }
        }
    }

    /// The patterns of a code in a language, in the file's order.
    package struct Entry: Sendable, Hashable {
        /// The code's id.
        package var code: String
        /// What is looked for.
        package var patterns: [Pattern]
    }

    /// The words of a language.
    package struct Part: Sendable, Hashable {
        /// The language.
        package var language: Language
        /// By code, in the file's order.
        package var entries: [Entry]
    }

    /// Its name: "risk-words".
    package var name: String
    /// Its version, from 1.
    package var version: Int
    /// The name of the codebook whose codes it has words for.
    package var codebook: String
    /// By language, in the file's order.
    package var parts: [Part]

    /// The words of a language; `nil` where it has none.
    package func part(of language: Language) -> Part? { parts.first { $0.language == language } }

    /// All codes that it has words for, in the order of their first place.
    package var codes: [String] {
        var seen: Set<String> = []
        return parts.flatMap { $0.entries.map(\.code) }.filter { seen.insert($0).inserted }
    }

    /// 32 hexadecimal digits of all that decides what is found: two lists of one hash find the same.
    package var hash: String {
        var encoding = CanonicalEncoding(version: "vlens-words-1")
        encoding.append([name, "\(version)", codebook])
        for part in parts.sorted(by: { $0.language.rawValue < $1.language.rawValue }) {
            encoding.append(part.language.rawValue)
            for entry in part.entries.sorted(by: { $0.code < $1.code }) {
                encoding.append(entry.code)
                let words = entry.patterns.map { pattern in
                    pattern.words.map { $0.text + ($0.isBeginning ? "*" : "") }.joined(separator: " ")
                }
                encoding.append(words.sorted())
            }
        }
        return encoding.digest(bytes: 16)
    }
}

extension WordList.Pattern {
    /// What is wrong with a pattern.
    enum Problem: Error {
        case noWord, tooManyWords, starInside, shortBeginning
    }

    /// Words are separated by spaces; a `*` at the end of a word stands for any rest of it.
    init(_ text: String, _ tokenizer: inout SearchTokenizer) throws(Problem) {
        var words: [(text: String, isBeginning: Bool)] = []
        for piece in text.split(whereSeparator: \.isWhitespace) {
            let bare = piece.hasSuffix("*") ? piece.dropLast() : piece
            guard !bare.contains("*") else { throw .starInside }
            let tokens = tokenizer.tokens(of: String(bare)).map(\.text)
            guard let last = tokens.last else { throw .noWord }
            // "a*" would find nearly everything.
            if piece.hasSuffix("*"), last.count < 3 { throw .shortBeginning }
            for (place, token) in tokens.enumerated() {
                words.append((token, piece.hasSuffix("*") && place == tokens.count - 1))
            }
        }
        guard !words.isEmpty else { throw .noWord }
        guard words.count <= 8 else { throw .tooManyWords }
        (self.text, self.words) = (text, words)
    }
}
