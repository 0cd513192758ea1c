/// Agreement and corrections of one code.
struct RiskCodeWork: Sendable {
    let coded: CodedCells
    let code: Int
    let basis: CodedCells.Basis
    let plan: ResamplingPlan?
    let workers: Int

    private var labels: [[Bool?]] { coded.labels[code] }

    func agreement() async throws(MeasuresError) -> RiskAgreement {
        var pairs: [RiskAgreement.Pair] = []
        for first in coded.coders.indices {
            for second in coded.coders.indices.dropFirst(first + 1) {
                if let pair = try await pair(first, second) { pairs.append(pair) }
            }
        }
        var against: [RiskAgreement.Pair] = []
        for coder in coded.coders.indices where coded.coders[coder].kind != "person" {
            if let pair = try await pair(nil, coder) { against.append(pair) }
        }
        let people = coded.people
        let table = try LabelTable(
            raters: people.count, categories: 2,
            labels: labels.map { row in people.map { row[$0].map(Self.category) } })
        let found = try await coefficients(table)
        return RiskAgreement(
            code: code, pairs: pairs, againstReference: against,
            doublyCoded: table.labels.count { $0.count { $0 != nil } > 1 }, fleiss: found[.fleissKappa],
            alpha: found[.alphaNominal], ac1: found[.gwetsAC1], verdict: verdict(table, found[.alphaNominal], against))
    }

    private static func category(_ applies: Bool) -> Int { applies ? 0 : 1 }

    private func said(_ coder: Int?, _ cell: Int) -> Bool? {
        guard let coder else { return coded.reference[code][cell] }
        return labels[cell][coder]
    }

    /// Two coders on the cells that both coded; `nil` without such a cell.
    private func pair(_ first: Int?, _ second: Int) async throws(MeasuresError) -> RiskAgreement.Pair? {
        let both = labels.indices.compactMap { cell -> (Bool, Bool)? in
            guard let one = said(first, cell), let other = said(second, cell) else { return nil }
            return (one, other)
        }
        guard !both.isEmpty else { return nil }
        let table = try LabelTable(
            raters: 2, categories: 2, labels: both.map { [Self.category($0.0), Self.category($0.1)] })
        let found = try await coefficients(table)
        // Specific agreement: the first share over labels that say it applies, the second over those that do not.
        var specific = RiskShares(clusters: both.count, width: 2)
        for (cell, pair) in both.enumerated() {
            if pair.0 == pair.1 {
                specific.add(true, cluster: cell, share: pair.0 ? 0 : 1, times: 2)
            } else {
                specific.add(false, cluster: cell, share: 0)
                specific.add(false, cluster: cell, share: 1)
            }
        }
        let shares = await specific.estimates(plan, clustering: nil, workers: workers)
        return RiskAgreement.Pair(
            first: first, second: second, both: both.count { $0.0 && $0.1 }, firstOnly: both.count { $0.0 && !$0.1 },
            secondOnly: both.count { !$0.0 && $0.1 }, neither: both.count { !$0.0 && !$0.1 },
            percent: found[.percentAgreement], kappa: found[.cohensKappa], ac1: found[.gwetsAC1],
            alpha: found[.alphaNominal], positive: shares[0], negative: shares[1])
    }

    private func coefficients(_ table: LabelTable) async throws(MeasuresError) -> [LabelCoefficient: Estimate] {
        guard table.raters > 1 else { return [:] }
        if let plan { return try await LabelAgreement(of: table, plan: plan, workers: workers).coefficients }
        let compared = table.labels.count { $0.count { $0 != nil } > 1 }
        return table.coefficients.mapValues { Estimate(value: $0, outcome: nil, count: compared) }
    }

    private func verdict(
        _ people: LabelTable, _ alpha: Estimate?, _ against: [RiskAgreement.Pair]
    ) -> RiskAgreement.Verdict {
        if case .coder(let coder) = basis, coded.coders[coder].kind != "person" {
            guard let pair = against.first(where: { $0.second == coder }) else { return .unchecked }
            let with = 2 * pair.both + pair.firstOnly + pair.secondOnly
            let without = 2 * pair.neither + pair.firstOnly + pair.secondOnly
            return verdict(pair.alpha, alike: pair.firstOnly + pair.secondOnly == 0, rarer: min(with, without) / 2)
        }
        let compared = people.labels.map { $0.compactMap(\.self) }.filter { $0.count > 1 }
        guard !compared.isEmpty else { return .unchecked }
        let applied = compared.count { $0.contains(0) }
        return verdict(
            alpha, alike: compared.allSatisfy { row in row.allSatisfy { $0 == row[0] } },
            rarer: min(applied, compared.count - applied))
    }

    /// - Parameters:
    ///   - isAlike: whether coders never differ.
    ///   - rarer: how many cells got the rarer answer.
    private func verdict(_ alpha: Estimate?, alike isAlike: Bool, rarer: Int) -> RiskAgreement.Verdict {
        guard let plan else { return .noIntervals }
        guard let alpha else { return .tooFew }
        // Where coders never differ alpha is 1 in every draw, which says nothing of its error: the lower end is Wilson's for the cells with
        // the rarer answer, k of k alike.
        let end =
            isAlike
            ? (rarer > 0 ? Interval.wilson(successes: rarer, trials: rarer, level: plan.level)?.low : nil)
            : alpha.interval?.low
        // Coders who never differ are too few cells apart from certainty, not at odds.
        guard let end, !isAlike || end >= 0.667 else { return .tooFew }
        return end >= 0.8 ? .reliable : end >= 0.667 ? .tentative : .unreliable
    }

    // MARK: - Corrections

    func modelShare() async throws(MeasuresError) -> RiskModelShare {
        let table = try LabelTable(
            raters: coded.coders.count, categories: 2, labels: labels.map { $0.map { $0.map(Self.category) } })
        let found = try await table.dawidSkene(plan: plan, workers: workers)
        switch found {
        case .failure(let absence): return RiskModelShare(code: code, share: .failure(absence))
        case .success(let model):
            guard let share = model.prevalence[0] else {
                return RiskModelShare(code: code, share: .failure(.noVariation))
            }
            return RiskModelShare(code: code, share: .success(share))
        }
    }

    func correction(of coder: Int) async -> RiskCorrection {
        let cells = coded.cells.indices.filter { labels[$0][coder] != nil }
        let clustering = plan?.clustering ?? .value
        let clusters = coded.clusters(of: cells, by: clustering)
        var shares = RoganGladen(clusters: (clusters.max() ?? -1) + 1)
        for (cell, cluster) in zip(cells, clusters) {
            guard let said = labels[cell][coder] else { continue }
            shares.add(said, reference: coded.reference[code][cell], cluster: cluster)
        }
        return await shares.correction(code: code, coder: coder, plan, clustering, workers: workers)
    }
}
