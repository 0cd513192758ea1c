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
        let table =
            /(?s)\\begin\{tabularx\}\{[^}]*\}\[t\]\{@\{\}(.*?)@\{\}\}\n(.*?)\\end\{tabularx\}/
        let tables = text.matches(of: table)
        // Those of the run, of countries and of topics, and two halves of that of values.
        #expect(tables.count == 5)
        for table in tables {
            let columns = table.output.1.replacing(/>\{[^X]*\}X/, with: "X").count
            let lines = table.output.2.split(separator: "\n").filter {
                $0.hasSuffix(#" \\"#) && !$0.contains("multicolumn")
            }
            #expect(lines.count >= 4)
            for line in lines {
                #expect(line.replacing(#"\&"#, with: "").split(separator: " & ").count == columns, "\(line)")
            }
        }
        #expect(text.contains("Cohen's kappa & 0."))
        #expect(text.contains("100 replicates, seed 1"))
        let captions = text.matches(of: /\\caption\{(.*)\}\n/).map(\.output.1)
        #expect(captions.count == 4)
        #expect(captions.prefix(3).allSatisfy { $0.contains("95~\\% intervals (bca, clusters of value, 100 draws)") })
        #expect(captions.last?.contains("clusters of scenario") == true)
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

    @Test
    func `have labels of the run’s own, of letters, digits and hyphens`() throws {
        var inputs = (0..<4).map { _ in Fixture.pilot }
        inputs[1].respondent.settings = [LabelledText("temperature", "0.7")]
        inputs[2].run.number = 2
        inputs[3].respondent.name = "मूल्य \\x{"
        let labels = inputs.flatMap { ReportLaTeX.text($0).matches(of: /\\label\{(.*)\}/).map(\.output.1) }
        #expect(labels.count == 16)
        #expect(Set(labels).count == 16)
        #expect(labels.allSatisfy { $0.wholeMatch(of: /tab:vlens-[a-z0-9-]+/) != nil })
        #expect(labels.first?.hasPrefix("tab:vlens-simulated-steady-gap-0-2-seed-7-") == true)
    }
}

/// What a real TeX says of the tables.
@Suite("The LaTeX tables, set", .enabled(if: TeX.isPresent, Comment(rawValue: TeX.absence)))
struct TypesetTests {
    @Test(arguments: TeX.Paper.allCases)
    func `fit the column and the page of a paper, those of two runs in one`(paper: TeX.Paper) async throws {
        var inputs = [Fixture.pilot, Fixture.full]
        for index in inputs.indices {
            inputs[index].intervals = try await MeasureIntervals(
                of: inputs[index].measures, plan: ResamplingPlan(replicates: 100))
        }
        // The 56 values stand on one page.
        #expect(!ReportLaTeX.text(inputs[1]).contains("(continued)"))
        let result = try TeX.set(
            ["a.tex": ReportLaTeX.text(inputs[0]), "b.tex": ReportLaTeX.text(inputs[1])], on: paper)
        #expect(result.status == 0)
        #expect(result.complaints == [])
    }

    @Test(arguments: TeX.Paper.allCases)
    func `fit where names are long, in one word or in many, and without intervals`(paper: TeX.Paper) throws {
        let names = [
            "Responsibilityandaccountabilityofgovernments",
            "A name of many words, longer than a column of any paper is wide",
            "x_y^z & 100 % \\end{document}", "Łódź — “x” · Côte d’Ivoire", "[2em]", "*",
        ]
        var input = Fixture.make(
            countries: names, topics: names.reversed(), groups: [(names[1], names), (names[0], ["one"])], seed: 3)
        input.respondent.name = names.joined(separator: "/")
        let result = try TeX.set(["a.tex": ReportLaTeX.text(input)], on: paper)
        #expect(result.status == 0)
        #expect(result.complaints == [])
    }

    @Test
    func `break over pages where there are more rows than one holds`() throws {
        let values = (1...90).map { "Value of some length \($0)" }
        let input = Fixture.make(
            countries: (1...60).map { "Country \($0)" }, topics: ["T"], groups: [("One", values), ("Two", ["x"])],
            seed: 3)
        let text = ReportLaTeX.text(input)
        #expect(text.contains("(continued)."))
        for name in ["Country 1", "Country 60", "Value of some length 1", "Value of some length 90"] {
            #expect(text.contains("\n\(name) & "))
        }
        for paper in TeX.Paper.allCases {
            let result = try TeX.set(["a.tex": text], on: paper)
            #expect(result.status == 0)
            #expect(result.complaints == [])
        }
    }

    @Test(arguments: ["ценность", "αξία"])
    func `are set by the engine and the font that their first line names, and not by pdfLaTeX`(name: String) throws {
        let text = ReportLaTeX.text(
            Fixture.make(countries: [name, "B"], topics: ["T"], groups: [("G", ["one"])], seed: 3))
        let result = try TeX.set(["a.tex": text], on: .acl, with: "xelatex", font: "DejaVu Serif")
        #expect(result.status == 0)
        #expect(result.complaints == [])
        #expect(!result.log.contains("Missing character"))
        #expect(try TeX.set(["a.tex": text], on: .acl).status != 0)
    }

    @Test(arguments: LaTeXTests.scripts)
    func `stand in a column in every script`(name: String, script: String) throws {
        let long = String(repeating: name, count: 8)
        let text = ReportLaTeX.text(
            Fixture.make(countries: [name, long], topics: [long], groups: [(name, [long])], seed: 3))
        let result = try TeX.set(["a.tex": text], on: .acl, with: "xelatex", font: "DejaVu Sans")
        #expect(result.status == 0)
        #expect(result.complaints == [])
    }
}
