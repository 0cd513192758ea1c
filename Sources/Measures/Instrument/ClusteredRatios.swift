/// Quotients of sums over cells, resampled by cluster: one set of draws serves all of them.
struct ClusteredRatios: Sendable {
    /// Where an estimate will stand.
    typealias Place = Int

    /// What is estimated: some quotients, each times a factor, plus a constant.
    private struct Figure: Sendable {
        var terms: [(ratio: Int, factor: Double)]
        var constant = 0.0
        var kind: Kind
    }

    /// What a quotient is, which decides how its interval is made where it turns on few clusters.
    enum Kind: Sendable {
        /// The share of some things among others.
        case share
        /// A mean of numbers within a range.
        case mean(ClosedRange<Double>)
    }

    private let axes: Axes
    /// For each quotient, by cell: what is added above and below the line.
    private var quantities: [[Double]] = []
    private var figures: [Figure] = []

    init(axes: Axes) {
        self.axes = axes
    }

    /// Takes a quotient up.
    ///
    /// - Parameters:
    ///   - above: by cell, what is added above the line.
    ///   - below: by cell, what is added below the line.
    ///   - kind: what the quotient is.
    mutating func add(above: [Double], below: [Double], as kind: Kind) -> Place {
        quantities += [above, below]
        figures.append(Figure(terms: [(quantities.count / 2 - 1, 1)], kind: kind))
        return figures.count - 1
    }

    /// Takes up the mean of two shares plus a constant.
    mutating func add(meanOf first: Place, _ second: Place, plus constant: Double) -> Place {
        let terms = (figures[first].terms + figures[second].terms).map { (ratio: $0.ratio, factor: $0.factor / 2) }
        figures.append(Figure(terms: terms, constant: constant, kind: .mean(constant...1 + constant)))
        return figures.count - 1
    }

    /// Each figure with its interval, in the order in which they were taken up; `nil` where nothing stands below a line.
    ///
    /// - Parameter plan: `nil` for estimates without intervals.
    func estimates(_ plan: ResamplingPlan?, workers: Int) async -> [Estimate?] {
        let totals = quantities.map { $0.reduce(0, +) }
        let observed = figures(totals)
        var intervals = [IntervalOutcome?](repeating: nil, count: figures.count)
        if let plan { intervals = await self.intervals(plan, observed, workers: workers) }
        return figures.indices.map { place in
            guard !observed[place].isNaN else { return nil }
            let below = figures[place].terms.reduce(0) { $0 + totals[2 * $1.ratio + 1] }
            return Estimate(value: observed[place], outcome: intervals[place], count: Int(below.rounded()))
        }
    }

    private func figures(_ sums: [Double]) -> [Double] {
        figures.map { figure in
            figure.terms.reduce(figure.constant) {
                $0 + $1.factor * (ratio(sums[2 * $1.ratio], sums[2 * $1.ratio + 1]) ?? .nan)
            }
        }
    }

    private func intervals(
        _ plan: ResamplingPlan, _ observed: [Double], workers: Int
    ) async -> [IntervalOutcome?] {
        let kinds = plan.clustering.ofRun
        let sums = weightedSums(plan.clustering)
        let resampler = plan.clustering.resampler(axes, replicates: plan.replicates, seed: plan.seed)
        let rows = await resampler.table(workers: workers) { figures(sums($0)) }
        let left = kinds.filter { $0.kind.count(in: axes) > 1 }.map { resampler.leftOut(kind: $0.number) }
        return await concurrently(figures.count, workers: workers) { place in
            FigureReplicates(
                estimate: observed[place], replicates: (0..<plan.replicates).map { rows[$0][place] },
                leftOut: left.map { $0.map { rows[$0][place] } }, clustering: plan.clustering,
                clusters: clusters(behind: place, kinds.map(\.kind)), basis: basis(of: place, kinds.map(\.kind))
            ).outcome(plan)
        }
    }

    /// The sum of every quantity for the weights of the clusters, as far as they bear on the whole run.
    private func weightedSums(_ clustering: Clustering) -> @Sendable (ClusterWeights) -> [Double] {
        let width = quantities.count
        guard clustering != .both else {
            let (layers, axes) = (CellLayers(quantities, axes: axes), axes)
            return { weights in
                let weights = StudyWeights(weights, clustering, axes: axes)
                let sums = layers.sumsOverScenarios(weights.scenarios)
                let values = axes.values.count
                return (0..<width).map { layer in
                    (0..<values).reduce(0) { $0 + (weights.values?[$1] ?? 1) * sums[layer * values + $1] }
                }
            }
        }
        let kind: ClusterKind = clustering == .value ? .value : .scenario
        var rows = [Double](repeating: 0, count: kind.count(in: axes) * width)
        for (layer, quantity) in quantities.enumerated() {
            for cell in quantity.indices {
                rows[kind.cluster(ofCell: cell, axes: axes) * width + layer] += quantity[cell]
            }
        }
        let summed = rows
        let number = clustering == .value ? 0 : 1
        return { weightedSum($0[number], rows: summed, width: width) }
    }

    /// By kind, then cluster: what stands above and below the line of a quotient.
    private func parts(of ratio: Int, _ kinds: [ClusterKind]) -> [[(above: Double, below: Double)]] {
        kinds.map { kind in
            var parts = [(above: Double, below: Double)](repeating: (0, 0), count: kind.count(in: axes))
            for cell in 0..<axes.cellCount {
                let cluster = kind.cluster(ofCell: cell, axes: axes)
                parts[cluster].above += quantities[2 * ratio][cell]
                parts[cluster].below += quantities[2 * ratio + 1][cell]
            }
            return parts
        }
    }

    /// How many clusters, of several kinds the fewest, have something below a figure's line.
    private func clusters(behind place: Place, _ kinds: [ClusterKind]) -> Int {
        let terms = figures[place].terms.map { parts(of: $0.ratio, kinds) }
        let counts = kinds.indices.map { kind in
            (0..<kinds[kind].count(in: axes)).count { cluster in terms.contains { $0[kind][cluster].below > 0 } }
        }
        return counts.filter { $0 > 1 }.min() ?? counts.max() ?? 0
    }

    /// On how many clusters a figure rests.
    private func basis(of place: Place, _ kinds: [ClusterKind]) -> FigureBasis {
        let figure = figures[place]
        if case .mean(let range) = figure.kind { return .mean(range) }
        var (all, above, rest) = (Double.infinity, Double.infinity, Double.infinity)
        for parts in parts(of: figure.terms[0].ratio, kinds) where parts.count > 1 || kinds.count == 1 {
            all = min(all, EffectiveClusters(parts.lazy.map(\.below)).number)
            above = min(above, EffectiveClusters(parts.lazy.map(\.above)).number)
            rest = min(rest, EffectiveClusters(parts.lazy.map { $0.below - $0.above }).number)
        }
        return .share(clusters: all, rarer: min(above, rest))
    }
}
