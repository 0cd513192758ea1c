/// Some runs of one study side by side, on the cells that count in all of them; figures that need a side rest on those
/// that are decided in all.
package struct ComparedRuns: Sendable {
    /// What all are spanned by.
    package let axes: Axes
    /// How all were scored.
    package let scoring: Scoring
    /// Each run's figures on those cells, in the order of the runs.
    package let runs: [ComparedRun]
    /// How many cells count in all, and how many of them are decided in all.
    package let sharedCells, decidedCells: Int
    /// Cells that count in each run but not in all.
    package let leftOut: [Int]
    /// Every pair of runs, in the share of inconsistent cells of the whole run.
    package let pairs: [RunPair]

    /// Measures the runs anew on the cells of all, draws their intervals, and tests every pair.
    ///
    /// - Throws: `MeasuresError.differentStudies` where the axes or the scoring differ, `.badPlan`.
    package init(of reports: [MeasureReport], plan: ResamplingPlan = ResamplingPlan(), workers: Int = 2)
        async throws(MeasuresError)
    {
        try plan.check()
        for report in reports.dropFirst() { try report.check(comparableWith: reports[0]) }
        let (shared, sided) = (PairedRuns.shared(by: reports), PairedRuns.sided(by: reports))
        var runs: [ComparedRun] = []
        for report in reports {
            runs.append(await ComparedRun(report, shared: shared, sided: sided, plan: plan, workers: workers))
        }
        (axes, scoring, self.runs) = (reports[0].axes, reports[0].scoring, runs)
        sharedCells = shared.count { $0 }
        decidedCells = zip(shared, sided).count { $0 && $1 }
        leftOut = reports.map { report in report.counts.both - shared.count { $0 } }
        pairs = await RunPair.all(of: reports, shared: shared, sided: sided, plan: plan, workers: workers)
    }

    /// The runs' places by the share of inconsistent cells, the smallest first; ties in the order of the runs. Runs
    /// without a decided cell are left out.
    package var ranking: [(run: Int, share: Double)] {
        let shares = runs.indices.compactMap { run in
            runs[run].overall.pooled[.inconsistencyShare].map { (run: run, share: $0) }
        }
        return shares.sorted { ($0.share, $0.run) < ($1.share, $1.run) }
    }

    /// The pair of two runs.
    package func pair(_ one: Int, _ other: Int) -> RunPair? {
        pairs.first { $0.first == min(one, other) && $0.second == max(one, other) }
    }
}

/// One of several runs, on the cells of all.
package struct ComparedRun: Sendable {
    /// The whole run.
    package let overall: ComparedGroup
    /// By country, and by topic.
    package let countries, topics: [ComparedGroup]

    fileprivate init(
        _ report: MeasureReport, shared: [Bool], sided: [Bool], plan: ResamplingPlan, workers: Int
    ) async {
        let (axes, clustering) = (report.axes, plan.clustering)
        let run = PairedRuns(report, report, shared: shared, sided: sided, clustering: clustering).first
        let clusters = FigureClusters(run)
        let table = await ReplicateTable(plan, axes: axes, clusters: clusters, workers: workers) { run.figures($0) }
        let intervals = FigureIntervals(run.layout, await table.outcomes(run.layout, workers: workers))
        func group(_ number: Int, _ name: String) -> ComparedGroup {
            ComparedGroup(name, table.observed, at: run.layout.group(number), intervals: intervals.group(number))
        }
        overall = group(0, "overall")
        countries = axes.countries.enumerated().map { group(1 + $0, $1) }
        topics = axes.topics.enumerated().map { group(1 + axes.countries.count + $0, $1) }
    }
}

/// The figures of the whole run, a country or a topic, with their intervals.
package struct ComparedGroup: Sendable {
    /// The country's or topic's name; “overall” for the whole run.
    package let name: String
    /// Means over scenarios; without those that are undefined.
    package let scenarioMean: [ScenarioFigure: Double]
    /// Figures of the pooled cells; without those that are undefined.
    package let pooled: [PooledFigure: Double]
    /// The intervals of both.
    package let intervals: GroupIntervals

    fileprivate init(_ name: String, _ figures: [Double], at first: Int, intervals: GroupIntervals) {
        func named<Figure: CaseIterable & Hashable>(from first: Int) -> [Figure: Double] {
            let all = zip(Figure.allCases, figures[first...]).filter { !$1.isNaN }
            return Dictionary(uniqueKeysWithValues: all)
        }
        (self.name, self.intervals) = (name, intervals)
        scenarioMean = named(from: first)
        pooled = named(from: first + ScenarioFigure.allCases.count)
    }
}

extension MeasureReport {
    /// - Throws: `MeasuresError.differentStudies` where the axes or the scoring differ.
    func check(comparableWith other: MeasureReport) throws(MeasuresError) {
        guard axes == other.axes else { throw .differentStudies(what: "countries, topics or values") }
        guard scoring == other.scoring else { throw .differentStudies(what: "scoring") }
    }
}
