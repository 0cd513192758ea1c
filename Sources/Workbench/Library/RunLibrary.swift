package import AnswerStore
package import Costs
package import Measures
package import Reports
import Study

/// A store's runs with their figures, made once and kept: whoever asks gets what was made last at once, with how current it is, while
/// new figures are made beside.
package actor RunLibrary {
    /// Where the runs are.
    package nonisolated let store: AnswerStore
    /// What tokens cost.
    package nonisolated let prices: PriceTable
    /// Its runs against one another.
    package nonisolated let comparisons: ComparisonLibrary
    /// What lists of cells and actions are made of.
    package nonisolated let browser: RunBrowser
    private let plan: ResamplingPlan?
    private let words: @Sendable (any Error) -> String
    private var kept: [Wanted: Kept] = [:]
    /// What is to be measured, one run after another: each takes all cores.
    private var waiting: [Wanted] = []
    private var isMeasuring = false
    private var isResting = false
    private var clock = 0
    /// How often figures were put into the library.
    var figuresMade = 0
    private var studies: [(run: Int64, study: LoadedStudy)] = []

    /// Figures of so many runs are in memory at most.
    package static let mostKept = 12

    /// So many studies are in memory at most.
    private static let mostStudies = 4

    /// A run as it is to be measured.
    struct Wanted: Hashable {
        let run: Int64
        let scoring: Scoring
    }

    private struct Kept {
        var made: MeasuredReport?
        var generation = 0
        var stamp: RunStamp?
        var failure: (any Error)?
        var isWanted = false
        /// Not measured again before: a run that is being asked changes all the time, and leaves the machine to its asking.
        var restsUntil: ContinuousClock.Instant?
        var lastUsed = 0
    }

    /// A library of a store.
    ///
    /// - Parameters:
    ///   - plan: how intervals are made; nil makes none.
    ///   - words: what a person is told where figures can't be made.
    package init(
        _ store: AnswerStore, prices: PriceTable, plan: ResamplingPlan?,
        words: @escaping @Sendable (any Error) -> String = { "\($0)" }
    ) {
        (self.store, self.prices, self.plan, self.words) = (store, prices, plan, words)
        comparisons = ComparisonLibrary(store, plan: plan)
        browser = RunBrowser(store)
    }

    /// The figures of a run as they were made last; new ones are begun where the run has changed since.
    ///
    /// - Throws: where the store can't be read, or has no such run.
    package func figures(of run: Int64, scoring: Scoring = .strict) throws -> RunFigures {
        let wanted = Wanted(run: run, scoring: scoring)
        let stamp = try RunStamp(of: run, in: store, scoring: scoring)
        clock += 1
        var entry = kept[wanted] ?? Kept()
        entry.lastUsed = clock
        let isCurrent = entry.stamp == stamp
        if !isCurrent, !entry.isWanted {
            entry.isWanted = true
            waiting.append(wanted)
        }
        kept[wanted] = entry
        forgetOldest()
        measureNext()
        return RunFigures(
            measured: entry.made?.measured, report: entry.made?.report,
            generation: entry.generation, isCurrent: isCurrent,
            failure: isCurrent ? entry.failure.map(words) : nil)
    }

    /// The study of a run with its actions, those of an imported dataset included. Some are kept, because the paper's takes a
    /// tenth of a second to read.
    package func study(ofRun run: Int64) throws -> LoadedStudy {
        if let place = studies.firstIndex(where: { $0.run == run }) {
            let found = studies.remove(at: place)
            studies.append(found)
            return found.study
        }
        let study = try LoadedStudy(ofRun: run, in: store).joined(with: store)
        studies.append((run, study))
        if studies.count > Self.mostStudies { studies.removeFirst() }
        return study
    }

    /// Begins to measure all runs, the last one first, so that the figures are there when they are looked at.
    package func warm() async throws {
        await browser.warm()
        for run in try store.runs().reversed().prefix(Self.mostKept) { _ = try figures(of: run.id) }
    }

    private func forgetOldest() {
        while kept.count > Self.mostKept,
            let oldest = kept.filter({ !$0.value.isWanted }).min(by: { $0.value.lastUsed < $1.value.lastUsed })
        {
            kept[oldest.key] = nil
        }
    }

    private func measureNext() {
        guard !isMeasuring, let next = takeNext() else { return }
        isMeasuring = true
        Task { [store, prices, plan] in
            let start = ContinuousClock.now
            // Where replies come in meanwhile, the next look finds a later stamp than this one.
            let stamp = try? RunStamp(of: next.run, in: store, scoring: next.scoring)
            do {
                let first = try await withTaskExecutorPreference(QuietThreads.shared) {
                    try await MeasuredReport(next, store, prices)
                }
                keep(first, failure: nil, stamp: nil, for: next)
                await browser.prepare(first.measured)
                let whole = try await withTaskExecutorPreference(QuietThreads.shared) {
                    try await first.withUncertainty(plan, store)
                }
                keep(whole, failure: nil, stamp: stamp, for: next)
            } catch {
                keep(nil, failure: error, stamp: stamp, for: next)
            }
            done(next, took: ContinuousClock.now - start)
        }
    }

    /// The first that waits and does not rest; where all rest, looks again when the first has rested.
    private func takeNext() -> Wanted? {
        let now = ContinuousClock.now
        func rest(_ wanted: Wanted) -> ContinuousClock.Instant { kept[wanted]?.restsUntil ?? now }
        if let place = waiting.firstIndex(where: { rest($0) <= now }) { return waiting.remove(at: place) }
        if !isResting, let soonest = waiting.map(rest).min() {
            isResting = true
            Task {
                try? await Task.sleep(until: soonest)
                isResting = false
                measureNext()
            }
        }
        return nil
    }

    /// - Parameter stamp: nil while only a part of the figures is there.
    private func keep(_ made: MeasuredReport?, failure: (any Error)?, stamp: RunStamp?, for wanted: Wanted) {
        var entry = kept[wanted] ?? Kept()
        // The figures of before, with their intervals, are better than new ones that are not done yet.
        figuresMade += 1
        if let made, stamp != nil || entry.made == nil { (entry.made, entry.generation) = (made, figuresMade) }
        entry.failure = failure
        entry.stamp = stamp ?? entry.stamp
        kept[wanted] = entry
    }

    /// Measuring takes a fifth of the time at most.
    private func done(_ wanted: Wanted, took duration: Duration) {
        kept[wanted]?.isWanted = false
        kept[wanted]?.restsUntil = ContinuousClock.now + max(.seconds(1), duration * 4)
        isMeasuring = false
        measureNext()
    }
}
