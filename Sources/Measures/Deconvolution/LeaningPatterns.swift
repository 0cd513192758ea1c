/// The cells of a run sorted by what was read: cells with the same counts have the same likelihood, so that a fit costs by
/// the pattern and not by the cell.
struct LeaningPatterns: Sendable {
    /// What was read in Task 1: a pattern of it has a likelihood for each leaning.
    struct Stated: Sendable, Hashable {
        let halves, all: Int
    }

    /// What was read in Task 2.
    struct Acted: Sendable, Hashable {
        let agreeFirst, disagreeFirst: LeaningCounts.Choices
    }

    let stated: [Stated]
    let acted: [Acted]
    /// The pairs of patterns that occur, by the numbers of their parts.
    let pairs: [(stated: Int, acted: Int)]
    /// By cell that can be used: its pair.
    let pairOfCell: [Int]
    /// By cell that can be used: its number among all cells.
    let cells: [Int]

    /// - Parameter wanted: by cell, whether it is of the group in question.
    init(_ counts: LeaningCounts, wanted: (Int) -> Bool) {
        var (statedPlaces, actedPlaces, pairPlaces) = ([Stated: Int](), [Acted: Int](), [Int: Int]())
        var (stated, acted) = ([Stated](), [Acted]())
        var (pairs, pairOfCell, cells) = ([(stated: Int, acted: Int)](), [Int](), [Int]())
        for (number, cell) in counts.cells.enumerated() where cell.isRepeated && wanted(number) {
            let one = Stated(halves: cell.statedHalves, all: cell.stated)
            let other = Acted(agreeFirst: cell.agreeFirst, disagreeFirst: cell.disagreeFirst)
            let row = Self.place(of: one, in: &statedPlaces, &stated)
            let column = Self.place(of: other, in: &actedPlaces, &acted)
            let key = row << 32 | column
            if let known = pairPlaces[key] {
                pairOfCell.append(known)
            } else {
                pairPlaces[key] = pairs.count
                pairOfCell.append(pairs.count)
                pairs.append((row, column))
            }
            cells.append(number)
        }
        (self.stated, self.acted, self.pairs, self.pairOfCell, self.cells) = (stated, acted, pairs, pairOfCell, cells)
    }

    private static func place<Pattern: Hashable>(
        of pattern: Pattern, in places: inout [Pattern: Int], _ all: inout [Pattern]
    ) -> Int {
        if let known = places[pattern] { return known }
        places[pattern] = all.count
        all.append(pattern)
        return all.count - 1
    }

    /// How much weight each pair has.
    ///
    /// - Parameter weight: of a cell, by its number among all cells.
    func weights(_ weight: (Int) -> Double) -> [Double] {
        var weights = [Double](repeating: 0, count: pairs.count)
        for (place, cell) in cells.enumerated() { weights[pairOfCell[place]] += weight(cell) }
        return weights
    }

    /// Place bias: how much more often the disagree-action is chosen where it stands first, max(0, mean(y₁/k₁) −
    /// mean(y₀/k₀)) over the cells, at most 0.95.
    func placeBias(_ weights: [Double]) -> Double {
        var (sum, total) = (CompensatedSum(), 0.0)
        for (pair, weight) in zip(pairs, weights) where weight > 0 {
            let acted = acted[pair.acted]
            let difference =
                Double(acted.disagreeFirst.disagree) / Double(acted.disagreeFirst.all)
                - Double(acted.agreeFirst.disagree) / Double(acted.agreeFirst.all)
            sum += weight * difference
            total += weight
        }
        return min(0.95, max(0, ratio(sum.value, total) ?? 0))
    }
}
