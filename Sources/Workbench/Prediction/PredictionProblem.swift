package import Study
import Text

/// Why nothing can be predicted of a run.
package enum PredictionProblem: Error, Sendable, Hashable {
    /// No cell has both sides decided; so many have readings of both tasks.
    case nothingDecided(run: Int64, read: Int)
    /// The texts of its actions are not in the store.
    case noActions(run: Int64)
    /// All decided cells state the same side.
    case oneSided(run: Int64, cells: Int, agree: Bool)
    /// What is to be kept apart has one member.
    case oneGroup(grouping: PredictionSplit.Grouping, run: Int64)
    /// No cell of the sample has this evidence.
    case noEvidence(EvidenceKind, ExplanationSource, run: Int64)
    /// A respondent that is computed here and predicts nothing.
    case noObserver(model: String)

    /// What is wrong, and what to do.
    package var words: String {
        switch self {
        case .nothingDecided(let run, let read):
            read == 0
                ? "run \(run) has no cell with readings of both tasks: ask both with 'vlens run'"
                : "run \(run) leaves a side undecided in each of its \(read) cells: there is nothing to predict"
        case .noActions(let run):
            "the store does not hold the actions that run \(run) chose between: import the dataset with 'vlens import'"
        case .oneSided(let run, let cells, let agree):
            "all \(cells) decided cells of run \(run) state \(agree ? "agreement" : "disagreement"): there is nothing to predict"
        case .oneGroup(let grouping, let run):
            "--group-by \(grouping.rawValue): run \(run) was asked about one \(grouping.rawValue) alone, so that no other is left "
                + "for examples; group by something else"
        case .noEvidence(let kind, let source, let run):
            "--evidence \(kind.rawValue): no decided cell of run \(run) has \(Self.lacking(kind, source)); leave it out"
        case .noObserver(let model):
            "'\(Plain.line(model))' predicts nothing: write --model simulated/observer to try it out, or name a model"
        }
    }

    private static func lacking(_ kind: EvidenceKind, _ source: ExplanationSource) -> String {
        switch kind {
        case .action: "an action"
        case .attributions: "attributions"
        case .thoughts: "thoughts that are stored with its choice"
        case .explanation, .both:
            source == .own
                ? "a reason of the respondent's own that is stored with its choice"
                : kind == .both ? "attributions and an explanation" : "an explanation"
        }
    }
}
