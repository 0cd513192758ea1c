import Foundation
import Measures
import TestSupport
import Testing

@Suite("The gap with the respondent's own unsteadiness taken out")
struct DeconvolvedGapTests {
    @Test(arguments: 0..<3)
    func `Every figure is that of another program that holds the whole table of likelihoods`(number: Int) throws {
        let fixture = try LeaningsFixture().cases[number]
        let (found, expected) = (try #require(DeconvolvedGap(of: fixture.counts)), fixture.deconvolved)
        #expect(close(found.place, expected.place))
        // The two add in another order, over hundreds of steps, of which one may be the last in one program alone.
        #expect(close(found.gap, expected.gap, within: 1e-7))
        #expect(close(found.contradiction, expected.contradiction, within: 1e-7))
        #expect(close(found.ambivalent, expected.ambivalent, within: 1e-7))
        let size = DeconvolvedGap.leanings.count
        for (row, weight) in expected.statedWeights.enumerated() {
            #expect(close(found.weights[row * size..<(row + 1) * size].reduce(0, +), weight, within: 1e-7))
        }
    }

    @Test
    func `The grid lies close where leanings are clear, and none of it is one half`() {
        let grid = DeconvolvedGap.leanings
        for (place, leaning) in grid.enumerated() {
            let sine = sin(Double.pi * (Double(place) + 0.5) / 48)
            #expect(close(leaning, sine * sine, within: 1e-15))
        }
        #expect(!grid.contains(0.5) && grid == grid.sorted())
    }

    @Test(arguments: 0..<3)
    func `Corners and weights add up to all, and the gap is that of the two corners that differ`(number: Int) throws {
        let found = try #require(DeconvolvedGap(of: LeaningsFixture().cases[number].counts))
        let corners = found.corners
        #expect(close(found.weights.reduce(0, +), 1, within: 1e-12))
        #expect(close(corners.statedAgreeActedDisagree + corners.statedDisagreeActedAgree, found.gap))
        #expect(close(corners.bothAgree + corners.bothDisagree, 1 - found.gap, within: 1e-12))
        #expect(found.contradiction <= found.gap && found.gap <= found.contradiction + found.ambivalent + 1e-12)
    }

    @Test(arguments: World.allCases)
    func `In every world the gap of 560 cells is recovered, where the share of cells counts slips as gap`(
        world: World
    ) throws {
        var generator = Xoshiro256(seed: 11, stream: 1)
        var (errors, shares) = ([Double](), [Double]())
        for _ in 0..<8 {
            let (counts, leanings) = world.draw(cells: 560, &generator)
            let truth = try #require(TrueGap(over: leanings)).gap
            errors.append(try #require(DeconvolvedGap(of: counts)).gap - truth)
            shares.append(inconsistentShare(of: counts) - truth)
        }
        let (bias, raw) = (errors.reduce(0, +) / 8, shares.reduce(0, +) / 8)
        // The standard error of a mean of eight is some 0.007.
        #expect(abs(bias) < 0.03, "\(bias)")
        if world == .slipsOnly { #expect(raw > bias) }
    }

    /// The share of cells whose mean readings lie on different sides, of those that have a side in both tasks.
    private func inconsistentShare(of counts: LeaningCounts) -> Double {
        let sides = counts.cells.map { cell in
            (stated: cell.statedHalves - cell.stated, acted: 2 * cell.acted.disagree - cell.acted.all)
        }.filter { $0.stated != 0 && $0.acted != 0 }
        return Double(sides.count { ($0.stated > 0) != ($0.acted > 0) }) / Double(sides.count)
    }

    @Test
    func `Hundreds of readings of a cell do not underflow`() throws {
        let cells = (0..<60).map { number in
            let disagree = number % 2 == 0 ? 600 : 20
            return LeaningCounts.Cell(
                statedHalves: 2 * disagree, stated: 1000, agreeFirst: .init(disagree, of: 1000),
                disagreeFirst: .init(disagree, of: 1000))
        }
        let found = try #require(DeconvolvedGap(of: LeaningCounts(cells)))
        #expect(found.gap < 1e-6 && close(found.ambivalent, 0.5, within: 1e-6))
    }

    @Test
    func `A respondent that always takes the first action has a place bias near one and no acted leaning to speak of`()
        throws
    {
        let cells = (0..<80).map { number in
            LeaningCounts.Cell(
                statedHalves: number % 2 * 16, stated: 8, agreeFirst: .init(0, of: 4), disagreeFirst: .init(4, of: 4))
        }
        #expect(try #require(DeconvolvedGap(of: LeaningCounts(cells))).place == 0.95)
    }

    @Test(
        .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)),
        arguments: [("gemma-2-9b-it", "gemma2", 0.059, 0.059), ("Llama-3.3-70B-Instruct", "llama33", 0.127, 0.017)])
    func `On fifty released cells Llama wavers where Gemma contradicts itself`(
        model: String, sample: String, gap: Double, contradiction: Double
    ) throws {
        let found = try #require(DeconvolvedGap(of: ReleasedSample(model: model, sample: sample).counts))
        #expect(found.cells == 50)
        // One reply of Gemma's names no option; the figures were computed as if it had.
        #expect(close(found.gap, gap, within: 0.003), "\(found.gap)")
        #expect(close(found.contradiction, contradiction, within: 0.003), "\(found.contradiction)")
    }
}
