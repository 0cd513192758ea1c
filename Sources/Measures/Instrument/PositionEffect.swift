/// How much the place of an option bears on its being chosen.
package struct PositionEffect: Sendable, Hashable {
    /// P(first): the share of readings that chose what stood first, over the readings whose order is known. Half where
    /// order does not matter and both orders are asked equally often.
    package let first: Estimate?
    /// The same where the disagree-action stood first, and where the agree-action did. Their mean is free of what the
    /// model prefers, whatever the balance of orders.
    package let firstWhenDisagreeFirst: Estimate?
    /// The share of readings that chose the agree-action where it stood first.
    package let firstWhenAgreeFirst: Estimate?
    /// The share of pairs of readings of one cell, alike in all but which action stood first, whose choice differs.
    package let flips: Estimate?
    /// The mean of both conditional shares minus one half, in [−½, ½]: positive where standing first helps. `nil` where
    /// one of the orders was not asked.
    package let bias: Estimate?
}

extension PositionEffect {
    /// The effect in one task; a reading of an option above the middle of a longer scale counts as its inclination.
    ///
    /// - Throws: as `FactorEffect.all`.
    package init(
        of readings: CodedReadings, design: AskingDesign, axes: Axes, plan: ResamplingPlan = ResamplingPlan(),
        workers: Int = 2
    ) async throws(MeasuresError) {
        try plan.check()
        try design.check(readings, axes)
        var ratios = ClusteredRatios(axes: axes)
        let effect = Self.added(readings, design, to: &ratios)
        self = effect(await ratios.estimates(plan, workers: workers))
    }

    /// Takes up what the effect is made of; it is then made from the estimates.
    static func added(
        _ readings: CodedReadings, _ design: AskingDesign, to ratios: inout ClusteredRatios
    ) -> ([Estimate?]) -> PositionEffect {
        let sums = PositionSums(readings, design)
        let (chosen, asked) = (sums.chosenFirst, sums.asked)
        let first = ratios.add(
            above: zip(chosen[0], chosen[1]).map { $0 + $1 }, below: zip(asked[0], asked[1]).map { $0 + $1 }, as: .share
        )
        let agree = ratios.add(above: chosen[0], below: asked[0], as: .share)
        let disagree = ratios.add(above: chosen[1], below: asked[1], as: .share)
        let flips = ratios.add(above: sums.flipped, below: sums.pairs, as: .share)
        let bias = ratios.add(meanOf: agree, disagree, plus: -0.5)
        return { estimates in
            PositionEffect(
                first: estimates[first], firstWhenDisagreeFirst: estimates[disagree],
                firstWhenAgreeFirst: estimates[agree], flips: estimates[flips], bias: estimates[bias])
        }
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
        // Task 1's "order" is that of values and options; which end of its scale stands first is a factor of its own.
        let names = design.factors.map(\.name)
        let order = names.firstIndex(of: AskingDesign.scale) ?? names.firstIndex(of: "order") ?? -1
        let alike = Dictionary(grouping: 0..<design.askings) { design.surroundings(ofAsking: $0, without: order) }
            .values.flatMap { askings in
                askings.indices.flatMap { one in
                    askings.indices.filter { $0 > one }.map { (one: askings[one], other: askings[$0]) }
                }
            }
        for cell in 0..<readings.cells {
            // By asking: whether the reading disagrees, and whether the disagreeing option stood first.
            var known = [(disagrees: Bool, disagreeFirst: Bool)?](repeating: nil, count: design.askings)
            for asking in 0..<design.askings {
                guard let option = readings.option(cell: cell, asking: asking),
                    let disagreeFirst = design.disagreeFirst(cell: cell, asking: asking)
                else { continue }
                let disagrees = 2 * option >= readings.options - 1
                known[asking] = (disagrees, disagreeFirst)
                asked[disagreeFirst ? 1 : 0][cell] += 1
                if disagrees == disagreeFirst { chosenFirst[disagreeFirst ? 1 : 0][cell] += 1 }
            }
            for pair in alike {
                guard let one = known[pair.one], let other = known[pair.other], one.disagreeFirst != other.disagreeFirst
                else { continue }
                pairs[cell] += 1
                if one.disagrees != other.disagrees { flipped[cell] += 1 }
            }
        }
    }
}
