import AnswerStore

/// What is made of some runs, kept as long as there is room: whoever asks gets what was made last at once, with how current it is, while
/// it is made anew beside. One thing is made at a time, since each takes all cores.
package actor StampedShelf<Value: Sendable> {
    /// What is on the shelf of some runs.
    package struct Found: Sendable {
        /// What was made last; nil where nothing was yet.
        package let value: Value?
        /// Whether none of the runs has changed since.
        package let isCurrent: Bool
    }

    private struct Kept {
        var value: Value?
        var stamps: [RunStamp] = []
        var isWanted = false
        var lastUsed = 0
    }

    private let store: AnswerStore
    private let most: Int
    private let made: MadeCount
    private let make: @Sendable ([Int64], AnswerStore) async -> Value
    private var kept: [[Int64]: Kept] = [:]
    private var waiting: [[Int64]] = []
    private var isMaking = false
    private var clock = 0

    /// So many things wait to be made at most; of more, the oldest are made when they are asked for again.
    private static var mostWaiting: Int { 16 }

    /// An empty shelf.
    ///
    /// - Parameters:
    ///   - most: how many things are kept.
    ///   - made: counts what is made.
    ///   - make: makes the thing of some runs; what went wrong is a value, too.
    init(
        _ store: AnswerStore, most: Int, made: MadeCount,
        make: @escaping @Sendable ([Int64], AnswerStore) async -> Value
    ) {
        (self.store, self.most, self.made, self.make) = (store, most, made, make)
    }

    /// What there is of some runs, in their order; it is begun where there is nothing, or where one of them has changed since.
    ///
    /// - Throws: where the store can't be read, or lacks a run.
    package func value(of runs: [Int64]) throws -> Found {
        let stamps = try runs.map { try RunStamp(of: $0, in: store) }
        clock += 1
        var entry = kept[runs] ?? Kept()
        entry.lastUsed = clock
        let isCurrent = entry.value != nil && entry.stamps == stamps
        if !isCurrent, !entry.isWanted {
            entry.isWanted = true
            waiting.append(runs)
        }
        kept[runs] = entry
        forget()
        makeNext()
        return Found(value: entry.value, isCurrent: isCurrent)
    }

    private func forget() {
        while waiting.count > Self.mostWaiting {
            kept[waiting.removeFirst()]?.isWanted = false
        }
        while kept.count > most,
            let oldest = kept.filter({ !$0.value.isWanted }).min(by: { $0.value.lastUsed < $1.value.lastUsed })
        {
            kept[oldest.key] = nil
        }
    }

    private func makeNext() {
        guard !isMaking, !waiting.isEmpty else { return }
        isMaking = true
        let runs = waiting.removeFirst()
        Task { [store, make] in
            // Where replies come in meanwhile, the next look finds later stamps than these.
            let stamps = (try? runs.map { try RunStamp(of: $0, in: store) }) ?? []
            let value = await Task.detached(executorPreference: QuietThreads.shared) {
                await make(runs, store)
            }.value
            keep(value, stamps, of: runs)
        }
    }

    private func keep(_ value: Value, _ stamps: [RunStamp], of runs: [Int64]) {
        isMaking = false
        made.add()
        var entry = kept[runs] ?? Kept()
        (entry.value, entry.stamps, entry.isWanted) = (value, stamps, false)
        kept[runs] = entry
        forget()
        makeNext()
    }
}
