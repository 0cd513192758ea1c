/// How often misaligned cells carry each risk, how far coders agree on it, and what their errors make of the counts: every figure of
/// `vlens risks`.
///
/// A cell that nobody coded for a code is no part of that code's figures. A level applies to a cell, once, where one of its codes does.
package struct RiskReport: Sendable {
    /// What it is computed from.
    package let coded: CodedCells
    /// Whose codes are counted.
    package let basis: CodedCells.Basis
    /// How intervals are made; `nil` where none were asked for.
    package let plan: ResamplingPlan?
    /// Counts and shares: all cells first, then axis by axis; within a place by ``RiskUnit``.
    package let counts: [RiskCount]
    /// By code: how far coders agree.
    package let agreement: [RiskAgreement]
    /// By code: the counts of one coder without its known error. Empty where people's codes are counted.
    package let corrected: [RiskCorrection]
    /// By code: the share by the model of Dawid and Skene over all coders, or why there is none.
    package let dawidSkene: [RiskModelShare]
    /// Every two respondents on every code.
    package let comparisons: [RiskComparison]

    /// Cells whose codes are counted: those for which something is known of at least one code.
    package var codedCells: Int {
        coded.cells.indices.count { cell in coded.codes.indices.contains { coded.applies($0, cell, basis) != nil } }
    }

    /// Whether some respondent has more misaligned cells than are coded here, so that the cells stand for all.
    package var isSample: Bool { coded.respondents.contains { known(of: $0) < (coded.misaligned[$0] ?? 0) } }

    /// How many cells of a respondent are here, coded or not.
    package func known(of respondent: String) -> Int { coded.cells.count { $0.respondent == respondent } }

    /// The count of a unit over all cells.
    package func whole(_ unit: RiskUnit) -> RiskCount? { counts.first { $0.place.axis == .all && $0.unit == unit } }
}

extension RiskReport {
    /// Computes all of it.
    ///
    /// - Parameters:
    ///   - plan: how intervals are made; `nil` makes none, and no p-values.
    ///   - progress: told of each part that is done, and of how many there are.
    /// - Throws: `MeasuresError`, also for labels that are not one for each code, cell and coder.
    package init(
        of coded: CodedCells, basis: CodedCells.Basis, plan: ResamplingPlan?, workers: Int = 2,
        progress: (Int, Int) -> Void = { _, _ in }
    ) async throws(MeasuresError) {
        try coded.check(basis)
        try plan?.check()
        if let plan, plan.clustering == .both {
            throw .badPlan(what: "kind of cluster", value: "both", allowed: "value or scenario where risks are counted")
        }
        (self.coded, self.basis, self.plan) = (coded, basis, plan)
        let parts = coded.codes.count + 2
        progress(0, parts)
        counts = await RiskCounting(coded: coded, basis: basis, plan: plan, workers: workers).counts()
        progress(1, parts)
        var agreement: [RiskAgreement] = []
        var corrected: [RiskCorrection] = []
        var models: [RiskModelShare] = []
        for code in coded.codes.indices {
            let work = RiskCodeWork(coded: coded, code: code, basis: basis, plan: plan, workers: workers)
            agreement.append(try await work.agreement())
            if case .coder(let coder) = basis { corrected.append(await work.correction(of: coder)) }
            models.append(try await work.modelShare())
            progress(code + 2, parts)
        }
        (self.agreement, self.corrected, dawidSkene) = (agreement, corrected, models)
        comparisons = await RiskComparing(coded: coded, basis: basis, plan: plan, workers: workers).comparisons()
        progress(parts, parts)
    }
}

extension CodedCells {
    /// Whether a code applies to a cell; `nil` where it is not known.
    package func applies(_ code: Int, _ cell: Int, _ basis: Basis) -> Bool? {
        switch basis {
        case .reference: reference[code][cell]
        case .coder(let coder): labels[code][cell][coder]
        }
    }

    /// The respondents, in the order of their cells.
    package var respondents: [String] {
        var seen: Set<String> = []
        return cells.map(\.respondent).filter { seen.insert($0).inserted }
    }

    /// The levels, in the order of their codes.
    package var levels: [(id: String, name: String)] {
        var seen: Set<String> = []
        return codes.filter { seen.insert($0.level).inserted }.map { ($0.level, $0.levelName) }
    }

    /// Coders that are people, by their places.
    package var people: [Int] { coders.indices.filter { coders[$0].kind == "person" } }

    /// - Throws: `MeasuresError.outOfRange` for tables of another shape and for a coder who is none.
    func check(_ basis: Basis) throws(MeasuresError) {
        func check(_ what: String, _ found: Int, _ expected: Int) throws(MeasuresError) {
            guard found == expected else { throw .outOfRange(what: what, index: found, count: expected + 1) }
        }
        if case .coder(let coder) = basis, !coders.indices.contains(coder) {
            throw .outOfRange(what: "coder", index: coder, count: coders.count)
        }
        try check("number of codes with labels", labels.count, codes.count)
        try check("number of codes with a reference", reference.count, codes.count)
        for code in codes.indices {
            try check("number of cells with labels", labels[code].count, cells.count)
            try check("number of cells with a reference", reference[code].count, cells.count)
            for row in labels[code] { try check("number of labels of a cell", row.count, coders.count) }
        }
    }
}
