import Measures
import Testing

@Suite("Tests of paired answers, against SciPy and statsmodels")
struct PairedTestsTests {
    let fixture: StatisticsFixture

    init() throws {
        fixture = try StatisticsFixture()
    }

    @Test
    func `McNemar's exact and mid-p values`() {
        for row in fixture.mcnemar {
            let test = McNemar(firstOnly: Int(row[0]), secondOnly: Int(row[1]))
            #expect(close(test.exact, row[2], within: 1e-12), "\(row)")
            #expect(close(test.midP, row[3], within: 1e-12), "\(row)")
        }
        // 3 against 12: 2 · (1 + 15 + 105 + 455) / 2¹⁵.
        #expect(close(McNemar(firstOnly: 12, secondOnly: 3).exact, 1152.0 / 32768))
        #expect(McNemar(firstOnly: 0, secondOnly: 0).midP == 1)
        // z = 1000 / √81,000 = 3.51: p about 0.00044, without overflow on the way.
        #expect(close(McNemar(firstOnly: 40_000, secondOnly: 41_000).exact, 0.00044, within: 0.00001))
    }

    @Test
    func `Holm's and Benjamini and Hochberg's adjustments`() {
        for family in fixture.families {
            for (found, expected) in zip(MultipleTesting.holm(family.p), family.holm) {
                #expect(close(found, expected))
            }
            for (found, expected) in zip(MultipleTesting.benjaminiHochberg(family.p), family.benjaminiHochberg) {
                #expect(close(found, expected))
            }
        }
        // Two tests, not three: 2 · 0.01, and 0.04.
        #expect(MultipleTesting.holm([0.01, nil, 0.04]) == [0.02, nil, 0.04])
        #expect(MultipleTesting.benjaminiHochberg([nil, nil]) == [nil, nil])
    }

    @Test
    func `The smallest detectable difference is found with the power asked for`() throws {
        let power = try #require(Power(standardError: 0.01, threshold: NormalDistribution.quantile(0.975)))
        // (1.959964 + 0.841621) · 0.01.
        #expect(close(power.smallestDetectable(), 0.028_015_85, within: 1e-8))
        #expect(close(power.power(at: try #require(power.smallestDetectable(power: 0.9))), 0.9, within: 1e-6))
        // Without a difference, what is found is the error that the level allows.
        #expect(close(power.power(at: 0), 0.05, within: 1e-9))
        #expect(close(power.power(at: -0.03), power.power(at: 0.03)))
        #expect(power.smallestDetectable(power: 1) == nil)
        #expect(Power(standardError: .nan, threshold: 2) == nil)
    }
}
