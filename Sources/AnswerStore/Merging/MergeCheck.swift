/// Looks whether all that is to be merged belongs together, before anything is written.
struct MergeCheck {
    let allowsSeveralRuns: Bool
    /// Whoever said first what the study is, and what the run is.
    private var first: (study: (path: String, run: MergeInput.Run)?, run: (path: String, run: MergeInput.Run)?) = (
        nil, nil
    )

    init(allowsSeveralRuns: Bool) { self.allowsSeveralRuns = allowsSeveralRuns }

    /// What lies in the target: its study counts, and it may hold other runs.
    mutating func addTarget(_ path: String, _ runs: [MergeInput.Run]) throws(StoreError) {
        for run in runs where run.origin.isMeasured { try check(study: run, path) }
    }

    mutating func add(_ path: String, _ runs: [MergeInput.Run]) throws(StoreError) {
        for run in runs where run.origin.isMeasured {
            try check(study: run, path)
            guard let known = first.run else {
                first.run = (path, run)
                continue
            }
            guard allowsSeveralRuns || known.run.key == run.key else {
                throw .unmergeable(
                    .runs(path: path, run: Self.words(run), other: known.path, otherRun: Self.words(known.run)))
            }
        }
    }

    private mutating func check(study run: MergeInput.Run, _ path: String) throws(StoreError) {
        guard let known = first.study else {
            first.study = (path, run)
            return
        }
        guard known.run.protocolHash == run.protocolHash else {
            throw .unmergeable(
                .studies(
                    path: path, study: Self.study(run), other: known.path, otherStudy: Self.study(known.run)))
        }
    }

    private static func study(_ run: MergeInput.Run) -> String { "'\(run.study)' (\(run.protocolHash.prefix(12)))" }

    private static func words(_ run: MergeInput.Run) -> String { "of '\(run.respondent)' with \(run.settings)" }
}
