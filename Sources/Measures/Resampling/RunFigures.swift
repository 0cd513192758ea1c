/// One run laid out for resampling: gives every figure for any weights of its values and scenarios.
struct RunFigures: Sendable {
    let axes: Axes
    let layout: FigureLayout
    let clustering: Clustering
    private let cells: CellLayers
    /// Task 1, Task 2: readings counted (1 or 0 a cell), modal share by option, modal share of inclinations.
    private let agreements: [CellLayers?]

    init(
        axes: Axes, stated: [Double], acted: [Double], agreements: [ModalShares?] = [nil, nil], clustering: Clustering,
        ties: TieRule, sided: [Bool]? = nil
    ) {
        self.axes = axes
        self.clustering = clustering
        layout = FigureLayout(axes)
        cells = CellLayers(PooledSums.layers(stated: stated, acted: acted, ties: ties, sided: sided), axes: axes)
        self.agreements = agreements.map { shares in
            shares.map { CellLayers([$0.counted, $0.byOption, $0.binary], axes: axes) }
        }
    }

    /// Every figure in the order of `FigureLayout`, NaN where undefined.
    ///
    /// - Parameter weights: of the values first, of the scenarios second. `clustering` says which of the two bear on
    ///   the whole run, countries and topics; on values and their groups those of the scenarios do.
    func figures(_ weights: ClusterWeights) -> [Double] {
        let ofGroups = ClusterWeights(
            first: clustering == .scenario ? nil : weights.first, second: clustering == .value ? nil : weights.second)
        return figures(
            overValues: cells.sumsOverValues(ofGroups.first), overScenarios: cells.sumsOverScenarios(weights.second),
            ofGroups: ofGroups)
    }

    /// The figures from the two kinds of sums, which another run's may have been mixed into.
    func figures(overValues: [Double], overScenarios: [Double], ofGroups: ClusterWeights) -> [Double] {
        var figures = [Double](repeating: .nan, count: layout.count)
        figures.withUnsafeMutableBufferPointer { figures in
            overValues.withUnsafeBufferPointer { writeGroups($0, scenarioWeights: ofGroups.second, to: figures) }
            overScenarios.withUnsafeBufferPointer { writePools($0, to: figures) }
            writeAgreements(ofGroups, to: figures)
        }
        return figures
    }

    /// The sums that `figures(overValues:…)` takes, for the given weights.
    func sums(overValues: [Double]?, overScenarios: [Double]?) -> (overValues: [Double], overScenarios: [Double]) {
        (cells.sumsOverValues(overValues), cells.sumsOverScenarios(overScenarios))
    }

    private func writeGroups(
        _ sums: UnsafeBufferPointer<Double>, scenarioWeights: [Double]?, to figures: UnsafeMutableBufferPointer<Double>
    ) {
        var groups = [GroupSums](repeating: GroupSums(), count: layout.groups)
        for scenario in 0..<axes.scenarioCount {
            let weight = scenarioWeights?[scenario] ?? 1
            guard weight > 0 else { continue }
            let pooled = PooledSums(sums, at: scenario, of: axes.scenarioCount)
            guard pooled.n > 0 else { continue }
            let own = GroupSums(scenario: pooled)
            groups[0].add(own, weight: weight)
            groups[1 + scenario / layout.topics].add(own, weight: weight)
            groups[1 + layout.countries + scenario % layout.topics].add(own, weight: weight)
        }
        for (group, sums) in groups.enumerated() { sums.write(to: figures, at: layout.group(group)) }
    }

    private func writePools(_ sums: UnsafeBufferPointer<Double>, to figures: UnsafeMutableBufferPointer<Double>) {
        var groups = [PooledSums](repeating: PooledSums(), count: layout.valueGroups)
        for value in 0..<layout.values {
            let pooled = PooledSums(sums, at: value, of: layout.values)
            pooled.write(to: figures, at: layout.pool(value))
            groups[axes.groupOfValue[value]].add(pooled, weight: 1)
        }
        for (group, sums) in groups.enumerated() { sums.write(to: figures, at: layout.pool(layout.values + group)) }
        writeRanks(to: figures)
    }

    private func writeRanks(to figures: UnsafeMutableBufferPointer<Double>) {
        let place = PooledFigure.allCases.firstIndex(of: .distance) ?? 0
        let distances = (0..<layout.values).map { figures[layout.pool($0) + place] }
        distances.withUnsafeBufferPointer {
            Measures.writeRanks(
                of: $0, to: .init(rebasing: figures[layout.ranks..<layout.ranks + layout.values]))
        }
    }

    private func writeAgreements(_ weights: ClusterWeights, to figures: UnsafeMutableBufferPointer<Double>) {
        for (task, layers) in agreements.enumerated() {
            guard let layers else { continue }
            let sums = layers.sumsOverScenarios(weights.second)
            var totals = [0.0, 0.0, 0.0]
            for value in 0..<layout.values {
                let weight = weights.first?[value] ?? 1
                for layer in 0..<3 { totals[layer] += weight * sums[layer * layout.values + value] }
            }
            for kind in 1...2 {
                figures[layout.agreements + 2 * task + kind - 1] = ratio(totals[kind], totals[0]) ?? .nan
            }
        }
    }
}
