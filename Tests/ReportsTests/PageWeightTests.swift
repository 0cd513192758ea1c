import Foundation
import Measures
import Pages
import Reports
import Testing

@Suite("What a page costs whoever shows it")
struct PageWeightTests {
    /// A run of 132 scenarios and 56 values with everything that a report can hold: intervals, the deconvolved gap, the instrument's
    /// errors, sixteen examples.
    static func whole() async throws -> ReportInput {
        var input = Fixture.full
        input.intervals = try await MeasureIntervals(of: input.measures, plan: ResamplingPlan(replicates: 100))
        input.deconvolution = try await DeconvolutionReport(of: input.measures, plan: nil)
        input.instrument = try await Fixture.withInstrument().instrument
        let cards = input.misaligned
        input.misaligned = Array((cards + cards).prefix(16))
        return input
    }

    /// Elements and texts, white space included.
    private static func nodes(_ page: String) -> Int {
        let elements = page.matches(of: /<[a-zA-Z]/).count
        let texts = page.matches(of: />[^<]+</).count
        return elements + texts
    }

    @Test func `has at most 5,000 elements and texts in a report of 132 scenarios, and is smaller than 2 MB`()
        async throws
    {
        let input = try await Self.whole()
        let page = try HTMLReport.page(input)
        #expect(Self.nodes(page) <= 5000, "\(Self.nodes(page)) nodes")
        #expect(page.utf8.count < 1_000_000, "\(page.utf8.count) bytes")
        // With links to the files that lie beside it, too.
        let files = try ReportFolder.files(input)
        let beside = try #require(files.first { $0.path == "report.html" }).text
        #expect(Self.nodes(beside) <= 5000, "\(Self.nodes(beside)) nodes")
        #expect(beside.contains("href=\"figures/heatmap-country.csv\""))
    }

    @Test(.enabled(if: Browser.path != nil, "no chromium found; install it, or set CHROMIUM to its path"))
    func `has as many as a browser counts, and none of them is lost in a telephone's width`() async throws {
        let page = try HTMLReport.page(try await Self.whole())
        let probe = """
            <!DOCTYPE html><iframe id="f" srcdoc="\(BrowserTests.attribute(page))" style="width:390px;height:800px;border:0">
            </iframe><pre id="result">pending</pre>
            <script>
            f.onload = () => {
                const d = f.contentDocument, walk = d.createTreeWalker(d, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
                let count = 0;
                while (walk.nextNode()) count += 1;
                const use = d.querySelector('#fig-heatmap-country svg.narrow use').getBoundingClientRect();
                result.textContent = (count <= 5000) + ' ' + (use.width > 100 && use.height > 100);
            };
            </script>
            """
        let result = try await Browser.dom(of: probe)
        #expect(result.dom.contains("<pre id=\"result\">true true</pre>"))
    }

    @Test
    func `keeps numbers in tables as far as there is room, and all others as text`()
        throws
    {
        let small = try HTMLReport.page(Fixture.pilot)
        // Shortest first: those that are no tables are text.
        #expect(small.matches(of: /<table/).count > 5)
        let large = try HTMLReport.page(Fixture.full)
        #expect(large.contains("<pre class=\"numbers\">In each field stated · acted · acted − stated"))
        let gap = Fixture.full.measures.matrix(.signedGap, by: .countries)[10][2]
        #expect(large.contains("· \(Numerals.signed(gap))"))
    }

    /// Those that can't be read at one column's width are named here.
    @Test func `is set in a paper's columns with texts of 6 points or nearly so`() async throws {
        let input = try await Self.whole()
        var seen = 0
        for name in ReportFigure.allCases {
            // The run has no region, circle or ranks of places.
            guard let figure = input.figure(name) else { continue }
            seen += 1
            for columns in ColumnWidth.allCases {
                let size = figure.sheet(columns).smallestText
                #expect(size >= Sheet.readable, "\(name.rawValue), \(columns): \(size)")
            }
        }
        #expect(seen >= 12)
    }

    @Test func `has a term for every column of the tables behind its figures`() async throws {
        let input = try await Self.whole()
        for name in ReportFigure.allCases where input.figure(name) != nil {
            let table = FigureCSV.table(name, input)
            #expect(table.text.split(separator: "\r\n").count > 1, "\(name)")
            for entry in DataDictionary.entries(of: table) {
                #expect(entry.term != nil, "\(entry.file): \(entry.column)")
            }
        }
    }
}

/// What a real TeX says of the tables behind figures.
@Suite("The tables behind figures, set", .enabled(if: TeX.isPresent, Comment(rawValue: TeX.absence)))
struct FigureTableTests {
    @Test func `fit a page, their numbers aligned on the point and with intervals in brackets`() async throws {
        let input = try await PageWeightTests.whole()
        var files: [String: String] = [:]
        for name in ReportFigure.allCases { files["\(name.rawValue).tex"] = FigureLaTeX.text(name, input) }
        let rates = try #require(files["rate-country.tex"])
        #expect(rates.contains("{@{}>{\\raggedright\\arraybackslash}Xr@{}l@{ }lr@{}l@{ }lr@{}lr@{}}"))
        #expect(rates.contains(/India & 0 & \.[0-9]{2} & \[0\.[0-9]{2}, [01]\.[0-9]{2}\] & 0 & \.[0-9]{2} & \[/))
        for paper in [TeX.Paper.twoColumns, .acl] {
            let result = try TeX.set(files, on: paper)
            #expect(result.status == 0)
            #expect(result.complaints == [])
        }
    }
}
