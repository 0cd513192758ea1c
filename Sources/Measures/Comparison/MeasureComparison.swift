/// Two runs of one study against each other, on the cells that count in both; arrays are in the order of the axes.
///
/// Every difference is second − first.
public struct MeasureComparison: Sendable {
    /// What both runs are spanned by.
    public let axes: Axes
    /// How intervals were made. The permutation test makes as many permutations as there are replicates.
    public let plan: ResamplingPlan
    /// Cells that count in both runs.
    public let sharedCells: Int
    /// Cells that count in the first run alone, and so stay out.
    public let firstOnlyCells: Int
    /// Cells that count in the second run alone, and so stay out.
    public let secondOnlyCells: Int
    /// The whole run.
    public let overall: GroupComparison
    /// By country.
    public let countries: [GroupComparison]
    /// By topic.
    public let topics: [GroupComparison]
    /// By value.
    public let values: [PooledComparison]
    /// By the theory's group of values.
    public let valueGroups: [PooledComparison]
    /// Of the prompt agreements, where both runs have readings.
    public let promptAgreement: [AgreementFigure: Difference]
}

extension MeasureComparison {
    /// Compares two runs.
    ///
    /// - Parameter workers: how many tasks share the work; the result does not depend on it.
    /// - Throws: `MeasuresError.differentStudies` where the axes or the scoring differ, `.badPlan`.
    public init(
        first: MeasureReport, second: MeasureReport, plan: ResamplingPlan = ResamplingPlan(), workers: Int = 2
    ) async throws(MeasuresError) {
        try plan.check()
        guard first.axes == second.axes else { throw .differentStudies(what: "countries, topics or values") }
        guard first.scoring == second.scoring else { throw .differentStudies(what: "scoring") }
        let pair = PairedRuns(first, second, clustering: plan.clustering)
        let differences = await PairedDifferences(pair, plan: plan, workers: workers)
        let (axes, layout) = (first.axes, pair.first.layout)
        self.axes = axes
        self.plan = plan
        sharedCells = pair.shared.count { $0 }
        firstOnlyCells = first.counts.both - sharedCells
        secondOnlyCells = second.counts.both - sharedCells
        func group(_ group: Int, _ name: String, _ member: (Int) -> Bool) -> GroupComparison {
            let start = layout.group(group)
            return GroupComparison(
                name: name, scenarioMean: differences.named(from: start),
                pooled: differences.named(from: start + ScenarioFigure.allCases.count),
                changes: pair.changes(where: member))
        }
        func pool(_ pool: Int, _ name: String, _ member: (Int) -> Bool) -> PooledComparison {
            PooledComparison(
                name: name, pooled: differences.named(from: layout.pool(pool)), changes: pair.changes(where: member))
        }
        overall = group(0, "overall") { _ in true }
        countries = Self.adjusted(
            axes.countries.enumerated().map { index, name in
                group(1 + index, name) { axes.position(ofCell: $0).country == index }
            })
        topics = Self.adjusted(
            axes.topics.enumerated().map { index, name in
                group(1 + axes.countries.count + index, name) { axes.position(ofCell: $0).topic == index }
            })
        values = Self.adjusted(
            axes.values.enumerated().map { index, name in pool(index, name) { $0 % axes.values.count == index } })
        valueGroups = Self.adjusted(
            axes.groups.enumerated().map { index, name in
                pool(axes.values.count + index, name) { axes.groupOfValue[$0 % axes.values.count] == index }
            })
        promptAgreement = differences.named(from: layout.agreements)
    }

    private static func adjusted(_ groups: [GroupComparison]) -> [GroupComparison] {
        var groups = groups
        for figure in ScenarioFigure.allCases { adjust(&groups, \.scenarioMean[figure]) }
        for figure in PooledFigure.allCases { adjust(&groups, \.pooled[figure]) }
        return groups
    }

    private static func adjusted(_ pools: [PooledComparison]) -> [PooledComparison] {
        var pools = pools
        for figure in PooledFigure.allCases { adjust(&pools, \.pooled[figure]) }
        return pools
    }

    private static func adjust<Member>(_ family: inout [Member], _ figure: WritableKeyPath<Member, Difference?>) {
        let pValues = family.map { $0[keyPath: figure]?.pValue }
        let (holm, hochberg) = (MultipleTesting.holm(pValues), MultipleTesting.benjaminiHochberg(pValues))
        for member in family.indices {
            family[member][keyPath: figure]?.holm = holm[member]
            family[member][keyPath: figure]?.benjaminiHochberg = hochberg[member]
        }
    }
}
