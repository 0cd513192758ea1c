import AnswerStore
package import Study

/// What a model judged of an item.
package struct ModelSuggestion: Sendable, Hashable {
    /// The model.
    package let judge: String
    /// Answers by the criterion's id.
    package let answers: [String: String]
}

extension AnnotatorDesk {
    /// What models judged of an item, where the judge may see it: never before they have judged it themselves, unless the settings
    /// fill it in.
    package func suggestions(for item: ActionItem, _ answers: OwnAnswers) throws -> [ModelSuggestion] {
        switch settings.suggestions {
        case .never: return []
        case .after where !answers.isComplete: return []
        case .after, .prefilled: break
        }
        let rows = try store.labels(project: project.record.id, position: item.position)
        let judges = try store.judges(rows.map(\.judge))
            .filter { $0.value.kind == "model" && $0.value.belongs(to: project) }
        return judges.sorted { $0.key < $1.key }.compactMap { number, judge in
            let own = OwnAnswers(
                rows.filter { $0.judge == number }, of: project.codebook, action: item.line.action.text)
            let answers = own.answers.compactMapValues(\.answer)
            return answers.isEmpty ? nil : ModelSuggestion(judge: judge.title, answers: answers)
        }
    }
}
