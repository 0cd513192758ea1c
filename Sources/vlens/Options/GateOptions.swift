import ArgumentParser
import Text
import Workbench

/// Rules that a comparison must keep.
struct GateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Fail where a figure drops or rises by more than so much: \(ComparisonGate.Figure.allCases.map(\.rawValue).joined(separator: ", ")). May be repeated.",
            valueName: "rule"),
        transform: ComparisonGate.read)
    var failIf: [ComparisonGate] = []

    @Option(help: ArgumentHelp("Write the outcome of each --fail-if as JUnit XML.", valueName: "file"))
    var junit: String?

    func validate() throws {
        if let junit, failIf.isEmpty {
            throw ValidationError("--junit '\(junit)' has nothing to tell: give a rule with --fail-if")
        }
    }

    /// Writes the outcome of all rules, then fails where any is broken.
    func judge(_ comparison: RunComparison) throws {
        let checks = comparison.checks(failIf)
        if let junit { try TextOutput.replace(junit, with: comparison.junit(checks)) }
        let failures = checks.compactMap(\.failure)
        if !failures.isEmpty { throw CommandFailure(failures.joined(separator: "\n")) }
    }
}
