extension PredictionReport {
    /// The figures of some sets.
    ///
    /// - Parameters:
    ///   - plan: how intervals are made; clusters are those of the cases, so that its `clustering` has no bearing. `nil` makes none.
    ///   - progress: told how many pieces of how many are done: sets, and pairs of sets.
    /// - Throws: `MeasuresError.badPlan`; `.duplicateName` where an id, or a cell within a set, stands twice; `.badProbability`.
    package init(
        _ sets: [PredictionSet], plan: ResamplingPlan?, workers: Int = 2,
        progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws(MeasuresError) {
        try plan?.check()
        for set in sets { try set.check() }
        if let name = Self.twice(sets.map(\.id)) { throw .duplicateName(axis: "sets of predictions", name: name) }
        let pairs = Self.pairs(of: sets)
        let all = sets.count + pairs.count
        var subjects: [Subject] = []
        for set in sets {
            progress(subjects.count, all)
            subjects.append(try await Self.subject(set, plan, workers))
        }
        var comparisons: [Comparison] = []
        for (done, pair) in pairs.enumerated() {
            progress(sets.count + done, all)
            let sides = SharedPredictions(sets[pair.first], sets[pair.second])
            guard !sides.isEmpty else { continue }
            comparisons.append(
                Comparison(
                    first: pair.first, second: pair.second, family: pair.family, cells: sides.cells,
                    mcNemar: sides.mcNemar,
                    pHolm: nil, differences: await sides.differences(plan, workers: workers)))
        }
        for family in Family.allCases {
            let members = comparisons.indices.filter { comparisons[$0].family == family }
            let adjusted = MultipleTesting.holm(members.map { comparisons[$0].mcNemar.pValue })
            for (member, p) in zip(members, adjusted) { comparisons[member].pHolm = p }
        }
        (self.subjects, self.comparisons, self.plan) = (subjects, comparisons, plan)
        progress(all, all)
    }

    /// Which sets are compared, and why: kinds of evidence that are both masked or both not; one kind both ways; what was learned with all
    /// that is not masked.
    private static func pairs(of sets: [PredictionSet]) -> [(first: Int, second: Int, family: Family)] {
        sets.indices.flatMap { first in
            sets.indices.dropFirst(first + 1).compactMap { second in
                let (one, other) = (sets[first], sets[second])
                if one.isLearned || other.isLearned {
                    return one.isMasked || other.isMasked ? nil : (first, second, .learned)
                }
                if one.isMasked == other.isMasked { return (first, second, .evidence) }
                let isPair =
                    one.id + PredictionSet.maskedSuffix == other.id || other.id + PredictionSet.maskedSuffix == one.id
                return isPair ? (first, second, .masking) : nil
            }
        }
    }

    private static func subject(
        _ set: PredictionSet, _ plan: ResamplingPlan?, _ workers: Int
    ) async throws(MeasuresError) -> Subject {
        var absences: [PredictionSet.Absence: Int] = [:]
        for cell in set.cases where cell.predicted == nil { absences[cell.absence ?? .unreadable, default: 0] += 1 }
        return Subject(
            id: set.id, name: set.name, isMasked: set.isMasked, isLearned: set.isLearned, cells: set.cases.count,
            predicted: set.cases.count { $0.predicted != nil }, absences: absences,
            stated: try await scores(set.cases.compactMap { $0.judged(.stated) }, .stated, plan, workers),
            gap: try await scores(set.cases.compactMap { $0.judged(.gap) }, .gap, plan, workers))
    }

    private static func scores(
        _ cases: [JudgedPrediction], _ target: PredictionTarget, _ plan: ResamplingPlan?, _ workers: Int
    ) async throws(MeasuresError) -> TargetScores? {
        guard !cases.isEmpty else { return nil }
        let clusters = DenseClusters(cases.map(\.cluster))
        var tables = [ConfusionTable](repeating: try ConfusionTable(classes: 2), count: clusters.count)
        for (place, judged) in cases.enumerated() {
            try tables[clusters.places[place]].add(truth: judged.truth, predicted: judged.predicted)
        }
        let report = try await ClassificationReport(clusters: tables, plan: plan, workers: workers)
        let truths = [0, 1].map { report.table[truth: $0, predicted: 0] + report.table[truth: $0, predicted: 1] }
        return TargetScores(
            target: target, cells: cases.count, baseRate: truths[target.positive] / Double(cases.count),
            table: report.table,
            figures: PredictionFigure.estimates(report, target), baselines: baselines(truths, target),
            probabilities: await ProbabilityReport(cases.filter { $0.chance != nil }, target, plan, workers: workers))
    }

    /// - Parameter truths: true members of either class.
    private static func baselines(_ truths: [Double], _ target: PredictionTarget) -> [Baseline] {
        let count = truths[0] + truths[1]
        // Of two classes of one size, the first.
        let commoner = truths[0] >= truths[1] ? 0 : 1
        return Baseline.Kind.allCases.map { kind in
            let cells = [0, 1].flatMap { truth in
                [0, 1].map { predicted in
                    switch kind {
                    case .majority: predicted == commoner ? truths[truth] : 0
                    case .baseRate: truths[truth] * truths[predicted] / count
                    }
                }
            }
            let figures = PredictionFigure.figures(ConfusionTable(classes: 2, cells: cells), target)
            let defined = zip(PredictionFigure.allCases, figures).filter { !$1.isNaN }
            return Baseline(kind: kind, figures: Dictionary(uniqueKeysWithValues: defined.map { ($0, $1) }))
        }
    }

    private static func twice(_ names: [String]) -> String? {
        var seen: Set<String> = []
        return names.first { !seen.insert($0).inserted }
    }
}

extension PredictionSet {
    func check() throws(MeasuresError) {
        var seen: Set<Int> = []
        for one in cases {
            guard seen.insert(one.cell).inserted else {
                throw .duplicateName(axis: "cells of “\(name)”", name: "\(one.cell)")
            }
            guard let probability = one.probability, !(0...1).contains(probability) else { continue }
            throw .badProbability(cell: one.cell, probability: "\(probability)")
        }
    }
}

extension PredictionFigure {
    /// Every figure of a table in order, NaN where undefined.
    static func figures(_ table: ConfusionTable, _ target: PredictionTarget) -> [Double] {
        let own = table.rates(of: target.positive)
        let other = table.rates(of: 1 - target.positive)
        return [
            own.f1, other.f1, table.macroF1, table.accuracy, own.precision, own.recall, table.balancedAccuracy,
            table.kappa,
            table.matthewsCorrelation,
        ].map { $0 ?? .nan }
    }

    static func estimates(
        _ report: ClassificationReport, _ target: PredictionTarget
    ) -> [PredictionFigure: Estimate] {
        let (own, other) = (report.classes[target.positive], report.classes[1 - target.positive])
        let whole = report.figures
        let found: [Estimate?] = [
            own[.f1], other[.f1], whole[.macroF1], whole[.accuracy], own[.precision], own[.recall],
            whole[.balancedAccuracy],
            whole[.kappa], whole[.matthewsCorrelation],
        ]
        var named: [PredictionFigure: Estimate] = [:]
        for (figure, estimate) in zip(PredictionFigure.allCases, found) { named[figure] = estimate }
        return named
    }
}
