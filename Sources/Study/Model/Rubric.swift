import Text

/// What a model is told that judges actions: the codebook's guideline and criteria in a fixed prompt, and the form of its answer.
///
/// The text and the codebook are one thing with one hash, so that labels say by which rubric they came.
package struct Rubric: Sendable, Hashable {
    /// By which it judges.
    package let codebook: Codebook

    /// The rubric of a codebook.
    package init(_ codebook: Codebook) { self.codebook = codebook }

    /// The system message.
    package static let system =
        "You judge short texts by the criteria that you are given. You answer with one JSON object and nothing else."

    /// The prompt for an action.
    ///
    /// - Parameter gloss: what the value means; empty where the study does not say.
    package func prompt(_ line: DatasetAction, gloss: String) -> String {
        let marked = line.spans.isEmpty ? line.action.attributions : line.spans.map(\.text)
        return filled([
            "country": line.cell.scenario.country, "topic": line.cell.scenario.topic, "value": line.cell.value,
            "gloss": gloss.isEmpty ? "" : " (\(gloss))",
            "meant": line.inclination == .agree ? "express the value" : "go against the value",
            "action": line.action.text,
            "marked": marked.isEmpty ? "none" : marked.map { "“\($0)”" }.joined(separator: ", "),
            "explanation": line.action.explanation.isEmpty ? "none" : line.action.explanation,
        ])
    }

    /// All that the model is told, with a name in braces for what differs between actions.
    package var text: String {
        let names = ["country", "topic", "value", "gloss", "meant", "action", "marked", "explanation"]
        let holes = Dictionary(uniqueKeysWithValues: names.map { ($0, "{\($0)}") })
        return Rubric.system + "\n\n" + filled(holes)
    }

    /// 64 hexadecimal digits of ``text`` and of the codebook's name, version and answers.
    package var hash: String {
        var encoding = CanonicalEncoding(version: "vlens-rubric-1", capacity: 1 << 13)
        encoding.append(codebook.name)
        encoding.append(codebook.version)
        for criterion in codebook.criteria {
            encoding.append(criterion.id)
            encoding.append(criterion.answers.map(\.id))
        }
        encoding.append(text)
        return encoding.digest()
    }

    private func filled(_ fields: [String: String]) -> String {
        func field(_ name: String) -> String { fields[name] ?? "" }
        return """
            \(codebook.guideline)

            The text to judge was written for this:
            Country: \(field("country"))
            Part of life: \(field("topic"))
            Value: \(field("value"))\(field("gloss"))
            The action was meant to: \(field("meant"))

            Action: \(field("action"))
            Marked words: \(field("marked"))
            Explanation: \(field("explanation"))

            Criteria:
            \(codebook.criteria.map(Self.lines).joined(separator: "\n"))

            Answer with one JSON object and nothing else, with exactly these members:
            {\(codebook.criteria.map { "\"\($0.id)\": \(Self.answers($0))" }.joined(separator: ", "))}
            """
    }

    private static func lines(_ criterion: Criterion) -> String {
        "- \"\(criterion.id)\" (\(criterion.name)): \(criterion.question) \(criterion.definition)"
    }

    private static func answers(_ criterion: Criterion) -> String {
        criterion.answers.map { "\"\($0.id)\"" }.joined(separator: " or ")
    }
}

/// An action as a judge gets it that is computed in this process: with what is known to be right of it, which no prompt holds.
package struct JudgedAction: Sendable, Hashable {
    /// 32 hexadecimal digits of the item.
    package let item: String
    /// What is asked.
    package let criteria: [Criterion]
    /// The right answers by criterion, where they are known.
    package let gold: [String: String]

    /// An action to judge.
    package init(item: String, criteria: [Criterion], gold: [String: String]) {
        (self.item, self.criteria, self.gold) = (item, criteria, gold)
    }
}
