extension World {
    /// Readings of some cells, with the leanings that they were drawn from.
    ///
    /// - Parameters:
    ///   - stated: readings of Task 1 in each cell.
    ///   - acted: readings of Task 2 with either action first.
    package func draw(
        cells: Int, stated: Int = 8, acted: Int = 4, _ generator: inout Xoshiro256
    ) -> (counts: LeaningCounts, leanings: [Leanings]) {
        var counts: [LeaningCounts.Cell] = []
        var leanings: [Leanings] = []
        func binomial(_ count: Int, _ chance: Double) -> Int {
            (0..<count).reduce(0) { sum, _ in sum + (generator.unit() < chance ? 1 : 0) }
        }
        let position = usualPosition
        for _ in 0..<cells {
            let cell = form.leanings { generator.unit() }
            let x = binomial(stated, cell.stated)
            let agreeFirst = binomial(acted, (1 - position) * cell.acted)
            let disagreeFirst = binomial(acted, (1 - position) * cell.acted + position)
            counts.append(
                LeaningCounts.Cell(
                    statedHalves: 2 * x, stated: stated, agreeFirst: .init(agreeFirst, of: acted),
                    disagreeFirst: .init(disagreeFirst, of: acted)))
            leanings.append(cell)
        }
        return (LeaningCounts(counts), leanings)
    }
}
