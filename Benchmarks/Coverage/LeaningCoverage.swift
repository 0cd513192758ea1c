import Measures

/// How often the intervals of the deconvolved gap hold the world's true gap.
struct LeaningCoverage: Sendable {
    let world: World
    let countries: Int
    let topics: Int
    let values: Int

    static let all = [(2, 4, 10), (4, 7, 20)].flatMap { countries, topics, values in
        World.allCases.map {
            LeaningCoverage(world: $0, countries: countries, topics: topics, values: values)
        }
    }

    /// The interval of one study: eight readings of each cell in Task 1, four with either action first in Task 2.
    func interval(seed: Int, plan: ResamplingPlan) async throws -> Interval? {
        func names(_ word: String, _ count: Int) -> [String] { (1...count).map { "\(word) \($0)" } }
        let axes = try Axes(
            countries: names("Country", countries), topics: names("Topic", topics), values: names("Value", values),
            groups: ["All"], groupOfValue: [Int](repeating: 0, count: values))
        var stated = try CodedReadings(cells: axes.cellCount, askings: 8, options: 4)
        var acted = try CodedReadings(cells: axes.cellCount, askings: 8, options: 2)
        var generator = Xoshiro256(seed: UInt64(seed), stream: 1 << 43)
        for cell in 0..<axes.cellCount {
            let leanings = world.form.leanings { generator.unit() }
            for asking in 0..<8 {
                let taken = generator.unit() < world.usualPosition
                let disagreeFirst = asking % 2 == 1
                try stated.record(generator.unit() < leanings.stated ? 3 : 0, cell: cell, asking: asking)
                let disagrees = taken ? disagreeFirst : generator.unit() < leanings.acted
                try acted.record(disagrees ? 1 : 0, cell: cell, asking: asking)
            }
        }
        let report = try MeasureReport(
            axes: axes, stated: stated, acted: acted,
            disagreeFirst: (0..<axes.cellCount).flatMap { _ in (0..<8).map { $0 % 2 == 1 } })
        return try await DeconvolutionReport(of: report, plan: plan, parts: false, workers: 1).overall.intervals[.gap]
    }
}
