/// What one factor of the wording does to the answers of one task: a level against the first.
///
/// Two readings of a cell make a pair where their askings differ in this factor alone.
public struct FactorEffect: Sendable, Hashable {
    /// The factor's name.
    public let factor: String
    /// The level that the others are held against.
    public let reference: String
    /// The level.
    public let level: String
    /// The mean over pairs of score at the level − score at the reference, in [−1, 1]: positive where the level draws
    /// answers towards `disagree`.
    public let shift: Estimate?
    /// The share of pairs whose inclination differs, in [0, 1].
    public let flips: Estimate?
    /// The share of pairs whose option differs; equals `flips` where there are two options.
    public let optionChanges: Estimate?
}

extension FactorEffect {
    /// The effects of every factor and every level but the first, in the design's order.
    ///
    /// - Throws: `MeasuresError.wrongCellCount` or `.outOfRange` where readings, axes and design do not belong
    ///   together, `.badPlan`.
    public static func all(
        of readings: CodedReadings, design: AskingDesign, axes: Axes, plan: ResamplingPlan = ResamplingPlan(),
        workers: Int = 2
    ) async throws(MeasuresError) -> [FactorEffect] {
        try plan.check()
        try design.check(readings, axes)
        var effects: [FactorEffect] = []
        for (index, factor) in design.factors.enumerated() where factor.levels.count > 1 {
            for level in 1..<factor.levels.count {
                let pairs = FactorPairs(readings, design, factor: index, level: level)
                func estimate(_ above: [Double]) async -> Estimate? {
                    await ClusteredRatio(axes: axes, above: above, below: pairs.count)
                        .estimate(plan, workers: workers)
                }
                effects.append(
                    FactorEffect(
                        factor: factor.name, reference: factor.levels[0], level: factor.levels[level],
                        shift: await estimate(pairs.shift), flips: await estimate(pairs.flips),
                        optionChanges: await estimate(pairs.changes)))
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
private struct FactorPairs {
    var count: [Double]
    var shift: [Double]
    var flips: [Double]
    var changes: [Double]

    init(_ readings: CodedReadings, _ design: AskingDesign, factor: Int, level: Int) {
        let levels = design.factors[factor].levelOfAsking
        let pairs = levels.indices.filter { levels[$0] == level }.flatMap { asking in
            let own = design.surroundings(ofAsking: asking, without: factor)
            return levels.indices
                .filter { levels[$0] == 0 && design.surroundings(ofAsking: $0, without: factor) == own }
                .map { (reference: $0, level: asking) }
        }
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
