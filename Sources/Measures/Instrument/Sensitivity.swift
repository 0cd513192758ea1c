/// How one figure of the whole run would stand if what is not known were known: missing scores filled in, and undecided
/// cells read as one side or the other.
package struct Sensitivity: Sendable, Hashable {
    /// The figure as measured: missing cells stay out, undecided ones out of what needs a side.
    package let measured: Double?
    /// Every missing score, stated or acted, filled in as agree.
    package let missingAgree: Double?
    /// Every missing score filled in as disagree.
    package let missingDisagree: Double?
    /// Missing stated scores as agree, missing acted ones as disagree: the signed gap cannot be larger.
    package let missingActAgainst: Double?
    /// Missing stated scores as disagree, missing acted ones as agree: the signed gap cannot be smaller.
    package let missingActFor: Double?
    /// The least and the greatest of the figure over all fillings that were tried, `nil` where none is defined: exact
    /// where `isExact` says so.
    package let missingRange: ClosedRange<Double>?
    /// Whether no filling of the missing scores, with any from 0 to 1 that has a side, lies outside `missingRange`. Not so for figures that do not
    /// rise with each cell alone: macro F1, balanced accuracy, informedness, d′, kappa and Matthews correlation.
    package let isExact: Bool
    /// Scores of exactly 0.5 read as agree, missing cells left out.
    package let tiesAgree: Double?
    /// Scores of exactly 0.5 read as disagree, as the paper has it.
    package let tiesDisagree: Double?
}

/// The sensitivity of every figure of the whole run.
package struct SensitivityReport: Sendable, Hashable {
    /// Cells that lack a score in one task or both.
    package let missingCells: Int
    /// Counted cells with a stated score of exactly 0.5.
    package let statedTies: Int
    /// Counted cells with an acted score of exactly 0.5.
    package let actedTies: Int
    /// What such scores count as in the figures as measured.
    package let ties: TieRule
    /// Of the means over scenarios.
    package let scenarioMean: [ScenarioFigure: Sensitivity]
    /// Of the pooled cells.
    package let pooled: [PooledFigure: Sensitivity]
}

extension SensitivityReport {
    /// The sensitivity of a report's overall figures.
    package init(of report: MeasureReport) {
        func figures(_ filling: Filling?, ties: TieRule) -> [Double] {
            var (stated, acted) = (report.stated, report.acted)
            // What was never planned is not missing.
            for cell in stated.indices where report.planned?[cell] != false {
                guard let filling, stated[cell].isNaN || acted[cell].isNaN else { continue }
                (stated[cell], acted[cell]) = filling.filled(stated: stated[cell], acted: acted[cell])
            }
            return RunFigures(axes: report.axes, stated: stated, acted: acted, clustering: .value, ties: ties)
                .figures(.observed)
        }
        let counts = report.counts
        let measured = figures(nil, ties: report.ties)
        let filled = Filling.allCases.map {
            counts.missing == 0 ? measured : figures($0, ties: report.ties)
        }
        let hasTies = counts.statedTies + counts.actedTies > 0
        let (agree, disagree) = (
            hasTies ? figures(nil, ties: .agree) : measured, hasTies ? figures(nil, ties: .disagree) : measured
        )
        func named<Figure: CaseIterable & Hashable>(from first: Int, isExact: (Figure) -> Bool) -> [Figure: Sensitivity]
        {
            var named: [Figure: Sensitivity] = [:]
            for (offset, figure) in Figure.allCases.enumerated() {
                func number(_ figures: [Double]) -> Double? {
                    figures[first + offset].isNaN ? nil : figures[first + offset]
                }
                let found = filled.map(number)
                let defined = found.compactMap(\.self)
                let range = defined.min().flatMap { low in defined.max().map { low...$0 } }
                named[figure] = Sensitivity(
                    measured: number(measured), missingAgree: found[0], missingDisagree: found[1],
                    missingActAgainst: found[2], missingActFor: found[3], missingRange: range,
                    isExact: counts.missing == 0 || isExact(figure), tiesAgree: number(agree),
                    tiesDisagree: number(disagree))
            }
            return named
        }
        missingCells = counts.missing
        ties = report.ties
        statedTies = counts.statedTies
        actedTies = counts.actedTies
        scenarioMean = named(from: 0) { $0 != .macroF1 }
        pooled = named(from: ScenarioFigure.allCases.count) { figure in
            ![.macroF1, .balancedAccuracy, .kappa, .matthewsCorrelation, .informedness, .dPrime].contains(figure)
        }
    }
}

/// A way to fill in missing scores. Each cell adds to a figure by itself, so that a figure which every cell can only
/// raise or only lower is greatest and least at one of these.
private enum Filling: CaseIterable {
    case agree, disagree, actAgainst, actFor
    /// A missing score is the other task's; where both are missing, agree or disagree.
    case consistentAgree, consistentDisagree
    /// A missing score is the side that the other task's is not on; where both are missing, one way or the other.
    case oppositeAgainst, oppositeFor

    func filled(stated: Double, acted: Double) -> (stated: Double, acted: Double) {
        func known(_ stated: Double, _ acted: Double, _ both: (Double, Double), _ fill: (Double) -> Double) -> (
            Double, Double
        ) {
            if stated.isNaN && acted.isNaN { return both }
            return stated.isNaN ? (fill(acted), acted) : (stated, fill(stated))
        }
        func corner(_ v: Double, _ a: Double) -> (Double, Double) {
            (stated.isNaN ? v : stated, acted.isNaN ? a : acted)
        }
        func opposite(_ score: Double) -> Double { score >= 0.5 ? 0 : 1 }
        return switch self {
        case .agree: corner(0, 0)
        case .disagree: corner(1, 1)
        case .actAgainst: corner(0, 1)
        case .actFor: corner(1, 0)
        case .consistentAgree: known(stated, acted, (0, 0)) { $0 }
        case .consistentDisagree: known(stated, acted, (1, 1)) { $0 }
        case .oppositeAgainst: known(stated, acted, (0, 1), opposite)
        case .oppositeFor: known(stated, acted, (1, 0), opposite)
        }
    }
}
