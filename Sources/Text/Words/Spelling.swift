/// What to suggest for a name that is not known.
package enum Spelling {
    /// "did you mean "Successful"?", or the known names where none is near.
    package static func suggestion(for name: String, among known: [String], plural: String) -> String {
        if let near = closest(to: name, among: known) { return "did you mean \"\(near)\"?" }
        let shown = known.prefix(12).map { "\"\($0)\"" }.joined(separator: ", ")
        let more = known.count > 12 ? " and \(known.count - 12) more" : ""
        return "the \(plural) are \(shown)\(more)"
    }

    /// The known name that differs in the fewest letters, if that is at most a third of the longer one, and no more than
    /// `most`.
    package static func closest(to name: String, among known: [String], within most: Int = .max) -> String? {
        // A name far longer than any known one has no near neighbour, and the table grows with both lengths.
        let wanted = Array(name.lowercased().unicodeScalars.prefix(200))
        var best: (name: String, edits: Int)?
        for candidate in known {
            let letters = Array(candidate.lowercased().unicodeScalars.prefix(200))
            let allowed = min(most, max(wanted.count, letters.count) / 3)
            guard abs(wanted.count - letters.count) <= allowed else { continue }
            let edits = edits(wanted, letters)
            if edits <= allowed, edits < best?.edits ?? .max { best = (candidate, edits) }
        }
        return best?.name
    }

    /// The fewest insertions, deletions, substitutions and swaps of neighbours that turn one into the other (optimal
    /// string alignment distance).
    private static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var (before, above) = ([Int](), Array(0...b.count))
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var fewest = min(above[j] + (a[i] == b[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { fewest = min(fewest, before[j - 1] + 1) }
                row.append(fewest)
            }
            (before, above) = (above, row)
        }
        return above[b.count]
    }
}
