package import AnswerStore
package import Measures

/// What a run's figures were made from: two equal stamps of a run mean that its figures are the same.
package struct RunStamp: Sendable, Equatable {
    private let counts: StoredCounts
    private let reader: ClosedRange<Int>?
    /// The last label by which anybody overruled a reading, where that counts; it may be of another run.
    private let overrule: Int64

    /// The stamp of a run as it stands. Its replies are not looked at.
    package init(of run: Int64, in store: AnswerStore, scoring: Scoring = .strict) throws(StoreError) {
        counts = try store.counts(run: run)
        reader = try store.readerVersions(run: run)
        overrule = scoring == .overruled ? try store.lastLabel(criterion: Overrule.criterion) : 0
    }
}
