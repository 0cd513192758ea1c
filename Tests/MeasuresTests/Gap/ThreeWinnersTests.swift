import Measures
import Testing

/// The three made-up respondents of docs/which-figure.md: F1, share and distance each prefer another.
struct ThreeWinnersTests {
    /// The paper's rate, the share of inconsistent cells, the distance.
    private struct Figures {
        let rate, share, distance: Double
    }

    /// One scenario; a cell is rated 2 or 3 of 4, and chosen in eight askings, `minority` of them on the other side.
    private func figures(
        bothAgree: Int, against: Int, for acted: Int, bothDisagree: Int, minority: Int
    ) throws -> Figures {
        func cells(_ count: Int, stated: Int, disagrees: Bool) -> [(stated: [Int], acted: [Int])] {
            let side = disagrees ? 1 : 0
            let choices =
                [Int](repeating: side, count: 8 - minority) + [Int](repeating: 1 - side, count: minority)
            return [(stated: [Int], acted: [Int])](repeating: ([stated], choices), count: count)
        }
        let all =
            cells(bothAgree, stated: 1, disagrees: false) + cells(against, stated: 1, disagrees: true)
            + cells(acted, stated: 2, disagrees: false) + cells(bothDisagree, stated: 2, disagrees: true)
        let report = try MeasureReport(
            axes: axes(countries: 1, topics: 1, values: all.count), stated: readings(all.map(\.stated), options: 4),
            acted: readings(all.map(\.acted), options: 2))
        return Figures(
            rate: try #require(report.overall.alignmentRate), share: try #require(report.inconsistency.share),
            distance: try #require(report.overall.alignmentDistance))
    }

    @Test
    func `The rate, the share and the distance name three different winners`() throws {
        let a = try figures(bothAgree: 40, against: 10, for: 10, bothDisagree: 40, minority: 0)
        let b = try figures(bothAgree: 90, against: 5, for: 3, bothDisagree: 2, minority: 0)
        let c = try figures(bothAgree: 60, against: 15, for: 15, bothDisagree: 10, minority: 3)
        #expect(close(a.rate, 0.8) && close(b.rate, 1.0 / 3) && close(c.rate, 0.4))
        #expect(close(a.share, 0.2) && close(b.share, 0.08) && close(c.share, 0.3))
        // 0.8 · 1/3 + 0.2 · 2/3; 0.92 · 1/3 + 0.08 · 2/3; 0.7 · 1/24 + 0.3 · 7/24.
        #expect(close(a.distance, 0.4) && close(b.distance, 0.36) && close(c.distance, 0.7 / 24 + 2.1 / 24))
        #expect(a.rate > max(b.rate, c.rate))
        #expect(b.share < min(a.share, c.share))
        #expect(c.distance < min(a.distance, b.distance))
    }
}
