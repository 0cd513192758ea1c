/// Fits the model of Dawid and Skene to a table and to draws of it.
struct DawidSkeneWork: Sendable {
    private let table: LabelTable
    private let settings: DawidSkene.Settings
    /// The categories that somebody used, in their order: those of the model.
    private let used: [Int]
    private let model: DawidSkeneModel

    init(_ table: LabelTable, _ settings: DawidSkene.Settings) {
        (self.table, self.settings) = (table, settings)
        var places = [Int?](repeating: nil, count: table.categories)
        let given = Set(table.labels.flatMap { $0.compactMap(\.self) })
        used = given.sorted()
        for (place, category) in used.enumerated() { places[category] = place }
        let narrow = LabelTable(
            narrowed: table.raters, categories: used.count,
            labels: table.labels.map { row in row.map { label in label.flatMap { places[$0] } } })
        model = DawidSkeneModel(narrow, smoothing: settings.smoothing)
    }

    func result(_ plan: ResamplingPlan?, workers: Int) async -> DawidSkene {
        let weights = model.weights(ofItems: nil)
        let fit = model.fit(weights, from: nil, steps: settings.steps, gain: settings.gain)
        let observed = figures(fit)
        var outcomes = [IntervalOutcome?](repeating: nil, count: observed.count)
        if let plan { outcomes = await intervals(plan, fit, observed, workers: workers) }
        func estimate(_ place: Int, count: Int) -> Estimate? {
            observed[place].isNaN ? nil : Estimate(value: observed[place], outcome: outcomes[place], count: count)
        }
        let rated = table.labels.count { $0.contains { $0 != nil } }
        let raters = (0..<table.raters).map { rater in
            self.rater(rater, fit) { kind, category, count in estimate(place(kind, rater, category), count: count) }
        }
        return DawidSkene(
            prevalence: spread(used.indices.map { estimate($0, count: rated) }), raters: raters,
            probabilities: model.patternOfItem.map { pattern in
                let known = model.patterns[pattern].isEmpty ? fit.parameters.prevalence : fit.posterior[pattern]
                return spread(known.map(Optional.some)).map { $0 ?? 0 }
            }, steps: fit.steps, isConverged: fit.isConverged, isRelabelled: fit.isRelabelled)
    }

    /// Something by used category as something by category.
    private func spread<Value>(_ values: [Value?]) -> [Value?] {
        var all = [Value?](repeating: nil, count: table.categories)
        for (value, category) in zip(values, used) { all[category] = value }
        return all
    }

    private enum Kind: Int { case sensitivity, specificity }

    /// Where a rater's figure stands among all: behind the prevalences, by rater.
    private func place(_ kind: Kind, _ rater: Int, _ category: Int) -> Int {
        used.count * (1 + 2 * rater + kind.rawValue) + category
    }

    /// Prevalences, then each rater's sensitivities and specificities.
    private func figures(_ fit: DawidSkeneModel.Fit) -> [Double] {
        let (prevalence, confusion) = (fit.parameters.prevalence, fit.parameters.confusion)
        var figures = prevalence
        for rater in 0..<table.raters {
            figures += used.indices.map { confusion[model.place(rater, $0, $0)] }
            figures += used.indices.map { category in
                let others = used.indices.filter { $0 != category }
                let wrong = others.reduce(0) { $0 + prevalence[$1] * confusion[model.place(rater, $1, category)] }
                return ratio(wrong, others.reduce(0) { $0 + prevalence[$1] }).map { 1 - $0 } ?? .nan
            }
        }
        return figures
    }

    private func rater(
        _ rater: Int, _ fit: DawidSkeneModel.Fit, _ estimate: (Kind, Int, Int) -> Estimate?
    ) -> DawidSkene.Rater {
        let own = table.labels.filter { $0[rater] != nil }
        let shared = own.count { $0.count { $0 != nil } >= 2 }
        guard shared > 0 else {
            let none = [Estimate?](repeating: nil, count: table.categories)
            return DawidSkene.Rater(labels: own.count, shared: 0, confusion: [], sensitivity: none, specificity: none)
        }
        let rows = used.indices.map { category in
            spread(used.indices.map { Optional(fit.parameters.confusion[model.place(rater, category, $0)]) })
                .map { $0 ?? 0 }
        }
        let empty = [Double](repeating: 0, count: table.categories)
        return DawidSkene.Rater(
            labels: own.count, shared: shared, confusion: spread(rows.map(Optional.some)).map { $0 ?? empty },
            sensitivity: spread(used.indices.map { estimate(.sensitivity, $0, shared) }),
            specificity: spread(used.indices.map { estimate(.specificity, $0, shared) }))
    }

    /// Draws start from the estimate and end when a step gains less than a millionth: what is left is far below their scatter.
    private func intervals(
        _ plan: ResamplingPlan, _ fit: DawidSkeneModel.Fit, _ observed: [Double], workers: Int
    ) async -> [IntervalOutcome?] {
        let count = table.labels.count
        let resampler = Resampler(kinds: [count], replicates: plan.replicates, seed: plan.seed)
        let start = fit.parameters
        let rows = await resampler.table(workers: workers) { drawn in
            figures(model.fit(model.weights(ofItems: drawn.first), from: start, steps: 500, gain: 1e-6))
        }
        return observed.indices.map { place in
            FigureReplicates(
                estimate: observed[place], replicates: rows.prefix(plan.replicates).map { $0[place] },
                leftOut: [rows.dropFirst(plan.replicates).map { $0[place] }], clustering: nil, clusters: count
            ).outcome(plan)
        }
    }
}

extension LabelTable {
    /// A table of categories that were looked at already.
    init(narrowed raters: Int, categories: Int, labels: [[Int?]]) {
        (self.raters, self.categories, self.labels) = (raters, categories, labels)
    }
}
