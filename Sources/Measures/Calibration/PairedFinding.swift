/// Whether two runs differ in a measure by the sign-flip test: the test of `MeasureComparison`, for the figures of the
/// whole run alone.
struct PairedFinding {
    private let flips: SignFlips

    /// - Throws: `MeasuresError.differentStudies` where the runs can't be compared.
    init(first: MeasureReport, second: MeasureReport, permutations: Int, seed: UInt64) throws(MeasuresError) {
        guard first.axes == second.axes else { throw .differentStudies(what: "their axes") }
        let pair = PairedRuns(
            first, second, shared: PairedRuns.shared(by: [first, second]),
            sided: PairedRuns.sided(by: [first, second]),
            clustering: .value)
        flips = SignFlips(first: pair.first, second: pair.second, permutations: permutations, seed: seed)
    }

    /// Whether each of the given measures differs with p at most `level`; one whose difference is undefined does not.
    ///
    /// The p-value is that of `MeasureComparison`, (1 + permutations at least as extreme) / (1 + permutations). As soon
    /// as none of the measures can come below the level any more, the rest of the permutations is left out.
    func findings(_ measures: [CalibratedMeasure], level: Double) -> [Bool] {
        let none = [Double](repeating: 0, count: flips.first.axes.values.count)
        let observed = differences(none, measures)
        let most = level * Double(1 + flips.permutations)
        var counts = [(extreme: Int, defined: Int)](repeating: (0, 0), count: measures.count)
        for number in 0..<flips.permutations {
            let flipped = differences(flips.swaps(number).values, measures)
            for place in measures.indices where !flipped[place].isNaN {
                counts[place].defined += 1
                if abs(flipped[place]) >= abs(observed[place]) - 1e-12 { counts[place].extreme += 1 }
            }
            let isDecided = measures.indices.allSatisfy {
                observed[$0].isNaN || Double(1 + counts[$0].extreme) > most
            }
            if isDecided { break }
        }
        return measures.indices.map { place in
            guard !observed[place].isNaN, Double(1 + counts[place].extreme) <= most else { return false }
            return Double(1 + counts[place].extreme) / Double(1 + counts[place].defined) <= level
        }
    }

    /// Second minus first, where the runs' answers to the marked values are swapped.
    private func differences(_ swapped: [Double], _ measures: [CalibratedMeasure]) -> [Double] {
        let (one, other) = (
            flips.first.sums(overValues: nil, overScenarios: nil).overValues,
            flips.second.sums(overValues: nil, overScenarios: nil).overValues
        )
        let (given, received) = (
            flips.first.sums(overValues: swapped, overScenarios: nil).overValues,
            flips.second.sums(overValues: swapped, overScenarios: nil).overValues
        )
        let before = overall(one.indices.map { one[$0] - given[$0] + received[$0] })
        let after = overall(one.indices.map { other[$0] - received[$0] + given[$0] })
        return measures.map { after[$0.place] - before[$0.place] }
    }

    /// The figures of the whole run from its sums by scenario.
    private func overall(_ sums: [Double]) -> [Double] {
        var figures = [Double](repeating: .nan, count: FigureLayout.groupWidth)
        let scenarios = flips.first.axes.scenarioCount
        var all = GroupSums()
        sums.withUnsafeBufferPointer { sums in
            for scenario in 0..<scenarios {
                let pooled = PooledSums(sums, at: scenario, of: scenarios)
                if pooled.n > 0 { all.add(GroupSums(scenario: pooled), weight: 1) }
            }
        }
        figures.withUnsafeMutableBufferPointer { all.write(to: $0, at: 0) }
        return figures
    }
}

extension CalibratedMeasure {
    /// Its place among the figures of a group.
    fileprivate var place: Int {
        switch figure {
        case .mean(let figure): ScenarioFigure.allCases.firstIndex(of: figure) ?? 0
        case .pooled(let figure):
            ScenarioFigure.allCases.count + (PooledFigure.allCases.firstIndex(of: figure) ?? 0)
        // The table's measures all have a place.
        case nil: 0
        }
    }
}
