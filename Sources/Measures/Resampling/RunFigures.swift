/// One run laid out for resampling: gives every figure for any weights of its values and scenarios.
struct RunFigures: Sendable {
    let axes: Axes
    let layout: FigureLayout
    let clustering: Clustering
    /// By cell: what it adds to the sums.
    let cellSums: [PooledSums]
    /// What every figure but the prompt agreements is made of.
    let cells: CellLayers
    /// Task 1, Task 2: readings counted (1 or 0 a cell), modal share by option, modal share of inclinations.
    private let agreements: [CellLayers?]

    init(
        axes: Axes, stated: [Double], acted: [Double], agreements: [ModalShares?] = [nil, nil], clustering: Clustering,
        ties: TieRule, sided: [Bool]? = nil
    ) {
        self.axes = axes
        self.clustering = clustering
        layout = FigureLayout(axes)
        let layers = PooledSums.layers(stated: stated, acted: acted, ties: ties, sided: sided)
        cells = CellLayers(layers, axes: axes)
        cellSums = layers.flatMap(\.self).withUnsafeBufferPointer { flat in
            stated.indices.map { PooledSums(flat, at: $0, of: stated.count) }
        }
        self.agreements = agreements.map { shares in
            shares.map { CellLayers([$0.counted, $0.byOption, $0.binary], axes: axes) }
        }
    }

    /// Every figure in the order of `FigureLayout`, NaN where undefined.
    ///
    /// - Parameter weights: of the kinds of cluster that the clustering draws, in their order.
    func figures(_ weights: ClusterWeights) -> [Double] {
        let weights = StudyWeights(weights, clustering, axes: axes)
        return figures(
            overValues: cells.sumsOverValues(weights.values), overScenarios: cells.sumsOverScenarios(weights.ofPools),
            ofGroups: weights)
    }

    /// The figures from the two kinds of sums, which another run's may have been mixed into.
    func figures(overValues: [Double], overScenarios: [Double], ofGroups: StudyWeights) -> [Double] {
        var figures = [Double](repeating: .nan, count: layout.count)
        figures.withUnsafeMutableBufferPointer { figures in
            overValues.withUnsafeBufferPointer { writeGroups($0, weights: ofGroups, to: figures) }
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
        _ sums: UnsafeBufferPointer<Double>, weights: StudyWeights, to figures: UnsafeMutableBufferPointer<Double>
    ) {
        var groups = [GroupSums](repeating: GroupSums(), count: layout.groups)
        for scenario in 0..<axes.scenarioCount {
            let (ofRun, ofCountry, ofTopic) = (
                weights.scenarios?[scenario] ?? 1, weights.withinCountries?[scenario] ?? 1,
                weights.withinTopics?[scenario] ?? 1
            )
            guard ofCountry > 0 || ofTopic > 0 else { continue }
            let pooled = PooledSums(sums, at: scenario, of: axes.scenarioCount)
            guard pooled.n > 0 else { continue }
            let own = GroupSums(scenario: pooled)
            if ofRun > 0 { groups[0].add(own, weight: ofRun) }
            if ofCountry > 0 { groups[1 + scenario / layout.topics].add(own, weight: ofCountry) }
            if ofTopic > 0 { groups[1 + layout.countries + scenario % layout.topics].add(own, weight: ofTopic) }
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

    private func writeAgreements(_ weights: StudyWeights, to figures: UnsafeMutableBufferPointer<Double>) {
        for (task, layers) in agreements.enumerated() {
            guard let layers else { continue }
            let sums = layers.sumsOverScenarios(weights.scenarios)
            var totals = [0.0, 0.0, 0.0]
            for value in 0..<layout.values {
                let weight = weights.values?[value] ?? 1
                for layer in 0..<3 { totals[layer] += weight * sums[layer * layout.values + value] }
            }
            for kind in 1...2 {
                figures[layout.agreements + 2 * task + kind - 1] = ratio(totals[kind], totals[0]) ?? .nan
            }
        }
    }
}
