import Measures
import Reports
import Study

/// Task 2 choices of one model, with missing cells left out or counted as agree.
struct RereadChoices {
    private let read: CodedReadings
    private let missing: [Int]
    private let summary: ReleasedSummary
    private let prompts: Int

    init(_ file: ReleasedChoices, axes: Axes) throws {
        let places = { (names: [String]) in
            Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let (countries, topics, values) = (places(axes.countries), places(axes.topics), places(axes.values))
        var read = try CodedReadings(cells: axes.cellCount, askings: (file.prompts.max() ?? 0) + 1, options: 2)
        for choice in file.choices {
            guard let country = countries[choice.cell.scenario.country],
                let topic = topics[choice.cell.scenario.topic], let value = values[choice.cell.value]
            else { continue }
            let cell = axes.cell(country: country, topic: topic, value: value)
            try read.record(Int(choice.chosen.code), cell: cell, asking: choice.prompt)
        }
        let scores = read.scores
        self.read = read
        missing = (0..<axes.cellCount).filter { scores[$0] == nil }
        summary = file.summary
        prompts = file.prompts.count
    }

    /// The readings under `legacy` with some rules exchanged.
    func readings(_ rules: ReadingRules) throws -> CodedReadings {
        rules.contains(.countedAsAgree) ? read : try withMissingAsAgree(read)
    }

    /// The readings under `legacy` if the file marked the action that was not chosen.
    var reversed: CodedReadings {
        get throws {
            var turned = read
            for cell in 0..<read.cells {
                for asking in 0..<read.askings {
                    guard let option = read.option(cell: cell, asking: asking) else { continue }
                    try turned.record(1 - option, cell: cell, asking: asking)
                }
            }
            return try withMissingAsAgree(turned)
        }
    }

    private func withMissingAsAgree(_ readings: CodedReadings) throws -> CodedReadings {
        var readings = readings
        for cell in missing { try readings.record(0, cell: cell, asking: 0) }
        return readings
    }

    /// How many cells the rule concerns, and how many rows the file lacks: two for each cell and prompt.
    var counts: [CauseCount] {
        [
            CauseCount(.countedAsAgree, missing.count, of: read.cells),
            CauseCount(.missingChoices, summary.missing, of: read.cells * prompts * 2),
        ]
    }
}
