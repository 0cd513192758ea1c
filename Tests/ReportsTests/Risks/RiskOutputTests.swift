import Foundation
import Measures
import Pages
import Reports
import TestSupport
import Testing
import Text

@Suite
struct `Risks as text, JSON, CSV, LaTeX and pages` {
    private func flat(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    @Test
    func `the text has agreement before counts, and says what the cells are and what they stand for`() async throws {
        let text = RiskText(try await RiskInputs.input(), showsCorrected: true, style: TerminalStyle(width: 100)).text
        for words in [
            "Risks · risks", "96 misaligned cells of 2 respondents, 96 of them coded by people",
            "The cells are a sample (58 of 240 of a/one, 38 of 38 of b/two), drawn with the seed 7", "Ann, Bob",
            "people together, words", "Krippendorff", "By direction: share of the coded cells",
            "b/two against a/one: difference of shares, in points",
            "By the model of Dawid and Skene over all coders: Discrimination",
        ] {
            #expect(flat(text).contains(words), "\(words)\n\(text)")
        }
        let (agreement, counts) = (text.range(of: "How far coders agree"), text.range(of: "Counts by risk"))
        #expect(try #require(agreement).lowerBound < #require(counts).lowerBound)
    }

    @Test
    func `counts of a word list say so first, and corrected ones stand beside the raw`() async throws {
        let input = try await RiskInputs.input(.coder(2))
        #expect(input.caveats[0].hasPrefix("These counts rest on a word list alone"))
        let text = RiskText(input, showsCorrected: true, style: TerminalStyle(width: 100)).text
        #expect(flat(text).contains("Rogan and Gladen 1978") && flat(text).contains("Corrected counts"))
        #expect(text.contains("Discrimination*"))
        #expect(!RiskText(input, style: TerminalStyle(width: 100)).text.contains("Corrected counts"))
        let people = try await RiskInputs.input()
        #expect(!people.caveats.contains { $0.contains("word list") })
    }

    @Test(arguments: [60, 80, 120])
    func `names from outside steer no terminal`(width: Int) async throws {
        let input = try await RiskInputs.input(hostile: "\u{1B}[31m\u{202E}")
        let text = RiskText(input, showsCorrected: true, style: TerminalStyle(width: width)).text
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
        #expect(input.files.allSatisfy { $0.name.hasSuffix(".json") || !$0.text.contains("\u{1B}") })
    }

    @Test
    func `tables read back as the figures that they hold`() async throws {
        let input = try await RiskInputs.input(.coder(2))
        let rows: [[String]] = CSVReading.rows(input.countsTable.text)
        #expect(rows.count == 1 + input.report.counts.count && rows.allSatisfy { $0.count == rows[0].count })
        for (row, count) in zip(rows.dropFirst(), input.report.counts) {
            #expect(row[0] == count.place.axis.rawValue && row[1] == count.place.name)
            #expect(Int(row[5]) == count.coded && Int(row[6]) == count.count)
            #expect(Double(row[7]) == count.share?.value && Double(row[8]) == count.share?.interval?.low)
        }
        for table in input.tables {
            let rows: [[String]] = CSVReading.rows(table.text)
            #expect(rows.count > 1 && rows.allSatisfy { $0.count == table.header.count }, "\(table.name)")
        }
        let dictionary = try #require(input.files.first { $0.name == "dictionary.csv" })
        #expect(CSVReading.rows(dictionary.text).dropFirst().allSatisfy { !$0[2].isEmpty })
    }

    @Test
    func `every key of the document has a term, alone and in a report`() async throws {
        let input = try await RiskInputs.input(.coder(2))
        var report = Fixture.pilot
        report.risks = input
        for (name, document) in [("risks.json", input.json), ("report.json", ["risks": input.json])] {
            let lacking = DataDictionary.entries(of: document, named: name).filter { $0.term == nil }.map(\.column)
            #expect(lacking == [])
        }
        #expect(ReportJSON.document(report)["risks"]?["project"]?.string == "risks")
    }

    @Test
    func `examples show every risk that occurs, and the widest gaps`() async throws {
        let input = try await RiskInputs.input()
        let codes = ["Discrimination", "Overconfidence", "Polarization"]
        let shown = CodedExample.chosen(from: input.examples, codes: codes, atMost: 5)
        #expect(shown.count == 5 && codes.allSatisfy { code in shown.contains { $0.codes.contains(code) } })
        #expect(shown.allSatisfy { !$0.codes.isEmpty })
        let widest = input.examples.filter { !$0.codes.isEmpty }.map { abs($0.cell.signedGap) }.max()
        #expect(shown.contains { abs($0.cell.signedGap) == widest })
        #expect(CodedExample.chosen(from: input.examples, codes: codes, atMost: 5) == shown)
        #expect(CodedExample.chosen(from: [], codes: codes, atMost: 5).isEmpty)
    }

    @Test(.enabled(if: TeX.isPresent, Comment(rawValue: TeX.absence)), arguments: ["pdflatex", "xelatex"])
    func `the tables for a paper compile`(engine: String) async throws {
        let input = try await RiskInputs.input(.coder(2))
        for paper in TeX.Paper.allCases {
            let result = try TeX.set(["a.tex": input.latex], on: paper, with: engine)
            #expect(result.status == 0, "\(result.log.suffix(2000))")
        }
        #expect(input.latex.contains("\\textbf{without asking}"))
    }

    @Test(.enabled(if: TeX.isPresent, Comment(rawValue: TeX.absence)))
    func `the tables for a paper compile in other scripts`() async throws {
        let input = try await RiskInputs.input(hostile: " ценность \\input{x} $ # ^ ~")
        let result = try TeX.set(["a.tex": input.latex], on: .acl, with: "xelatex", font: "DejaVu Serif")
        #expect(result.status == 0, "\(result.log.suffix(2000))")
        #expect(input.latex.hasPrefix("% Needs XeLaTeX"))
    }

    @Test(arguments: HostileTextTests.attacks)
    func `texts from outside are inert on pages`(attack: String) async throws {
        func pages(_ hostile: String) async throws -> [String] {
            let input = try await RiskInputs.input(.coder(2), hostile: hostile)
            var report = Fixture.pilot
            report.risks = input
            var address = RisksAddress(project: "p" + hostile)
            address.country = "Egypt" + hostile
            let view = RisksView(address, input, coders: ["Bob" + hostile], version: "0")
            return [try RiskPage.page(input), try HTMLReport.page(report), try view.page().document()]
        }
        for (page, plain) in zip(try await pages(attack), try await pages("harmless")) {
            for element in ["script", "img", "b", "svg", "title", "style"] {
                let tag = try Regex("<\(element)[^a-z]")
                #expect(page.matches(of: tag).count == plain.matches(of: tag).count, "<\(element)>")
            }
            #expect(page.unicodeScalars.count { $0 == "\"" } == plain.unicodeScalars.count { $0 == "\"" })
            #expect(!page.unicodeScalars.contains { $0 == "\u{0}" || $0 == "\u{1B}" || $0 == "\u{202E}" })
        }
    }

    @Test
    func `the page is well-formed, and its filters narrow the cells and the table`() async throws {
        let input = try await RiskInputs.input()
        _ = try HTMLCheck(RiskPage.page(input))
        var address = RisksAddress(project: "risks", code: "overconfidence")
        address.country = "Peru"
        let view = RisksView(address, input, coders: ["Ann"], version: "0")
        let page = try view.page().document()
        let expected = input.examples.count { $0.cell.country == "Peru" && $0.codes.contains("Overconfidence") }
        #expect(page.contains("\(expected) coded cells"))
        let rows: [[String]] = CSVReading.rows(view.table.text)
        #expect(rows.count == 2 && rows[1][1] == "Peru" && rows[1][3] == "overconfidence")
        #expect(view.json["examples"]?.array?.count == min(expected, RisksView.size))
        let none = try RisksView(RisksAddress(project: "p"), nil, version: "0").page().document()
        #expect(none.contains("There are no codes to count."))
    }
}
