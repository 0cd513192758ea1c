/// A figure of a whole confusion table. Raw values are the names in JSON.
package enum ClassificationFigure: String, Sendable, Hashable, Codable, CaseIterable {
    /// The share of right predictions.
    case accuracy
    /// The mean of all classes' recalls.
    case balancedAccuracy = "balanced_accuracy"
    /// The mean of all classes' F1s.
    case macroF1 = "macro_f1"
    /// The mean of the classes' F1s by their true members.
    case weightedF1 = "weighted_f1"
    /// Cohen's kappa.
    case kappa
    /// Matthews correlation.
    case matthewsCorrelation = "mcc"
}

/// A figure of one class. Raw values are the names in JSON.
package enum ClassFigure: String, Sendable, Hashable, Codable, CaseIterable {
    /// Of what was predicted to be of the class, the share that truly is.
    case precision
    /// Of what is truly of the class, the share that was predicted so.
    case recall
    /// The harmonic mean of both.
    case f1
}

/// A confusion table with the intervals of its figures. Clusters of things are drawn anew (the same judge's, the same
/// value's), since things of one cluster resemble one another.
package struct ClassificationReport: Sendable, Hashable {
    /// All clusters together.
    package let table: ConfusionTable
    /// Clusters that hold anything.
    package let clusters: Int
    /// Of the whole table; a figure that is undefined is missing.
    package let figures: [ClassificationFigure: Estimate]
    /// By class; a figure that is undefined is missing.
    package let classes: [[ClassFigure: Estimate]]
}

extension ClassificationReport {
    /// The report of some clusters, one table each, all of the same classes.
    ///
    /// - Parameters:
    ///   - plan: how clusters are drawn; its `clustering` has no bearing. `nil` for figures without intervals.
    ///   - workers: how many tasks share the work; the result does not depend on it.
    /// - Throws: `MeasuresError.badPlan`; `.tooFewOptions` without a table, `.outOfRange` for tables of unlike size.
    package init(
        clusters tables: [ConfusionTable], plan: ResamplingPlan? = ResamplingPlan(), workers: Int = 2
    ) async throws(MeasuresError) {
        try plan?.check()
        let size = tables.first?.classes ?? 0
        var table = try ConfusionTable(classes: size)
        for other in tables where other.classes != size {
            throw .outOfRange(what: "number of classes", index: other.classes, count: size + 1)
        }
        // A cluster of nothing would be drawn, and would count as one more.
        let drawn = tables.filter { $0.count > 0 }
        let rows = drawn.flatMap(\.cells)
        table.cells = weightedSum(nil, rows: rows, width: size * size)
        let observed = table.figures
        var intervals = [IntervalOutcome?](repeating: nil, count: observed.count)
        if let plan {
            intervals = await Self.intervals(
                rows: rows, classes: size, clusters: drawn.count, observed: observed, plan: plan, workers: workers)
        }
        let estimates = zip(observed, intervals).map { value, outcome -> Estimate? in
            value.isNaN ? nil : Estimate(value: value, outcome: outcome, count: Int(table.count))
        }
        func named<Figure: CaseIterable & Hashable>(from first: Int) -> [Figure: Estimate] {
            var named: [Figure: Estimate] = [:]
            for (offset, figure) in Figure.allCases.enumerated() { named[figure] = estimates[first + offset] }
            return named
        }
        self.table = table
        clusters = drawn.count
        figures = named(from: 0)
        classes = (0..<size).map {
            named(from: ClassificationFigure.allCases.count + $0 * ClassFigure.allCases.count)
        }
    }

    private static func intervals(
        rows: [Double], classes: Int, clusters: Int, observed: [Double], plan: ResamplingPlan, workers: Int
    ) async -> [IntervalOutcome?] {
        let resampler = Resampler(kinds: [clusters], replicates: plan.replicates, seed: plan.seed)
        let figures = await resampler.table(workers: workers) { weights in
            let cells = weightedSum(weights.first, rows: rows, width: classes * classes)
            return ConfusionTable(classes: classes, cells: cells).figures
        }
        let bases = Self.bases(rows: rows, classes: classes)
        return observed.indices.map { place in
            FigureReplicates(
                estimate: observed[place], replicates: figures.prefix(plan.replicates).map { $0[place] },
                leftOut: [figures.dropFirst(plan.replicates).map { $0[place] }], clustering: nil, clusters: clusters,
                basis: bases[place]
            ).outcome(plan)
        }
    }
}

extension ClassificationReport {
    /// On how many clusters each figure rests: known of shares.
    private static func bases(rows: [Double], classes: Int) -> [FigureBasis] {
        let tables = stride(from: 0, to: rows.count, by: classes * classes).map {
            ConfusionTable(classes: classes, cells: Array(rows[$0..<$0 + classes * classes]))
        }
        func share(_ part: (ConfusionTable) -> Double, of all: (ConfusionTable) -> Double) -> FigureBasis {
            func number(_ amount: (ConfusionTable) -> Double) -> Double { EffectiveClusters(tables.map(amount)).number }
            return .share(clusters: number(all), rarer: min(number(part), number { all($0) - part($0) }))
        }
        func sum(_ cell: (Int) -> Double) -> Double { (0..<classes).reduce(0) { $0 + cell($1) } }
        let accuracy = share({ table in sum { table[truth: $0, predicted: $0] } }, of: \.count)
        let ofClasses = (0..<classes).flatMap { number -> [FigureBasis] in
            let hits: (ConfusionTable) -> Double = { $0[truth: number, predicted: number] }
            let predicted: (ConfusionTable) -> Double = { table in sum { table[truth: $0, predicted: number] } }
            let truths: (ConfusionTable) -> Double = { table in sum { table[truth: number, predicted: $0] } }
            return [
                share(hits, of: predicted), share(hits, of: truths),
                share({ 2 * hits($0) }, of: { predicted($0) + truths($0) }),
            ]
        }
        let others = [FigureBasis](repeating: .unknown, count: ClassificationFigure.allCases.count - 1)
        return [accuracy] + others + ofClasses
    }
}

extension ConfusionTable {
    /// Those of the whole table, then those of each class, in the order of their names; NaN where undefined.
    fileprivate var figures: [Double] {
        let whole = [accuracy, balancedAccuracy, macroF1, weightedF1, kappa, matthewsCorrelation]
        let ofClasses = (0..<classes).flatMap { number in
            let rates = rates(of: number)
            return [rates.precision, rates.recall, rates.f1]
        }
        return (whole + ofClasses).map { $0 ?? .nan }
    }
}
