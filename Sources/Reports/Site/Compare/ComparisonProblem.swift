import Pages

/// Why runs can't be compared, with what to do.
package enum ComparisonProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// One alone.
    case oneRun
    /// More than ``CompareAddress/most``.
    case tooMany(count: Int)
    /// One of them twice.
    case repeated(run: Int)
    /// The store has none of these numbers.
    case unknown(runs: [Int])
    /// Their countries, topics or values are not the same.
    case differentStudies(first: Int, other: Int)
    /// Not a single cell, or question, that all of them have.
    case nothingShared
    /// Not a single cell of it can be measured.
    case nothingMeasured(run: Int)

    /// A sentence or two.
    package var description: String {
        switch self {
        case .oneRun: "One run is chosen. Choose at least one more to set against it."
        case .tooMany(let count):
            "\(Numerals.count(count)) runs are chosen; \(CompareAddress.most) are compared at most. Choose fewer."
        case .repeated(let run):
            "Run \(run) is chosen twice. A run does not differ from itself: choose another to set against it."
        case .unknown(let runs):
            runs.count == 1
                ? "This store has no run \(runs[0])."
                : "This store has no runs \(runs.map(String.init).joined(separator: ", "))."
        case .differentStudies(let first, let other):
            "Runs \(first) and \(other) were not asked about the same countries, topics and values, so that their cells can’t be "
                + "set against each other. Choose runs of one study."
        case .nothingShared:
            "There is nothing that all of these runs have an answer to, so that nothing can be compared. They were "
                + "asked other questions, or their replies come from files of another kind."
        case .nothingMeasured(let run):
            "Not a single cell of run \(run) can be measured: it has no answers in one of the tasks, so that there is no gap to "
                + "compare. Its replies say why."
        }
    }

    /// Whether what was asked for is not there, or can't be done.
    var standing: SiteStanding {
        switch self {
        case .oneRun: .whole
        case .unknown: .absent
        case .tooMany, .repeated, .differentStudies, .nothingShared, .nothingMeasured: .refused
        }
    }
}
