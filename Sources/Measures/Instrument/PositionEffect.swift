/// How much the place of an option bears on its being chosen.
public struct PositionEffect: Sendable, Hashable {
    /// P(first): the share of readings that chose what stood first, over the readings whose order is known. Half where
    /// order does not matter and both orders are asked equally often.
    public let first: Estimate?
    /// The same where the disagree-action stood first, and where the agree-action did. Their mean is free of what the
    /// model prefers, whatever the balance of orders.
    public let firstWhenDisagreeFirst: Estimate?
    /// The share of readings that chose the agree-action where it stood first.
    public let firstWhenAgreeFirst: Estimate?
    /// The share of pairs of readings of one cell, alike in all but which action stood first, whose choice differs.
    public let flips: Estimate?

    /// The mean of both conditional shares minus one half, in [−½, ½]: positive where standing first helps.
    public var bias: Double? {
        mean(firstWhenDisagreeFirst?.value, firstWhenAgreeFirst?.value).map { $0 - 0.5 }
    }
}

extension PositionEffect {
    /// The effect in Task 2; a reading of an option above the middle of a longer scale counts as its inclination.
    ///
    /// - Throws: as `FactorEffect.all`.
    public init(
        of readings: CodedReadings, design: AskingDesign, axes: Axes, plan: ResamplingPlan = ResamplingPlan(),
        workers: Int = 2
    ) async throws(MeasuresError) {
        try plan.check()
        try design.check(readings, axes)
        let sums = PositionSums(readings, design)
        func estimate(_ above: [Double], _ below: [Double]) async -> Estimate? {
            await ClusteredRatio(axes: axes, above: above, below: below).estimate(plan, workers: workers)
        }
        let (chosen, asked) = (sums.chosenFirst, sums.asked)
        first = await estimate(zip(chosen[0], chosen[1]).map { $0 + $1 }, zip(asked[0], asked[1]).map { $0 + $1 })
        firstWhenAgreeFirst = await estimate(chosen[0], asked[0])
        firstWhenDisagreeFirst = await estimate(chosen[1], asked[1])
        flips = await estimate(sums.flipped, sums.pairs)
    }
}

/// Sums by cell.
private struct PositionSums {
    /// Agree-action first, disagree-action first; then by cell.
    var asked: [[Double]]
    var chosenFirst: [[Double]]
    var pairs: [Double]
    var flipped: [Double]

    init(_ readings: CodedReadings, _ design: AskingDesign) {
        let none = [Double](repeating: 0, count: readings.cells)
        (asked, chosenFirst, pairs, flipped) = ([none, none], [none, none], none, none)
        let order = design.factors.firstIndex { $0.name == "order" } ?? -1
        let surroundings = (0..<design.askings).map { design.surroundings(ofAsking: $0, without: order) }
        for cell in 0..<readings.cells {
            var known: [(asking: Int, disagreeFirst: Bool, disagrees: Bool)] = []
            for asking in 0..<design.askings {
                guard let option = readings.option(cell: cell, asking: asking),
                    let disagreeFirst = design.disagreeFirst(cell: cell, asking: asking)
                else { continue }
                let disagrees = 2 * option >= readings.options - 1
                known.append((asking, disagreeFirst, disagrees))
                asked[disagreeFirst ? 1 : 0][cell] += 1
                if disagrees == disagreeFirst { chosenFirst[disagreeFirst ? 1 : 0][cell] += 1 }
            }
            for one in known where one.disagreeFirst {
                for other in known where !other.disagreeFirst && surroundings[one.asking] == surroundings[other.asking]
                {
                    pairs[cell] += 1
                    if one.disagrees != other.disagrees { flipped[cell] += 1 }
                }
            }
        }
    }
}
