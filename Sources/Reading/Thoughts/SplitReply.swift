import Text

/// A reply whose thoughts stand apart from its answer, for models that write both into one text.
package struct SplitReply: Sendable, Hashable {
    /// The thoughts, in the marks of whatever template, without the outermost marks and the space around them; nil
    /// where the text has no thoughts that end. A thought that never ends, or may not, leaves the text whole.
    package let thoughts: String?
    /// The rest, space at its beginning dropped where thoughts stood before it.
    package let answer: String

    /// Splits a text by the rule that ``ReplyReader`` reads by, so that both halves read as the whole does.
    package init(_ text: String) {
        var text = text
        let parts: (thoughts: String, answer: String)? = text.withUTF8 { bytes in
            guard bytes.count <= ReplyReader.sizeLimit else { return nil }
            let reasoning = Reasoning(bytes)
            guard !reasoning.isUnfinished, !reasoning.mayBeUnfinished, !reasoning.sections.isEmpty else {
                return nil
            }
            return (Self.thoughts(of: reasoning, bytes), Self.answer(of: reasoning, bytes))
        }
        thoughts = parts?.thoughts
        answer = parts?.answer ?? text
    }

    private static func thoughts(of reasoning: Reasoning, _ bytes: Bytes) -> String {
        let texts = reasoning.sections.map { bytes.text($0.inner).trimmed }
        return texts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// What is left between the thoughts. Marks of channels fall away with them; marks of the answer stay, since the
    /// text before them is the model's own.
    private static func answer(of reasoning: Reasoning, _ bytes: Bytes) -> String {
        var pieces: [String] = []
        var start = 0
        let marks = reasoning.isChannelled ? reasoning.skipped : []
        for range in reasoning.sections.map(\.range) + marks + [bytes.count..<bytes.count] {
            let begin = start == 0 ? 0 : bytes.skippingBlanks(start, to: range.lowerBound)
            let piece = begin..<max(begin, range.lowerBound)
            if bytes.skippingBlanks(piece.lowerBound, to: piece.upperBound) < piece.upperBound {
                pieces.append(bytes.text(piece))
            }
            start = range.upperBound
        }
        return pieces.joined(separator: "\n")
    }
}
