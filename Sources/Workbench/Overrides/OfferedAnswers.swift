package import AnswerStore
import Reading
package import Study

/// What a question lets be answered: a person's reading of its reply is one of these.
package struct OfferedAnswers: Sendable, Equatable {
    /// The task; nil for a question of another kind, whose answers are not known.
    package let task: StudyTask?
    /// The labels of the options. Task 1: from agreement, whatever end was shown first, since a reading counts from there.
    /// Task 2: as shown.
    package let options: [String]
    /// Task 1: the values that are rated, in the theory's order.
    package let values: [String]
    /// What the content of a reading may say of Task 2, one for each of ``options``: "1" and "2" as shown, or the inclinations
    /// where it is not known which action stood first.
    package let choices: [String]

    /// The answers to a stored question of a study.
    package init(to question: QuestionRecord, of study: StudyDefinition) {
        task = StudyTask(rawValue: question.kind)
        switch task {
        case .stated:
            let shown = question.prompt == nil && question.id.hasPrefix("imported/") ? [] : study.labels(of: question)
            let fromAgreement = question.startsAtDisagreement ? shown.reversed() : shown
            options = fromAgreement.isEmpty ? (1...max(2, study.optionCount)).map(String.init) : fromAgreement
            (values, choices) = (study.theory.values.map(\.name), [])
        case .acted:
            (options, values) = (study.acted.options, [])
            choices = question.first == nil ? Inclination.allCases.map(\.rawValue) : ["1", "2"]
        case nil: (options, values, choices) = ([], [], [])
        }
    }

    /// The answer of a reading, as the store keeps it, where the question offers it.
    ///
    /// - Throws: ``OverruleProblem`` where it does not.
    func checked(_ answer: String) throws(OverruleProblem) -> String {
        switch task {
        case .acted:
            guard choices.contains(answer) else { throw .notOffered(answer, offered: choices) }
            return answer
        case .stated:
            let count = values.count
            guard let ratings = ReadingContent.ratings(answer), ratings.outOfRange + ratings.ambiguous == 0,
                ratings.options.count == count
            else { throw .notRatings(answer, values: count) }
            for option in ratings.options.compactMap(\.self) where !(1...options.count).contains(Int(option)) {
                throw .notOffered("\(option)", offered: (1...options.count).map(String.init))
            }
            guard ratings.options.contains(where: { $0 != nil }) else { throw .nothingRated }
            return ReadingContent.text(ratings)
        case nil: throw .unknownKind
        }
    }
}
