import Measures
import Testing

@Suite("The classical correction for attenuation, and what changes when asked again")
struct SlipCorrectionTests {
    @Test(arguments: 0..<3)
    func `The corrected means and product, and the shares that change, are those of another program`(number: Int) throws
    {
        let fixture = try LeaningsFixture().cases[number]
        let found = try #require(SlipCorrection(fixture.counts))
        #expect(close(found.gap, fixture.slipCorrected.gap))
        #expect(close(found.stated, fixture.slipCorrected.stated))
        #expect(close(found.acted, fixture.slipCorrected.acted))
        #expect(close(found.product, fixture.slipCorrected.product))
        let shares = [false, true].flatMap { stated in
            [false, true].map { found.share(statedDisagree: stated, actedDisagree: $0) }
        }
        #expect(close(shares.reduce(0, +), 1) && close(shares[1] + shares[2], found.gap))
        #expect(close(fixture.counts.statedChange, fixture.changes.stated))
        #expect(close(fixture.counts.actedChange, fixture.changes.acted))
    }

    @Test
    func `Readings that agree no better within a cell than at random have no correction`() {
        let cells = (0..<50).map { _ in
            LeaningCounts.Cell(statedHalves: 8, stated: 8, agreeFirst: .init(2, of: 4), disagreeFirst: .init(2, of: 4))
        }
        #expect(SlipCorrection(LeaningCounts(cells)) == nil)
        #expect(LeaningCounts([]).statedChange == nil && SlipCorrection(LeaningCounts([])) == nil)
    }
}
