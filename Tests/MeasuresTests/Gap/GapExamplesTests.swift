import Measures
import Testing

@Suite("Examples of gaps")
struct GapExamplesTests {
    /// Scenarios × values; the scores of each scenario's cells in a row.
    private func report(_ stated: [[Double?]], _ acted: [[Double?]]) throws -> MeasureReport {
        let values = stated[0].count
        let axes = try Axes(
            countries: ["A"], topics: stated.indices.map { "T\($0)" }, values: (0..<values).map { "v\($0)" },
            groups: ["G"], groupOfValue: [Int](repeating: 0, count: values))
        return try MeasureReport(
            axes: axes, stated: ScoreMatrix(stated.flatMap { $0 }), acted: ScoreMatrix(acted.flatMap { $0 }))
    }

    @Test
    func `are in proportion to the directions of inconsistency, one at least of each that occurs`() throws {
        // 9 cells says agree, acts disagree; 3 the other way round; each value twice.
        let stated: [[Double?]] = [[0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]]
        let acted: [[Double?]] = [[1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0]]
        let examples = GapExamples(of: try report(stated, acted), limit: 8)
        #expect(examples.cells.count == 8)
        #expect(examples.cells.count { $0.signedGap > 0 } == 6)
        #expect(examples.cells.count { $0.signedGap < 0 } == 2)
        #expect((examples.actedAgainst, examples.actedFor) == (9, 3))
        let few = GapExamples(of: try report(stated, acted), limit: 2)
        #expect(few.cells.map(\.signedGap) == [1, -1])
    }

    @Test
    func `show no value more than twice, and the widest gaps first`() throws {
        let stated: [[Double?]] = [[0, 0], [0.1, 0], [0.2, 0], [0.3, 0]]
        let acted: [[Double?]] = [[1, 0], [1, 0], [1, 0], [1, 1]]
        let examples = GapExamples(of: try report(stated, acted), limit: 10)
        #expect(examples.cells.map(\.cell) == [0, 7, 2])
    }

    @Test
    func `are never undecided, nor merely distant`() throws {
        // A wide gap with a score of one half, a wide gap on one side, and a narrow one across the middle.
        let examples = GapExamples(of: try report([[0, 0.51, 0.45]], [[0.5, 1, 0.55]]), limit: 10)
        #expect(examples.cells.map(\.cell) == [2])
        #expect(GapExamples(of: try report([[0]], [[0]]), limit: 10).cells.isEmpty)
        #expect(GapExamples(of: try report([[0]], [[1]]), limit: 0).cells.isEmpty)
    }
}
