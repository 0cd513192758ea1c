/// Two sets on the cells that both predict.
struct SharedPredictions: Sendable {
    private let pairs: [(first: PredictionSet.Case, second: PredictionSet.Case)]
    private let clusters: DenseClusters

    init(_ first: PredictionSet, _ second: PredictionSet) {
        let others = Dictionary(second.cases.map { ($0.cell, $0) }) { one, _ in one }
        pairs = first.cases.compactMap { one in
            guard one.predicted != nil, let other = others[one.cell], other.predicted != nil else { return nil }
            return (one, other)
        }
        clusters = DenseClusters(pairs.map(\.first.cluster))
    }

    var isEmpty: Bool { pairs.isEmpty }
    var cells: Int { pairs.count }

    /// Of right predictions of the stated side.
    var mcNemar: McNemar {
        var counts = [McNemar.Cluster](repeating: McNemar.Cluster(), count: clusters.count)
        for (place, pair) in pairs.enumerated() {
            let right = (
                pair.first.predicted == pair.first.statesAgree, pair.second.predicted == pair.second.statesAgree
            )
            counts[clusters.places[place]].cells += 1
            if right.0 && !right.1 { counts[clusters.places[place]].firstOnly += 1 }
            if right.1 && !right.0 { counts[clusters.places[place]].secondOnly += 1 }
        }
        return McNemar(counts)
    }

    /// Second − first of every figure.
    func differences(_ plan: ResamplingPlan?, workers: Int) async -> [PredictionTarget: [PredictionFigure: Estimate]] {
        var found: [PredictionTarget: [PredictionFigure: Estimate]] = [:]
        for target in PredictionTarget.allCases {
            let sums = PairedTables(pairs, clusters, target)
            guard sums.cells > 0 else { continue }
            found[target] = await sums.differences(plan, workers: workers)
        }
        return found
    }
}

/// The two tables of every cluster.
private struct PairedTables: Sendable {
    /// By cluster: the four cells of the first table, then those of the second.
    private var rows: [Double]
    private var clusters: Int
    private let target: PredictionTarget
    private(set) var cells = 0

    init(
        _ pairs: [(first: PredictionSet.Case, second: PredictionSet.Case)], _ clusters: DenseClusters,
        _ target: PredictionTarget
    ) {
        self.target = target
        var rows = [Double](repeating: 0, count: clusters.count * 8)
        for (place, pair) in pairs.enumerated() {
            guard let first = pair.first.judged(target), let second = pair.second.judged(target) else { continue }
            cells += 1
            for (number, judged) in [first, second].enumerated() {
                rows[clusters.places[place] * 8 + number * 4 + judged.truth * 2 + judged.predicted] += 1
            }
        }
        // A cluster of nothing would be drawn, and would count as one more.
        let counted = (0..<clusters.count).filter { place in rows[place * 8..<place * 8 + 8].contains { $0 > 0 } }
        self.rows = counted.flatMap { rows[$0 * 8..<$0 * 8 + 8] }
        self.clusters = counted.count
    }

    private func figures(_ weights: [Double]?) -> [Double] {
        let sums = weightedSum(weights, rows: rows, width: 8)
        let both = [0, 4].map { first in
            PredictionFigure.figures(ConfusionTable(classes: 2, cells: Array(sums[first..<first + 4])), target)
        }
        return zip(both[0], both[1]).map { $1 - $0 }
    }

    func differences(_ plan: ResamplingPlan?, workers: Int) async -> [PredictionFigure: Estimate] {
        let observed = figures(nil)
        var table: [[Double]]?
        if let plan {
            let resampler = Resampler(kinds: [clusters], replicates: plan.replicates, seed: plan.seed)
            table = await resampler.table(workers: workers) { figures($0.first) }
        }
        var found: [PredictionFigure: Estimate] = [:]
        for (place, figure) in PredictionFigure.allCases.enumerated() where !observed[place].isNaN {
            var outcome: IntervalOutcome?
            if let plan, let table {
                outcome =
                    FigureReplicates(
                        estimate: observed[place], replicates: table.prefix(plan.replicates).map { $0[place] },
                        leftOut: [table.dropFirst(plan.replicates).map { $0[place] }], clustering: nil,
                        clusters: clusters,
                        basis: .difference(clusters: behind, range: figure.differences)
                    ).outcome(plan)
            }
            found[figure] = Estimate(value: observed[place], outcome: outcome, count: cells)
        }
        return found
    }

    /// The effective number of clusters behind the rarer true class, on which every figure of a table turns.
    private var behind: Double {
        func number(_ truth: Int) -> Double {
            EffectiveClusters((0..<clusters).map { rows[$0 * 8 + truth * 2] + rows[$0 * 8 + truth * 2 + 1] }).number
        }
        return min(number(0), number(1))
    }
}

extension PredictionFigure {
    /// Between which numbers a difference lies.
    fileprivate var differences: ClosedRange<Double> {
        switch self {
        case .kappa, .matthewsCorrelation: -2...2
        default: -1...1
        }
    }
}
