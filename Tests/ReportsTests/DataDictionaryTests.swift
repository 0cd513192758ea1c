import Foundation
import Measures
import Reports
import TestSupport
import Testing
import Text

/// Every column and every key has a meaning, in the report's folder and in the documentation.
@Suite("The data dictionary")
struct DataDictionaryTests {
    @Test
    func `says what every column of a report and of a calibration means`() async throws {
        let outputs = try await DictionaryOutputs()
        try requireTerms(of: outputs.tables.flatMap(DataDictionary.entries(of:)))
    }

    @Test
    func `says what every key of report.json, of a comparison and of a calibration means`() async throws {
        let outputs = try await DictionaryOutputs()
        try requireTerms(of: outputs.documents.flatMap { DataDictionary.entries(of: $0.document, named: $0.name) })
    }

    private func requireTerms(of entries: [DataDictionary.Entry]) throws {
        let lacking = entries.filter { $0.term == nil }.map { "\($0.file): \($0.column)" }
        #expect(entries.count > 100)
        try #require(
            lacking.isEmpty, "Sources/Reports/Dictionary has no term for \(lacking.joined(separator: ", "))")
    }

    @Test
    func `is in the documentation as it is in the program; VLENS_WRITE_DOCS=1 writes it there`() async throws {
        let page = DictionaryPage.text(try await DictionaryOutputs())
        let file = SharedFolder.projectRoot.appending(path: "docs/data-dictionary.md")
        if ProcessInfo.processInfo.environment["VLENS_WRITE_DOCS"] == "1" {
            try page.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(
            try String(contentsOf: file, encoding: .utf8) == page,
            "docs/data-dictionary.md is not up to date: run the tests once more with VLENS_WRITE_DOCS=1")
    }

    @Test
    func `takes the meaning of a name from where it stands`() throws {
        let document: JSONValue = [
            "country": ["Egypt": ["kappa": 1, "counts": ["stated": 2]]], "misaligned": [["stated": 1], ["acted": 1]],
            "new_key": 1,
        ]
        let entries = DataDictionary.entries(of: document, named: "report.json")
        #expect(
            entries.map(\.column) == [
                "country", "country.{country}.kappa", "country.{country}.counts", "country.{country}.counts.stated",
                "misaligned", "misaligned[].stated", "misaligned[].acted", "new_key",
            ])
        #expect(entries[3].term?.unit == "cells" && entries[5].term?.coding == "agree = 0, disagree = 1")
        #expect(entries.filter { $0.term == nil }.map(\.column) == ["new_key"])
    }

    @Test
    func `lies in the folder of a report, and explains every column beside it`() throws {
        let files = try ReportFolder.files(Fixture.pilot)
        let text = try #require(files.first { $0.path == "dictionary.csv" }).text
        let rows = CSVReading.rows(text)
        #expect(rows[0] == ["file", "column", "meaning", "unit", "range", "coding"])
        #expect(rows.dropFirst().allSatisfy { !$0[2].isEmpty })
        for file in files where file.path.hasSuffix(".csv") {
            let columns = CSVReading.rows(file.text)[0]
            #expect(rows.filter { $0[0] == file.path }.map { $0[1] } == columns)
        }
        #expect(
            rows.contains([
                "cells.csv", "stated", rows.first { $0[1] == "stated" }?[2] ?? "", "", "0 to 1",
                "agree = 0, disagree = 1",
            ]))
        #expect(rows.contains { $0[0] == "report.json" && $0[1] == "country.{country}.pooled.kappa" })
    }
}
