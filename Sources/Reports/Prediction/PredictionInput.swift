package import Measures
import Pages
package import Text

/// Everything that outputs of predictions show.
package struct PredictionInput: Sendable {
    /// Whose stated sides are predicted: the respondent, or where released predictions lie.
    package var target: String
    /// The target's run; `nil` for released predictions.
    package var run: Int?
    /// The model that predicts; `nil` where none was asked here.
    package var observer: String?
    /// The study's title; `nil` where it is not known.
    package var study: String?
    /// Solved examples before each question; `nil` where none was asked.
    package var examples: Int?
    /// How cells are kept apart from those that predict them, as files name it: "value", "released"; `nil` where it is not known.
    package var split: String?
    /// What fixes examples and samples; `nil` where nothing was drawn.
    package var seed: UInt64?
    /// Whether explanations are the dataset's or the respondent's own: "dataset", "own"; `nil` where none was shown.
    package var explanation: String?
    /// What must be known before any figure is read, a sentence each: who predicts itself, what was sampled.
    package var notices: [String]
    /// The sets, in the report's order.
    package var sets: [PredictionSet]
    /// The figures.
    package var report: PredictionReport
    /// The version of the program.
    package var version: String
    /// What the document holds besides: the design, the examples and cells of every part, what came of asking.
    package var details: [JSONValue.Member] = []

    /// An input with all its parts.
    package init(
        target: String, run: Int? = nil, observer: String? = nil, study: String? = nil, examples: Int? = nil,
        split: String? = nil, seed: UInt64? = nil, explanation: String? = nil, notices: [String] = [],
        sets: [PredictionSet], report: PredictionReport, version: String
    ) {
        (self.target, self.run, self.observer, self.study) = (target, run, observer, study)
        (self.examples, self.split, self.seed, self.explanation) = (examples, split, seed, explanation)
        (self.notices, self.sets, self.report, self.version) = (notices, sets, report, version)
    }

    /// The title of every output.
    package var title: String { "Gap prediction · \(target)" + (run.map { ", run \($0)" } ?? "") }

    /// Who predicts what from what, in one line.
    var scope: String {
        let parts: [String?] = [
            observer.map { "predicted by \($0)" } ?? "no model asked here", study,
            examples.map { Numerals.count($0, "example", "examples") }, split.map { "kept apart by \($0)" },
            explanation.map { "explanations: \($0)" }, seed.map { "seed \($0)" },
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }
}
