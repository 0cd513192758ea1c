import Measures
import TestSupport
import Testing

struct PowerTableTests {
    @Test func `designs are halves of the largest, the fewest questions first`() {
        let designs = PowerDesign.upTo(PowerDesign(scenarios: 4, variants: 2, replicates: 2))
        let expected = [
            (2, 1, 1), (2, 1, 2), (2, 2, 1), (4, 1, 1), (2, 2, 2), (4, 1, 2), (4, 2, 1), (4, 2, 2),
        ].map { PowerDesign(scenarios: $0.0, variants: $0.1, replicates: $0.2) }
        #expect(designs == expected)
        // A rating of all values and ten choices in each of 4 scenarios, in 2 variants, twice.
        #expect(PowerDesign(scenarios: 4, variants: 2, replicates: 2).questions(values: 10) == 176)
        #expect(PowerDesign.upTo(PowerDesign(scenarios: 1, variants: 1, replicates: 1)).count == 1)
    }

    @Test func `power is the share of simulations that found the difference, and the first design that has 80 % wins`()
        throws
    {
        let axes = try axes(scenarios: 2, values: 10)
        let designs = PowerDesign.upTo(PowerDesign(scenarios: 2, variants: 2, replicates: 1))
        let contrast = PowerTable.Contrast(gap: 0, difference: 0.3)
        let measures = PowerTable.measures.count
        // The smaller design finds everything 3 times of 5, the larger one 4 times of 5.
        let findings = (0..<5).map { number in
            (
                contrast: contrast,
                found: [Bool](repeating: number < 3, count: measures) + [Bool](repeating: number < 4, count: measures)
            )
        }
        let table = PowerTable(
            axes: axes, designs: designs, contrasts: [contrast], permutations: 400, findings: findings)
        #expect(table.simulations == 5)
        #expect(table.cell(contrast, designs[0], .kappa)?.share == 0.6)
        #expect(table.smallest(contrast, .kappa)?.design == designs[1])
        #expect(
            table.cell(contrast, designs[1], .kappa)?.found.interval == Interval.wilson(successes: 4, trials: 5))
        let none = PowerTable(
            axes: axes, designs: designs, contrasts: [contrast], permutations: 400, findings: Array(findings.prefix(0)))
        #expect(none.smallest(contrast, .kappa) == nil)
    }

    /// The power table decides by the test that two runs are compared with, to the permutation.
    @Test(arguments: 1...6)
    func `a simulation finds what a comparison of the two runs finds`(seed: Int) async throws {
        let axes = try axes(scenarios: 6, values: 8)
        var generator = SeededRandom(seed: seed)
        let first = try readings(axes, gap: 0.1, &generator)
        let second = try readings(axes, gap: 0.1 + 0.1 * Double(seed), &generator)
        let found = try PowerTable.findings(
            PowerTable.Pair(contrast: .init(gap: 0.1, difference: 0.3), first: first, second: second), number: 0,
            designs: [PowerDesign(scenarios: 6, variants: 2, replicates: 1)], axes: axes, permutations: 200,
            seed: UInt64(seed))
        let comparison = try await MeasureComparison(
            first: MeasureReport(axes: axes, stated: first.stated, acted: first.acted),
            second: MeasureReport(axes: axes, stated: second.stated, acted: second.acted),
            plan: ResamplingPlan(replicates: 200, seed: UInt64(seed)))
        let overall = comparison.overall
        let expected = [
            overall.pooled[.inconsistencyShare], overall.scenarioMean[.f1Disagree], overall.scenarioMean[.f1Agree],
            overall.pooled[.kappa], overall.scenarioMean[.distance],
        ].map { ($0?.pValue ?? 1) <= 0.05 }
        #expect(found == expected)
    }

    private func axes(scenarios: Int, values: Int) throws -> Axes {
        try Axes(
            countries: (0..<scenarios).map { "country \($0)" }, topics: ["topic"],
            values: (0..<values).map { "value \($0)" }, groups: ["group"],
            groupOfValue: [Int](repeating: 0, count: values))
    }

    private func readings(
        _ axes: Axes, gap: Double, _ generator: inout SeededRandom
    ) throws -> PowerReadings {
        var stated = try CodedReadings(cells: axes.cellCount, askings: 2, options: 4)
        var acted = try CodedReadings(cells: axes.cellCount, askings: 2, options: 2)
        for cell in 0..<axes.cellCount {
            let option = Int.random(in: 0..<4, using: &generator)
            let against = Double.random(in: 0..<1, using: &generator) < gap
            for asking in 0..<2 {
                try stated.record(option, cell: cell, asking: asking)
                try acted.record((option > 1) != against ? 1 : 0, cell: cell, asking: asking)
            }
        }
        return PowerReadings(stated: stated, acted: acted, statedVariants: 2, actedVariants: 2, replicates: 1)
    }
}
