package import AnswerStore
package import Respondents

/// Why a run ended before its last question. What was answered until then is stored.
package enum ElicitationError: Error, Sendable, CustomStringConvertible {
    /// The respondent can't answer any question: a wrong key, an unknown model, a wrong address.
    case respondent(RespondentError)
    /// So many attempts in a row failed, and the server did not come back within the patience it was given.
    case failuresInARow(count: Int, last: RespondentError)
    /// The respondent rejected so many questions in a row as they stand: a setting that it does not take, most likely.
    case rejectedInARow(count: Int, last: RespondentError)
    /// The store can't be written.
    case store(StoreError)
    /// Batches can't go on.
    case batch(BatchProblem)

    /// What happened and what to do.
    package var description: String {
        switch self {
        case .respondent(let error): error.description
        case .failuresInARow(let count, let last):
            "\(count) \(count == 1 ? "attempt" : "attempts in a row") failed, the last with: \(last)"
        case .rejectedInARow(let count, let last):
            "\(count) questions in a row were rejected, the last with: \(last)"
        case .store(let error): error.description
        case .batch(let problem): problem.description
        }
    }
}
