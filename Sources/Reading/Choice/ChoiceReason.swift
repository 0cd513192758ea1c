import Text

/// The reason that a Task 2 reply gives for its choice, where it stands in a field of its own.
package enum ChoiceReason {
    /// What usual wordings call the field. Of a field by another name it isn't certain that it holds a reason.
    private static let names: Set<String> = ["explanation", "reason", "reasoning", "justification", "rationale", "why"]

    /// The reason in a reply's last object that has one; nil where there is none, or where its end had to be guessed.
    package static func text(in reply: String) -> String? {
        var answer = SplitReply(reply).answer
        return answer.withUTF8 { bytes -> String? in
            guard bytes.count <= ReplyReader.sizeLimit else { return nil }
            let parts = LooseReply(bytes, 0..<bytes.count, mayBeCut: false)
            for document in parts.documents.reversed() where document.isComplete && !document.isDoubtful {
                for field in document.value.fields ?? [] where names.contains(field.name.lowercased()) {
                    if let text = field.value.text, text.contains(" ") { return text }
                }
            }
            return nil
        }
    }
}
