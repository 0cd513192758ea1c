import ArgumentParser
package import Measures

/// By which rules missing answers and distances are counted, and whose readings.
struct ScoringOption: ParsableArguments {
    @Option(
        name: .customLong("scoring"),
        help: "strict, or legacy: what the released notebooks do, for reproduction only.")
    var rule = Scoring.strict

    @Flag(help: "Count readings that people overruled in the explorer as they did: strict+overrides.")
    var overrides = false

    var scoring: Scoring { overrides ? .overruled : rule }

    func validate() throws {
        if overrides, rule == .legacy {
            throw ValidationError(
                "--overrides and --scoring legacy exclude one another: legacy reproduces what was released")
        }
    }
}

extension Scoring: ExpressibleByArgument {
    /// People's own readings are asked for by a flag.
    package init?(argument: String) {
        guard let rule = Self(rawValue: argument), rule != .overruled else { return nil }
        self = rule
    }

    package static var allValueStrings: [String] { [Self.strict, .legacy].map(\.rawValue) }
}
