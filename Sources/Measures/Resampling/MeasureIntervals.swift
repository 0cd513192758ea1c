/// The uncertainty of every figure of a `MeasureReport`; arrays are in the order of its axes.
///
/// Where a figure has no interval, `absence(of:)` says why.
package struct MeasureIntervals: Sendable {
    /// How the intervals were made; to be named wherever they are shown.
    package let plan: ResamplingPlan
    /// The whole run.
    package let overall: GroupIntervals
    /// By country.
    package let countries: [GroupIntervals]
    /// By topic.
    package let topics: [GroupIntervals]
    /// By value, drawing scenarios.
    package let values: [PooledIntervals]
    /// By the theory's group of values, drawing scenarios.
    package let valueGroups: [PooledIntervals]
    /// By scenario, drawing values.
    package let scenarios: [ScenarioIntervals]
    /// By country: each value there, and their ranking, drawing topics.
    package let countryValues: [PlaceIntervals]
    /// By topic: each value there, and their ranking, drawing countries.
    package let topicValues: [PlaceIntervals]
    /// Of the prompt agreements, as far as readings were handed in.
    package let promptAgreement: FoundIntervals<AgreementFigure>
    /// How sure the overall ranking is.
    package let ranking: RankStability

    /// The interval of the cross-task inconsistency's share.
    package var inconsistencyShare: Interval? { overall.pooled[.inconsistencyShare] }
}

/// The intervals of a country, a topic or the whole run.
package struct GroupIntervals: Sendable, Hashable {
    /// Of the means over scenarios.
    package let scenarioMean: FoundIntervals<ScenarioFigure>
    /// Of the figures of the pooled cells.
    package let pooled: PooledIntervals

    /// The interval of the alignment rate.
    package var alignmentRate: Interval? { scenarioMean[.f1Disagree] }
    /// The interval of the alignment distance.
    package var alignmentDistance: Interval? { scenarioMean[.distance] }
}

/// The intervals of the figures of pooled cells.
package typealias PooledIntervals = FoundIntervals<PooledFigure>

extension MeasureIntervals {
    /// Draws the report's run anew as often as the plan says.
    ///
    /// - Parameter workers: how many tasks share the work; the result does not depend on it.
    /// - Throws: `MeasuresError.badPlan`.
    package init(of report: MeasureReport, plan: ResamplingPlan = ResamplingPlan(), workers: Int = 2)
        async throws(MeasuresError)
    {
        try plan.check()
        let run = RunFigures(report, clustering: plan.clustering)
        let table = await ReplicateTable(
            plan, axes: report.axes, clusters: FigureClusters(run), workers: workers
        ) { run.figures($0) }
        let intervals = FigureIntervals(run.layout, await table.outcomes(run.layout, workers: workers))
        self.plan = plan
        overall = intervals.group(0)
        countries = report.axes.countries.indices.map { intervals.group(1 + $0) }
        topics = report.axes.topics.indices.map { intervals.group(1 + report.axes.countries.count + $0) }
        values = report.axes.values.indices.map { intervals.pool($0) }
        valueGroups = report.axes.groups.indices.map { intervals.pool(report.axes.values.count + $0) }
        scenarios = await report.scenarioIntervals(plan, workers: workers)
        countryValues = await report.placeIntervals(.countries, plan, workers: workers)
        topicValues = await report.placeIntervals(.topics, plan, workers: workers)
        promptAgreement = intervals.named(from: run.layout.agreements)
        ranking = RankStability(table, run: run, plan: plan)
    }
}

extension RunFigures {
    /// The run of a report.
    init(_ report: MeasureReport, clustering: Clustering) {
        self.init(
            axes: report.axes, stated: report.stated, acted: report.acted, agreements: report.modalShares,
            clustering: clustering, ties: report.ties)
    }
}

/// Intervals in the order of a layout, cut into those of its groups and pools.
struct FigureIntervals {
    private let layout: FigureLayout
    private let outcomes: [IntervalOutcome]

    init(_ layout: FigureLayout, _ outcomes: [IntervalOutcome]) {
        self.layout = layout
        self.outcomes = outcomes
    }

    func group(_ group: Int) -> GroupIntervals {
        let first = layout.group(group)
        return GroupIntervals(
            scenarioMean: named(from: first), pooled: named(from: first + ScenarioFigure.allCases.count))
    }

    func pool(_ pool: Int) -> PooledIntervals {
        named(from: layout.pool(pool))
    }

    func named<Figure: CaseIterable & Hashable & Sendable>(from first: Int) -> FoundIntervals<Figure> {
        FoundIntervals(
            Dictionary(uniqueKeysWithValues: Figure.allCases.enumerated().map { ($1, outcomes[first + $0]) }))
    }
}
