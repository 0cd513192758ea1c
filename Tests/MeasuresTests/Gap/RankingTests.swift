import Measures
import Testing

@Suite("Rankings and the most misaligned cells")
struct RankingTests {
    @Test
    func `Distances equal to 1e-12 share a rank and stand in the theory's order`() throws {
        // Distances 0.5, 0.5 + 4e-13, 0.9, 0.5 and 0.1: the three in the middle are one tie.
        let report = try MeasureReport(
            axes: axes(countries: 1, topics: 1, values: 5), stated: ScoreMatrix([0.5, 0.5 + 4e-13, 0.9, 0.5, 0.1]),
            acted: ScoreMatrix([0, 0, 0, 0, 0]))
        #expect(report.overallRanking.map(\.value) == [2, 0, 1, 3, 4])
        #expect(report.overallRanking.map(\.rank) == [1, 2, 2, 2, 5])
        #expect(report.countryRankings[0] == report.overallRanking)
        #expect(report.ranking(scenario: 0).map(\.value) == [2, 0, 1, 3, 4])
        #expect(report.ranking(scenario: 1).isEmpty)
    }

    @Test
    func `A chain of small steps does not become one tie`() throws {
        // Each step is within the tolerance, the first and last are not.
        let report = try MeasureReport(
            axes: axes(countries: 1, topics: 1, values: 3),
            stated: ScoreMatrix([0.5, 0.5 + 0.8e-12, 0.5 + 1.6e-12]), acted: ScoreMatrix([0, 0, 0]))
        #expect(report.overallRanking.map(\.value) == [1, 2, 0])
    }

    @Test
    func `A value without a counted cell has no rank`() throws {
        let report = try MeasureReport(
            axes: axes(countries: 1, topics: 1, values: 3), stated: ScoreMatrix([0, nil, 1]),
            acted: ScoreMatrix([0, 1, 0]))
        #expect(report.overallRanking.map(\.value) == [2, 0])
    }

    @Test
    func `The most misaligned cells come first, then the theory's order, then the scenarios'`() throws {
        // Scenario 0: distances 0.5, 1; scenario 1: 0.5, 0; scenario 2: missing, 1.
        let report = try MeasureReport(
            axes: axes(countries: 3, topics: 1, values: 2), stated: ScoreMatrix([0.5, 0, 0.5, 1, nil, 1]),
            acted: ScoreMatrix([0, 1, 1, 1, 1, 0]))
        #expect(report.misalignedCells(limit: 10).map(\.cell) == [1, 5, 0, 2])
        #expect(report.misalignedCells(limit: 10).map(\.signedGap) == [1, -1, -0.5, 0.5])
        #expect(report.misalignedCells(limit: 2).map(\.cell) == [1, 5])
        #expect(report.misalignedCells(limit: -1).isEmpty)
    }

    @Test
    func `Heatmaps hold a row for each value and a column for each country or topic`() throws {
        // Two countries, one topic, two values; country 1 lacks the acted answer to value 0.
        let report = try MeasureReport(
            axes: axes(countries: 2, topics: 1, values: 2), stated: ScoreMatrix([0.25, 1, 0.5, 0]),
            acted: ScoreMatrix([1, 0, nil, 0]))
        // Of the cells that count in both tasks: they are those of the distance beside them.
        #expect(report.matrix(.stated, by: .countries) == [[0.25, nil], [1, 0]])
        #expect(report.matrix(.acted, by: .countries) == [[1, nil], [0, 0]])
        #expect(report.matrix(.distance, by: .countries) == [[0.75, nil], [1, 0]])
        #expect(report.matrix(.signedGap, by: .countries) == [[0.75, nil], [-1, 0]])
        #expect(report.matrix(.signedGap, by: .topics) == [[0.75], [-0.5]])
        #expect(report.matrix(.stated, by: .topics) == [[0.25], [0.5]])
    }
}
