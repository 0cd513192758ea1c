import Text

/// A stratified subsample of cells, the same on every machine for a seed.
///
/// Strata are country × group of values. Each gets its share of the sample (largest remainders first, ties by seed);
/// within a stratum, cells are taken in the order of a hash of seed and cell. A larger sample with the same seed and
/// strata contains a smaller one as nearly as the shares allow.
package struct CellSample: Sendable, Hashable, Codable {
    /// How many cells; more than there are means all.
    package let count: Int
    /// The seed.
    package let seed: UInt64

    /// A sample.
    package init(count: Int, seed: UInt64) {
        self.count = count
        self.seed = seed
    }

    /// The sampled ones of some cells.
    ///
    /// - Parameter stratum: the stratum of a cell.
    /// - Returns: the cells in the order given.
    func cells(of cells: [Int], stratum: (Int) -> Int, name: (Int) -> Cell) -> [Int] {
        guard count < cells.count else { return cells }
        let strata = Dictionary(grouping: cells, by: stratum)
        var shares: [(stratum: Int, whole: Int, remainder: Int)] = strata.map { stratum, members in
            let exact = members.count * count
            return (stratum, exact / cells.count, exact % cells.count)
        }
        shares.sort { ($0.remainder, rank("\($0.stratum)")) > ($1.remainder, rank("\($1.stratum)")) }
        var left = count - shares.reduce(0) { $0 + $1.whole }
        var taken: Set<Int> = []
        for (stratum, whole, _) in shares {
            let extra = left > 0 ? 1 : 0
            left -= extra
            let ranked = (strata[stratum] ?? []).map { (cell: $0, rank: rank(name($0).label)) }
                .sorted { ($0.rank, $0.cell) < ($1.rank, $1.cell) }
            taken.formUnion(ranked.prefix(whole + extra).map(\.cell))
        }
        return cells.filter(taken.contains)
    }

    private func rank(_ text: String) -> UInt64 {
        var encoding = CanonicalEncoding(version: "vlens-sample-1", capacity: 64)
        encoding.append(Int(bitPattern: UInt(seed)))
        encoding.append(text)
        return encoding.digest(bytes: 8).utf8.reduce(0) { $0 << 4 | UInt64($1 < 58 ? $1 - 48 : $1 - 87) }
    }
}

extension StudyDefinition {
    /// The cells of some scenarios that a sample takes, and the scenarios that still have one.
    ///
    /// - Parameter wanted: the places of the values whose cells count; `nil` for all.
    func sampled(
        _ sample: CellSample?, of scenarios: [Int], values wanted: [Int]? = nil
    ) -> (scenarios: [Int], cells: [Int]) {
        let values = theory.values
        let places = wanted ?? Array(values.indices)
        let all = scenarios.flatMap { scenario in places.map { scenario * values.count + $0 } }
        guard let sample else { return (scenarios, all) }
        let groups = theory.groups.enumerated().flatMap { index, group in group.values.map { _ in index } }
        let cells = sample.cells(
            of: all,
            stratum: { $0 / values.count / topics.count * theory.groups.count + groups[$0 % values.count] },
            name: { Cell(scenario: scenario(at: $0 / values.count), value: values[$0 % values.count].name) })
        let kept = Set(cells.map { $0 / values.count })
        return (scenarios.filter(kept.contains), cells)
    }
}
