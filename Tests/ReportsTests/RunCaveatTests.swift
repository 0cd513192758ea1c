import Measures
import Reports
import Testing
import Text

@Suite("What is said first where figures say nothing of a gap")
struct RunCaveatTests {
    /// The first sentence of a run on a terminal.
    private func first(
        states: StateCounts = StateCounts(), stated: (_ cell: Int, _ asking: Int) -> Int?,
        disagrees: (_ cell: Int, _ asking: Int, _ disagreeFirst: Bool) -> Bool
    ) throws -> String {
        let input = try input(states: states, stated: stated, disagrees: disagrees)
        let text = TerminalSummary(input, style: TerminalStyle(width: 1000)).text.replacing("\u{00A0}", with: " ")
        let sentences = text.split(separator: "\n").filter { $0.hasPrefix("• ") }
        return try String(#require(sentences.first))
    }

    /// A run of 2 × 4 scenarios and 10 values, each cell asked eight times in both tasks, in turn with either action first.
    private func input(
        states: StateCounts = StateCounts(), stated: (_ cell: Int, _ asking: Int) -> Int?,
        disagrees: (_ cell: Int, _ asking: Int, _ disagreeFirst: Bool) -> Bool
    ) throws -> ReportInput {
        let axes = try Axes(
            countries: ["A", "B"], topics: ["a", "b", "c", "d"], values: (0..<10).map { "v\($0)" }, groups: ["G"],
            groupOfValue: [Int](repeating: 0, count: 10))
        var ratings = try CodedReadings(cells: 80, askings: 8, options: 4)
        var choices = try CodedReadings(cells: 80, askings: 8, options: 2)
        for cell in 0..<80 {
            for asking in 0..<8 {
                try ratings.record(stated(cell, asking), cell: cell, asking: asking)
                try choices.record(disagrees(cell, asking, asking % 2 == 1) ? 1 : 0, cell: cell, asking: asking)
            }
        }
        var input = Fixture.pilot
        input.measures = try MeasureReport(
            axes: axes, stated: ratings, acted: choices, states: states,
            disagreeFirst: (0..<640).map { $0 % 2 == 1 })
        (input.cells, input.misaligned) = ([], [])
        return input
    }

    @Test
    func `a respondent that always takes the first action is said to, and no rate is announced`() throws {
        let first = try first(stated: { cell, _ in cell % 3 }, disagrees: { $2 })
        #expect(
            first.contains("It chose the action that stood first in 100.0 % of its choices, whatever the action was"))
        let second = try self.first(stated: { cell, _ in cell % 3 }, disagrees: { !$2 })
        #expect(second.contains("stood second in 100.0 %"))
    }

    @Test
    func `the JSON names it, and the caption of the paper's table says it`() throws {
        let input = try input(stated: { cell, _ in cell % 3 }, disagrees: { $2 })
        #expect(ReportJSON.document(input)["caveat"] == "place")
        #expect(ReportLaTeX.text(input).contains("these choices tell where an action stood, not what it values"))
        #expect(ReportJSON.document(Fixture.pilot)["caveat"] == nil)
    }

    @Test
    func `a place that decides most choices is told as such, and not as randomness`() throws {
        // Three of four choices of either order take the first action; one of four the second.
        let first = try first(
            stated: { cell, _ in cell % 3 },
            disagrees: { _, asking, disagreeFirst in disagreeFirst == (asking / 2 != 3) })
        #expect(first.contains("It chose the action that stood first in 75.0 % of its choices"))
    }

    @Test
    func `so is one that refuses most questions`() throws {
        let states = StateCounts(
            stated: ReplyCounts(planned: 64, answered: 64),
            acted: ReplyCounts(planned: 640, answered: 100, refused: 500, unreadable: 40))
        let first = try first(
            states: states, stated: { cell, _ in cell % 3 }, disagrees: { cell, _, _ in cell % 3 == 2 })
        #expect(first.contains("Only 15.6 % of its replies in Task 2 answer the question"))
    }

    @Test
    func `one whose answers agree no better within a cell than between cells`() throws {
        // By asking alone: every cell has the same four answers of either kind.
        let first = try first(stated: { cell, _ in cell % 3 }, disagrees: { _, asking, _ in asking % 4 < 2 })
        #expect(first.contains("Its answers in Task 2 agree no better when the same cell is asked again"))
    }

    @Test
    func `and one that agrees with everything`() throws {
        let first = try first(stated: { _, _ in 0 }, disagrees: { _, _, _ in false })
        #expect(first.contains("It agrees with every value and acts so in every decided cell"))
    }

    @Test
    func `a run that tells something begins with what it tells`() throws {
        // 27 cells state disagree, 20 act so, 7 do both.
        let first = try first(
            stated: { cell, _ in cell % 3 == 0 ? 3 : 0 }, disagrees: { cell, _, _ in cell % 4 == 0 })
        #expect(first.contains("In 33 of 80 decided cells"))
    }
}
