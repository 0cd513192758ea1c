/// How many cells change from one run to the other, with McNemar's test of each kind of change.
package struct CellChanges: Sendable, Hashable {
    /// Cells that are compared, and decided in all runs.
    package let cells: Int
    /// Whether the two tasks have one inclination: the change of accuracy.
    package let consistent: McNemar
    /// Whether `disagree` is stated.
    package let statedDisagree: McNemar
    /// Whether `disagree` is acted.
    package let actedDisagree: McNemar
}

extension CellChanges {
    /// The changes among some cells of two runs that both have; undecided ones are left out.
    ///
    /// - Parameters:
    ///   - ties: what a score of one half counts as.
    ///   - clusters: how many clusters there are.
    ///   - cluster: the cluster of a cell.
    init(
        _ cells: some Sequence<Int>, stated: (first: [Double], second: [Double]),
        acted: (first: [Double], second: [Double]), ties: TieRule, clusters: Int,
        cluster: (Int) -> Int
    ) {
        var counts = [[McNemar.Cluster]](repeating: Array(repeating: .init(), count: clusters), count: 3)
        for cell in cells {
            guard let first = ties.sides(stated: stated.first[cell], acted: acted.first[cell]),
                let second = ties.sides(stated: stated.second[cell], acted: acted.second[cell])
            else { continue }
            let own = cluster(cell)
            let (v, a) = ((first.stated, second.stated), (first.acted, second.acted))
            for (kind, holds) in [(v.0 == a.0, v.1 == a.1), v, a].enumerated() {
                counts[kind][own].cells += 1
                if holds.0 && !holds.1 { counts[kind][own].firstOnly += 1 }
                if holds.1 && !holds.0 { counts[kind][own].secondOnly += 1 }
            }
        }
        let tests = counts.map { McNemar($0) }
        self.cells = counts[0].reduce(0) { $0 + $1.cells }
        (consistent, statedDisagree, actedDisagree) = (tests[0], tests[1], tests[2])
    }
}
