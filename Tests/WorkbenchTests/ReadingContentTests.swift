import Reading
import Study
import Testing
import Workbench

struct ReadingContentTests {
    @Test(arguments: 0..<40)
    func `ratings come back as they were written`(seed: Int) {
        // Some unread, numbers of one to three digits, counts behind them or none.
        let options = (0..<seed).map { (seed * 31 + $0 * 7) % 5 == 0 ? nil : UInt8((seed * 17 + $0 * 29) % 256) }
        let ratings = Ratings(options: options.isEmpty ? [nil] : options, outOfRange: seed % 3, ambiguous: seed % 4)
        #expect(ReadingContent.ratings(ReadingContent.text(ratings)) == ratings)
    }

    @Test(
        arguments: [
            "1,x", "256", "1,-2", "1;2", "1;2;", "1;;2", "1;2;3;4", "1;2,3;4", "one", " 1", "1,2\n", "1;99999999999;1",
        ])
    func `anything else is no ratings`(text: String) {
        #expect(ReadingContent.ratings(text) == nil)
    }

    @Test func `a choice is the option as displayed, or the inclination itself`() {
        #expect(ReadingContent.choice("1", first: 0) == .agree && ReadingContent.choice("2", first: 0) == .disagree)
        #expect(ReadingContent.choice("1", first: 1) == .disagree && ReadingContent.choice("2", first: 1) == .agree)
        #expect(ReadingContent.choice("disagree", first: nil) == .disagree)
        #expect(ReadingContent.choice("1", first: nil) == nil && ReadingContent.choice("3", first: 0) == nil)
    }
}
