extension MeasureReport {
    /// The ranks that the values of one scenario may have in truth, as far as other ways of asking go.
    ///
    /// A scenario has one cell a value, so no cells can be drawn: what is left out in turn are the askings of Task 1, then
    /// those of Task 2, each in all cells at once, and pairs of values are compared as everywhere (see `PairwiseRanks`).
    ///
    /// - Parameters:
    ///   - stated: the readings of Task 1 that the report's scores come from.
    ///   - acted: those of Task 2.
    /// - Returns: by value; `nil` where it has no rank, or where a task was asked once only.
    package func ranks(
        inScenario scenario: Int, stated: CodedReadings, acted: CodedReadings, plan: ResamplingPlan
    ) -> [RankInterval?] {
        let cells = axes.values.indices.map { scenario * axes.values.count + $0 }
        guard (0..<axes.scenarioCount).contains(scenario), stated.cells == axes.cellCount,
            acted.cells == axes.cellCount, min(stated.askings, acted.askings) > 1
        else { return axes.values.map { _ in nil } }
        let scores = cells.map { (stated: stated.mean(ofCell: $0), acted: acted.mean(ofCell: $0)) }
        let pairs = PairwiseRanks(
            distances: scores.map { abs($0.acted - $0.stated) },
            leftOut: [
                cells.indices.map { place in
                    (0..<stated.askings).map {
                        abs(scores[place].acted - stated.mean(ofCell: cells[place], without: $0))
                    }
                },
                cells.indices.map { place in
                    (0..<acted.askings).map {
                        abs(acted.mean(ofCell: cells[place], without: $0) - scores[place].stated)
                    }
                },
            ], clusters: min(stated.askings, acted.askings))
        return pairs.ranges(plan)
    }
}

extension CodedReadings {
    /// The mean score of a cell's readings, without one asking where one is given; NaN without a reading.
    fileprivate func mean(ofCell cell: Int, without left: Int? = nil) -> Double {
        var (sum, readings) = (0, 0)
        for asking in 0..<askings where asking != left {
            guard let option = option(cell: cell, asking: asking) else { continue }
            sum += option
            readings += 1
        }
        return readings > 0 ? Double(sum) / Double(readings * (options - 1)) : .nan
    }
}
