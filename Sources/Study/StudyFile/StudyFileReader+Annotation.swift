import Text
import Yams

/// How people judge the actions: the key `annotation`, all of whose parts may be left out.
extension StudyFileReader {
    mutating func annotation(_ node: Node) -> AnnotationSettings {
        var settings = AnnotationSettings()
        let fields = fields(
            node, "\"annotation\"", required: [],
            optional: [
                "consent", "codebook", "overlap", "lease_minutes", "by_country", "attention", "completion_code",
                "suggestions",
            ])
        if let consent = long(fields["consent"], "\"consent\"") { settings.consent = consent }
        if let codebook = fields["codebook"].flatMap({ namedCodebook($0) }) { settings.codebook = codebook }
        settings.overlap = whole(fields["overlap"], "\"overlap\"", in: 1...100) ?? settings.overlap
        settings.leaseMinutes =
            whole(fields["lease_minutes"], "\"lease_minutes\"", in: 1...10_080) ?? settings.leaseMinutes
        settings.byCountry = flag(fields["by_country"], "\"by_country\"") ?? settings.byCountry
        settings.completionCode = name(fields["completion_code"], "\"completion_code\"")
        if let given = fields["suggestions"], let word = text(given, "\"suggestions\"") {
            if let suggestions = AnnotationSettings.Suggestions(rawValue: word) {
                settings.suggestions = suggestions
            } else {
                error(given, "\"suggestions\" must be never, after or prefilled, not \"\(word.excerpt)\"")
            }
        }
        settings.attention = fields["attention"].flatMap { attention($0, settings.codebook) }
        return settings
    }

    private mutating func attention(_ node: Node, _ codebook: Codebook) -> AnnotationSettings.AttentionCheck? {
        let fields = fields(node, "\"attention\"", required: ["text", "answer"])
        guard let text = long(fields["text"], "the text of \"attention\""),
            let answer = name(fields["answer"], "the answer of \"attention\"")
        else { return nil }
        for criterion in codebook.criteria where !criterion.answers.contains(where: { $0.id == answer }) {
            let known = criterion.answers.map(\.id)
            error(
                fields["answer"],
                "\"\(answer.excerpt)\" is no answer to \"\(criterion.id)\"; "
                    + Spelling.suggestion(for: answer, among: known, plural: "answers"))
            return nil
        }
        return AnnotationSettings.AttentionCheck(text: text, answer: answer)
    }

    /// Letters a–z, digits and `-`: what labels and forms name things by.
    mutating func word(_ node: Node?, _ what: String) -> String? {
        guard let node, let word = name(node, what) else { return nil }
        let reserved = Codebook.Extra(rawValue: word) != nil
        let isWord = word.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard isWord, !reserved, word.utf8.count <= 40 else {
            let rest = reserved ? "means something else already" : "must be letters a–z, digits and -, 40 at most"
            error(node, "\(what) \"\(word.excerpt)\" \(rest)")
            return nil
        }
        return word
    }

    /// A text of at most 20,000 characters.
    mutating func long(_ node: Node?, _ what: String) -> String? {
        guard let text = text(node, what) else { return nil }
        guard text.count <= 20_000 else {
            error(node, "\(what) has \(text.count) characters; 20,000 at most")
            return nil
        }
        return text
    }

    /// A whole number in a range; `nil`, with a problem noted, for anything else that is there.
    mutating func whole(_ node: Node?, _ what: String, in range: ClosedRange<Int>) -> Int? {
        guard let node else { return nil }
        guard case .scalar(let scalar) = node, let number = Int(scalar.string), range.contains(number) else {
            error(
                node,
                "\(what) must be a whole number from \(range.lowerBound) to \(range.upperBound), not \(kind(node))")
            return nil
        }
        return number
    }
}
