package import AnswerStore
import Study
package import Text

/// A run as it stands in a store after a merge.
package struct MergedRun: Sendable {
    package let run: RunRecord
    /// Questions that all starts together were to ask.
    package let planned: Int
    /// Questions with a reply, and those that were asked in vain.
    package let replied: Int, failed: Int
    /// Replies that were paid for and don't stand.
    package let setAside: Int
    /// Shards of which nothing was merged, and those whose questions were not all asked.
    package let missingShards: [Int], unfinishedShards: [Int]
    /// How many shards there are; `nil` where nothing says.
    package let shards: Int?

    /// Questions without a reply.
    package var missing: Int { max(0, planned - replied) }

    /// - Parameter shards: how many there are, as far as the user says.
    package init(_ id: Int64, shards given: Int?, in store: AnswerStore) throws {
        guard let run = try store.everyRun().first(where: { $0.id == id }) else {
            throw StoreError.unknownRun(name: "\(id)", known: [])
        }
        let counts = try store.counts(run: id)
        let selection =
            run.origin.isMeasured
            ? try RunSelection.joined(run, study: try LoadedStudy(ofRun: id, in: store).definition) : nil
        (replied, failed) = (counts.replied, counts.failed)
        planned = max(selection.map { $0.stated + $0.acted } ?? counts.replied, counts.replied)
        setAside = counts.spending.replies - counts.replied
        let known = try store.shards(run: id)
        let count = given ?? known.map(\.count).max()
        shards = count
        let parts = known.filter { $0.count == count }
        missingShards = Set(1...max(count ?? 1, 1)).subtracting(count == nil ? [1] : parts.map(\.number)).sorted()
        unfinishedShards = parts.filter { !$0.isDone }.map(\.number)
        if run.origin == .asked {
            try store.mark(run: id, as: counts.replied + counts.failed >= planned ? .finished : .stopped)
        }
        self.run = try store.run(key: run.key) ?? run
    }

    /// The same for a program.
    package var json: JSONValue {
        [
            "run": .integer(Int(run.id)), "respondent": .string(run.respondent), "status": .string(run.status.rawValue),
            "planned": .integer(planned), "replied": .integer(replied), "failed": .integer(failed),
            "missing": .integer(missing), "set_aside": .integer(setAside),
            "shards": shards.map(JSONValue.integer) ?? .null,
            "missing_shards": .array(missingShards.map(JSONValue.integer)),
            "unfinished_shards": .array(unfinishedShards.map(JSONValue.integer)),
        ]
    }
}
