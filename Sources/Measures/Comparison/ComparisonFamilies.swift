extension MeasureComparison {
    /// Adjusts every p-value within its family: one figure over all countries, all topics, all values or all groups of
    /// values; over the whole run only where several runs are compared. Comparisons of several runs share the families.
    static func adjustFamilies(of comparisons: inout [MeasureComparison]) {
        let groups: [WritableKeyPath<MeasureComparison, [GroupComparison]>] = [\.countries, \.topics]
        for path in groups {
            for figure in ScenarioFigure.allCases { adjust(&comparisons, path, \.scenarioMean[figure]) }
            for figure in PooledFigure.allCases { adjust(&comparisons, path, \.pooled[figure]) }
        }
        let pools: [WritableKeyPath<MeasureComparison, [PooledComparison]>] = [\.values, \.valueGroups]
        for path in pools {
            for figure in PooledFigure.allCases { adjust(&comparisons, path, \.pooled[figure]) }
        }
        guard comparisons.count > 1 else { return }
        for figure in ScenarioFigure.allCases { adjust(&comparisons, \.wholeRun, \.scenarioMean[figure]) }
        for figure in PooledFigure.allCases { adjust(&comparisons, \.wholeRun, \.pooled[figure]) }
    }

    /// The whole run as a family of one.
    private var wholeRun: [GroupComparison] {
        get { [overall] }
        set { overall = newValue.first ?? overall }
    }

    private static func adjust<Member>(
        _ comparisons: inout [MeasureComparison], _ path: WritableKeyPath<MeasureComparison, [Member]>,
        _ figure: WritableKeyPath<Member, Difference?>
    ) {
        let pValues = comparisons.flatMap { $0[keyPath: path].map { $0[keyPath: figure]?.pValue } }
        let (holm, hochberg) = (MultipleTesting.holm(pValues), MultipleTesting.benjaminiHochberg(pValues))
        let size = Double(pValues.count { $0 != nil })
        var place = 0
        for index in comparisons.indices {
            var members = comparisons[index][keyPath: path]
            for member in members.indices {
                members[member][keyPath: figure]?.holm = holm[place]
                members[member][keyPath: figure]?.benjaminiHochberg = hochberg[place]
                let smallest = members[member][keyPath: figure]?.smallestP.map { min(1, $0 * size) }
                members[member][keyPath: figure]?.smallestHolm = smallest
                place += 1
            }
            comparisons[index][keyPath: path] = members
        }
    }
}
