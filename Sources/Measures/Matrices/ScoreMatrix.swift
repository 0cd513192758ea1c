/// One task's score for each cell, in [0, 1] with agree = 0 and disagree = 1, or missing.
///
/// Only scores of readings that keep options beyond the range (`CodedReadings.BeyondRange.kept`) can lie outside.
package struct ScoreMatrix: Sendable {
    /// By cell; NaN stands for a missing cell and never leaves this target.
    let scores: [Double]

    /// Scores by cell, in the order of `Axes`; `nil` for a missing cell.
    ///
    /// - Throws: `MeasuresError.scoreOutOfRange` for a score outside [0, 1].
    package init(_ scores: [Double?]) throws(MeasuresError) {
        var flat = [Double](repeating: .nan, count: scores.count)
        for (cell, score) in scores.enumerated() {
            guard let score else { continue }
            guard score >= 0, score <= 1 else { throw .scoreOutOfRange(cell: cell, score: "\(score)") }
            flat[cell] = score
        }
        self.scores = flat
    }

    init(unchecked scores: [Double]) {
        self.scores = scores
    }

    /// The number of cells, missing ones included.
    package var count: Int { scores.count }

    /// The score of a cell, `nil` where it is missing.
    package subscript(cell: Int) -> Double? {
        guard scores.indices.contains(cell), !scores[cell].isNaN else { return nil }
        return scores[cell]
    }

    /// The same with every missing cell counted as agree: what the released notebooks do to Task 2.
    func missingAsAgree() -> ScoreMatrix {
        ScoreMatrix(unchecked: scores.map { $0.isNaN ? 0 : $0 })
    }

    /// The same with every cell missing that is not among the given ones; `nil` keeps all.
    func only(_ kept: [Bool]?) -> ScoreMatrix {
        guard let kept else { return self }
        return ScoreMatrix(unchecked: zip(scores, kept).map { $1 ? $0 : .nan })
    }
}
