import GRDB

/// Commits the replies of one run, many to a transaction when many come at once.
///
/// While one transaction is being synced to the disk, replies that arrive wait for the next: the more there are, the
/// fewer syncs each costs, and none waits longer than two of them.
public actor ReplyJournal {
    private let store: AnswerStore
    private let run: Int64
    private var pending: [(reply: ReplyRecord, done: CheckedContinuation<StoreError?, Never>)] = []
    private var isWriting = false

    /// A journal of one run.
    public init(store: AnswerStore, run: Int64) {
        self.store = store
        self.run = run
    }

    /// Returns when the reply is on the disk.
    ///
    /// - Throws: ``StoreError``; the reply is then not stored.
    public func save(_ reply: ReplyRecord) async throws(StoreError) {
        let failure = await withCheckedContinuation { done in
            pending.append((reply, done))
            if !isWriting {
                isWriting = true
                Task { await writeAll() }
            }
        }
        if let failure { throw failure }
    }

    /// Stores many replies at once: all of them, or none.
    ///
    /// - Throws: ``StoreError``; then none of them is stored.
    public func save(_ replies: [ReplyRecord]) async throws(StoreError) {
        try await store.asyncWrite { [run] db in
            for reply in replies { try AnswerStore.insert(reply, run: run, db) }
        }
    }

    private func writeAll() async {
        while !pending.isEmpty {
            let batch = pending
            pending = []
            let replies = batch.map(\.reply)
            var failure: StoreError?
            do throws(StoreError) {
                try await store.asyncWrite { [run] db in
                    for reply in replies { try AnswerStore.insert(reply, run: run, db) }
                }
            } catch {
                failure = error
            }
            for (_, done) in batch { done.resume(returning: failure) }
        }
        isWriting = false
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
