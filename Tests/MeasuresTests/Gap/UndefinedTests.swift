import Measures
import Testing
import Text

@Suite("What is undefined or missing is said, not invented")
struct UndefinedTests {
    @Test
    func `A scenario where nothing disagrees has no F1 of disagree, counts as 0 in the mean, and is counted`() throws {
        // Topic 0 agrees throughout: 0/0. Topic 1: one cell disagrees in both tasks: 1.
        let report = try MeasureReport(
            axes: axes(countries: 1, topics: 2, values: 2),
            stated: readings([[0], [1], [3], [0]], options: 4), acted: readings([[0], [0], [1], [0]], options: 2))
        #expect(report.scenarios[0].f1Disagree == nil)
        #expect(report.scenarios[0].isDisagreeUndefined)
        #expect(report.overall.scenarioMean.undefinedDisagree == 1)
        #expect(report.overall.scenarioMean.undefinedAgree == 0)
        #expect(close(report.overall.alignmentRate, (0 + 1) / 2.0))
    }

    @Test
    func `A scenario without a counted cell stays out of the mean`() throws {
        let report = try MeasureReport(
            axes: axes(countries: 1, topics: 2, values: 2),
            stated: readings([[nil], [0], [3], [0]], options: 4), acted: readings([[0], [nil], [1], [0]], options: 2))
        #expect(report.overall.scenarioMean.scenarios == 1)
        #expect(report.overall.scenarioMean.emptyScenarios == 1)
        #expect(report.overall.scenarioMean.undefinedDisagree == 0)
        #expect(close(report.overall.alignmentRate, 1))
        #expect(!report.scenarios[0].isDisagreeUndefined)
    }

    @Test
    func `A run without any readable reply has counts and no figures`() throws {
        let none: [[Int?]] = [[nil, nil], [nil, nil], [nil, nil], [nil, nil]]
        for scoring in Scoring.allCases {
            let report = try MeasureReport(
                axes: axes(countries: 2, topics: 1, values: 2), stated: readings(none, options: 4),
                acted: readings(none, options: 2), scoring: scoring)
            #expect(report.counts.cells == 4)
            #expect(report.counts.both == 0)
            #expect(report.overall.alignmentRate == nil)
            #expect(report.overall.pooled.rates.kappa == nil)
            #expect(report.overall.pooled.shuffled.rates.accuracy == nil)
            #expect(report.inconsistency.share == nil)
            #expect(report.overallRanking.isEmpty)
            #expect(report.misalignedCells(limit: 10).isEmpty)
            #expect(report.statedAgreement?.byOption == nil)
            #expect(!report.json.text().contains("nan"))
        }
    }

    @Test
    func `Strict scoring leaves a missing acted cell out, legacy scoring counts it as agree`() throws {
        // Stated 1 and 1; acted 1 and missing.
        let run = (
            axes: try axes(countries: 1, topics: 1, values: 2), stated: try readings([[3], [3]], options: 4),
            acted: try readings([[1], [nil]], options: 2)
        )
        let strict = try MeasureReport(axes: run.axes, stated: run.stated, acted: run.acted)
        #expect(strict.counts.both == 1)
        #expect(strict.counts.missing == 1)
        #expect(close(strict.overall.pooled.distance, 0))
        #expect(strict.countryValues[0][1].distance == nil)
        #expect(strict.countryValues[0][1].stated == nil)
        let legacy = try MeasureReport(axes: run.axes, stated: run.stated, acted: run.acted, scoring: .legacy)
        #expect(legacy.counts.both == 2)
        #expect(close(legacy.overall.pooled.distance, 0.5))
        #expect(legacy.inconsistency.statedDisagreeActedAgree == 1)
    }

    @Test(arguments: 0..<20)
    func `Taking one cell's answer away changes no other cell`(seed: Int) throws {
        var run = try RandomRun(seed: seed, missing: 0.1)
        let before = try run.report()
        guard let cell = (0..<run.axes.cellCount).first(where: { before.gap(ofCell: $0) != nil }) else { return }
        run.acted[cell] = [nil, nil, nil]
        let after = try run.report()
        #expect(after.counts.both == before.counts.both - 1)
        #expect(after.gap(ofCell: cell) == nil)
        for other in 0..<run.axes.cellCount where other != cell {
            #expect(after.gap(ofCell: other) == before.gap(ofCell: other))
        }
    }
}
