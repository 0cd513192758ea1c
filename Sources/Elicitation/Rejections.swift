import Respondents
import Synchronization

/// Counts questions that are rejected as they stand, one after another, with no reply between them.
///
/// One such question is its own matter. Twenty in a row are a setting that the server does not take; the other sixty
/// thousand would only say so again.
final class Rejections: Sendable {
    /// So many in a row end a run.
    static let limit = 20

    private let inARow = Mutex(0)

    /// Takes in how a question ended.
    ///
    /// - Throws: ``ElicitationError/rejectedInARow(count:last:)`` at the limit.
    func note(_ ending: QuestionAsker.Ending) throws(ElicitationError) {
        switch ending {
        case .left, .yielded: break
        case .replied: inARow.withLock { $0 = 0 }
        case .failed(let error):
            guard Self.concernsAll(error) else { return }
            let count = inARow.withLock { count in
                count += 1
                return count
            }
            if count >= Self.limit { throw .rejectedInARow(count: count, last: error) }
        }
    }

    /// A filter, or a prompt that is too long, concerns some questions: many may stand in a row where a plan asks its
    /// long questions first.
    private static func concernsAll(_ error: RespondentError) -> Bool {
        guard error.classification == .permanentForQuestion else { return false }
        return ![.contentBlocked, .contextTooLong, .http(413)].contains(error.code)
    }
}
