import Foundation
import Measures
import Pages
import Reports
import TestSupport
import Testing
import Text

@Suite("The instrument's own errors, shown")
struct InstrumentTests {
    private func instrument(_ input: ReportInput) throws -> InstrumentReport { try #require(input.instrument) }

    @Test
    func `have a section, a figure with its table and a file, and are in the JSON`() async throws {
        let input = try await Fixture.withInstrument()
        let page = try HTMLReport.page(input)
        let section = try #require(page.firstMatch(of: /(?s)<section id="instrument".*?<\/section>/)).output
        #expect(page.contains("<a href=\"#instrument\">"))
        #expect(section.contains("Swapping the order of the two actions changes"))
        #expect(section.contains("id=\"figure-instrument\""))
        #expect(section.contains("variant in cell and replicate together"))
        #expect(section.contains("1 cell lacks an answer"))
        #expect(page.split(separator: "<figure id=").count - 1 == input.figures.count)
        let paths = try ReportFolder.files(input).map(\.path)
        #expect(Set(["figures/instrument.svg", "instrument.csv", "sensitivity.csv"]).isSubset(of: paths))
        #expect(ReportJSON.document(input)["instrument"] == input.instrument?.json)
    }

    @Test
    func `are neither on the page nor in the JSON where they were not looked for`() throws {
        #expect(try !HTMLReport.page(Fixture.pilot).contains("id=\"instrument\""))
        #expect(ReportJSON.document(Fixture.pilot)["instrument"] == nil)
        #expect(ReportCSV.tables(Fixture.pilot).allSatisfy { $0.name != "instrument.csv" })
    }

    @Test
    func `say that there is nothing to compare where one variant was asked once, in place of an empty table`()
        async throws
    {
        let input = try await Fixture.withInstrument(variants: 1)
        let page = try HTMLReport.page(input)
        #expect(page.contains("One variant was asked, once: there are no wordings and no repetitions to compare."))
        #expect(!page.contains("id=\"figure-instrument\""))
        let text = InstrumentTable(try instrument(input), style: TerminalStyle()).text
        #expect(text.contains("One variant was asked, once"))
        #expect(!text.contains("shift"))
    }

    @Test
    func `hold what mere repetition changes beside what swapping changes, where questions were repeated`() async throws
    {
        let input = try await Fixture.withInstrument(replicates: 2)
        let page = try HTMLReport.page(input)
        #expect(page.contains(", merely asking again "))
        #expect(page.contains("“replicate” is the difference between repetitions of one question"))
        #expect(InstrumentTable(try instrument(input), style: TerminalStyle()).text.contains("flips when repeated"))
    }

    @Test(arguments: [1, 4], [1, 2])
    func `never show a number that is none`(variants: Int, replicates: Int) async throws {
        for plan in [nil, ResamplingPlan(replicates: 100)] {
            let input = try await Fixture.withInstrument(variants: variants, replicates: replicates, plan: plan)
            let texts =
                [
                    try HTMLReport.page(input), ReportJSON.document(input).text(),
                    InstrumentTable(try instrument(input), style: TerminalStyle()).text,
                ] + ReportCSV.tables(input).map(\.text)
            for text in texts {
                #expect(!text.lowercased().contains(/\b(nan|-?inf|infinity)\b/))
                #expect(!text.contains("Optional("))
            }
        }
    }

    @Test(arguments: [40, 60, 80, 120])
    func `fit the terminal, in plain signs where it has no others`(width: Int) async throws {
        let input = try await Fixture.withInstrument(names: [
            "p", "a name that is longer than any column has room for it",
        ])
        let style = TerminalStyle(width: width, hasUnicode: false)
        for line in InstrumentTable(try instrument(input), style: style).text.split(separator: "\n") {
            #expect(line.count <= width, "\(line)")
            #expect(line.unicodeScalars.allSatisfy { $0.isASCII }, "\(line)")
        }
    }

    @Test(arguments: HostileTextTests.attacks)
    func `stay inert with hostile names of variants`(attack: String) async throws {
        let input = try await Fixture.withInstrument(names: ["r\(attack)", "l\(attack)"])
        let plain = try HTMLReport.page(await Fixture.withInstrument(names: ["rharmless", "lharmless"]))
        let page = try HTMLReport.page(input)
        for element in ["script", "img", "b", "svg", "title", "style"] {
            let tag = try Regex("<\(element)[^a-z]")
            #expect(page.matches(of: tag).count == plain.matches(of: tag).count, "<\(element)>")
        }
        for figure in input.figures {
            #expect(try XMLCheck.elements(of: figure.standalone).count { $0 == "svg" } == 1)
        }
        let text = InstrumentTable(try instrument(input), style: TerminalStyle(width: 60)).text
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
    }

    @Test
    func `have a table whose names are those of the JSON, and each row as many fields as the header`() async throws {
        let input = try await Fixture.withInstrument(replicates: 2)
        let json = try #require(ReportJSON.document(input)["instrument"])
        let tables = ReportCSV.tables(input).suffix(2)
        #expect(tables.map(\.name) == ["instrument.csv", "sensitivity.csv"])
        for table in tables {
            let rows = CSVReading.rows(table.text)
            #expect(rows.count > 10 && rows.allSatisfy { $0.count == table.header.count })
        }
        let rows = CSVReading.rows(tables.first?.text ?? "").dropFirst()
        let bias = try #require(rows.first { $0[0] == "acted" && $0[1] == "position" && $0[5] == "bias" })
        #expect(JSONValue(Double(bias[6])) == json["acted"]?["position"]?["bias"]?["value"])
        let interval = json["acted"]?["position"]?["bias"]?["intervals"]?["value"]
        #expect(JSONValue(Double(bias[7])) == interval?["low"] && JSONValue(Double(bias[8])) == interval?["high"])
        let sensitivity = CSVReading.rows(tables.last?.text ?? "")
        let gap = try #require(sensitivity.first { $0[0] == "pooled" && $0[1] == "signed_gap" })
        #expect(JSONValue(Double(gap[5])) == json["sensitivity"]?["pooled"]?["signed_gap"]?[sensitivity[0][5]])
    }

    @Test(
        .enabled(if: Browser.path != nil, "no chromium found; install it, or set CHROMIUM to its path"))
    func `do not make the page scroll sideways on a telephone`() async throws {
        let page = try HTMLReport.page(await Fixture.withInstrument())
            .replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        let probe = """
            <!DOCTYPE html><iframe id="f" srcdoc="\(page)" style="width:360px;height:800px;border:0"></iframe>
            <pre id="result">pending</pre>
            <script>
            f.onload = () => {
                const root = f.contentDocument.documentElement;
                result.textContent = 'width=' + root.clientWidth + ' needs=' + root.scrollWidth
                    + ' sections=' + f.contentDocument.querySelectorAll('main > section').length
                    + ' rows=' + (f.contentDocument.querySelectorAll('#instrument tbody tr').length > 20);
            };
            </script>
            """
        let result = try await Browser.dom(of: probe)
        let found = result.dom.firstMatch(of: /<pre id="result">([^<]*)/)?.output.1
        #expect(found == "width=360 needs=360 sections=9 rows=true")
        #expect(result.consoleErrors == [])
    }
}
