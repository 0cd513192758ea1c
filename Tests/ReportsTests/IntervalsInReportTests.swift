import Foundation
import Measures
import Reports
import Testing
import Text

@Suite("Intervals in a report")
struct IntervalsInReportTests {
    private func input() async throws -> ReportInput {
        var input = Fixture.pilot
        input.intervals = try await MeasureIntervals(of: input.measures, plan: ResamplingPlan(replicates: 300, seed: 4))
        return input
    }

    private func ends(_ interval: Interval) -> String {
        "[\(String(format: "%.2f", interval.low)), \(String(format: "%.2f", interval.high))]"
            .replacing("-", with: "−")
    }

    @Test
    func `Key figures, findings and tables of the page name them, and the methods say how they were made`() async throws
    {
        let input = try await input()
        let page = try HTMLReport.page(input)
        let rate = try #require(input.intervals?.overall.alignmentRate)
        let share = try #require(input.intervals?.overall.pooled[.inconsistencyShare])
        let key = try #require(page.firstMatch(of: /<ul class="key">(.*?)<\/ul>/.dotMatchesNewlines())).output.1
        #expect(key.contains(String(format: "[%.1f, %.1f]</span>", share.low * 100, share.high * 100)))
        #expect(page.contains("<span class=\"range\">\(ends(rate))</span>"))
        let rounded = String(format: "%.2f", try #require(input.measures.overall.alignmentRate))
        #expect(page.contains("is \(rounded) \(ends(rate))"))
        #expect(page.contains("95\u{00A0}% intervals by a cluster bootstrap: values are drawn anew 300 times (seed 4)"))
        // Beside open numbers and in every table behind a figure, in whichever way it is written.
        #expect(page.matches(of: /\[[−+]?[0-9.]+, [−+]?[0-9.]+\]/).count > 300)
        #expect(!page.localizedCaseInsensitiveContains(">nan"))
    }

    @Test
    func `Without them the page shows none, and speaks of none but Wilson’s, which need no draws`() throws {
        let page = try HTMLReport.page(Fixture.pilot)
        #expect(!page.contains("cluster bootstrap"))
        // Four shares of each task.
        #expect(page.matches(of: /<span class="range">/).count == 8)
    }

    @Test
    func `The tables have the ends beside each figure, and a table has them all, a row each`() async throws {
        let input = try await input()
        let tables = ReportCSV.tables(input)
        let country = CSVReading.rows(try #require(tables.first { $0.name == "country.csv" }).text)
        let place = try #require(country[0].firstIndex(of: "f1_disagree"))
        #expect(country[0][place + 1...place + 2] == ["f1_disagree_low", "f1_disagree_high"])
        let rate = try #require(input.intervals?.overall.alignmentRate)
        #expect(Double(country[1][place + 1]) == input.intervals?.countries[0].scenarioMean[.f1Disagree]?.low)
        let whole = CSVReading.rows(try #require(tables.first { $0.name == "overall.csv" }).text)
        #expect(Double(whole[1][1]) == rate.low && Double(whole[1][2]) == rate.high)

        let all = CSVReading.rows(try #require(tables.first { $0.name == "intervals.csv" }).text)
        let overall = try #require(all.first { $0[0] == "overall" && $0[5] == "f1_disagree" })
        #expect(Double(overall[7]) == rate.low && Double(overall[8]) == rate.high)
        #expect(overall[9...14] == ["0.95", rate.method.rawValue, "value", "10", "300", "4"])
        let axes = input.measures.axes
        let kinds = Dictionary(grouping: all.dropFirst()) { $0[0] }.mapValues(\.count)
        #expect(kinds["scenario"] == axes.scenarioCount * ScenarioFigure.allCases.count)
        #expect(kinds["value"] == axes.values.count * PooledFigure.allCases.count)
        let ofGroup = ScenarioFigure.allCases.count + PooledFigure.allCases.count
        #expect(kinds["country"] == axes.countries.count * ofGroup)
        #expect(kinds["country_value"] == axes.countries.count * 4 * axes.values.count)
        #expect(!all.joined().contains { $0.lowercased() == "nan" || $0.lowercased() == "inf" })
    }

    @Test
    func `The ranking’s table has the ends of each rank`() async throws {
        let input = try await input()
        let rows = CSVReading.rows(
            try #require(ReportCSV.tables(input).first { $0.name == "ranking.csv" }).text)
        #expect(rows[0][5...7] == ["rank", "rank_low", "rank_high"])
        for row in rows.dropFirst() {
            let (low, rank, high) = (try #require(Int(row[6])), try #require(Int(row[5])), try #require(Int(row[7])))
            #expect(low >= 1 && rank >= 1)
            #expect(high >= low && high <= 10)
        }
    }

    @Test
    func `The terminal’s table shows every figure of the whole run with its interval, in lines that fit`() async throws
    {
        let input = try await input()
        let overall = try #require(input.intervals).overall
        let absent =
            ScenarioFigure.allCases.count { overall.scenarioMean[$0] == nil }
            + PooledFigure.allCases.count { overall.pooled[$0] == nil }
        for width in [40, 60, 80, 120, 200] {
            let text = MeasureTable(
                input.measures, input.intervals, name: "m", style: TerminalStyle(width: width)
            ).text
            for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
            let below = try #require(text.range(of: "Means over scenarios"))
            let lines = text[below.lowerBound...].split(separator: "\n").filter { $0.contains("[") && $0.contains("]") }
            // Six means over scenarios, twenty pooled, as far as they have one; beside them seven groups, of which a
            // narrow table shows the alignment rate alone.
            #expect((26 - absent...33 - absent).contains(lines.count))
            #expect(text.replacing("\n", with: " ").contains("No interval:") == (absent > 0))
            #expect(text.replacing("\n", with: " ").contains("300 replicates, seed 4"))
        }
    }

    @Test
    func `The JSON has them beside the matrices, the scenarios, the rankings and the states`() async throws {
        let input = try await input()
        let document = ReportJSON.document(input)
        let matrix = try #require(document["country_value_intervals"])
        #expect(matrix["method"] == "student")
        let country = try #require(input.measures.axes.countries.first)
        let value = try #require(input.measures.axes.values.first)
        guard case .array(let ends)? = matrix["distance"]?[country]?[value] else {
            Issue.record("no ends")
            return
        }
        #expect(ends.count == 2)
        guard case .array(let scenarios)? = document["scenario"] else {
            Issue.record("no scenarios")
            return
        }
        #expect(scenarios.allSatisfy { $0["intervals"]?["accuracy"]?["clusters_of"] == "value" })
        let refused = document["states"]?["acted"]?["shares"]?["intervals"]?["refused"]
        #expect(refused?["method"] == "wilson")
        #expect(document["ranking_country_stability"]?[country] != nil)
    }
}
