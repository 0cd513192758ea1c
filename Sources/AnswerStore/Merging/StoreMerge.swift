import Foundation
import GRDB

/// Joins stores and journals of shards in one store.
///
/// Done again, also with more inputs, it adds only what is new. The target is there as it was, or with all that was merged: a new
/// one is made beside and renamed, one that exists gets everything in one transaction.
package struct StoreMerge {
    /// How far a merge is.
    package struct Progress: Sendable {
        /// Inputs that are merged, and all of them; journals count as well as stores.
        package var done: Int, inputs: Int
    }

    /// What a merge came to.
    package struct Outcome: Sendable {
        /// The runs that the inputs hold, by their numbers in the target.
        package var runs: [Int64]
        /// How many inputs were stores, and how many were journals.
        package var stores: Int, journals: Int
        /// What was left out, in sentences.
        package var notes: [String]
    }

    private let target: String
    private let inputs: [String]
    private let allowsSeveralRuns: Bool
    private let shards: Int?

    /// - Parameters:
    ///   - target: the path of the store that all is merged into; made where it is absent.
    ///   - inputs: paths of stores, of journals, and of folders of journals.
    ///   - shards: how many shards there are; `nil` where that is not known.
    ///   - allowsSeveralRuns: whether inputs may be of different runs of the study.
    package init(into target: String, from inputs: [String], shards: Int? = nil, allowsSeveralRuns: Bool = false) {
        (self.target, self.inputs, self.shards, self.allowsSeveralRuns) = (target, inputs, shards, allowsSeveralRuns)
    }

    /// Merges.
    ///
    /// - Throws: ``StoreError``; the target is then as it was.
    package func merge(progress: (Progress) -> Void = { _ in }) throws(StoreError) -> Outcome {
        let folder = URL(filePath: target).deletingLastPathComponent()
        let scratch = folder.appending(path: ".vlens-merge-\(UUID().uuidString)")
        return try storeErrors(target) {
            do {
                try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: false)
            } catch {
                throw StoreError.readOnly(path: target)
            }
            defer { try? FileManager.default.removeItem(at: scratch) }
            let sources = try MergeSources(inputs, target: target, shards: shards, scratch: scratch)
            try check(sources)
            return try merge(sources, scratch, progress)
        }
    }

    private func check(_ sources: MergeSources) throws {
        var check = MergeCheck(allowsSeveralRuns: allowsSeveralRuns)
        if exists {
            try check.addTarget(target, try AnswerStore(path: target).read { try MergeInput.runs($0, schema: "main") })
        }
        for store in sources.stores { try check.add(store.path, try store.checkedRuns()) }
        for journal in sources.journals { try check.add(journal.path, [MergeInput.Run(journal.header)]) }
    }

    private var exists: Bool { FileManager.default.fileExists(atPath: target) }

    private func merge(
        _ sources: MergeSources, _ scratch: URL, _ progress: (Progress) -> Void
    ) throws -> Outcome {
        var (notes, progressed) = (sources.notes, Progress(done: 0, inputs: sources.count))
        func advance() {
            progressed.done += 1
            progress(progressed)
        }
        let now = Date().timeIntervalSince1970
        if exists, sources.journals.isEmpty, let only = sources.stores.first, sources.stores.count == 1 {
            let runs = try addToTarget(only.address, now)
            return Outcome(runs: runs, stores: 1, journals: 0, notes: notes)
        }
        let work = scratch.appending(path: "store.sqlite").path
        notes += try MergeScratch.begin(work, with: sources.journals, advance)
        let keys = try MergeScratch.add(sources.stores, to: work, now: now, advance)
        let runs: [Int64]
        if exists {
            runs = try addToTarget(URL(filePath: work).absoluteString, now)
        } else {
            try MergeScratch.publish(work, as: target)
            runs = keys
        }
        return Outcome(runs: runs, stores: sources.stores.count, journals: sources.journals.count, notes: notes)
    }

    /// Adds a store to the target in one transaction.
    private func addToTarget(_ address: String, _ now: Double) throws -> [Int64] {
        let store = try AnswerStore(path: target)
        defer { withExtendedLifetime(store) {} }
        return try store.database.writeWithoutTransaction { db in
            try db.execute(sql: "ATTACH DATABASE ? AS source", arguments: [address])
            defer { try? db.execute(sql: "DETACH DATABASE source") }
            var runs: [Int64] = []
            try db.inTransaction(.immediate) {
                runs = try Merging.add(db, now: now)
                try Merging.settle(runs: runs, now: now, db)
                return .commit
            }
            return runs
        }
    }
}

extension MergeInput.Run {
    init(_ header: JournalHeader) {
        self.init(
            key: header.run.key, respondent: header.run.respondent, settings: header.run.settings,
            origin: header.run.origin, protocolHash: header.protocolHash, study: header.study)
    }
}
