package import AnswerStore
package import Foundation
import Reports
import Study
import Text

extension AdjudicatorDesk {
    /// What a form decides of an item.
    package struct Form: Sendable {
        /// The item's place, from 1.
        package var item: Int
        /// The number of the adjudicator's last label of the item that the page has seen.
        package var seen: Int64
        /// Answers by the criterion's id; an empty one takes back what stands.
        package var answers: [String: String] = [:]
        /// Why annotators differed, by the criterion's id.
        package var sources: [String: String] = [:]
        /// The memo; `nil` leaves it as it is.
        package var memo: String?

        /// A form that decides nothing yet.
        package init(item: Int, seen: Int64) { (self.item, self.seen) = (item, seen) }
    }

    /// Why nothing was decided.
    package enum Problem: Error, Sendable, Hashable {
        /// There is no such item, or nobody differs on it.
        case noItem
        /// The adjudicator has decided otherwise since the page was made.
        case stale
        /// A criterion or an answer that the codebook lacks.
        case unknown(String)
        /// A criterion on which annotators differ was decided without saying why they do.
        case noSource(criterion: String)
        /// A memo of more characters than are kept.
        case memoTooLong(Int)
    }

    /// Keeps what a form decides. When this returns it is on the disk.
    ///
    /// - Throws: ``Problem`` where nothing was changed; `StoreError`.
    package func decide(_ form: Form, at date: Date) async throws {
        guard let sheet = try sheet(form.item),
            let item = try project.items().first(where: { $0.position == form.item - 1 })
        else { throw Problem.noItem }
        var changes: [AnswerStore.Change] = []
        for (id, answer) in form.answers.sorted(by: { $0.key < $1.key }) {
            guard let criterion = sheet.criteria.first(where: { $0.id == id }) else { throw Problem.unknown(id) }
            guard !answer.isEmpty else {
                changes.append(.init(criterion: project.codebook.key(id), content: ""))
                continue
            }
            guard criterion.answers.contains(where: { $0.id == answer }) else { throw Problem.unknown(answer) }
            let given = form.sources[id] ?? ""
            let source = Judgement.Disagreement(rawValue: given)
            if source == nil, !given.isEmpty { throw Problem.unknown(given) }
            if source == nil, criterion.isDisputed { throw Problem.noSource(criterion: criterion.name) }
            let judgement = Judgement(
                answer: answer, way: .form, source: criterion.isDisputed ? source?.rawValue : nil)
            changes.append(.init(criterion: project.codebook.key(id), content: judgement.content))
        }
        if let memo = form.memo?.replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmed {
            guard memo.count <= DeskForm.mostNote else { throw Problem.memoTooLong(memo.count) }
            changes.append(
                .init(
                    criterion: project.codebook.key(Codebook.Extra.note.rawValue),
                    content: memo.isEmpty ? "" : Judgement(note: memo, way: .form).content))
        }
        let outcome = try await project.store.save(
            changes, of: item.id, by: participant.judgeID, seen: form.seen, at: date, isSame: Judgement.isSame)
        if case .stale = outcome { throw Problem.stale }
    }
}
