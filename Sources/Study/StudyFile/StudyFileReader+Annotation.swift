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
        if let codebook = fields["codebook"].flatMap({ self.codebook($0) }) { settings.codebook = codebook }
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

    private mutating func codebook(_ node: Node) -> Codebook? {
        let fields = fields(node, "\"codebook\"", required: ["name", "criteria"], optional: ["version", "guideline"])
        let name = word(fields["name"], "the codebook's name")
        let version = whole(fields["version"], "the codebook's \"version\"", in: 1...9999) ?? 1
        let guideline = long(fields["guideline"], "the codebook's \"guideline\"") ?? ""
        var criteria: [Criterion] = []
        for child in list(fields["criteria"], "the codebook's \"criteria\"", most: 20) {
            guard let criterion = criterion(child) else { continue }
            if criteria.contains(where: { $0.id == criterion.id }) {
                error(child, "duplicate criterion \"\(criterion.id)\"")
            } else {
                criteria.append(criterion)
            }
        }
        guard let name, !criteria.isEmpty else { return nil }
        return Codebook(name: name, version: version, guideline: guideline, criteria: criteria)
    }

    private mutating func criterion(_ node: Node) -> Criterion? {
        let fields = fields(
            node, "a criterion", required: ["id", "question", "about"],
            optional: ["name", "definition", "answers", "formerly"])
        let id = word(fields["id"], "a criterion's \"id\"")
        let question = long(fields["question"], "the question of \"\(id ?? "?")\"")
        var part: Criterion.Part?
        if let node = fields["about"], let word = text(node, "\"about\"") {
            part = Criterion.Part(rawValue: word)
            if part == nil {
                error(node, "\"about\" must be action, attributions or explanation, not \"\(word.excerpt)\"")
            }
        }
        let definition = long(fields["definition"], "the definition of \"\(id ?? "?")\"") ?? ""
        let title = name(fields["name"], "a criterion's \"name\"")
        let answers = fields["answers"].map { self.answers($0) } ?? Criterion.yesNoUnsure
        let formerly = fields["formerly"].map { node in
            list(node, "\"formerly\"", most: 20).compactMap { word($0, "an earlier id") }
        }
        guard let id, let question, let part, !answers.isEmpty else { return nil }
        return Criterion(
            id: id, name: title ?? id, question: question, definition: definition, about: part, answers: answers,
            formerly: formerly)
    }

    /// Answers: each a word, or a word with what is shown for it. At most ten, so that each has a key.
    private mutating func answers(_ node: Node) -> [Criterion.Answer] {
        var answers: [Criterion.Answer] = []
        for child in list(node, "a criterion's \"answers\"", least: 2, most: 10) {
            var found: Criterion.Answer?
            if case .mapping = child {
                let fields = fields(child, "an answer", required: ["id", "label"])
                if let id = word(fields["id"], "an answer's \"id\""),
                    let label = name(fields["label"], "an answer's \"label\"")
                {
                    found = Criterion.Answer(id: id, label: label)
                }
            } else if let id = word(child, "an answer") {
                found = Criterion.Answer(id: id, label: id.prefix(1).uppercased() + id.dropFirst())
            }
            guard let found else { continue }
            if answers.contains(where: { $0.id == found.id }) {
                error(child, "duplicate answer \"\(found.id)\"")
            } else {
                answers.append(found)
            }
        }
        return answers
    }

    /// Letters a–z, digits and `-`: what labels and forms name things by.
    private mutating func word(_ node: Node?, _ what: String) -> String? {
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
    private mutating func long(_ node: Node?, _ what: String) -> String? {
        guard let text = text(node, what) else { return nil }
        guard text.count <= 20_000 else {
            error(node, "\(what) has \(text.count) characters; 20,000 at most")
            return nil
        }
        return text
    }

    /// A whole number in a range; `nil`, with a problem noted, for anything else that is there.
    private mutating func whole(_ node: Node?, _ what: String, in range: ClosedRange<Int>) -> Int? {
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
