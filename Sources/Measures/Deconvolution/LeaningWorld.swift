/// A simulated world of leanings whose true gap is known: what the deconvolved gap is tried on, and what an instrument of
/// this kind has to tell apart.
package enum LeaningWorld: String, Sendable, Hashable, CaseIterable {
    /// A fifth of the cells on opposite sides; slips of another size in each cell, apart from the gap.
    case slipsApart = "slips_apart"
    /// The same, but a cell that slips more is more likely to be on opposite sides.
    case slipsAtGap = "slips_at_gap"
    /// The same, but less likely.
    case slipsOffGap = "slips_off_gap"
    /// Slips, and no cell on opposite sides.
    case slipsOnly = "slips_only"
    /// Leanings near ½, alike in both tasks: Φ of normal numbers of spread 1, correlation 0.8.
    case ambivalence
    /// Leanings far apart, alike in both tasks: spread 2.5.
    case wideLeanings = "wide_leanings"
    /// The same, in both tasks the same leaning but for a trace.
    case wideNoGap = "wide_no_gap"

    /// The leanings of one cell: p to disagree in what is stated, q in what is done.
    package func leanings(_ generator: inout Xoshiro256) -> (stated: Double, acted: Double) {
        switch self {
        case .slipsApart: Self.sides(&generator, gap: 0.2) { _ in 0.5 }
        case .slipsAtGap: Self.sides(&generator, gap: 0.2) { $0 }
        case .slipsOffGap: Self.sides(&generator, gap: 0.2) { 1 - $0 }
        case .slipsOnly: Self.sides(&generator, gap: 0) { _ in 0.5 }
        case .ambivalence: Self.normal(&generator, mean: -0.5, spread: 1, correlation: 0.8)
        case .wideLeanings: Self.normal(&generator, mean: -1, spread: 2.5, correlation: 0.8)
        case .wideNoGap: Self.normal(&generator, mean: -1, spread: 2.5, correlation: 0.9999)
        }
    }

    /// The share of choices that take the first option whatever it says.
    package var place: Double { self == .wideNoGap ? 0 : 0.1 }

    /// Readings of some cells, with what is true of these cells.
    ///
    /// - Parameters:
    ///   - stated: readings of Task 1 in each cell.
    ///   - acted: readings of Task 2 with either action first.
    package func draw(
        cells: Int, stated: Int = 8, acted: Int = 4, _ generator: inout Xoshiro256
    ) -> (counts: LeaningCounts, truth: LeaningTruth) {
        var truth = LeaningTruth()
        var counts: [LeaningCounts.Cell] = []
        func binomial(_ count: Int, _ chance: Double) -> Int {
            (0..<count).reduce(0) { sum, _ in sum + (generator.unit() < chance ? 1 : 0) }
        }
        for _ in 0..<cells {
            let (p, q) = leanings(&generator)
            truth.add(stated: p, acted: q)
            let (x, agree) = (binomial(stated, p), binomial(acted, (1 - place) * q))
            counts.append(
                LeaningCounts.Cell(
                    statedHalves: 2 * x, stated: stated, agreeFirst: (agree, acted),
                    disagreeFirst: (binomial(acted, (1 - place) * q + place), acted)))
        }
        return (LeaningCounts(counts), truth)
    }

    /// Two sides, three in ten of them stated disagree, with slips of 0 to 0.3 by cell.
    private static func sides(
        _ generator: inout Xoshiro256, gap: Double, _ tie: (Double) -> Double
    ) -> (stated: Double, acted: Double) {
        let difficulty = generator.unit()
        let (slips, chance) = (0.3 * difficulty, min(1, 2 * gap * tie(difficulty)))
        let stated = generator.unit() < 0.3
        let acted = generator.unit() < chance ? !stated : stated
        return (stated ? 1 - slips : slips, acted ? 1 - slips : slips)
    }

    private static func normal(
        _ generator: inout Xoshiro256, mean: Double, spread: Double, correlation: Double
    ) -> (stated: Double, acted: Double) {
        func number() -> Double { NormalDistribution.quantile(generator.unit() + 0x1p-54) }
        let (one, other) = (number(), number())
        let second = correlation * one + (1 - correlation * correlation).squareRoot() * other
        return (
            NormalDistribution.cumulative(mean + spread * one), NormalDistribution.cumulative(mean + spread * second)
        )
    }
}

/// What is true of some cells whose leanings are known.
package struct LeaningTruth: Sendable, Hashable {
    private var cells = 0.0
    private var opposite = 0.0
    private var contradicting = 0.0
    private var wavering = 0.0

    /// Of no cell yet.
    package init() {}

    /// Takes one cell's leanings in.
    package mutating func add(stated: Double, acted: Double) {
        let isSteady = abs(stated - 0.5) > 0.2 && abs(acted - 0.5) > 0.2
        let isOpposite = (stated > 0.5) != (acted > 0.5)
        cells += 1
        opposite += isOpposite ? 1 : 0
        contradicting += isOpposite && isSteady ? 1 : 0
        wavering += isSteady ? 0 : 1
    }

    /// The share of cells whose leanings lie on opposite sides; 0 of none.
    package var gap: Double { ratio(opposite, cells) ?? 0 }
    /// Of all cells, those where both lean clearly, to opposite sides.
    package var contradiction: Double { ratio(contradicting, cells) ?? 0 }
    /// Those where either hardly leans.
    package var ambivalent: Double { ratio(wavering, cells) ?? 0 }
}
