import GRDB

/// Commits the replies of one run, many to a transaction when many come at once.
///
/// While one transaction is being synced to the disk, replies that arrive wait for the next: the more there are, the
/// fewer syncs each costs, and none waits longer than two of them.
package actor ReplyJournal {
    private let store: AnswerStore
    private let run: Int64
    private var pending:
        [(reply: ReplyRecord, kept: KeptReply, done: CheckedContinuation<Result<Bool, StoreError>, Never>)] = []
    private var isWriting = false

    /// A journal of one run.
    package init(store: AnswerStore, run: Int64) {
        self.store = store
        self.run = run
    }

    /// Returns when the reply is on the disk.
    ///
    /// - Returns: whether it stands; where its question has another reply, it is set aside.
    /// - Throws: ``StoreError``; the reply is then not stored.
    @discardableResult
    package func save(_ reply: ReplyRecord, as kept: KeptReply = KeptReply()) async throws(StoreError) -> Bool {
        let result = await withCheckedContinuation { done in
            pending.append((reply, kept, done))
            if !isWriting {
                isWriting = true
                Task { await writeAll() }
            }
        }
        return try result.get()
    }

    /// Stores many replies at once: all of them, or none.
    ///
    /// - Throws: ``StoreError``; then none of them is stored.
    package func save(_ replies: [ReplyRecord]) async throws(StoreError) {
        try await store.asyncWrite { [run] db in
            for reply in replies { _ = try AnswerStore.insert(reply, as: KeptReply(), run: run, db) }
        }
    }

    private func writeAll() async {
        while !pending.isEmpty {
            let batch = pending
            pending = []
            let replies = batch.map { ($0.reply, $0.kept) }
            switch await write(replies) {
            case .success(let stand):
                for (one, stands) in zip(batch, stand) { one.done.resume(returning: .success(stands)) }
            case .failure(let error): for one in batch { one.done.resume(returning: .failure(error)) }
            }
        }
        isWriting = false
    }

    /// Where another program holds the store, it is waited for as long as a question's answer may be: replies are paid for.
    private func write(_ replies: [(ReplyRecord, KeptReply)]) async -> Result<[Bool], StoreError> {
        var tries = 0
        while true {
            tries += 1
            do throws(StoreError) {
                return .success(
                    try await store.asyncWrite { [run] db in
                        try replies.map { try AnswerStore.insert($0.0, as: $0.1, run: run, db) }
                    })
            } catch .locked where tries < 6 {
                continue
            } catch {
                return .failure(error)
            }
        }
    }
}

extension AnswerStore {
    /// A write that does not hold up the caller's thread.
    func asyncWrite<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws(StoreError) -> T {
        do {
            return try await database.write(body)
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
