import Foundation
import GRDB

/// Commits the replies of one run, many to a transaction when many come at once.
///
/// A commit costs the same for one reply as for many. So while replies come fast, commits begin some milliseconds apart, and
/// what arrives meanwhile waits for the next; a reply that comes alone is committed at once. Nothing counts as saved before
/// its commit is on the disk.
package actor ReplyJournal {
    /// Commits begin so far apart while fewer replies wait than are gathered.
    private static let interval: Duration = .milliseconds(5)

    private let store: AnswerStore
    private let run: Int64
    /// Has everything before the store has it, so that what the store acknowledged outlives it.
    private let shared: ShardJournal?
    /// So many replies are committed without waiting for more.
    private let enough: Int
    /// Where those who save run: resumed there, they wake no other thread.
    private let executor: (any TaskExecutor)?
    private var pending:
        [(reply: ReplyRecord, kept: KeptReply, done: CheckedContinuation<Result<Bool, StoreError>, Never>)] = []
    private var isWriting = false
    private var lastCommit: ContinuousClock.Instant?
    private var gathering: CheckedContinuation<Void, Never>?

    /// A journal of one run.
    ///
    /// - Parameters:
    ///   - atOnce: how many questions may be in flight: where they are few, there is nothing to gather.
    ///   - executor: runs the tasks that save; nil where they run anywhere.
    ///   - shared: gets everything first; nil where the store alone is to last.
    package init(
        store: AnswerStore, run: Int64, atOnce: Int = 1, executor: (any TaskExecutor)? = nil,
        shared: ShardJournal? = nil
    ) {
        self.store = store
        self.shared = shared
        self.executor = executor
        self.run = run
        enough = max(1, min(atOnce / 2, 16))
    }

    /// Returns when the reply is on the disk.
    ///
    /// - Returns: whether it stands; where its question has another reply, it is set aside.
    /// - Throws: ``StoreError``; the reply is then not stored.
    @discardableResult
    package func save(_ reply: ReplyRecord, as kept: KeptReply = KeptReply()) async throws(StoreError) -> Bool {
        let result = await withCheckedContinuation { done in
            pending.append((reply, kept, done))
            if pending.count >= enough { endGathering() }
            if !isWriting {
                isWriting = true
                Task(executorPreference: executor) { await self.writeAll() }
            }
        }
        return try result.get()
    }

    /// Stores many replies at once: all of them, or none.
    ///
    /// - Returns: of each, whether it stands; one whose question has a reply already is not stored.
    /// - Throws: ``StoreError``; then none of them is stored.
    @discardableResult
    package func save(_ replies: [ReplyRecord]) async throws(StoreError) -> [Bool] {
        try await store.asyncWrite { [run] db in
            try AnswerStore.insert(replies.map { ($0, KeptReply()) }, run: run, db)
        }
    }

    private func writeAll() async {
        while !pending.isEmpty {
            await gather()
            lastCommit = .now
            let batch = pending
            pending = []
            let replies = batch.map { (reply: $0.reply, kept: $0.kept) }
            switch await write(replies) {
            case .success(let stand):
                for (one, stands) in zip(batch, stand) { one.done.resume(returning: .success(stands)) }
            case .failure(let error): for one in batch { one.done.resume(returning: .failure(error)) }
            }
        }
        isWriting = false
    }

    /// Returns when enough replies wait, or the last commit is long enough ago.
    private func gather() async {
        guard pending.count < enough, let lastCommit else { return }
        let end = lastCommit + Self.interval
        guard end > .now else { return }
        let timer = Task(executorPreference: executor) {
            try? await Task.sleep(until: end)
            // One that came too late would end the next gathering.
            if !Task.isCancelled { await self.endGathering() }
        }
        await withCheckedContinuation { gathering = $0 }
        timer.cancel()
    }

    private func endGathering() {
        gathering?.resume()
        gathering = nil
    }

    /// Where another program holds the store, it is waited for as long as a question's answer may be: replies are paid for.
    private func write(_ replies: [(reply: ReplyRecord, kept: KeptReply)]) async -> Result<[Bool], StoreError> {
        var tries = 0
        while true {
            tries += 1
            do throws(StoreError) {
                return .success(
                    try await store.asyncWrite { [run, shared] db in
                        try shared?.append(try Self.entries(replies, db))
                        return try AnswerStore.insert(replies, run: run, db)
                    })
            } catch .locked where tries < 6 {
                continue
            } catch {
                return .failure(error)
            }
        }
    }

    private static func entries(
        _ replies: [(reply: ReplyRecord, kept: KeptReply)], _ db: Database
    ) throws -> [JournalEntry] {
        try replies.map { reply, kept in
            let replaces = try kept.replaces.flatMap {
                try Double.fetchOne(db, sql: StoreQuery.repliedOfReply.rawValue, arguments: [$0])
            }
            return .reply(reply, replaces: replaces)
        }
    }

    /// Keeps that a question was asked in vain.
    package nonisolated func save(_ failure: FailureRecord) async throws(StoreError) {
        try await store.asyncWrite { [run, shared] db in
            try shared?.append([.failure(failure)])
            try AnswerStore.save(failure, run: run, db)
        }
    }

    /// Keeps that an attempt was sent and brought no reply; see ``AnswerStore/addLostAttempt(run:)``.
    package nonisolated func addLostAttempt() async throws(StoreError) {
        guard let shared else { return try await store.addLostAttempt(run: run) }
        let (store, run) = (store, run)
        // Also where the task is cancelled: that is when attempts are lost.
        let failure = await Task { () -> StoreError? in
            do throws(StoreError) {
                try await store.asyncWrite { db in
                    try shared.append([.lost(1)])
                    try LostAttempts.add(by: URL(filePath: shared.path).lastPathComponent, run: run, db)
                }
                return nil
            } catch {
                return error
            }
        }.value
        if let failure { throw failure }
    }
}
