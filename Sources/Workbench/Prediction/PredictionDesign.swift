import Foundation
package import Study
package import Text

/// What an observer is shown, of which cells, with which examples.
package struct PredictionDesign: Sendable, Hashable, Codable {
    /// Which evidence is shown, one kind after the other.
    package var kinds: [EvidenceKind] = EvidenceKind.usual
    /// Whether each kind is shown a second time with the value's name masked.
    package var masksToo = false
    /// Whose explanation is shown.
    package var explanation = ExplanationSource.dataset
    /// Examples before each question, an even number: half of them state agreement.
    package var examples = 8
    /// Into how many parts the cells are divided.
    package var folds = 5
    /// What is kept apart between examples and questions.
    package var grouping = PredictionSplit.Grouping.cell
    /// How examples are given.
    package var manner = PredictionSplit.Manner.folds
    /// Cells asked about, half of each stated side; `nil` takes all. The released setting has 200 as well: so many cost little, and with
    /// both sides alike nobody does well by always saying the commoner one.
    package var sample: Int? = 200
    /// Fixes the folds, the examples and the sample.
    package var seed: UInt64 = 1

    /// The usual design.
    package init() {}

    /// What is asked of each cell, in order.
    package var conditions: [EvidenceCondition] {
        kinds.flatMap { kind in
            [EvidenceCondition(kind)] + (masksToo ? [EvidenceCondition(kind, isMasked: true)] : [])
        }
    }

    /// Under a name of its own, so that no other run's selection is taken for it.
    private struct Kept: Codable { var prediction: PredictionDesign }

    /// As a run keeps it.
    var kept: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(Kept(prediction: self)), as: UTF8.self)
        }
    }

    /// What tells two runs of one observer apart: what may grow (kinds, masking, the sample) is no part of it.
    var identity: String {
        [explanation.rawValue, "\(examples)", "\(folds)", grouping.rawValue, manner.rawValue, "\(seed)"]
            .joined(separator: "\u{1F}")
    }

    /// The design by names.
    package var json: JSONValue {
        [
            "evidence": .array(kinds.map { .string($0.rawValue) }), "masked_too": .bool(masksToo),
            "explanation": .string(explanation.rawValue), "examples": .integer(examples), "folds": .integer(folds),
            "group_by": .string(grouping.rawValue), "split": .string(manner.rawValue),
            "sample": sample.map { .integer($0) } ?? "all", "seed": .string("\(seed)"),
        ]
    }
}
