import Foundation
import Measures
import TestSupport

/// Small runs and how well they follow the circle by another program; `Tests/Fixtures/circle.py` writes the file.
struct CircleFixture: Decodable {
    struct Case: Decodable {
        var scenarios, complete, predictions: Int
        /// Stated and acted, by cell.
        var cells: [[Double?]]
        var stated, acted: Fit

        func report() throws -> MeasureReport {
            try MeasureReport(
                axes: circleAxes(scenarios: scenarios, valuesOfGroup: 2), stated: ScoreMatrix(cells[0]),
                acted: ScoreMatrix(cells[1]))
        }
    }

    struct Fit: Decodable {
        var index: Double
    }

    var cases: [Case]

    init() throws {
        let file = SharedFolder.projectRoot.appending(path: "Tests/Fixtures/circle.json")
        self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
    }
}

/// Schwartz's ten groups with so many values each, in so many scenarios: topics of one country.
func circleAxes(scenarios: Int, valuesOfGroup count: Int) throws -> Axes {
    let groups = SchwartzValues.groups.map(\.name)
    return try Axes(
        countries: ["Somewhere"], topics: (0..<scenarios).map { "Topic \($0)" },
        values: groups.flatMap { group in (0..<count).map { "\(group) \($0)" } }, groups: groups,
        groupOfValue: groups.indices.flatMap { [Int](repeating: $0, count: count) })
}
