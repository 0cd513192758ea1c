/// Two runs of one study against each other, on the cells that count in both (of several runs, in all of them); arrays
/// are in the order of the axes.
///
/// Every difference is second − first.
package struct MeasureComparison: Sendable {
    /// What both runs are spanned by.
    package let axes: Axes
    /// How intervals were made. The permutation test makes at least as many swaps as there are replicates, and more for
    /// the families that need them; all swaps, where there are few.
    package let plan: ResamplingPlan
    /// Whether the two are one run, or have the same readings: then there is nothing to test.
    package let isOfOneRun: Bool
    /// Cells that count in both runs.
    package let sharedCells: Int
    /// Of those, the cells that are decided in all runs: figures that need a side rest on them.
    package let decidedCells: Int
    /// Cells that count in the first run alone, and so stay out.
    package let firstOnlyCells: Int
    /// Cells that count in the second run alone, and so stay out.
    package let secondOnlyCells: Int
    /// The whole run.
    package internal(set) var overall: GroupComparison
    /// By country.
    package internal(set) var countries: [GroupComparison]
    /// By topic.
    package internal(set) var topics: [GroupComparison]
    /// By value.
    package internal(set) var values: [PooledComparison]
    /// By the theory's group of values.
    package internal(set) var valueGroups: [PooledComparison]
    /// Of the prompt agreements, where both runs have readings.
    package let promptAgreement: [AgreementFigure: Difference]
}

extension MeasureComparison {
    /// Compares two runs.
    ///
    /// - Parameter workers: how many tasks share the work; the result does not depend on it.
    /// - Throws: `MeasuresError.differentStudies` where the axes or the scoring differ, `.badPlan`.
    package init(
        first: MeasureReport, second: MeasureReport, plan: ResamplingPlan = ResamplingPlan(), workers: Int = 2
    ) async throws(MeasuresError) {
        self = try await Self.each(of: [second], against: first, plan: plan, workers: workers)[0]
    }

    /// Compares each of some runs with the first one, on the cells that count in all of them, so that the first run's
    /// figures are the same in every comparison. p-values are adjusted over the members of a family in all comparisons
    /// together.
    ///
    /// - Parameter progress: told how many comparisons are done.
    /// - Returns: as many comparisons as there are other runs, in their order.
    /// - Throws: as the comparison of two.
    package static func each(
        of others: [MeasureReport], against first: MeasureReport, plan: ResamplingPlan = ResamplingPlan(),
        workers: Int = 2, progress: (Int) -> Void = { _ in }
    ) async throws(MeasuresError) -> [MeasureComparison] {
        try plan.check()
        for other in others { try other.check(comparableWith: first) }
        let shared = PairedRuns.shared(by: [first] + others)
        let sided = PairedRuns.sided(by: [first] + others)
        var comparisons: [MeasureComparison] = []
        for other in others {
            comparisons.append(
                await MeasureComparison(
                    first, other, shared: shared, sided: sided, plan: plan, comparisons: others.count, workers: workers)
            )
            progress(comparisons.count)
        }
        adjustFamilies(of: &comparisons)
        return comparisons
    }

    /// p-values not adjusted yet.
    private init(
        _ first: MeasureReport, _ second: MeasureReport, shared: [Bool], sided: [Bool], plan: ResamplingPlan,
        comparisons: Int, workers: Int
    ) async {
        let pair = PairedRuns(first, second, shared: shared, sided: sided, clustering: plan.clustering)
        let differences = await PairedDifferences(pair, plan: plan, comparisons: comparisons, workers: workers)
        let (axes, layout) = (first.axes, pair.first.layout)
        self.axes = axes
        self.plan = plan
        isOfOneRun = pair.isOfOneRun
        sharedCells = shared.count { $0 }
        decidedCells = zip(shared, sided).count { $0 && $1 }
        firstOnlyCells = first.counts.both - sharedCells
        secondOnlyCells = second.counts.both - sharedCells
        func group(_ group: Int, _ name: String, _ member: (Int) -> Bool) -> GroupComparison {
            let start = layout.group(group)
            return GroupComparison(
                name: name, scenarioMean: differences.named(from: start),
                pooled: differences.named(from: start + ScenarioFigure.allCases.count),
                changes: pair.changes(ofGroup: member))
        }
        func pool(_ pool: Int, _ name: String, _ member: (Int) -> Bool) -> PooledComparison {
            PooledComparison(
                name: name, pooled: differences.named(from: layout.pool(pool)), changes: pair.changes(ofPool: member))
        }
        overall = group(0, "overall") { _ in true }
        if !pair.isOfOneRun {
            overall.deconvolved = await GroupComparison.deconvolved(first, second, plan: plan, workers: workers)
        }
        countries = axes.countries.enumerated().map { index, name in
            group(1 + index, name) { axes.position(ofCell: $0).country == index }
        }
        topics = axes.topics.enumerated().map { index, name in
            group(1 + axes.countries.count + index, name) { axes.position(ofCell: $0).topic == index }
        }
        values = axes.values.enumerated().map { index, name in pool(index, name) { $0 % axes.values.count == index } }
        valueGroups = axes.groups.enumerated().map { index, name in
            pool(axes.values.count + index, name) { axes.groupOfValue[$0 % axes.values.count] == index }
        }
        promptAgreement = differences.named(from: layout.agreements)
    }
}
