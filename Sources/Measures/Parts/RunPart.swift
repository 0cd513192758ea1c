package import Text

/// Some countries of a run together, such as those of one region, measured as if they were all of it.
package struct RunPart: Sendable, Hashable {
    /// Their indices in `Axes.countries`.
    package let countries: [Int]
    /// Their figures: means over their scenarios, and their cells pooled. What shuffling would give is shuffled within them.
    package let group: GroupMeasures
    /// The intervals, drawn from the same kinds of clusters as the run's; `nil` where none were asked for.
    package let intervals: GroupIntervals?

    /// What they are called.
    package var name: String { group.name }
}

extension RunPart {
    /// Its figures as those of a country, with their intervals.
    package var json: JSONValue { group.json(with: intervals) }
}

extension MeasureReport {
    /// The run cut down to some of its countries.
    ///
    /// - Returns: `nil` where there are none.
    func only(countries: [Int]) throws(MeasuresError) -> MeasureReport? {
        guard !countries.isEmpty else { return nil }
        let block = axes.topics.count * axes.values.count
        func cut<Element>(_ all: [Element]) -> [Element] {
            countries.flatMap { all[$0 * block..<($0 + 1) * block] }
        }
        return try MeasureReport(
            axes: Axes(
                countries: countries.map { axes.countries[$0] }, topics: axes.topics, values: axes.values,
                groups: axes.groups, groupOfValue: axes.groupOfValue),
            stated: ScoreMatrix(unchecked: cut(stated)), acted: ScoreMatrix(unchecked: cut(acted)),
            states: StateCounts(), scoring: scoring, ties: ties, planned: planned.map(cut), readings: [],
            leanings: nil)
    }

    /// The figures of some countries together.
    ///
    /// - Parameters:
    ///   - countries: their indices in `axes.countries`, each once.
    ///   - plan: how intervals are made; `nil` makes none.
    ///   - workers: how many tasks share the work; the result does not depend on it.
    /// - Returns: `nil` where there are none.
    /// - Throws: `MeasuresError.badPlan`.
    package func part(
        _ name: String, countries: [Int], plan: ResamplingPlan?, workers: Int = 2
    ) async throws(MeasuresError) -> RunPart? {
        try plan?.check()
        guard let part = try only(countries: countries) else { return nil }
        var intervals: GroupIntervals?
        if let plan {
            let run = RunFigures(part, clustering: plan.clustering)
            let table = await ReplicateTable(
                plan, axes: part.axes, clusters: FigureClusters(run), workers: workers
            ) { run.figures($0) }
            intervals = FigureIntervals(run.layout, await table.outcomes(run.layout, workers: workers)).group(0)
        }
        let group = GroupMeasures(name: name, scenarioMean: part.overall.scenarioMean, pooled: part.overall.pooled)
        return RunPart(countries: countries, group: group, intervals: intervals)
    }
}
