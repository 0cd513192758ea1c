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
    package var system: String {
        codebook.coding == nil
            ? "You judge short texts by the criteria that you are given. You answer with one JSON object and nothing else."
            : "You code what you read by the codebook that you are given. You answer with one JSON object and nothing else."
    }

    /// The prompt for an action, or for a gap.
    ///
    /// - Parameters:
    ///   - gloss: what the value means; empty where the study does not say.
    ///   - gap: what is said and chosen; `nil` where an action is judged.
    package func prompt(_ line: DatasetAction, gloss: String, gap: GapText? = nil) -> String {
        let marked = line.spans.isEmpty ? line.action.attributions : line.spans.map(\.text)
        return filled([
            "country": line.cell.scenario.country, "topic": line.cell.scenario.topic, "value": line.cell.value,
            "gloss": gloss.isEmpty ? "" : " (\(gloss))",
            "meant": line.inclination == .agree ? "express the value" : "go against the value",
            "action": line.action.text,
            "marked": marked.isEmpty ? "none" : marked.map { "“\($0)”" }.joined(separator: ", "),
            "explanation": line.action.explanation.isEmpty ? "none" : line.action.explanation,
            "says": gap?.says ?? "", "chooses": gap?.chooses ?? "", "other": gap?.otherAction ?? "",
            "reason": gap?.reason ?? "",
        ])
    }

    /// All that the model is told, with a name in braces for what differs between actions.
    package var text: String {
        var names = ["country", "topic", "value", "gloss", "meant", "action", "marked", "explanation"]
        if codebook.isAboutGaps { names += ["says", "chooses", "other", "reason"] }
        let holes = Dictionary(uniqueKeysWithValues: names.map { ($0, "{\($0)}") })
        return system + "\n\n" + filled(holes)
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
        if let coding = codebook.coding { encoding.append(coding.mode.rawValue) }
        encoding.append(text)
        return encoding.digest()
    }

    private func filled(_ fields: [String: String]) -> String {
        func field(_ name: String) -> String { fields[name] ?? "" }
        if codebook.isAboutGaps, !field("says").isEmpty { return filledGap(field) }
        let ask = codebook.coding == nil ? "judge" : "code"
        return """
            \(codebook.guideline)

            The text to \(ask) was written for this:
            Country: \(field("country"))
            Part of life: \(field("topic"))
            Value: \(field("value"))\(field("gloss"))
            The action was meant to: \(field("meant"))

            Action: \(field("action"))
            Marked words: \(field("marked"))
            Explanation: \(field("explanation"))

            \(asked)
            """
    }

    private func filledGap(_ field: (String) -> String) -> String {
        func line(_ name: String, _ text: String) -> String { text.isEmpty ? "" : "\n\(name): \(text)" }
        return """
            \(codebook.guideline)

            The gap to \(codebook.coding == nil ? "judge" : "code"):
            Country: \(field("country"))
            Part of life: \(field("topic"))
            Value: \(field("value"))\(field("gloss"))
            What is said of the value: \(field("says"))
            What is chosen: \(field("chooses"))

            The action that is chosen: \(field("action"))
            Marked words: \(field("marked"))
            What the action has to do with the value: \(field("explanation"))\
            \(line("The action that is not chosen", field("other")))\(line("The reason that is given for the choice", field("reason")))

            \(asked)
            """
    }

    /// What is asked, and the form of the answer.
    private var asked: String {
        let form = codebook.criteria.map { "\"\($0.id)\": \(Self.answers($0))" }.joined(separator: ", ")
        guard let coding = codebook.coding else {
            return """
                Criteria:
                \(codebook.criteria.map(Self.lines).joined(separator: "\n"))

                Answer with one JSON object and nothing else, with exactly these members:
                {\(form)}
                """
        }
        let levels = coding.levels.map { level in
            let codes = codebook.criteria.filter { $0.level == level.id }.map(Self.codeLines)
            return "\(level.name):\n" + codes.joined(separator: "\n")
        }
        return """
            Codes:
            \(levels.joined(separator: "\n"))

            Say of every code whether it applies. Several may, and none may. Answer with one JSON object and nothing else, with exactly \
            these members:
            {\(form)}
            """
    }

    private static func codeLines(_ code: Criterion) -> String {
        let examples = (code.examples ?? []).map { "  It applies, for example: \($0)" }
        let excludes = (code.excludes ?? []).map { "  It does not apply, or another code does: \($0)" }
        return (["- \"\(code.id)\" (\(code.name)): \(code.definition)"] + examples + excludes).joined(separator: "\n")
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
