/// Two runs cut down to the cells that count in both, and in whatever else they are compared with.
struct PairedRuns: Sendable {
    let first: RunFigures
    let second: RunFigures
    /// By cell: whether it is compared.
    let shared: [Bool]
    private let stated: (first: [Double], second: [Double])
    private let acted: (first: [Double], second: [Double])
    private let ties: TieRule

    init(_ first: MeasureReport, _ second: MeasureReport, shared: [Bool], sided: [Bool], clustering: Clustering) {
        ties = first.ties
        func masked(_ scores: [Double]) -> [Double] { zip(scores, shared).map { $1 ? $0 : .nan } }
        func run(_ report: MeasureReport) -> RunFigures {
            RunFigures(
                axes: report.axes, stated: masked(report.stated), acted: masked(report.acted),
                agreements: report.modalShares.map { $0?.restricted(to: shared) }, clustering: clustering,
                ties: report.ties, sided: sided)
        }
        self.shared = shared
        self.first = run(first)
        self.second = run(second)
        stated = (masked(first.stated), masked(second.stated))
        acted = (masked(first.acted), masked(second.acted))
    }

    /// By cell: whether it counts in all of the runs.
    static func shared(by runs: [MeasureReport]) -> [Bool] {
        (0..<(runs.first?.axes.cellCount ?? 0)).map { cell in runs.allSatisfy { $0.gap(ofCell: cell) != nil } }
    }

    /// By cell: whether it has a side in both tasks in all of the runs.
    static func sided(by runs: [MeasureReport]) -> [Bool] {
        (0..<(runs.first?.axes.cellCount ?? 0)).map { cell in
            runs.allSatisfy { $0.ties.sides(stated: $0.stated[cell], acted: $0.acted[cell]) != nil }
        }
    }

    func changes(where member: (Int) -> Bool) -> CellChanges {
        CellChanges(shared.indices.filter(member), stated: stated, acted: acted, ties: ties)
    }
}

/// The differences of all figures of two runs, in the order of their layout.
struct PairedDifferences: Sendable {
    private let differences: [Difference?]

    init(_ pair: PairedRuns, plan: ResamplingPlan, workers: Int) async {
        let (first, second) = (pair.first, pair.second)
        let clusters = FigureClusters(axes: first.axes, counts: { pair.shared[$0] }, clustering: plan.clustering)
        let table = await ReplicateTable(plan, axes: first.axes, clusters: clusters, workers: workers) { weights in
            zip(first.figures(weights), second.figures(weights)).map { $1 - $0 }
        }
        let flips = SignFlips(first: first, second: second, permutations: plan.replicates, seed: plan.seed)
        let pValues = await flips.pValues(observed: table.observed, workers: workers)
        let (before, after) = (first.figures(.observed), second.figures(.observed))
        differences = await table.map(0..<first.layout.ranks, workers: workers) { place, figure in
            guard !before[place].isNaN, !after[place].isNaN else { return nil }
            let threshold = plan.reach(clusters: figure.clusters)
            return Difference(
                first: before[place], second: after[place], interval: figure.interval(plan),
                power: figure.standardError.flatMap { Power(standardError: $0, threshold: threshold) },
                pValue: pValues[place].isNaN ? nil : pValues[place])
        }
    }

    func named<Figure: CaseIterable & Hashable>(from first: Int) -> [Figure: Difference] {
        var named: [Figure: Difference] = [:]
        for (offset, figure) in Figure.allCases.enumerated() { named[figure] = differences[first + offset] }
        return named
    }
}
