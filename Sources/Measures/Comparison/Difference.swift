/// One figure of two runs over the cells that count in both.
package struct Difference: Sendable, Hashable {
    /// The figure of the first run.
    package let first: Double
    /// The figure of the second run.
    package let second: Double
    /// The interval of second − first; the same clusters are drawn for both runs.
    package let interval: Interval?
    /// What a study of this size can find.
    package let power: Power?
    /// The sign-flip permutation test: the share of random swaps of the two runs' clusters that differ at least as
    /// much, the observed one among them. `nil` for prompt agreements.
    package let pValue: Double?
    /// The p-value after Holm's adjustment within its family: the same figure over all countries, all topics, all
    /// values or all groups of values, in each run that is compared. `nil` for the whole run where two runs are
    /// compared, which is a family of one.
    package internal(set) var holm: Double?
    /// The same after Benjamini and Hochberg's.
    package internal(set) var benjaminiHochberg: Double?

    /// Second − first: positive where the second run's figure is larger.
    package var difference: Double { second - first }
}

/// The differences of a country, a topic or the whole run.
package struct GroupComparison: Sendable, Hashable {
    /// The country's or topic's name; “overall” for the whole run.
    package let name: String
    /// Of the means over scenarios.
    package internal(set) var scenarioMean: [ScenarioFigure: Difference]
    /// Of the pooled cells.
    package internal(set) var pooled: [PooledFigure: Difference]
    /// Cell by cell.
    package let changes: CellChanges
}

/// The differences of a value or a group of values.
package struct PooledComparison: Sendable, Hashable {
    /// The value's or group's name.
    package let name: String
    /// Of its pooled cells.
    package internal(set) var pooled: [PooledFigure: Difference]
    /// Cell by cell.
    package let changes: CellChanges
}

/// How many cells change from one run to the other, with McNemar's test of each kind of change.
package struct CellChanges: Sendable, Hashable {
    /// Cells that are decided in both runs.
    package let cells: Int
    /// Whether the two tasks have one inclination: the change of accuracy.
    package let consistent: McNemar
    /// Whether `disagree` is stated.
    package let statedDisagree: McNemar
    /// Whether `disagree` is acted.
    package let actedDisagree: McNemar
}

extension CellChanges {
    /// The changes among some cells of two runs, NaN where a cell does not count in both.
    init(
        _ cells: some Sequence<Int>, stated: (first: [Double], second: [Double]),
        acted: (first: [Double], second: [Double]), ties: TieRule
    ) {
        var shared = 0
        var only = [(first: Int, second: Int)](repeating: (0, 0), count: 3)
        for cell in cells where !stated.first[cell].isNaN && !acted.first[cell].isNaN {
            guard let first = ties.sides(stated: stated.first[cell], acted: acted.first[cell]),
                let second = ties.sides(stated: stated.second[cell], acted: acted.second[cell])
            else { continue }
            shared += 1
            let (v, a) = ((first.stated, second.stated), (first.acted, second.acted))
            for (kind, holds) in [(v.0 == a.0, v.1 == a.1), v, a].enumerated() {
                if holds.0 && !holds.1 { only[kind].first += 1 }
                if holds.1 && !holds.0 { only[kind].second += 1 }
            }
        }
        let tests = only.map { McNemar(firstOnly: $0.first, secondOnly: $0.second) }
        self.cells = shared
        (consistent, statedDisagree, actedDisagree) = (tests[0], tests[1], tests[2])
    }
}
