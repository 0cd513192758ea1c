import Text

extension SetupError {
    /// Quotes the provider, suggests the closest one, and lists them all.
    static func unknownProvider(_ name: ModelName) -> SetupError {
        let known = Provider.all.map(\.name) + ["simulated"]
        let meant = closest(to: name.provider, in: known).map { "did you mean '\($0)/\(name.model)'? " } ?? ""
        return SetupError(
            .unknownProvider,
            "unknown provider '\(name.provider)': \(meant)Known are \(known.joined(separator: ", ")); "
                + "for any other server give --base-url")
    }

    /// The word at the smallest edit distance, where at most a third of its letters differ.
    package static func closest(to word: String, in known: [String]) -> String? {
        let ranked = known.map { (word: $0, distance: editDistance(word, $0)) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance * 3 <= max(best.word.count, 3)
        else { return nil }
        return best.word
    }

    /// Levenshtein's distance; both words are cut at 40 letters, because a typed word may be anything.
    private static func editDistance(_ left: String, _ right: String) -> Int {
        let left = Array(left.prefix(40)), right = Array(right.prefix(40))
        var row = Array(0...right.count)
        for i in left.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in right.indices {
                let substituted = diagonal + (left[i] == right[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
