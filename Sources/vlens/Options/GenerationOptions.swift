import ArgumentParser
import Study
import Workbench

/// Which actions are written.
struct GenerationOptions: ParsableArguments {
    @OptionGroup var places: PlaceOptions

    @Option(
        name: .customLong("values"),
        help: ArgumentHelp("Only these values, separated by commas. May be repeated.", valueName: "names"))
    var valueTexts: [String] = []

    @Option(
        help: ArgumentHelp(
            "The prompt variants by which actions are asked for, such as 3 or 0,3. By default 0.", valueName: "numbers")
    )
    var variants: [String] = []

    @Option(
        help: ArgumentHelp(
            "So many cells under every variant, spread evenly, so that people can judge which variant is best.",
            valueName: "cells"))
    var pilot: Int?

    @Option(
        help: ArgumentHelp("Only so many cells, spread evenly over countries and value groups.", valueName: "cells"))
    var sample: Int?

    @Option(help: "Fixes which cells --sample and --pilot take.")
    var sampleSeed: UInt64 = 1

    @Option(help: "How often an action is asked for at most, the first time included.")
    var rounds = 3

    func validate() throws {
        if let pilot, pilot < 1 { throw ValidationError("--pilot \(pilot): at least one cell is needed") }
        if let sample, sample < 1 { throw ValidationError("--sample \(sample): at least one cell is needed") }
        if pilot != nil, sample != nil { throw ValidationError("--pilot draws cells itself: leave --sample out") }
        if pilot != nil, !variants.isEmpty {
            throw ValidationError("--pilot asks under every variant: leave --variants out")
        }
        if !(1...GenerationSelection.mostRounds).contains(rounds) {
            throw ValidationError("--rounds \(rounds) is outside 1…\(GenerationSelection.mostRounds)")
        }
        _ = try variantNumbers()
    }

    func selection(of study: StudyDefinition) throws -> GenerationSelection {
        let known = study.theory.values.map(\.name)
        return GenerationSelection(
            countries: try places.countries(of: study), topics: try places.topics(of: study),
            values: valueTexts.isEmpty ? nil : try NameList(option: "--values", texts: valueTexts).names(among: known),
            variants: pilot == nil ? try variantNumbers() ?? [0] : nil,
            sample: (pilot ?? sample).map { CellSample(count: $0, seed: sampleSeed) }, rounds: rounds)
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
