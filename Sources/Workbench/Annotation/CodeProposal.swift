import Text

/// A code that a codebook lacks, as a coder would name and define it.
package struct CodeProposal: Sendable, Hashable {
    /// On one line.
    package var name: String
    /// What it would mean; may be empty.
    package var definition: String

    /// A proposal.
    package init(name: String, definition: String) { (self.name, self.definition) = (name, definition) }

    /// What a label keeps; `nil` for none.
    package init?(note: String) {
        guard let end = note.firstIndex(of: "\n") else {
            guard !note.isEmpty else { return nil }
            (name, definition) = (note, "")
            return
        }
        (name, definition) = (String(note[..<end]), String(note[note.index(after: end)...]))
    }

    /// As a label keeps it: the name on the first line.
    package var note: String { definition.isEmpty ? name : name + "\n" + definition }

    /// "Neglect: somebody is left without care".
    package var words: String { definition.isEmpty ? name : "\(name): \(definition)" }

    /// The most characters of a name.
    package static let mostName = 100
}
