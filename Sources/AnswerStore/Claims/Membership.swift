import Synchronization

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
    private let place: Mutex<Place>
    var silence = Silence()
    private var files: StoreFiles
    private var lastReply: Int64 = 0

    /// Where this process stands in the store, and when that was last confirmed.
    private struct Place {
        var worker: Worker
        var confirmed: ContinuousClock.Instant
    }

    private var worker: Worker { place.withLock { $0.worker } }

    /// Enters this process.
    ///
    /// - Parameter atOnce: how many questions it may have in flight.
    package init(store: AnswerStore, atOnce: Int) throws(StoreError) {
        self.store = store
        self.atOnce = atOnce
        place = Mutex(Place(worker: try store.register(atOnce: atOnce), confirmed: .now))
        store.emptyJournal()
        files = StoreFiles(path: store.path)
    }

    /// Whether the store is still the one that was opened, with all the replies that were seen in it; cheap, and due every
    /// few seconds.
    ///
    /// - Throws: ``StoreError``: pulledAway, emptied.
    package func checkFiles() async throws(StoreError) {
        if store.wasTaken {
            throw .pulledAway(path: store.path, what: "another host took '\(store.path)'", rescued: nil)
        }
        if let what = files.change() { throw .pulledAway(path: store.path, what: what, rescued: nil) }
        let last = try await store.lastReply()
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
        if answer.isKnown { confirm(at: now) } else { try enterAnew() }
    }

    /// The process as the store knows it now; another than before where it was taken for dead in between, and what it had
    /// claimed may be asked by others.
    ///
    /// Asked three times for each question: a recent beat is answered from without waiting for this actor.
    package nonisolated func current() async throws(StoreError) -> Worker {
        let now = ContinuousClock.now
        if let worker = place.withLock({ now - $0.confirmed <= Self.trust ? $0.worker : nil }) { return worker }
        return try await lookedUp()
    }

    private func lookedUp() async throws(StoreError) -> Worker {
        let (now, asking) = (ContinuousClock.now, worker)
        let isKnown = try await store.isKnown(asking)
        // It may have been entered anew while this waited.
        guard asking == worker else { return worker }
        if isKnown { confirm(at: now) } else { try enterAnew() }
        return worker
    }

    private func confirm(at now: ContinuousClock.Instant) {
        place.withLock { $0.confirmed = now }
    }

    /// Claims questions, as ``AnswerStore/claim(_:worker:silence:)`` does.
    ///
    /// - Returns: also the worker that holds them.
    package func claim(_ request: ClaimRequest) async throws(StoreError) -> (result: ClaimResult, by: Worker) {
        while true {
            let (now, claimant) = (ContinuousClock.now, worker)
            if let result = try await store.claim(request, worker: claimant, silence: silence) {
                if claimant == worker { confirm(at: now) }
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
        let worker = try store.register(atOnce: atOnce)
        place.withLock { $0 = Place(worker: worker, confirmed: now) }
    }
}

extension AnswerStore {
    func isKnown(_ worker: Worker) async throws(StoreError) -> Bool {
        try await asyncRead { db in try Self.isKnown(worker, db) }
    }
}
