package import AnswerStore

/// How all runs of a store stand, as far as a look at their totals tells: two equal ones mean that no page has changed.
package struct RunPulse: Sendable, Equatable {
    fileprivate let runs: [RunRecord]
    fileprivate let stamps: [RunStamp]
    /// What people have judged and opened.
    fileprivate let judging: AnswerStore.JudgingMark?
    /// How far figures are that are being made.
    fileprivate let figures: Int
    /// Whether the store could be read.
    fileprivate let isReadable: Bool
}

extension RunLibrary {
    /// How the runs stand now.
    package func pulse() -> RunPulse {
        let made = figuresMade + comparisons.made.count
        do {
            let runs = try store.runs()
            return RunPulse(
                runs: runs, stamps: try runs.map { try RunStamp(of: $0.id, in: store) },
                judging: try store.judgingMark(), figures: made,
                isReadable: true)
        } catch {
            return RunPulse(runs: [], stamps: [], judging: nil, figures: made, isReadable: false)
        }
    }
}
