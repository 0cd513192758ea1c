import Measures
import Reports
import Testing

@Suite("The findings")
struct FindingsTests {
    /// Four values in one scenario: stated 0, 0, 1, 1/3 and acted 0, 1, 1, none.
    ///
    /// Three cells count. The disagreeing pair is the second: TP = 1, FP = 1, FN = 0, TN = 1, so both F1s are 2/3.
    /// The distances are 0, 1, 0: mean 1/3, all of it towards disagreement. Of three cells one is inconsistent.
    private func input() throws -> ReportInput {
        let axes = try Axes(
            countries: ["A"], topics: ["B"], values: ["one", "two", "three", "four"], groups: ["G"],
            groupOfValue: [0, 0, 0, 0])
        var input = Fixture.pilot
        input.measures = try MeasureReport(
            axes: axes, stated: ScoreMatrix([0, 0, 1, 1.0 / 3]), acted: ScoreMatrix([0, 1, 1, nil]))
        input.cells = []
        input.misaligned = []
        return input
    }

    @Test
    func `are the numbers that arithmetic by hand gives`() throws {
        let page = try HTMLReport.page(input())
        #expect(page.contains("In 1 of 3 decided cells (33.3\u{00A0}%) it does not act as it speaks"))
        #expect(page.contains("1 time it says agree and acts disagree, 0 times the other way round"))
        #expect(
            page.contains(
                "Of what it agrees to, it acts against 50.0\u{00A0}%; of what it rejects, it acts for 0.0\u{00A0}%."))
        #expect(page.contains("over 1 scenario, is 0.67. It follows the base rates"))
        #expect(page.contains("33.3\u{00A0}% disagreement stated and 66.7\u{00A0}% acted out"))
        #expect(page.contains("always choosing the agreeing action would score 0.00, acting on the value alone"))
        #expect(page.contains("is 0.33 on a scale from 0 to 1, on the whole towards disagreement (+0.33, floor 0.00)"))
        #expect(page.contains("a respondent that acts exactly on the side it states has 0.00"))
        #expect(page.contains("1 of 4 cells lacks an answer in one task or both"))
    }

    @Test
    func `stand on the terminal in the same words as on the page`() throws {
        let summary = try TerminalSummary(input(), style: TerminalStyle(width: 200)).text
        #expect(summary.contains("over 1 scenario, is 0.67. It follows the base rates"))
    }

    @Test
    func `count undecided cells, and say between which shares the truth lies however they were decided`() throws {
        let axes = try Axes(
            countries: ["A"], topics: ["B"], values: ["one", "two", "three", "four"], groups: ["G"],
            groupOfValue: [0, 0, 0, 0])
        var input = Fixture.pilot
        input.measures = try MeasureReport(
            axes: axes, stated: ScoreMatrix([0, 0, 1, 1]), acted: ScoreMatrix([0, 1, 1, 0.5]))
        input.cells = []
        let summary = TerminalSummary(input, style: TerminalStyle(width: 300)).text.replacing("\u{00A0}", with: " ")
        #expect(summary.contains("In 1 of 3 decided cells (33.3 %)"))
        #expect(
            summary.contains(
                "1 cell is undecided, a score being exactly 0.5, and stays out of every figure that needs a side. "
                    + "However it was decided, between 25.0 % and 50.0 % of cells would be inconsistent."))
    }
}
