package import AnswerStore
package import Study

extension StudyDefinition {
    /// The number of options of Task 1's scale.
    var optionCount: Int { stated.framings.first?.options.count ?? 4 }

    /// What the options of a stored question are called; empty where that is not known.
    package func labels(of asked: QuestionRecord) -> [String] {
        guard asked.kind == StudyTask.stated.rawValue else { return acted.options }
        let framing = asked.variant / max(1, stated.orders.count * stated.requirements.count)
        return stated.framings.indices.contains(framing) ? stated.framings[framing].options : []
    }
}
