import Text

extension LegacyReader {
    /// The action of a generation reply with its attributions: the reply is cut out of its fence, the three field
    /// names that stand in single quotes get double ones, and the rest must be JSON.
    ///
    /// - Returns: `nil` where it is no such object, or the attributions are no list of texts.
    package func action(in reply: String) -> WrittenAction? {
        var reply = reply
        for name in ["Human Action", "Feature Attributions", "Natural Language Explanation"] {
            reply = reply.replacing("'\(name)'", with: "\"\(name)\"")
        }
        return Array(reply.utf8).withUnsafeBufferPointer { bytes in
            guard case .object(let fields)? = JSONReader.whole(bytes, cut(bytes)) else { return nil }
            let values = Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
            guard let text = values["Human Action"]?.text, let items = values["Feature Attributions"]?.items,
                let explanation = values["Natural Language Explanation"]?.text
            else { return nil }
            let spans = items.compactMap(\.text)
            guard spans.count == items.count else { return nil }
            return WrittenAction(text: text, attributions: spans, explanation: explanation)
        }
    }

    /// A prediction whether a model acts as it speaks: the second word between single spaces must be "True" or
    /// "False"; else the reply is lost.
    package func prediction(in reply: String) -> Bool? {
        let words = reply.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        guard words.count > 1 else { return nil }
        switch words[1] {
        case "True": return true
        case "False": return false
        default: return nil
        }
    }
}
