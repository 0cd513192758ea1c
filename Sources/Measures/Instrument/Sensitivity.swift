/// How one figure of the whole run would stand if what is not known were known: missing cells filled in with the
/// extremes, and scores of exactly 0.5 read as agree.
package struct Sensitivity: Sendable, Hashable {
    /// The figure as measured: missing cells stay out, 0.5 reads as disagree.
    package let measured: Double?
    /// Every missing score, stated or acted, filled in as agree.
    package let missingAgree: Double?
    /// Every missing score filled in as disagree.
    package let missingDisagree: Double?
    /// Missing stated scores as agree, missing acted ones as disagree: the signed gap cannot be larger.
    package let missingActAgainst: Double?
    /// Missing stated scores as disagree, missing acted ones as agree: the signed gap cannot be smaller.
    package let missingActFor: Double?
    /// Scores of exactly 0.5 read as agree, missing cells left out.
    package let tiesAgree: Double?

    /// The least and the greatest of the figures with missing cells filled in, `nil` where none is defined. Exact
    /// bounds of the signed gap and of both mean scores; the four corners, no more, for all else.
    package var missingRange: ClosedRange<Double>? {
        let filled = [missingAgree, missingDisagree, missingActAgainst, missingActFor].compactMap(\.self)
        guard let low = filled.min(), let high = filled.max() else { return nil }
        return low...high
    }
}

/// The sensitivity of every figure of the whole run.
package struct SensitivityReport: Sendable, Hashable {
    /// Cells that lack a score in one task or both.
    package let missingCells: Int
    /// Counted cells with a stated score of exactly 0.5.
    package let statedTies: Int
    /// Counted cells with an acted score of exactly 0.5.
    package let actedTies: Int
    /// Of the means over scenarios.
    package let scenarioMean: [ScenarioFigure: Sensitivity]
    /// Of the pooled cells.
    package let pooled: [PooledFigure: Sensitivity]
}

extension SensitivityReport {
    /// The sensitivity of a report's overall figures.
    package init(of report: MeasureReport) {
        func figures(stated: Double? = nil, acted: Double? = nil, tiesAgree: Bool = false) -> [Double] {
            func filled(_ scores: [Double], _ fill: Double?) -> [Double] {
                guard let fill else { return scores }
                // What was never planned is not missing.
                return scores.indices.map { cell in
                    scores[cell].isNaN && report.planned?[cell] != false ? fill : scores[cell]
                }
            }
            return RunFigures(
                axes: report.axes, stated: filled(report.stated, stated), acted: filled(report.acted, acted),
                clustering: .value, tiesAgree: tiesAgree
            ).figures(.observed)
        }
        let counts = report.counts
        let measured = figures()
        let corners: [(stated: Double, acted: Double)] = [(0, 0), (1, 1), (0, 1), (1, 0)]
        let all =
            [measured] + corners.map { counts.missing == 0 ? measured : figures(stated: $0.stated, acted: $0.acted) }
            + [counts.statedTies + counts.actedTies == 0 ? measured : figures(tiesAgree: true)]
        func named<Figure: CaseIterable & Hashable>(from first: Int) -> [Figure: Sensitivity] {
            var named: [Figure: Sensitivity] = [:]
            for (offset, figure) in Figure.allCases.enumerated() {
                let found = all.map { $0[first + offset].isNaN ? nil : $0[first + offset] }
                named[figure] = Sensitivity(
                    measured: found[0], missingAgree: found[1], missingDisagree: found[2],
                    missingActAgainst: found[3], missingActFor: found[4], tiesAgree: found[5])
            }
            return named
        }
        missingCells = counts.missing
        statedTies = counts.statedTies
        actedTies = counts.actedTies
        scenarioMean = named(from: 0)
        pooled = named(from: ScenarioFigure.allCases.count)
    }
}
