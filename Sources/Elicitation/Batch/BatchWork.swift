import AnswerStore
import Foundation
import Respondents

/// The work of one start: parts are made, submitted, watched and read, one step after another.
actor BatchWork {
    let store: AnswerStore
    let respondent: any FiledRespondent
    let provider: any BatchProvider
    let asking: Elicitation.Options
    let options: BatchOptions
    let questions: any QuestionSource
    let others: [any QuestionSource]
    let reader: any AnswerReader
    let run: RunRecord
    let monitor: RunMonitor
    let stop: StopSwitch
    let membership: Membership
    let files: BatchFiles
    let time = Timekeeper.machine

    /// A part that this process looks after.
    struct Attended: Sendable {
        var part: BatchPart
        /// When the next step is due.
        var due: ContinuousClock.Instant
        /// How long to wait after the next look.
        var pause: Duration
        /// Since when the provider does not know the batch.
        var missedSince: ContinuousClock.Instant?
        /// Since when a batch of the part was looked for.
        var soughtSince: ContinuousClock.Instant?
        /// Whether the provider was asked to cancel it.
        var isCancelled = false
        /// How often its making came to an unclear end in this start.
        var unclear = 0
        /// How often in a row the provider did not take it.
        var holds = 0
        /// How often it had ended without results that its counts promise.
        var emptyLooks = 0
        /// How it stood at the last look.
        var seen: ProviderBatch?
    }

    var attended: [Attended] = []
    /// Positions to ask before the cursor goes on: those that came back without an answer, or had no room.
    var queue: [Int] = []
    /// The positions to ask, where only some are.
    let places: [Int]?
    /// The next place to look at, of ``places`` or of all positions.
    var cursor = 0
    /// Positions that another process asks.
    var askedByOthers: [Int] = []
    /// How many more questions this start may ask.
    var left: Int
    /// How often each question came back without an answer.
    var tries: [String: Int] = [:]
    /// Fewer than the provider says, after its queue was full.
    var size: Int
    /// How often in a row the provider's queue was full.
    var fullQueues = 0
    /// No part is begun before.
    var mayGather: ContinuousClock.Instant
    /// Whether the first question was asked alone in this start.
    var isProbed = false
    /// Whether a cap left no room.
    var isCapped = false
    /// Why nothing more is asked, once what is out was read.
    var ending: ElicitationError?
    /// Questions in batches that another process looks after.
    var heldElsewhere = 0

    init(
        store: AnswerStore, respondent: any FiledRespondent, provider: any BatchProvider, asking: Elicitation.Options,
        options: BatchOptions, questions: any QuestionSource, others: [any QuestionSource], reader: any AnswerReader,
        run: RunRecord, monitor: RunMonitor, stop: StopSwitch, membership: Membership
    ) {
        (self.store, self.respondent, self.provider, self.asking, self.options) = (
            store, respondent, provider, asking, options
        )
        (self.questions, self.others, self.reader, self.run) = (questions, others, reader, run)
        (self.monitor, self.stop, self.membership) = (monitor, stop, membership)
        files = BatchFiles(store: store)
        places = asking.bounds.only.map { questions.positions(of: $0) }
        left = asking.bounds.limit ?? .max
        size = max(1, min(options.size ?? .max, provider.limits.questions))
        mayGather = time.now()
    }

    var end: Int { places?.count ?? questions.count }
    var hasMore: Bool { !options.cancels && ending == nil && left > 0 && (cursor < end || !queue.isEmpty) }

    /// Whether a part may be begun: each is submitted before the next, and one that the cap has no room for waits for an end.
    private var canGather: Bool {
        let waits = attended.contains { $0.part.state == .planned || $0.part.state == .uploaded }
        return hasMore && !waits && !(isCapped && !attended.isEmpty)
    }

    func work() async throws(ElicitationError) {
        try await countBefore()
        try await adopt()
        while !stop.isOn, !Task.isCancelled {
            try await advanceDue()
            if stop.isOn { break }
            if canGather, time.now() >= mayGather {
                isCapped = false
                if !isProbed, try await probe() { continue }
                if hasMore, try await gather() { continue }
            }
            show()
            // What is out goes on; what has ended is read first.
            if ending != nil, !attended.contains(where: { [.ended, .fetched].contains($0.part.state) }) { break }
            if attended.isEmpty, try await nothingIsLeft() { break }
            await pause()
        }
        await finish()
        if let ending { throw ending }
    }

    /// Whether all was asked; those that another process asks are looked at again.
    private func nothingIsLeft() async throws(ElicitationError) -> Bool {
        if hasMore { return isCapped }
        guard !options.cancels, ending == nil, left > 0, !askedByOthers.isEmpty else { return true }
        monitor.update { $0.askedByOthers = askedByOthers.count }
        (queue, askedByOthers) = (queue + askedByOthers, [])
        mayGather = time.now() + .milliseconds(500)
        return false
    }

    /// Waits until a step is due, or the run shall stop.
    private func pause() async {
        var until = time.now() + .seconds(60)
        if let first = attended.map(\.due).min() { until = min(until, first) }
        if canGather { until = min(until, max(mayGather, time.now() + .milliseconds(10))) }
        let (time, moment) = (time, until)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await time.sleep(moment) }
            group.addTask { [stop] in await stop.wait() }
            await group.next()
            group.cancelAll()
        }
    }

    private func finish() async {
        await countAgain()
        if options.cleans { await cleanAll() }
        let open = attended.reduce(0) { $0 + $1.part.unsettled }
        let (capped, isOver) = (isCapped && hasMore, stop.isOn || ending != nil)
        monitor.update {
            $0.inBatches = open + heldElsewhere
            $0.batches = nil
            let left = $0.planned - $0.done - $0.failed - $0.inBatches
            if capped {
                $0.bound = .cap
            } else if left <= 0, cursor < end || !queue.isEmpty {
                $0.bound = .limit
            } else if !isOver {
                $0.unasked = max(0, left)
            }
        }
    }

    /// Whether every question of the start has its reply or was given up.
    var isWhole: Bool {
        get throws(ElicitationError) {
            let snapshot = monitor.snapshot
            guard !stop.isOn, snapshot.bound == nil, snapshot.inBatches == 0, !options.cancels else { return false }
            do throws(StoreError) {
                let counts = try store.counts(run: run.id)
                return counts.replied + counts.failed >= questions.count
            } catch {
                throw .store(error)
            }
        }
    }

    /// Others may have asked, and answered, some meanwhile.
    private func countAgain() async {
        let others = ((try? store.batchParts(run: run.id)) ?? []).filter { part in
            part.state.isOpen && !attended.contains { $0.part.id == part.id }
        }
        heldElsewhere = others.reduce(0) { $0 + $1.unsettled }
        let snapshot = monitor.snapshot
        guard snapshot.planned > snapshot.done + snapshot.failed, asking.bounds.again.isEmpty else { return }
        let (questions, places) = (questions, places)
        let ids = (places ?? Array(0..<questions.count)).lazy.map { questions.id(at: $0) }
        guard let replied = try? store.replied(run: run.id, of: ids) else { return }
        monitor.update { $0.repliedBefore = max($0.repliedBefore, replied - $0.replied) }
    }

    private func countBefore() async throws(ElicitationError) {
        let (questions, places, again) = (questions, places, asking.bounds.again)
        let ids = (places ?? Array(0..<questions.count)).lazy.map { questions.id(at: $0) }
        let replied = try storing { () throws(StoreError) in
            try store.replied(run: run.id, of: ids.filter { again[$0] == nil })
        }
        let planned = end
        monitor.update {
            $0.planned = planned
            $0.repliedBefore = replied
            $0.quietSince = time.now()
            $0.batches = BatchSnapshot()
        }
    }

    /// Takes over what earlier starts left.
    private func adopt() async throws(ElicitationError) {
        let parts = try await awaitingStore { () async throws(StoreError) in
            try await membership.adoptParts(run: run.id, in: store)
        }
        heldElsewhere = parts.others.reduce(0) { $0 + $1.unsettled }
        if !parts.others.isEmpty {
            options.notice(
                "another process looks after \(parts.others.count == 1 ? "a batch" : "\(parts.others.count) batches") of "
                    + "this run, with \(heldElsewhere) questions")
        }
        attended = parts.own.map { Attended(part: $0, due: time.now(), pause: options.poll) }
    }

    /// Shows how things stand.
    func show(_ word: String? = nil) {
        var batches = BatchSnapshot()
        let out = attended.filter { $0.part.state == .submitted || $0.part.state == .submitting }
        batches.out = out.count
        batches.questions = out.reduce(0) { $0 + $1.part.unsettled }
        batches.answered = out.reduce(0) { $0 + ($1.seen?.answered ?? 0) }
        batches.failed = out.reduce(0) { $0 + ($1.seen?.failed ?? 0) }
        batches.word = word ?? (out.count == 1 ? out[0].seen?.word ?? "" : "")
        batches.nextLook = word == nil ? attended.map(\.due).min() : nil
        monitor.update { $0.batches = batches }
    }

    // MARK: - Storing

    nonisolated func storing<T>(_ body: () throws(StoreError) -> T) throws(ElicitationError) -> T {
        do throws(StoreError) {
            return try body()
        } catch {
            throw .store(error)
        }
    }

    /// Commits how far a part is.
    ///
    /// - Returns: whether it is still this process's.
    func commit(_ part: BatchPart) async throws(ElicitationError) -> Bool {
        try await awaitingStore { () async throws(StoreError) in try await store.save(part) }
    }

    /// Ends a part and frees what it holds.
    func end(_ part: BatchPart, as state: BatchPart.State, lost: Int = 0) async throws(ElicitationError) {
        _ = try await awaitingStore { () async throws(StoreError) in
            try await store.endPart(part, as: state, lost: lost)
        }
        files.removeRequests(part)
    }
}

/// What a store throws becomes the error of the work; done where the caller runs.
func awaitingStore<T>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws(StoreError) -> T
) async throws(ElicitationError) -> T {
    do throws(StoreError) {
        return try await body()
    } catch {
        throw .store(error)
    }
}
