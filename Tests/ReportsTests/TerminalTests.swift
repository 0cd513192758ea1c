import Measures
import Reports
import Testing

@Suite("The terminal summary")
struct TerminalTests {
    private static let hostile: ReportInput = {
        var input = Fixture.make(
            countries: ["Côte d’Ivoire", "日本国の長い名前がここに続きます", String(repeating: "x", count: 300)],
            topics: ["👩‍👩‍👧‍👦 Family", "T"], groups: [("G", ["one", "two", "three", "four"])], seed: 9)
        input.respondent.name = String(repeating: "model", count: 90)
        return input
    }()

    @Test(arguments: [40, 41, 57, 80, 120, 200])
    func `has no line wider than the terminal`(width: Int) {
        for input in [Fixture.full, Fixture.pilot, Self.hostile] {
            for hasUnicode in [true, false] {
                let style = TerminalStyle(width: width, hasUnicode: hasUnicode)
                let label = input.respondent.label
                let texts = [
                    TerminalSummary(input, style: style).text,
                    MeasureTable(input.measures, name: label, style: style).text,
                ]
                for line in texts.flatMap({ $0.split(separator: "\n") }) {
                    #expect(Self.columns(line) <= width, "\(line)")
                }
            }
        }
    }

    @Test
    func `takes any width into 40…200 columns`() {
        #expect(TerminalStyle(width: 3).width == 40)
        #expect(TerminalStyle(width: 9_000).width == 200)
    }

    @Test
    func `says in its first lines who was asked, and that it is simulated`() throws {
        let text = TerminalSummary(Fixture.pilot, style: TerminalStyle(width: 80)).text
        #expect(text.prefix(160).contains("simulated respondent"))
    }

    @Test
    func `uses ASCII alone where it is told to, for all that is ours`() {
        let style = TerminalStyle(width: 80, hasUnicode: false)
        #expect(TerminalSummary(Fixture.full, style: style).text.allSatisfy { $0.isASCII })
        #expect(MeasureTable(Fixture.full.measures, name: "model", style: style).text.allSatisfy { $0.isASCII })
    }

    @Test
    func `says the same with colour as without`() {
        let plain = TerminalSummary(Fixture.full, style: TerminalStyle(width: 72)).text
        let coloured = TerminalSummary(Fixture.full, style: TerminalStyle(width: 72, hasColour: true)).text
        #expect(coloured.contains("\u{1B}[1m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9]+m/, with: "") == plain)
        #expect(!plain.contains("\u{1B}"))
    }

    @Test
    func `draws bars in proportion to the shares of inconsistent cells`() throws {
        let text = TerminalSummary(Fixture.pilot, style: TerminalStyle(width: 100, hasUnicode: false)).text
        let group = try #require(Fixture.pilot.measures.countries.first)
        let rate = try #require(group.pooled[.inconsistencyShare])
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(group.name) })
        let full = Double(line.filter { $0 == "#" }.count)
        let whole = full + Double(line.prefix { !$0.isNumber }.filter { $0 == "." }.count)
        #expect(abs(full / whole - rate) <= 0.5 / whole + 1e-9)
    }

    @Test
    func `shows the table's measures, more of them where there is room`() {
        func table(_ width: Int) -> String {
            MeasureTable(Fixture.pilot.measures, name: "m", style: TerminalStyle(width: width)).text
        }
        func heading(_ width: Int) -> String {
            String(
                table(width).split(separator: "\n").first { $0.contains("F1 dis  ") || $0.hasSuffix("F1 dis") } ?? "")
        }
        #expect(heading(40).contains("F1 dis"))
        #expect(heading(40).contains("dist"))
        #expect(!heading(40).contains("kappa"))
        #expect(heading(80).contains("kappa"))
        #expect(heading(140).contains("missing"))
    }

    /// Columns of a line without colour, counted apart from the code under test.
    private static func columns(_ line: Substring) -> Int {
        line.reduce(0) { sum, character in
            let first = character.unicodeScalars.first?.value ?? 0
            return sum + ((0x2E80...0x9FFF).contains(first) || first >= 0x1F300 ? 2 : 1)
        }
    }
}
