/// Two runs cut down to the cells that count in both, and in whatever else they are compared with.
struct PairedRuns: Sendable {
    let first: RunFigures
    let second: RunFigures
    /// By cell: whether it is compared.
    let shared: [Bool]
    /// Whether nothing tells the runs apart: the same scores everywhere, and the same readings behind them.
    let isOfOneRun: Bool
    private let stated: (first: [Double], second: [Double])
    private let acted: (first: [Double], second: [Double])
    /// By cell: whether it is compared, and decided in all runs.
    private let decided: [Bool]
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
        func same(_ one: [Double], _ other: [Double]) -> Bool {
            zip(one, other).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
        }
        self.shared = shared
        decided = zip(shared, sided).map { $0 && $1 }
        isOfOneRun =
            same(first.stated, second.stated) && same(first.acted, second.acted)
            && first.modalShares == second.modalShares
        self.first = run(first)
        self.second = run(second)
        stated = (masked(first.stated), masked(second.stated))
        acted = (masked(first.acted), masked(second.acted))
    }

    /// By cell: whether it counts in all of the runs.
    static func shared(by runs: [MeasureReport]) -> [Bool] {
        (0..<(runs.first?.axes.cellCount ?? 0)).map { cell in runs.allSatisfy { $0.gap(ofCell: cell) != nil } }
    }

    /// Whether the run, its countries and topics are compared over values; else over scenarios.
    private var isByValue: Bool { first.clustering != .scenario }

    /// The clusters, values or scenarios, that have a compared cell among some cells, rising.
    func clusters(where member: (Int) -> Bool) -> [Int] {
        let values = first.axes.values.count
        let found = Set(
            shared.indices.filter { shared[$0] && member($0) }.map { isByValue ? $0 % values : $0 / values })
        return found.sorted()
    }

    /// The cells of the run, a country or a topic that change.
    func changes(ofGroup member: (Int) -> Bool) -> CellChanges { changes(member, isByValue: isByValue) }

    /// The cells of a value or a group of values that change; their clusters are scenarios.
    func changes(ofPool member: (Int) -> Bool) -> CellChanges { changes(member, isByValue: false) }

    private func changes(_ member: (Int) -> Bool, isByValue: Bool) -> CellChanges {
        let (values, scenarios) = (first.axes.values.count, first.axes.scenarioCount)
        return CellChanges(
            decided.indices.filter { decided[$0] && member($0) }, stated: stated, acted: acted, ties: ties,
            clusters: isByValue ? values : scenarios
        ) { isByValue ? $0 % values : $0 / values }
    }

    /// By cell: whether it has a side in both tasks in all of the runs.
    static func sided(by runs: [MeasureReport]) -> [Bool] {
        (0..<(runs.first?.axes.cellCount ?? 0)).map { cell in
            runs.allSatisfy { $0.ties.sides(stated: $0.stated[cell], acted: $0.acted[cell]) != nil }
        }
    }
}

/// The differences of all figures of two runs, in the order of their layout.
struct PairedDifferences: Sendable {
    private let differences: [Difference?]

    /// - Parameter comparisons: how many comparisons share the families of tests.
    init(_ pair: PairedRuns, plan: ResamplingPlan, comparisons: Int, workers: Int) async {
        let (first, second) = (pair.first, pair.second)
        guard !pair.isOfOneRun else {
            differences = first.figures(.observed)[..<first.layout.ranks].map { $0.isNaN ? nil : Difference(of: $0) }
            return
        }
        let clusters = FigureClusters(first, against: second)
        let table = await ReplicateTable(plan, axes: first.axes, clusters: clusters, workers: workers) { weights in
            zip(first.figures(weights), second.figures(weights)).map { $1 - $0 }
        }
        let tests = await SwapTests(
            pair, observed: table.observed, plan: SwapPlan(plan, comparisons: comparisons), seed: plan.seed,
            workers: workers
        ).tests()
        let (before, after) = (first.figures(.observed), second.figures(.observed))
        let places = 0..<first.layout.ranks
        // Each number of clusters has its t distribution worked out once.
        let powers = Dictionary(
            Set(places.map { clusters.behind($0).count }).map { ($0, ClusterTest(clusters: $0, level: plan.level)) },
            uniquingKeysWith: { first, _ in first })
        differences = await table.map(places, workers: workers) { place, figure in
            guard !before[place].isNaN, !after[place].isNaN else { return nil }
            let test = powers[figure.clusters].flatMap(\.self)
            return Difference(
                first: before[place], second: after[place], outcome: figure.outcome(plan),
                power: figure.standardError.flatMap { error in test.flatMap { Power(standardError: error, test: $0) } },
                pValue: tests[place].pValue.isNaN ? nil : tests[place].pValue,
                smallestP: tests[place].smallest.isNaN ? nil : tests[place].smallest)
        }
    }

    func named<Figure: CaseIterable & Hashable>(from first: Int) -> [Figure: Difference] {
        var named: [Figure: Difference] = [:]
        for (offset, figure) in Figure.allCases.enumerated() { named[figure] = differences[first + offset] }
        return named
    }
}
