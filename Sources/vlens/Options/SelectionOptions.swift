import ArgumentParser
public import Study

/// Which part of a study is asked.
struct SelectionOptions: ParsableArguments {
    @OptionGroup var places: PlaceOptions

    @Option(help: ArgumentHelp("Only this task: stated (Task 1) or acted (Task 2).", valueName: "task"))
    var task: StudyTask?

    @Option(help: ArgumentHelp("Only these prompt variants of each task, such as 0,4.", valueName: "numbers"))
    var variants: [String] = []

    @Option(help: "How often to ask each question.")
    var repeats = 1

    @Option(
        help: ArgumentHelp("Only so many cells, spread evenly over countries and value groups.", valueName: "cells"))
    var sample: Int?

    @Option(help: "Fixes which cells --sample takes.")
    var sampleSeed: UInt64 = 1

    func validate() throws {
        if let sample, sample < 1 { throw ValidationError("--sample \(sample): at least one cell is needed") }
        if repeats < 1 { throw ValidationError("--repeats \(repeats): at least one is needed") }
        if repeats > Selection.mostReplicates {
            throw ValidationError("--repeats \(repeats): at most \(Selection.mostReplicates) are asked")
        }
        _ = try variantNumbers()
    }

    func selection(of study: StudyDefinition) throws -> Selection {
        let numbers = try variantNumbers()
        return Selection(
            countries: try places.countries(of: study), topics: try places.topics(of: study),
            tasks: task.map { [$0] } ?? Set(StudyTask.allCases),
            variants: numbers.map { [.stated: $0, .acted: $0] } ?? [:], replicates: repeats,
            sample: sample.map { CellSample(count: $0, seed: sampleSeed) })
    }

    private func variantNumbers() throws -> [Int]? {
        guard !variants.isEmpty else { return nil }
        return try variants.flatMap { text in
            try text.split(separator: ",").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }.map { part in
                guard let number = Int(part) else {
                    throw ValidationError("--variants '\(text)': '\(part)' is no number")
                }
                return number
            }
        }
    }
}

/// Which countries and topics of a study are asked about.
struct PlaceOptions: ParsableArguments {
    @Option(
        name: .customLong("countries"),
        help: ArgumentHelp(
            "Only these countries, separated by commas. May be repeated, such as for names that hold a comma.",
            valueName: "names"))
    var countryTexts: [String] = []

    @Option(
        name: .customLong("topics"),
        help: ArgumentHelp(
            "Only these topics, separated by commas. May be repeated, such as for names that hold a comma.",
            valueName: "names"))
    var topicTexts: [String] = []

    /// The countries that were named; `nil` for all.
    func countries(of study: StudyDefinition) throws -> [String]? {
        guard !countryTexts.isEmpty else { return nil }
        return try NameList(option: "--countries", texts: countryTexts).names(among: study.countries)
    }

    /// The topics that were named; `nil` for all.
    func topics(of study: StudyDefinition) throws -> [String]? {
        guard !topicTexts.isEmpty else { return nil }
        return try NameList(option: "--topics", texts: topicTexts).names(among: study.topics)
    }
}

extension StudyTask: ExpressibleByArgument {}

extension String {
    var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
