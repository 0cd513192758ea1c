/// What one factor of the wording does to the answers of one task: a level against the first.
///
/// Two readings of a cell make a pair where their askings differ in this factor alone. Of a fraction of the factors'
/// cross, in which no two do, those make a pair that differ in as few others as possible: over all pairs the others change
/// in both directions equally often, so that the shift is this factor's, while a flip may be another's.
package struct FactorEffect: Sendable, Hashable {
    /// The factor's name.
    package let factor: String
    /// The level that the others are held against.
    package let reference: String
    /// The level.
    package let level: String
    /// The mean over pairs of score at the level − score at the reference, in [−1, 1]: positive where the level draws
    /// answers towards `disagree`.
    package let shift: Estimate?
    /// The share of pairs whose inclination differs, in [0, 1].
    package let flips: Estimate?
    /// The share of pairs whose option differs; equals `flips` where there are two options.
    package let optionChanges: Estimate?
    /// How many other factors the askings of a pair differ in: 0 in a full cross, 1 in a half of it.
    package let others: Int
}

extension FactorEffect {
    /// The effects of every factor and every level but the first that was read, in the design's order.
    ///
    /// - Throws: `MeasuresError.wrongCellCount` or `.outOfRange` where readings, axes and design do not belong
    ///   together, `.badPlan`.
    package static func all(
        of readings: CodedReadings, design: AskingDesign, axes: Axes, plan: ResamplingPlan = ResamplingPlan(),
        workers: Int = 2
    ) async throws(MeasuresError) -> [FactorEffect] {
        try plan.check()
        try design.check(readings, axes)
        var ratios = ClusteredRatios(axes: axes)
        let effects = added(readings, design, to: &ratios)
        let estimates = await ratios.estimates(plan, workers: workers)
        return effects.map { $0(estimates) }
    }

    /// Takes up what the effects are made of; each is then made from the estimates.
    static func added(
        _ readings: CodedReadings, _ design: AskingDesign, to ratios: inout ClusteredRatios
    ) -> [([Estimate?]) -> FactorEffect] {
        let read = readings.readAskings
        var effects: [([Estimate?]) -> FactorEffect] = []
        for (index, factor) in design.factors.enumerated() {
            let levels = factor.levels.indices.filter { level in
                factor.levelOfAsking.indices.contains { factor.levelOfAsking[$0] == level && read[$0] }
            }
            guard let reference = levels.first else { continue }
            for level in levels.dropFirst() {
                let pairs = FactorPairs(readings, design, factor: index, reference: reference, level: level)
                let shift = ratios.add(above: pairs.shift, below: pairs.count, as: .mean(-1...1))
                let flips = ratios.add(above: pairs.flips, below: pairs.count, as: .share)
                let changes = ratios.add(above: pairs.changes, below: pairs.count, as: .share)
                effects.append { estimates in
                    FactorEffect(
                        factor: factor.name, reference: factor.levels[reference], level: factor.levels[level],
                        shift: estimates[shift], flips: estimates[flips], optionChanges: estimates[changes],
                        others: pairs.others)
                }
            }
        }
        return effects
    }
}

extension AskingDesign {
    /// - Throws: where the readings are of other cells or askings.
    func check(_ readings: CodedReadings, _ axes: Axes) throws(MeasuresError) {
        guard readings.cells == axes.cellCount else {
            throw .wrongCellCount(task: "recorded", expected: axes.cellCount, found: readings.cells)
        }
        guard readings.askings == askings else {
            throw .outOfRange(what: "number of askings in the readings", index: readings.askings, count: askings + 1)
        }
        guard disagreeFirst.isEmpty || disagreeFirst.count == askings * readings.cells else {
            throw .outOfRange(
                what: "number of orders", index: disagreeFirst.count, count: askings * readings.cells + 1)
        }
    }
}

/// Sums over the pairs of each cell.
struct FactorPairs {
    var count: [Double]
    var shift: [Double]
    var flips: [Double]
    var changes: [Double]
    let others: Int

    init(_ readings: CodedReadings, _ design: AskingDesign, factor: Int, reference: Int, level: Int) {
        let (pairs, others) = design.pairs(factor: factor, reference: reference, level: level)
        self.init(readings, pairs: pairs, others: others)
    }

    /// - Parameter pairs: the askings of each pair, the same in every cell.
    init(_ readings: CodedReadings, pairs: [(reference: Int, level: Int)], others: Int) {
        self.others = others
        count = [Double](repeating: 0, count: readings.cells)
        (shift, flips, changes) = (count, count, count)
        let top = readings.options - 1
        for cell in 0..<readings.cells {
            for pair in pairs {
                guard let before = readings.option(cell: cell, asking: pair.reference),
                    let after = readings.option(cell: cell, asking: pair.level)
                else { continue }
                count[cell] += 1
                shift[cell] += Double(after - before) / Double(top)
                if (2 * before >= top) != (2 * after >= top) { flips[cell] += 1 }
                if before != after { changes[cell] += 1 }
            }
        }
    }
}
