import Foundation
import Measures
import Reports
import Testing

@Suite("Examples of gaps on the page")
struct ExampleTests {
    @Test
    func `a card shows both actions, whose they are, how often each was chosen, all readings and the reply's reason`()
        throws
    {
        let page = try HTMLReport.page(Fixture.pilot)
        let cards = page.split(separator: "<article class=\"cell\">").dropFirst()
        #expect(cards.count == 8)
        let card = try #require(cards.dropFirst().first)
        #expect(card.contains("the dataset’s action"))
        #expect(card.contains("Chosen 6 of 8 times, the dataset’s action against the value:"))
        #expect(card.contains("Chosen 2 of 8 times, the dataset’s action that shows the value:"))
        #expect(card.contains("I do the opposite, as others in town would."))
        #expect(card.contains("Why, in the respondent’s own words:"))
        #expect(card.contains("It seemed the kinder thing to do."))
        #expect(card.contains("aria-label=\"stated: option 1, option 2, option 2, option 1, option 3"))
        #expect(card.contains("aria-label=\"acted: against the value 6 of 8 times\""))
    }

    @Test
    func `the rule by which they are chosen stands above them, and a legend of the marks`() throws {
        let page = try HTMLReport.page(Fixture.pilot)
        let section = try #require(page.range(of: "<section id=\"cells\"")).upperBound
        let text = page[section...]
        #expect(text.contains("both directions in proportion to how often each occurs"))
        #expect(text.contains("at most 2 of one value. Undecided cells are no examples."))
        #expect(text.contains("Each square is one reading."))
    }

    @Test
    func `no card is empty: where an import has no actions, one sentence says which file brings them`() throws {
        var input = Fixture.pilot
        input.respondent.isImported = true
        for index in input.misaligned.indices {
            (input.misaligned[index].action, input.misaligned[index].otherAction) = ("", "")
        }
        let page = try HTMLReport.page(input)
        #expect(!page.contains("<article class=\"cell\">"))
        #expect(page.contains("value_action_gap_full_data_generation.csv"))
        #expect(!page.contains("Each square is one reading."))
    }
}
