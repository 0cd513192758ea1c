public import ArgumentParser
public import Study

/// Which part of a study is asked.
struct SelectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Only these countries, separated by commas.", valueName: "names"))
    var countries: String?

    @Option(help: ArgumentHelp("Only these topics, separated by commas.", valueName: "names"))
    var topics: String?

    @Option(help: ArgumentHelp("Only this task: stated (Task 1) or acted (Task 2).", valueName: "task"))
    var task: StudyTask?

    @Option(help: ArgumentHelp("Only these prompt variants of each task, such as 0,4.", valueName: "numbers"))
    var variants: String?

    @Option(help: "How often each question is asked.")
    var replicates = 1

    @Option(
        help: ArgumentHelp("Only so many cells, spread evenly over countries and value groups.", valueName: "cells"))
    var sample: Int?

    @Option(help: "Which cells --sample takes.")
    var seed: UInt64 = 1

    func validate() throws {
        if let sample, sample < 1 { throw ValidationError("--sample \(sample): at least one cell is needed") }
        if replicates < 1 { throw ValidationError("--replicates \(replicates): at least one is needed") }
        _ = try variantNumbers()
    }

    func selection() throws -> Selection {
        let numbers = try variantNumbers()
        return Selection(
            countries: countries.map(Self.list), topics: topics.map(Self.list),
            tasks: task.map { [$0] } ?? Set(StudyTask.allCases),
            variants: numbers.map { [.stated: $0, .acted: $0] } ?? [:], replicates: replicates,
            sample: sample.map { CellSample(count: $0, seed: seed) })
    }

    private func variantNumbers() throws -> [Int]? {
        try variants.map { text in
            try Self.list(text).map { part in
                guard let number = Int(part) else {
                    throw ValidationError("--variants '\(text)': '\(part)' is no number")
                }
                return number
            }
        }
    }

    /// No name of a country or topic that ships holds a comma.
    private static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
    }
}

extension StudyTask: ExpressibleByArgument {}

extension String {
    var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
