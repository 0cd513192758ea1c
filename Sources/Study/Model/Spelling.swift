/// What to suggest for a name that is not known.
enum Spelling {
    /// "did you mean "Successful"?", or the known names where none is near.
    static func suggestion(for name: String, among known: [String], plural: String) -> String {
        if let near = closest(to: name, among: known) { return "did you mean \"\(near)\"?" }
        let shown = known.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
        let more = known.count > 12 ? " and \(known.count - 12) more" : ""
        return "the \(plural) are \(shown)\(more)"
    }

    /// The known name that differs in the fewest letters, if that is at most a third of the longer one.
    static func closest(to name: String, among known: [String]) -> String? {
        // A name far longer than any known one has no near neighbour, and the table grows with both lengths.
        let wanted = Array(name.lowercased().unicodeScalars.prefix(200))
        let scored = known.map { candidate -> (name: String, edits: Int, length: Int) in
            let letters = Array(candidate.lowercased().unicodeScalars.prefix(200))
            return (candidate, edits(wanted, letters), max(wanted.count, letters.count))
        }
        guard let best = scored.min(by: { $0.edits < $1.edits }) else { return nil }
        return best.edits * 3 <= best.length ? best.name : nil
    }

    /// The fewest insertions, deletions and substitutions that turn one into the other (Levenshtein).
    private static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let substituted = diagonal + (a[i] == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }

    /// The letters and digits alone, in lower case: two names that fold alike are one.
    static func folded(_ name: String) -> String {
        String(String.UnicodeScalarView(name.lowercased().unicodeScalars.filter(\.properties.isAlphanumeric)))
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isAlphanumeric: Bool { isAlphabetic || numericType != nil }
}
