extension GroupComparison {
    /// How the deconvolved gap and its parts differ between two runs, over the cells that were read often enough in both;
    /// empty where either has none there. The same clusters are drawn for both; there is no permutation test, since a swap
    /// of two runs' answers would make leanings that neither has.
    static func deconvolved(
        _ first: MeasureReport, _ second: MeasureReport, plan wanted: ResamplingPlan, workers: Int
    ) async -> [DeconvolvedFigure: Difference] {
        guard let one = first.leanings, let other = second.leanings else { return [:] }
        func shared(_ cell: Int) -> Bool { one.cells[cell].isRepeated && other.cells[cell].isRepeated }
        let patterns = [one, other].map { LeaningPatterns($0, wanted: shared) }
        guard patterns.allSatisfy({ $0.cells.count >= DeconvolvedGap.leastCells && $0.absence == nil }) else {
            return [:]
        }
        let plan = DeconvolutionReport.drawing(wanted)
        let draws = patterns.map {
            DeconvolutionDraws($0, of: DeconvolvedGap($0), axes: first.axes, clustering: plan.clustering)
        }
        let before = await draws[0].figures(plan, workers: workers)
        let after = await draws[1].figures(plan, workers: workers)
        var differences: [DeconvolvedFigure: Difference] = [:]
        for (place, figure) in DeconvolvedFigure.allCases.enumerated() {
            let (own, theirs) = (draws[0].gap[figure], draws[1].gap[figure])
            let interval = draws[0].interval(
                figure, about: theirs - own, zip(before, after).map { $1[place] - $0[place] }, within: -1...1, plan)
            differences[figure] = Difference(
                first: own, second: theirs, outcome: interval.map { .success($0) } ?? .failure(.sameInEveryDraw),
                power: nil, pValue: nil, smallestP: nil)
        }
        return differences
    }
}
