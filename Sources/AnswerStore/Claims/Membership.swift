/// This process's place among those that ask: entered when it begins, shown to be alive, entered anew where others took
/// the process for dead.
///
/// Others take it for dead no earlier than a minute and a half after its last beat. So as long as that beat is recent by
/// this process's own clock, what it claimed is its own, and nothing has to be looked up before a question is sent.
package actor Membership {
    /// After so long without a confirmed beat the store is asked before anything is sent.
    private static let trust: Duration = .seconds(30)

    private let store: AnswerStore
    private let atOnce: Int
    private var worker: Worker
    private var confirmed = ContinuousClock.now
    private var silence = Silence()
    private var files: StoreFiles
    private var lastReply: Int64 = 0

    /// Enters this process.
    ///
    /// - Parameter atOnce: how many questions it may have out at once.
    package init(store: AnswerStore, atOnce: Int) throws(StoreError) {
        self.store = store
        self.atOnce = atOnce
        worker = try store.register(atOnce: atOnce)
        store.emptyJournal()
        files = StoreFiles(path: store.path)
    }

    /// Whether the store is still the one that was opened, with all the replies that were seen in it; cheap, and due every
    /// few seconds.
    ///
    /// - Throws: ``StoreError``: pulledAway, emptied.
    package func checkFiles() throws(StoreError) {
        if let what = files.change() { throw .pulledAway(path: store.path, what: what, rescued: nil) }
        let last = try store.lastReply()
        guard last >= lastReply else { throw .emptied(path: store.path) }
        lastReply = last
    }

    /// A sign of life; due every ten seconds.
    package func beat() async throws(StoreError) {
        let (now, beating) = (ContinuousClock.now, worker)
        let answer = try await store.beat(beating, silence: silence)
        silence = answer.silence
        // It may have been entered anew while this waited.
        guard beating == worker else { return }
        if answer.isKnown { confirmed = now } else { try enterAnew() }
    }

    /// The process as the store knows it now; another than before where it was taken for dead in between, and what it had
    /// claimed may be asked by others.
    package func current() async throws(StoreError) -> Worker {
        let now = ContinuousClock.now
        guard now - confirmed > Self.trust else { return worker }
        if try store.isKnown(worker) { confirmed = now } else { try enterAnew() }
        return worker
    }

    /// Claims questions, as ``AnswerStore/claim(_:worker:silence:)`` does.
    ///
    /// - Returns: also the worker that holds them.
    package func claim(_ request: ClaimRequest) async throws(StoreError) -> (result: ClaimResult, by: Worker) {
        while true {
            let (now, claimant) = (ContinuousClock.now, worker)
            if let result = try await store.claim(request, worker: claimant, silence: silence) {
                if claimant == worker { confirmed = now }
                return (result, claimant)
            }
            if claimant == worker { try enterAnew() }
        }
    }

    /// Gives back what is claimed and not asked, and leaves the list.
    package func leave() throws(StoreError) {
        try store.unregister(worker)
    }

    private func enterAnew() throws(StoreError) {
        let now = ContinuousClock.now
        worker = try store.register(atOnce: atOnce)
        confirmed = now
    }
}

extension AnswerStore {
    func isKnown(_ worker: Worker) throws(StoreError) -> Bool {
        try read { db in try Self.isKnown(worker, db) }
    }
}
