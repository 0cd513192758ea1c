package import AnswerStore
package import Study

extension StudyDefinition {
    /// The number of options of Task 1's scale.
    var optionCount: Int { stated.framings.first?.options.count ?? 4 }

    /// What the options of a stored question are called, as they were shown; empty where that is not known.
    package func labels(of asked: QuestionRecord) -> [String] {
        guard asked.kind == StudyTask.stated.rawValue else { return acted.options }
        let framing = asked.variant / max(1, stated.orders.count * stated.requirements.count)
        guard stated.framings.indices.contains(framing) else { return [] }
        return stated.framings[framing].shown(isReversed: asked.startsAtDisagreement)
    }
}

extension QuestionRecord {
    /// Whether it is a question of Task 1 whose scale was shown from disagreement.
    var startsAtDisagreement: Bool {
        kind == StudyTask.stated.rawValue && first == Int(Inclination.disagree.code)
    }
}
