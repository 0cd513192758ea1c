/// Quotients of sums over cells, resampled by cluster: one set of draws serves all of them.
struct ClusteredRatios: Sendable {
    /// Where an estimate will stand.
    typealias Place = Int

    /// What is estimated: some quotients, each times a factor, plus a constant.
    private struct Figure: Sendable {
        var terms: [(ratio: Int, factor: Double)]
        var constant = 0.0
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
    /// - Parameters: by cell, what is added above and below the line.
    mutating func add(above: [Double], below: [Double]) -> Place {
        quantities += [above, below]
        figures.append(Figure(terms: [(quantities.count / 2 - 1, 1)]))
        return figures.count - 1
    }

    /// Takes up the mean of two quotients plus a constant.
    mutating func add(meanOf first: Place, _ second: Place, plus constant: Double) -> Place {
        let terms = (figures[first].terms + figures[second].terms).map { (ratio: $0.ratio, factor: $0.factor / 2) }
        figures.append(Figure(terms: terms, constant: constant))
        return figures.count - 1
    }

    /// Each figure with its interval, in the order in which they were taken up; `nil` where nothing stands below a line.
    ///
    /// - Parameter plan: `nil` for estimates without intervals.
    func estimates(_ plan: ResamplingPlan?, workers: Int) async -> [Estimate?] {
        let totals = quantities.map { $0.reduce(0, +) }
        let observed = figures(totals)
        var intervals = [Interval?](repeating: nil, count: figures.count)
        if let plan { intervals = await self.intervals(plan, observed, workers: workers) }
        return figures.indices.map { place in
            guard !observed[place].isNaN else { return nil }
            let below = figures[place].terms.reduce(0) { $0 + totals[2 * $1.ratio + 1] }
            return Estimate(value: observed[place], interval: intervals[place], count: Int(below.rounded()))
        }
    }

    private func figures(_ sums: [Double]) -> [Double] {
        figures.map { figure in
            figure.terms.reduce(figure.constant) {
                $0 + $1.factor * (ratio(sums[2 * $1.ratio], sums[2 * $1.ratio + 1]) ?? .nan)
            }
        }
    }

    private func intervals(_ plan: ResamplingPlan, _ observed: [Double], workers: Int) async -> [Interval?] {
        let (values, scenarios) = (axes.values.count, axes.scenarioCount)
        let sums = weightedSums(plan.clustering)
        let resampler = Resampler(first: values, second: scenarios, replicates: plan.replicates, seed: plan.seed)
        let rows = await resampler.table(workers: workers) { figures(sums($0)) }
        let left = resampler.leftOut(plan.clustering)
        return await concurrently(figures.count, workers: workers) { place in
            FigureReplicates(
                estimate: observed[place], replicates: (0..<plan.replicates).map { rows[$0][place] },
                leftOut: plan.method == .bca ? left.map { $0.map { rows[$0][place] } } : [],
                clustering: plan.clustering, clusters: clusters(behind: place, plan.clustering)
            ).interval(plan)
        }
    }

    /// The sum of every quantity for the weights of values and scenarios, as far as they are drawn.
    private func weightedSums(_ clustering: Clustering) -> @Sendable (ClusterWeights) -> [Double] {
        let width = quantities.count
        guard clustering != .both else {
            let (layers, values) = (CellLayers(quantities, axes: axes), axes.values.count)
            return { weights in
                let sums = layers.sumsOverScenarios(weights.second)
                return (0..<width).map { layer in
                    (0..<values).reduce(0) { $0 + (weights.first?[$1] ?? 1) * sums[layer * values + $1] }
                }
            }
        }
        let values = axes.values.count
        let clusters = clustering == .value ? values : axes.scenarioCount
        var rows = [Double](repeating: 0, count: clusters * width)
        for (layer, quantity) in quantities.enumerated() {
            for cell in quantity.indices {
                rows[(clustering == .value ? cell % values : cell / values) * width + layer] += quantity[cell]
            }
        }
        let summed = rows
        return { weightedSum(clustering == .value ? $0.first : $0.second, rows: summed, width: width) }
    }

    /// How many values or scenarios, the fewer of both where both are drawn, have something below a figure's line.
    private func clusters(behind place: Place, _ clustering: Clustering) -> Int {
        let count = axes.values.count
        var values = [Bool](repeating: false, count: count)
        var scenarios = [Bool](repeating: false, count: axes.scenarioCount)
        for term in figures[place].terms {
            for (cell, below) in quantities[2 * term.ratio + 1].enumerated() where below > 0 {
                values[cell % count] = true
                scenarios[cell / count] = true
            }
        }
        let found = (values: values.count { $0 }, scenarios: scenarios.count { $0 })
        return switch clustering {
        case .value: found.values
        case .scenario: found.scenarios
        case .both: min(found.values, found.scenarios)
        }
    }
}
