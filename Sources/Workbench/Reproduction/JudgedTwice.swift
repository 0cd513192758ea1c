import Measures
import Reports
import Study

/// The judgements of two people on the same actions.
struct JudgedTwice {
    private let byRow: [(ReleasedJudgements.Row, ReleasedJudgements.Row)]
    private let byCell: [(ReleasedJudgements.Row, ReleasedJudgements.Row)]

    init(_ first: ReleasedJudgements, _ second: ReleasedJudgements) {
        byRow = Array(zip(first.rows, second.rows))
        let places = Dictionary(second.rows.map { ($0.cell, $0) }, uniquingKeysWith: { one, _ in one })
        byCell = first.rows.compactMap { row in places[row.cell].map { (row, $0) } }
    }

    var rows: Int { byRow.count }
    /// Rows that judge different cells in the two sheets.
    var displaced: Int { byRow.count { $0.cell != $1.cell } }

    func figure(prompt: Int, printed: Double) throws -> ReproducedFigure {
        let shares = ReproducedFigure.Shares(legacy: Self.alike(byRow, prompt), strict: Self.alike(byCell, prompt))
        return try ReproducedFigure(
            "prompt \(prompt)", printed: printed, exchanging: [.pairedByRow], shares: shares
        ) { rules in
            let labels = (rules.isEmpty ? byRow : byCell).map { [$0.judged[prompt].label, $1.judged[prompt].label] }
            return try LabelTable(raters: 2, categories: 2, labels: labels).coefficients[.cohensKappa]
        }
    }

    private static func alike(
        _ pairs: [(ReleasedJudgements.Row, ReleasedJudgements.Row)], _ prompt: Int
    ) -> ReproducedFigure.Share {
        let labels = pairs.map { ($0.judged[prompt].label, $1.judged[prompt].label) }.filter { $0 != nil && $1 != nil }
        return ReproducedFigure.Share(labels.count { $0 == $1 }, of: labels.count)
    }
}
