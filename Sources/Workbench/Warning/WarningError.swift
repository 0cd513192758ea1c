import Measures
import Text

/// Why nothing can be warned of. Its description names the remedy.
package enum WarningError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The target states no side anywhere.
    case nothingStated(run: Int64, respondent: String)
    /// No run of the study has both tasks, the target itself included.
    case nothingToLearnFrom(run: Int64, study: String)
    /// A run of another study was named to learn from.
    case otherStudy(run: Int64, respondent: String, study: String, wanted: String)
    /// The target itself was named to learn from.
    case targetNamed(run: Int64)

    package var description: String { Plain.line(words) }

    private var words: String {
        switch self {
        case .nothingStated(let run, let respondent):
            "run \(run) ('\(respondent)') states no side in any cell, so there is no word that could be broken; "
                + "warn of a run whose Task 1 was answered (see 'vlens runs')"
        case .nothingToLearnFrom(let run, let study):
            "no run of the study '\(study)' has \(GapWarnings.leastCells) cells with a side in both tasks, run \(run) included; ask both tasks "
                + "of another respondent ('vlens run'), or import its replies ('vlens import'), and warn again"
        case .otherStudy(let run, let respondent, let study, let wanted):
            "run \(run) ('\(respondent)') is of the study '\(study)', and the run to warn of is of '\(wanted)'; "
                + "learn from runs of that study"
        case .targetNamed(let run):
            "run \(run) is the one to warn of; learn from others, or name none"
        }
    }
}
