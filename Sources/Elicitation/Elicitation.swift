package import AnswerStore
import Foundation
package import Respondents

/// Asks a respondent every question of a set that has no reply yet, and stores each reply before it goes on.
///
/// Named after what it does: eliciting stated values and chosen actions (paper, section 4).
package struct Elicitation: Sendable {
    /// How to ask.
    package struct Options: Sendable {
        /// Requests in flight, 1 or more.
        package var concurrency: Int
        /// When to send a question again.
        package var retry: RetryPolicy
        /// How long a stopped run waits for the requests in flight.
        package var grace: Duration
        /// What to leave unasked in this start.
        package var bounds: Bounds
        /// How fast to ask.
        package var pacing: Pacing
        /// Whether all is left unasked but what it takes to have one reply; the run goes on elsewhere.
        package var onlyFirst = false
        /// The part of the questions to ask; `nil` for all.
        package var shard: Shard?
        /// Gets every reply before it counts as saved, on a file system that outlives the store's; `nil` for none.
        package var journal: ShardJournal?

        /// Options.
        package init(
            concurrency: Int = 16, retry: RetryPolicy = RetryPolicy(), grace: Duration = .seconds(10),
            pacing: Pacing = Pacing(), bounds: Bounds = Bounds()
        ) {
            self.concurrency = max(1, concurrency)
            self.retry = retry
            self.grace = grace
            self.bounds = bounds
            self.pacing = pacing
        }
    }

    private let store: AnswerStore
    private let respondent: any Respondent
    private let options: Options

    /// - Parameter respondent: who is asked; shutting it down stays with the caller.
    package init(store: AnswerStore, respondent: any Respondent, options: Options = Options()) {
        self.store = store
        self.respondent = respondent
        self.options = options
    }

    /// Asks until every question has a reply or was given up, or `stop` is switched on.
    ///
    /// Started again with the same run and questions it asks only what has no reply. Several processes may do so at once;
    /// none asks what another is asking.
    ///
    /// - Parameters:
    ///   - questions: what is asked, of any kind.
    ///   - reader: reads the replies.
    /// - Returns: the counts at the end.
    /// - Throws: ``ElicitationError``; all replies until then are stored.
    package func ask(
        _ questions: any QuestionSource, reader: any AnswerReader, run: RunRecord, monitor: RunMonitor = RunMonitor(),
        stop: StopSwitch = StopSwitch()
    ) async throws(ElicitationError) -> RunSnapshot {
        let questions = options.shard.map { ShardedQuestions(questions, $0) as any QuestionSource } ?? questions
        let membership = try storing { () throws(StoreError) in
            try Membership(store: store, atOnce: options.concurrency)
        }
        let time = Timekeeper.machine
        let places = options.bounds.only.map { questions.positions(of: $0) }
        let planned = places?.count ?? questions.count
        monitor.update {
            // Of a monitor that saw other questions before, all of them are counted.
            $0.planned = $0.done + $0.failed + planned
            $0.quietSince = time.now()
        }
        // A burst of failures as large as what was in flight says no more than one failure.
        let pace = Pace(
            options.pacing, concurrency: options.concurrency, failures: max(options.concurrency, 16),
            longestPause: options.retry.longestWait, now: time.now())
        let pacer = Pacer(pace, time: time, monitor: monitor)
        let halt = StopSwitch()
        let feed = QuestionFeed(
            questions: questions, places: places, run: run.id, membership: membership, monitor: monitor,
            concurrency: options.concurrency,
            bounds: options.bounds, stop: halt)
        let asker = QuestionAsker(
            respondent: respondent, policy: options.retry, pacer: pacer, time: time, store: store,
            journal: ReplyJournal(
                store: store, run: run.id, atOnce: options.concurrency, executor: respondent.executor,
                shared: options.journal),
            run: run.id, caps: options.bounds.caps,
            reader: reader, monitor: monitor, stop: halt, feed: feed, membership: membership)
        let crew = Crew(
            asker: asker, feed: feed, pacer: pacer, options: options, stop: stop, halt: halt, monitor: monitor,
            membership: membership)
        do throws(ElicitationError) {
            try await withTaskExecutorPreference(respondent.executor) { () async throws(ElicitationError) in
                try await crew.work()
            }
        } catch .store(.pulledAway(let path, let what, _)) {
            throw .store(.pulledAway(path: path, what: what, rescued: store.rescue()))
        } catch {
            // The first error is the one to tell; claims are also void once this process is gone.
            try? await membership.leave()
            try? store.end(run: run.id, status: .stopped, at: Date())
            throw error
        }
        do throws(StoreError) {
            try await membership.checkFiles()
            try await membership.leave()
            guard !options.onlyFirst else { return monitor.snapshot }
            let isUndisturbed =
                !stop.isOn && !Task.isCancelled && monitor.snapshot.bound == nil
                && monitor.snapshot.inBatches == 0
            let isComplete = isUndisturbed ? try isWhole(questions.count, run) : false
            try options.journal?.end(isComplete ? .finished : .stopped)
            try store.end(run: run.id, status: isComplete ? .finished : .stopped, at: Date())
        } catch .pulledAway(let path, let what, _) {
            throw .store(.pulledAway(path: path, what: what, rescued: store.rescue()))
        } catch {
            throw .store(error)
        }
        return monitor.snapshot
    }

    private func storing<T>(_ body: () throws(StoreError) -> T) throws(ElicitationError) -> T {
        do throws(StoreError) {
            return try body()
        } catch {
            throw .store(error)
        }
    }

    /// Whether a start that was restricted to some questions left none of the others unasked.
    private func isWhole(_ count: Int, _ run: RunRecord) throws(StoreError) -> Bool {
        guard options.bounds.only != nil else { return true }
        let counts = try store.counts(run: run.id)
        return counts.replied + counts.failed >= count
    }
}
