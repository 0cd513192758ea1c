extension GapWarnings {
    /// Learns from some respondents and warns of another's cells.
    ///
    /// - Parameters:
    ///   - target: cells with a stated side.
    ///   - runs: of each respondent, its cells; those without a gap that is known are left out. The target alone is learned from where there are
    ///     none: then its own cells are warned of by its other scenarios.
    ///   - progress: told how many models of how many are fitted.
    /// - Throws: `MeasuresError.badPlan` where fewer than ``leastCells`` cells can be learned from, or all or none of them are gaps.
    package init(
        of target: [WarningCell], learningFrom runs: [[WarningCell]], plan: ResamplingPlan? = ResamplingPlan(),
        workers: Int = 2, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(MeasuresError) {
        try plan?.check()
        let isOwn = runs.isEmpty
        let known = (isOwn ? [target] : runs).map { $0.filter { $0.isGap != nil } }
        let all = known.flatMap(\.self)
        guard all.count >= Self.leastCells else {
            throw .badPlan(
                what: "number of cells with both tasks to learn from", value: "\(all.count)",
                allowed: "\(Self.leastCells) or more")
        }
        let gaps = all.count { $0.isGap == true }
        guard gaps > 0, gaps < all.count else {
            throw .badPlan(
                what: "number of gaps to learn from", value: "\(gaps)", allowed: "between 1 and \(all.count - 1)")
        }
        let work = WarningWork(known: known, isOwn: isOwn, workers: workers)
        progress(0, 2)
        let crossed = await work.crossed()
        progress(1, 2)
        if isOwn {
            let byNumber = Dictionary(crossed[0].map { ($0.cell.number, $0) }) { first, _ in first }
            let whole = work.model(work.known.flatMap(\.self), folds: work.innerFolds)
            warnings = Self.ranked(target.map { byNumber[$0.number] ?? whole.warning(of: $0) })
            (outcome, c) = (nil, nil)
        } else {
            let model = work.model(all, folds: work.innerFolds)
            warnings = Self.ranked(target.map(model.warning))
            outcome = await ProbabilityReport(Self.stated(warnings, run: 0), plan: plan, workers: workers)
            c = model.model.c
        }
        testing = isOwn ? .ownScenarios : known.count > 1 ? .otherRespondents : .otherValues
        var learned: [Learned] = []
        for (number, run) in crossed.enumerated() {
            let report =
                known.count > 1
                ? await ProbabilityReport(Self.stated(run, run: number), plan: plan, workers: workers) : nil
            learned.append(
                Learned(
                    cells: known[number].count, gaps: known[number].count { $0.isGap == true }, probabilities: report))
        }
        self.learned = learned
        let stated = crossed.enumerated().flatMap { Self.stated($1, run: $0) }
        guard let tested = await ProbabilityReport(stated, plan: plan, workers: workers) else {
            throw .badPlan(
                what: "number of cells with both tasks to learn from", value: "0", allowed: "\(Self.leastCells) or more"
            )
        }
        self.tested = tested
        progress(2, 2)
    }

    /// With fewer cells no model of a hundred columns says anything.
    package static let leastCells = 40

    private static func ranked(_ warnings: [Warning]) -> [Warning] {
        warnings.sorted { ($1.probability, $0.cell.number) < ($0.probability, $1.cell.number) }
    }

    /// Clusters are values, the same ones in all runs.
    private static func stated(_ warnings: [Warning], run: Int) -> [StatedProbability] {
        let names = Set(warnings.map(\.cell.value)).sorted {
            $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
        }
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        return warnings.compactMap { warning in
            warning.cell.isGap.map {
                StatedProbability(chance: warning.probability, isSo: $0, cluster: numbers[warning.cell.value] ?? 0)
            }
        }
    }
}

/// The fits behind warnings.
struct WarningWork: Sendable {
    let known: [[WarningCell]]
    let isOwn: Bool
    let workers: Int

    /// For the choice of C over all that is known: by respondent where there are three or more, else by scenario, since another
    /// respondent is asked the same values.
    var innerFolds: [Int] { Self.folds(of: known) }

    private static func folds(of runs: [[WarningCell]]) -> [Int] {
        if runs.count > 2 { return runs.enumerated().flatMap { number, run in run.map { _ in number } } }
        return scenarios(runs.flatMap(\.self))
    }

    /// The scenarios, dealt round to parts in the order of their names.
    private static func scenarios(_ cells: [WarningCell]) -> [Int] {
        parts(cells.map { $0.country + "\u{0}" + $0.topic })
    }

    private static func parts(_ names: [String]) -> [Int] {
        let sorted = Set(names).sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
        let numbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0 % LearnedModel.parts) })
        return names.map { numbers[$0] ?? 0 }
    }

    /// Every known cell by a model that did not see its part, by run.
    func crossed() async -> [[GapWarnings.Warning]] {
        if known.count > 1 {
            return await concurrently(known.count, workers: workers) { left in
                var others = self.known
                others.remove(at: left)
                let model = self.model(others.flatMap(\.self), folds: Self.folds(of: others))
                return self.known[left].map(model.warning)
            }
        }
        let cells = known[0]
        let parts = isOwn ? Self.scenarios(cells) : Self.parts(cells.map(\.value))
        let found = await concurrently(LearnedModel.parts, workers: workers) { part -> [(Int, GapWarnings.Warning)] in
            let inside = cells.indices.filter { parts[$0] != part }.map { cells[$0] }
            guard inside.count < cells.count, !inside.isEmpty else { return [] }
            let model = self.model(inside, folds: Self.scenarios(inside))
            return cells.indices.filter { parts[$0] == part }.map { ($0, model.warning(of: cells[$0])) }
        }
        return [found.flatMap(\.self).sorted { $0.0 < $1.0 }.map(\.1)]
    }

    func model(_ cells: [WarningCell], folds: [Int]) -> WarningModel {
        let rows = cells.map(\.features)
        let model = LearnedModel(
            rows, cells.map { $0.isGap == true }, folds: folds, categories: WarningCell.categories,
            numbers: WarningCell.numbers)
        return WarningModel(model: model, rows: rows)
    }
}

/// A model with what its features add in the mean.
struct WarningModel: Sendable {
    let model: LearnedModel
    private let means: [String: Double]

    init(model: LearnedModel, rows: [FeatureRow]) {
        self.model = model
        var sums: [String: Double] = [:]
        for row in rows {
            for (column, amount) in model.contributions(row) { sums[column.feature, default: 0] += amount }
        }
        means = sums.mapValues { $0 / Double(max(1, rows.count)) }
    }

    func warning(of cell: WarningCell) -> GapWarnings.Warning {
        let row = cell.features
        var amounts: [String: Double] = [:]
        for (column, amount) in model.contributions(row) { amounts[column.feature, default: 0] += amount }
        let names = WarningCell.categories + WarningCell.numbers
        let reasons = names.compactMap { name in
            amounts[name].map { GapWarnings.Reason(feature: name, amount: $0 - (means[name] ?? 0)) }
        }
        return GapWarnings.Warning(
            cell: cell, probability: model.probability(row),
            reasons: reasons.filter { $0.amount != 0 }.sorted { abs($0.amount) > abs($1.amount) })
    }
}
