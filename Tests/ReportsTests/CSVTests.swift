import Foundation
import Measures
import Reports
import Testing

@Suite("The CSV tables")
struct CSVTests {
    @Test
    func `are seven, and each row has as many fields as its header`() throws {
        let tables = ReportCSV.tables(Fixture.pilot)
        #expect(
            tables.map(\.name) == [
                "cells.csv", "overall.csv", "country.csv", "topic.csv", "value.csv", "ranking.csv", "misaligned.csv",
            ])
        for table in tables {
            let rows = CSVReading.rows(table.text)
            #expect(rows.count > 1)
            #expect(rows.allSatisfy { $0.count == table.header.count }, "\(table.name)")
            #expect(rows[0] == table.header)
        }
    }

    @Test
    func `have names that a program takes as they are, each once, and begin with no mark`() async throws {
        var input = try await Fixture.withInstrument()
        input.intervals = try await MeasureIntervals(of: input.measures, plan: ResamplingPlan(replicates: 100))
        let tables = ReportCSV.tables(input)
        #expect(tables.count == 11)
        for table in tables {
            for column in table.header {
                #expect(column.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil, "\(column)")
            }
            #expect(Set(table.header).count == table.header.count, "\(table.name)")
            #expect(table.text.utf8.first == table.header[0].utf8.first)
        }
    }

    @Test
    func `keep the whole run apart from its countries and topics`() throws {
        let input = Fixture.pilot
        let tables = Dictionary(uniqueKeysWithValues: ReportCSV.tables(input).map { ($0.name, $0) })
        let overall = CSVReading.rows(try #require(tables["overall.csv"]).text)
        #expect(overall.count == 2)
        #expect(Double(overall[1][0]) == input.measures.overall.scenarioMean[.f1Disagree])
        for (name, places) in [("country", input.measures.axes.countries), ("topic", input.measures.axes.topics)] {
            let rows = CSVReading.rows(try #require(tables["\(name).csv"]).text)
            #expect(rows[0] == [name] + overall[0])
            #expect(rows.dropFirst().map { $0[0] } == places)
        }
    }

    @Test
    func `hold every cell, also those that do not count, with its readings`() throws {
        let input = Fixture.pilot
        let rows = CSVReading.rows(try #require(ReportCSV.tables(input).first).text)
        #expect(rows.count == 1 + input.measures.axes.cellCount)
        #expect(rows[0][4...5] == ["stated", "acted"])
        for (cell, row) in rows.dropFirst().enumerated() {
            let record = input.cells[cell]
            #expect(Double(row[4]) == record.stated)
            #expect(Double(row[5]) == record.acted)
            #expect(Double(row[6]) == input.measures.gap(ofCell: cell)?.distance)
            #expect(Int(row[8]) == record.statedReadings)
        }
        #expect(rows.contains { $0[5].isEmpty && $0[6].isEmpty && $0[9] == "0" })
    }

    @Test
    func `quote commas, quotation marks and line breaks so that they read back as they were`() throws {
        var input = Fixture.pilot
        let action = "I said: \"no\",\nthen \"no\"\r\nagain"
        input.misaligned = [
            MisalignedCell(
                country: "a,b", topic: "\"", value: "x", stated: 0.25, acted: 1, action: action,
                inclination: .disagree, attributions: ["one", "two"], explanation: "")
        ]
        let text = try #require(ReportCSV.tables(input).last).text
        #expect(
            CSVReading.rows(text)[1] == [
                "a,b", "\"", "x", "0.25", "1", "0.75", "disagree", action, "one\ntwo", "", "", "", "strict",
                "simulated/steady?gap=0.2&seed=7 (simulated respondent)", "",
            ])
    }

    @Test(
        arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1", "=\u{301}1"])
    func `put an apostrophe before what a spreadsheet would run as a formula`(text: String) throws {
        var input = Fixture.pilot
        input.misaligned = [
            MisalignedCell(
                country: text, topic: "1 = 1", value: "x", stated: 1, acted: 0, action: "-", inclination: .agree)
        ]
        let row = CSVReading.rows(try #require(ReportCSV.tables(input).last).text)[1]
        #expect(row[0] == "'" + text)
        #expect(row[1] == "1 = 1")
        // Our own negative numbers stay numbers.
        #expect(row[5] == "-1")
    }

    @Test
    func `name scoring, respondent and run in every row, and what kind of respondent it is`() {
        var input = Fixture.pilot
        input.run.number = 3
        for table in ReportCSV.tables(input) {
            let rows = CSVReading.rows(table.text)
            #expect(rows[0].suffix(3) == ["scoring", "respondent", "run"])
            let name = "simulated/steady?gap=0.2&seed=7 (simulated respondent)"
            #expect(rows.dropFirst().allSatisfy { $0.suffix(3) == ["strict", name, "3"] })
        }
    }

    @Test
    func `give the whole ranking of each country, each topic and all together`() throws {
        let measures = Fixture.pilot.measures
        let table = try #require(ReportCSV.tables(Fixture.pilot).first { $0.name == "ranking.csv" })
        let rows = CSVReading.rows(table.text).dropFirst()
        let places = ([measures.overallRanking] + measures.countryRankings + measures.topicRankings).joined()
        #expect(rows.count == places.count)
        #expect(zip(rows, places).allSatisfy { Int($0[5]) == $1.rank && Double($0[6]) == $1.distance })
    }
}

/// A reader of RFC 4180, for the tests alone.
enum CSVReading {
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field = String.UnicodeScalarView()
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where isQuoted && scalars.first == "\"":
                scalars.removeFirst()
                field.append("\"")
            case "\"": isQuoted.toggle()
            case "," where !isQuoted, "\r" where !isQuoted && scalars.first == "\n":
                row.append(String(field))
                field = String.UnicodeScalarView()
                guard scalar == "\r" else { continue }
                scalars.removeFirst()
                rows.append(row)
                row = []
            default: field.append(scalar)
            }
        }
        return rows
    }
}
