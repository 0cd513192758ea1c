package import AnswerStore
package import Elicitation
import Foundation
import Study

extension PlannedRun {
    /// How many questions a start is to ask: the plan's, or its shard's.
    var count: Int { shard?.size(of: plan.count) ?? plan.count }

    /// Their ids, made when they are looked at; of other shards' questions none is.
    var ids: LazyMapSequence<Range<Int>, String> {
        (0..<count).lazy.map { [plan, shard] in plan[shard?.position($0) ?? $0].id }
    }

    /// Begins a journal of this start, after the store got what earlier journals hold of the same shard.
    ///
    /// - Parameters:
    ///   - folder: where all journals of the run lie; made where it is absent.
    ///   - atOnce: how many questions may be in flight.
    /// - Throws: ``WorkbenchError`` where the folder holds journals of another run or of another division of it; ``StoreError``.
    package func share(
        _ run: RunRecord, in store: AnswerStore, folder: String, atOnce: Int
    ) throws -> (journal: ShardJournal, replayed: ReplayedJournals) {
        let part = shard ?? Shard(number: 1, of: 1)
        var own: [(began: Double, path: String)] = []
        for path in try JournalFolder.journals(at: folder) {
            guard let header = try JournalFolder.header(of: path) else { continue }
            guard header.run.key == run.key else {
                throw WorkbenchError(
                    .otherRunsJournal(
                        folder: folder, run: "\(header.run.respondent) \(header.run.settings)", study: header.study),
                    .giveAnotherFolder)
            }
            guard header.shards == part?.count else {
                throw WorkbenchError(
                    .otherShards(folder: folder, count: header.shards, given: part?.count ?? 1), .giveAnotherFolder)
            }
            guard try header.run.selections.contains(selectionText) else {
                throw WorkbenchError(.otherSelectionsJournal(folder: folder), .giveAnotherFolder)
            }
            if header.shard == part?.number { own.append((header.began, path)) }
        }
        let replayed = try store.replay(own.sorted { $0 < $1 }.map(\.path), run: run.id)
        let header = JournalHeader(
            run: run, protocolHash: study.protocolHash, study: study.definition.label, shard: part?.number ?? 1,
            shards: part?.count ?? 1, began: Date().timeIntervalSince1970, atOnce: atOnce)
        return (try ShardJournal.begin(in: folder, header, of: study.record), replayed)
    }
}
