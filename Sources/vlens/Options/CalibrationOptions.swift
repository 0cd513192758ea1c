import ArgumentParser
import Measures
import Simulated

/// Which subjects a calibration asks, and how many.
struct CalibrationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The true gaps, separated by commas.", valueName: "numbers"))
    var gaps = "0,0.2,0.4"

    @Option(
        help: ArgumentHelp(
            "What disturbs answers, one at a time: acquiescence, primacy, position, noise, refusal, base-rate; or none.",
            valueName: "names"))
    var biases = "acquiescence,primacy,position,noise,refusal,base-rate"

    @Option(
        help: ArgumentHelp(
            "Worlds of respondents whose slips go with the gap or not, asked beside the grid: all, none, or some of "
                + World.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "names"))
    var worlds = "all"

    @Option(help: "How many respondents to ask at each place of the grid, each with a seed of its own.")
    var subjects = 6

    @Option(
        help: ArgumentHelp("The differences of gap to tell the power of, separated by commas.", valueName: "numbers"))
    var detect = "0.1,0.2"

    @Option(help: "How many pairs of respondents each power rests on; 0 leaves power out.")
    var simulations = 24

    @Option(help: "How often to draw a run anew for its intervals.")
    var draws = 300

    @Option(help: "Fixes every respondent and every draw.")
    var seed: UInt64 = 1

    func validate() throws {
        _ = try grid()
        _ = try differences()
        _ = try chosenWorlds()
        guard (1...1000).contains(subjects) else {
            throw ValidationError("--subjects \(subjects) is outside 1…1,000")
        }
        guard (0...10_000).contains(simulations) else {
            throw ValidationError("--simulations \(simulations) is outside 0…10,000")
        }
        guard ResamplingPlan.allowedReplicates.contains(draws) else {
            throw ValidationError("--draws \(draws) is outside 100…1,000,000")
        }
    }

    func grid() throws -> CalibrationGrid {
        let gaps = try Self.probabilities(gaps, option: "--gaps", example: "0,0.2,0.4")
        guard gaps.count > 1 else {
            throw ValidationError(
                "--gaps '\(self.gaps)': two gaps are needed at least, such as 0,0.2: what moves a figure is told beside "
                    + "what the gap does")
        }
        return CalibrationGrid(gaps: gaps, biases: try levels())
    }

    func chosenWorlds() throws -> [World] {
        let names = Self.parts(worlds)
        if names == ["all"] { return World.allCases }
        if names == ["none"] { return [] }
        let known = World.allCases.map(\.rawValue)
        guard !names.isEmpty else {
            throw ValidationError(
                "--worlds '\(worlds)' names none: give some of \(known.joined(separator: ", ")), all or none")
        }
        if let odd = names.first(where: { !known.contains($0) }) {
            throw ValidationError(
                "--worlds '\(worlds)': '\(odd)' is not known: \(Suggestion.words(for: odd, among: known))give some of \(known.joined(separator: ", ")), all or none"
            )
        }
        return World.allCases.filter { names.contains($0.rawValue) }
    }

    /// What so few respondents or simulations do not test; in sentences, for before the work.
    var untested: [String] {
        var notes: [String] = []
        if subjects < PairedShift.fewest {
            notes.append(
                "with \(subjects) respondents at each place it is not tested what biases do: \(PairedShift.fewest) are needed "
                    + "(--subjects \(PairedShift.fewest))")
        }
        if (1..<PowerTable.fewest).contains(simulations) {
            notes.append(
                "with \(simulations) simulations power is not tested: \(PowerTable.fewest) are needed "
                    + "(--simulations \(PowerTable.fewest))")
        }
        return notes
    }

    func differences() throws -> [Double] {
        let sizes = try Self.probabilities(detect, option: "--detect", example: "0.1,0.2")
        guard !sizes.contains(0) else {
            throw ValidationError("--detect '\(detect)': 0 is no difference; give numbers above 0, such as 0.1,0.2")
        }
        return sizes
    }

    /// At each level but the first, 0, which undisturbed respondents stand for.
    private static let levels: [CalibratedBias: [Double]] = [
        .acquiescence: [0.2, 0.4], .primacy: [0.2, 0.4], .position: [0.2, 0.4], .noise: [0.1, 0.2, 0.4],
        .refusal: [0.1, 0.3],
        .baseRate: [0.15, 0.25, 0.35],
    ]

    private func levels() throws -> [CalibrationGrid.Levels] {
        let names = Self.parts(biases)
        let known = CalibratedBias.graded.map(\.rawValue)
        guard !names.isEmpty else {
            throw ValidationError(
                "--biases '\(biases)' names none: give some of \(known.joined(separator: ", ")), or none")
        }
        if names == [CalibratedBias.undisturbed.rawValue] { return [] }
        if let odd = names.first(where: { !known.contains($0) }) {
            throw ValidationError(
                "--biases '\(biases)': '\(odd)' is not known: \(Suggestion.words(for: odd, among: known))give some of "
                    + known.joined(separator: ", "))
        }
        if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw ValidationError("--biases '\(biases)': '\(twice)' is there twice: keep one")
        }
        return CalibratedBias.graded.filter { names.contains($0.rawValue) }
            .map { CalibrationGrid.Levels($0, Self.levels[$0] ?? []) }
    }

    private static func probabilities(_ text: String, option: String, example: String) throws -> [Double] {
        let names = parts(text)
        guard !names.isEmpty else {
            throw ValidationError("\(option) '\(text)' names none: give numbers from 0 to 1, such as \(example)")
        }
        var numbers: [Double] = []
        for name in names {
            guard let number = Double(name), (0...1).contains(number) else {
                throw ValidationError("\(option) '\(text)': '\(name)' is no probability: give numbers from 0 to 1")
            }
            guard !numbers.contains(number) else {
                throw ValidationError("\(option) '\(text)': '\(name)' is there twice: keep one")
            }
            // -0 and 0 are one gap, and the first would be written as "-0.0".
            numbers.append(number == 0 ? 0 : number)
        }
        return numbers.sorted()
    }

    private static func parts(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
    }
}
