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
        #expect(page.contains("In 1 of 3 cells (33.3\u{00A0}%) it does not act as it speaks"))
        #expect(page.contains("1 time it says agree and acts disagree, 0 times the other way round"))
        #expect(page.contains("over 1 scenario, is 0.67; the F1 of agree is 0.67"))
        // Always agreeing: TP = FP = 0 and FN = 1, TN = 2: F1 of agree = 4 / 5.
        #expect(page.contains("Always choosing the agreeing action would score 0.00 and 0.80"))
        #expect(page.contains("It states disagreement in 33.3\u{00A0}% of cells and acts it out in 66.7\u{00A0}%"))
        #expect(page.contains("0.33 apart on a scale from 0 to 1, on the whole towards disagreement (+0.33)"))
        #expect(page.contains("1 of 4 cells lacks an answer in one task or both"))
    }

    @Test
    func `stand on the terminal in the same words as on the page`() throws {
        let summary = try TerminalSummary(input(), style: TerminalStyle(width: 200)).text
        #expect(summary.contains("over 1 scenario, is 0.67; the F1 of agree is 0.67"))
    }
}
