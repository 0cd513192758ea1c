import ArgumentParser
package import Measures

/// By which rules missing answers and distances are counted.
struct ScoringOption: ParsableArguments {
    @Option(help: "strict, or legacy: what the released notebooks do, for reproduction only.")
    var scoring = Scoring.strict
}

extension Scoring: ExpressibleByArgument {}
