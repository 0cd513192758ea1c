import Respondents
import Simulated
import Testing

@Suite("A simulated subject's truth")
struct SimulatedTruthTests {
    @Test
    func `acts as it states without gap, noise and biases, and against it with a gap of 1`() async throws {
        let calm = "noise=0&position=0&acquiescence=0&refusal=0&broken=0"
        for (gap, against) in [(0, false), (1, true)] {
            let subject = try simulated("anna?gap=\(gap)&\(calm)")
            for cell in Cell.some(6) {
                let truth = subject.truth(country: cell.country, topic: cell.topic, value: cell.value)
                #expect(truth.actsAgainst == against)
                let rated = try #require(rating(try await subject.reply(to: stated(cell, variant: 0)).text))
                #expect((rated >= 2) == truth.statesDisagreement)
                #expect(abs(truth.expectedStated(options: 4) - Double(rated) / 3) < 1e-12)
                for variant in 0..<2 {
                    let chosen = try #require(choice(try await subject.reply(to: acted(cell, variant: variant)).text))
                    let disagrees = (chosen == 1) != (variant == 0)
                    #expect(disagrees == (truth.statesDisagreement != against))
                }
            }
        }
    }

    @Test
    func `takes the first option whatever it says with a position bias of 1`() async throws {
        let subject = try simulated("anna?position=1&refusal=0&broken=0")
        for cell in Cell.some(4) {
            for variant in 0..<2 {
                #expect(choice(try await subject.reply(to: acted(cell, variant: variant)).text) == 1)
            }
        }
    }

    /// Standard errors: a score lies in [0, 1], so its standard deviation is at most 1/2; 4 of them are allowed.
    @Test
    func `scores on average what its truth says, for ratings and choices`() async throws {
        let subject = try simulated("anna?gap=0.3&acquiescence=0.4&position=0.3&noise=0.2&refusal=0&broken=0&seed=3")
        var sums = (stated: 0.0, acted: 0.0, expectedStated: 0.0, expectedActed: 0.0)
        var count = 0.0
        for cell in Cell.some(10) {
            let truth = subject.truth(country: cell.country, topic: cell.topic, value: cell.value)
            for variant in 0..<4 {
                let rated = try #require(rating(try await subject.reply(to: stated(cell, variant: variant)).text))
                let chosen = try #require(choice(try await subject.reply(to: acted(cell, variant: variant)).text))
                sums.stated += Double(rated) / 3
                sums.acted += (chosen == 1) == (variant % 2 == 0) ? 0 : 1
                sums.expectedStated += truth.expectedStated(options: 4)
                sums.expectedActed += truth.expectedActed
                count += 1
            }
        }
        let allowed = 4 * 0.5 / count.squareRoot()
        #expect(abs(sums.stated - sums.expectedStated) / count < allowed)
        #expect(abs(sums.acted - sums.expectedActed) / count < allowed)
    }

    @Test
    func `acts against its inclination in as many cells as its gap says, more for some values than for others`() throws
    {
        for gap in [0.1, 0.5, 0.9] {
            let subject = try simulated("anna?gap=\(gap)&seed=2")
            let truths = Cell.some(40).map { subject.truth(country: $0.country, topic: $0.topic, value: $0.value) }
            let count = Double(truths.count)
            #expect(truths.allSatisfy { (0...1).contains($0.gap) })
            #expect(Set(truths.map(\.gap)).count > 100)
            // Cells share the differences of 40 values and 40 countries, so the values' standard error leads:
            // 0.7 × gap-range / √3 / √40 < 0.033, and 3 of them are allowed.
            #expect(abs(truths.map(\.gap).reduce(0, +) / count - gap) < 0.1)
            let against = Double(truths.count(where: \.actsAgainst)) / count
            #expect(abs(against - truths.map(\.gap).reduce(0, +) / count) < 4 * 0.5 / count.squareRoot())
        }
    }

    @Test
    func `agrees and disagrees often enough, by default, for every measure to show something`() throws {
        let subject = try simulated("anna")
        let values = [
            "Authority", "Ambitious", "Enjoying Life", "Daring", "Independent", "Social Justice", "Helpful",
            "Respect for Tradition", "Politeness", "Family Security",
        ]
        let topics = ["Politics", "Social Inequality", "Family & Changing Gender Roles", "Leisure Time and Sports"]
        let truths = ["United States", "Philippines"].flatMap { country in
            topics.flatMap { topic in values.map { subject.truth(country: country, topic: topic, value: $0) } }
        }
        let share = Double(truths.count(where: \.statesDisagreement)) / Double(truths.count)
        #expect((0.2...0.6).contains(share))
        let against = Double(truths.count { $0.actsAgainst }) / Double(truths.count)
        #expect((0.1...0.3).contains(against))
        #expect(Set(truths.map { Int($0.attitude * 4) }) == [0, 1, 2, 3])
    }

    /// 1600 cells of 40 values; over ten such subjects the shares that an attitude gave lay within 0.07 of each other.
    @Test(
        arguments: [
            (0.0, 0.0...0.02), (0.15, 0.01...0.12), (0.45, 0.28...0.52), (0.75, 0.8...0.97), (1.0, 0.97...1.0),
        ])
    func `disagrees in as many cells as its mean attitude says, and acts against as many`(
        mean: Double, shares: ClosedRange<Double>
    ) throws {
        let subject = try simulated("anna?gap=0.3&attitude=\(mean)")
        let usual = try simulated("anna?gap=0.3")
        let (truths, others) = (truths(of: subject), truths(of: usual))
        let share = Double(truths.count(where: \.statesDisagreement)) / Double(truths.count)
        #expect(shares.contains(share), "\(share)")
        #expect(truths.map(\.actsAgainst) == others.map(\.actsAgainst))
        #expect(truths.allSatisfy { (0..<1).contains($0.attitude) })
    }

    private func truths(of subject: Simulated) -> [Simulated.Truth] {
        Cell.some(40).map { subject.truth(country: $0.country, topic: $0.topic, value: $0.value) }
    }
}
