import Measures
import TestSupport

/// Axes of a given size, with values dealt over two groups (one where there is a single value).
func axes(countries: Int, topics: Int, values: Int) throws -> Axes {
    let groups = min(2, values)
    return try Axes(
        countries: (0..<countries).map { "Country \($0)" }, topics: (0..<topics).map { "Topic \($0)" },
        values: (0..<values).map { "Value \($0)" }, groups: (0..<groups).map { "Group \($0)" },
        groupOfValue: (0..<values).map { $0 % groups })
}

/// Readings from one row of options a cell; `nil` is an asking without a reading.
func readings(
    _ rows: [[Int?]], options: Int, beyondRange: CodedReadings.BeyondRange = .refused
) throws -> CodedReadings {
    var readings = try CodedReadings(
        cells: rows.count, askings: rows.map(\.count).max() ?? 0, options: options, beyondRange: beyondRange)
    for (cell, row) in rows.enumerated() {
        for (asking, option) in row.enumerated() {
            try readings.record(option, cell: cell, asking: asking)
        }
    }
    return readings
}

/// A run with random readings, some of them missing.
struct RandomRun {
    var axes: Axes
    var stated: [[Int?]]
    var acted: [[Int?]]

    init(seed: Int, askings: Int = 3, missing: Double = 0.2) throws {
        var generator = SeededRandom(seed: seed)
        let axes = try MeasuresTests.axes(
            countries: .random(in: 1...4, using: &generator), topics: .random(in: 1...4, using: &generator),
            values: .random(in: 1...6, using: &generator))
        func rows(options: Int) -> [[Int?]] {
            (0..<axes.cellCount).map { _ in
                (0..<askings).map { _ in
                    Double.random(in: 0..<1, using: &generator) < missing
                        ? nil : Int.random(in: 0..<options, using: &generator)
                }
            }
        }
        self.axes = axes
        stated = rows(options: 4)
        acted = rows(options: 2)
    }

    func report(_ scoring: Scoring = .strict) throws -> MeasureReport {
        try MeasureReport(
            axes: axes, stated: readings(stated, options: 4), acted: readings(acted, options: 2), scoring: scoring)
    }
}

extension RandomRun {
    /// The run of some of its values and scenarios, each as often as it is named; the scenarios become topics of one
    /// country.
    func picking(values: [Int], scenarios: [Int]) throws -> RandomRun {
        var picked = self
        picked.axes = try MeasuresTests.axes(countries: 1, topics: scenarios.count, values: values.count)
        let cells = scenarios.flatMap { scenario in values.map { scenario * axes.values.count + $0 } }
        picked.stated = cells.map { stated[$0] }
        picked.acted = cells.map { acted[$0] }
        return picked
    }
}

/// A run of 4 countries × 5 topics × 20 values with random scores, a tenth of them missing.
struct WideRun {
    let axes: Axes
    let scores: [[Double?]]

    init(seed: Int) throws {
        var generator = SeededRandom(seed: seed)
        let axes = try MeasuresTests.axes(countries: 4, topics: 5, values: 20)
        self.axes = axes
        scores = (0..<2).map { _ in
            (0..<axes.cellCount).map { _ in
                Double.random(in: 0..<1, using: &generator) < 0.1
                    ? nil : Double(Int.random(in: 0...3, using: &generator)) / 3
            }
        }
    }

    func report() throws -> MeasureReport {
        try MeasureReport(axes: axes, stated: ScoreMatrix(scores[0]), acted: ScoreMatrix(scores[1]))
    }
}

/// Whether two numbers are equal up to rounding, or both undefined.
func close(_ first: Double?, _ second: Double?, within tolerance: Double = 1e-12) -> Bool {
    switch (first, second) {
    case (nil, nil): true
    case (let first?, let second?): abs(first - second) <= tolerance
    default: false
    }
}
