import Foundation
import Measures
import TestSupport

/// The fifty cells of which the release holds eight choices, with the same model's eight ratings of each.
struct ReleasedSample {
    let counts: LeaningCounts

    /// - Parameters:
    ///   - model: whose Task 1 file.
    ///   - sample: whose Task 2 sample.
    init(model: String, sample: String) throws {
        let ratings = try Self.ratings(model)
        let file = try CSVFile(SharedFolder.file("data/release/src/outputs/task2_results_\(sample).csv"))
        let (country, topic, value) = (
            try file.column("country"), try file.column("topic"), try file.column("value")
        )
        let columns = try (0..<8).map { try file.column("evaluation_\($0)") }
        counts = LeaningCounts(
            file.rows.map { row in
                let stated = ratings[[row[country], row[topic], row[value]]] ?? []
                var (agreeFirst, disagreed) = (LeaningCounts.Choices(0, of: 0), LeaningCounts.Choices(0, of: 0))
                for (prompt, column) in columns.enumerated() {
                    guard let option = Self.option(in: row[column]) else { continue }
                    // Option 1 is the disagree-action, and stood first in these prompts.
                    let disagreeFirst = [0, 1, 4, 5].contains(prompt)
                    let isDisagree = (option == 1) == disagreeFirst
                    if disagreeFirst {
                        disagreed.all += 1
                        disagreed.disagree += isDisagree ? 1 : 0
                    } else {
                        agreeFirst.all += 1
                        agreeFirst.disagree += isDisagree ? 1 : 0
                    }
                }
                return LeaningCounts.Cell(
                    statedHalves: 2 * stated.count { $0 > 2 }, stated: stated.count,
                    agreeFirst: agreeFirst, disagreeFirst: disagreed)
            })
    }

    /// By country, topic and value: ratings from 1, agree, to 4.
    private static func ratings(_ model: String) throws -> [[String]: [Int]] {
        let file = try CSVFile(SharedFolder.file("data/release/outputs/evaluation/\(model)_t1.csv"))
        let (country, topic, response) = (
            try file.column("country"), try file.column("topic"), try file.column("response")
        )
        let pair = /['"]([^'"\n]+)['"]\s*:\s*['"]?([1-4])/
        var ratings: [[String]: [Int]] = [:]
        for row in file.rows {
            for match in row[response].matches(of: pair) {
                ratings[[row[country], row[topic], String(match.1)], default: []].append(Int(match.2) ?? 0)
            }
        }
        return ratings
    }

    private static func option(in reply: String) -> Int? {
        let action = /action['"]?\s*:\s*['"]?\s*Option\s*([12])/
        return reply.firstMatch(of: action).flatMap { Int($0.1) }
    }
}
