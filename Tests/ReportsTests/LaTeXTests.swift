import Measures
import Reports
import Testing

@Suite("The LaTeX tables")
struct LaTeXTests {
    @Test
    func `have as many fields in each line as columns, and each figure of the whole run`() async throws {
        var input = Fixture.pilot
        input.intervals = try await MeasureIntervals(of: input.measures, plan: ResamplingPlan(replicates: 100))
        let text = ReportLaTeX.text(input)
        let tables = text.split(separator: "\\begin{table}").dropFirst()
        #expect(tables.count == 3)
        for table in tables {
            let columns = try #require(table.firstMatch(of: /tabular}{([lr]+)}/)).output.1.count
            let lines = table.split(separator: "\n").filter { $0.hasSuffix(#" \\"#) }
            #expect(lines.count >= 4)
            for line in lines {
                #expect(line.replacing(#"\&"#, with: "").split(separator: " & ").count == columns, "\(line)")
            }
        }
        #expect(text.contains("Cohen's kappa & 0."))
        #expect(text.contains("100 replicates, seed 1"))
        #expect(!text.contains("nan"))
    }

    @Test(
        arguments: [
            ("\\input{x}", "\\textbackslash{}input\\{x\\}"), ("a & b", "a \\& b"),
            ("$x_1^2$", "\\$x\\_1\\textasciicircum{}2\\$"), ("100 %\n\\end", "100 \\% \\textbackslash{}end"),
            ("[2em]", "{}[2em]"), ("*", "{}*"), ("~#", "\\textasciitilde{}\\#"),
        ])
    func `give no command that comes from outside`(name: String, written: String) throws {
        var input = Fixture.make(
            countries: [name, "B"], topics: ["T"], groups: [("G", ["one", "two"])], seed: 3)
        input.respondent.name = name
        let text = ReportLaTeX.text(input)
        #expect(text.contains("\n\(written) & "))
        #expect(text.contains("\\caption{Value--action gap of "))
        // What is outside of comments holds the name in no other form.
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("%") }
        #expect(!lines.contains { $0.hasPrefix(name) })
        #expect(text.split(separator: "\n").count { $0.hasPrefix("%") } == 2)
    }

    static let scripts = [
        ("मूल्य", "Devanagari"), ("数值", "Chinese characters"), ("값", "Korean"), ("ひらがな", "Japanese"), ("قيمة", "Arabic"),
        ("ערך", "Hebrew"), ("ценность", "Cyrillic"), ("αξία", "Greek"), ("ค่า", "Thai"), ("🙂", "other signs"),
    ]

    @Test(arguments: scripts)
    func `say in their first line which engine and font a script needs`(name: String, script: String) {
        let text = ReportLaTeX.text(
            Fixture.make(countries: [name, "B"], topics: ["T"], groups: [("G", ["one"])], seed: 3))
        let first = text.split(separator: "\n").first ?? ""
        #expect(first.hasPrefix("% Needs XeLaTeX or LuaLaTeX with a font of its script (\(script))"))
        #expect(first.contains("right to left") == ["Arabic", "Hebrew"].contains(script))
    }

    @Test(arguments: ["Côte d’Ivoire", "Türkiye", "Łódź — “x”"])
    func `need nothing but booktabs for Latin letters`(name: String) {
        let text = ReportLaTeX.text(
            Fixture.make(countries: [name, "B"], topics: ["T"], groups: [("G", ["one"])], seed: 3))
        #expect(!text.contains("XeLaTeX"))
    }
}
