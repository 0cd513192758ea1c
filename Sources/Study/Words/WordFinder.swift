package import Text

/// Finds the words of a list in texts.
package struct WordFinder: Sendable {
    /// Words of a text that speak for a code.
    package struct Match: Sendable, Hashable {
        /// The code's id.
        package var code: String
        /// The pattern that fits.
        package var pattern: String
        /// What stands in the text, as it is written there.
        package var words: String
    }

    private struct Candidate: Sendable {
        let code: String
        let pattern: WordList.Pattern
    }

    private var whole: [String: [Candidate]] = [:]
    private var beginnings: [String: [Candidate]] = [:]
    private var lengths: [Int] = []
    private var tokenizer = SearchTokenizer()

    /// A finder of the words of one language.
    package init(_ part: WordList.Part) {
        for entry in part.entries {
            for pattern in entry.patterns {
                guard let first = pattern.words.first else { continue }
                let candidate = Candidate(code: entry.code, pattern: pattern)
                if first.isBeginning {
                    beginnings[first.text, default: []].append(candidate)
                } else {
                    whole[first.text, default: []].append(candidate)
                }
            }
        }
        lengths = Set(beginnings.keys.map(\.utf8.count)).sorted()
    }

    /// What is found in a text, in the order of the text; of one code and one place the first pattern that fits.
    package mutating func matches(in text: String) -> [Match] {
        let tokens = tokenizer.tokens(of: text)
        let bytes = Array(text.utf8)
        var found: [Match] = []
        for start in tokens.indices {
            var codes: Set<String> = []
            for candidate in candidates(tokens[start].text) where !codes.contains(candidate.code) {
                let count = candidate.pattern.words.count
                guard start + count <= tokens.count, fits(candidate.pattern, tokens[start..<start + count]) else {
                    continue
                }
                codes.insert(candidate.code)
                let range = tokens[start].range.lowerBound..<tokens[start + count - 1].range.upperBound
                found.append(
                    Match(
                        code: candidate.code, pattern: candidate.pattern.text,
                        words: String(decoding: bytes[range], as: UTF8.self)))
            }
        }
        return found
    }

    private func candidates(_ word: String) -> [Candidate] {
        var found = whole[word] ?? []
        let letters = Array(word.utf8)
        for length in lengths where length <= letters.count {
            found += beginnings[String(decoding: letters[..<length], as: UTF8.self)] ?? []
        }
        return found
    }

    private func fits(_ pattern: WordList.Pattern, _ tokens: ArraySlice<SearchToken>) -> Bool {
        zip(pattern.words, tokens).allSatisfy { word, token in
            word.isBeginning ? token.text.hasPrefix(word.text) : token.text == word.text
        }
    }
}
