package import AnswerStore
package import Foundation
import Study

extension AnnotatorDesk {
    /// Brings back what stood before one of the judge's saves, by new labels: what was undone stays in the trail.
    ///
    /// - Parameters:
    ///   - hash: the item.
    ///   - revision: the number of the save's last label; `nil` for the last save.
    ///   - seen: the number of the judge's last label that the page has seen.
    /// - Throws: ``DeskProblem`` where nothing was changed, and why; `StoreError`.
    package func undo(_ hash: String, revision: Int64?, seen: Int64, at date: Date) async throws -> Saved {
        guard try consent()?.isGiven == true else { throw DeskProblem.noConsent }
        guard let item = items.byHash[hash], try store.leases(of: participant).contains(where: { $0.item == item.id })
        else { throw DeskProblem.notGiven }
        let rows = try store.labels(of: item.id, by: participant.judgeID)
        guard let last = revision.map({ number in rows.last { $0.id == number } }) ?? rows.last else {
            return Saved(item: item, answers: try answers(to: item))
        }
        func name(_ row: LabelRow) -> String { project.codebook.criterion(named: row.criterion) ?? row.criterion }
        // What was saved together has one time.
        let together = rows.filter { $0.labelled == last.labelled && $0.id <= last.id }
        let changes = together.map { row in
            // What was said under an earlier version of the codebook stood there, too.
            let before = rows.last { name($0) == name(row) && $0.id < row.id }
            return AnswerStore.Change(criterion: row.criterion, content: before?.content ?? "")
        }
        let outcome = try await store.save(
            changes, of: item.id, by: participant.judgeID, seen: seen, at: date, isSame: Judgement.isSame)
        if case .stale(let revision) = outcome { throw DeskProblem.stale(revision: revision) }
        return Saved(item: item, answers: try answers(to: item))
    }
}
