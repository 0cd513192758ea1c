import AnswerStore
import ArgumentParser
import Foundation
import Measures
import Reports

/// Two runs, paired on the cells that both have.
struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare two stored runs: differences with intervals and tests.",
        discussion: """
            Every difference is the second run minus the first. --fail-if makes it a gate: exit code 1 where the second \
            run is worse by more than so much.

            Examples:
              vlens compare 1 2
              vlens compare gemma-2-9b-it Llama-3.3-70B-Instruct --json
              vlens compare 1 2 --fail-if 'alignment-rate drops 0.03' --junit gate.xml
            """)

    @Argument(help: "The first run: its number, or its respondent's name.")
    var first: String

    @Argument(help: "The second run.")
    var second: String

    @OptionGroup var store: StoreOption
    @OptionGroup(title: "Intervals") var resampling: ResamplingOptions

    @Option(help: "strict, or legacy: what the released notebooks do, for reproduction only.")
    var scoring = Scoring.strict

    @Option(
        help: ArgumentHelp(
            "Fail where a figure drops or rises by more than so much: alignment-rate, distance, kappa. May be repeated.",
            valueName: "rule"))
    var failIf: [ComparisonGate] = []

    @Option(help: ArgumentHelp("Write the outcome of each --fail-if as JUnit XML.", valueName: "file"))
    var junit: String?

    @Option(help: ArgumentHelp("Draw the differences with their intervals: a forest plot (SVG).", valueName: "file"))
    var figure: String?

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if let junit, failIf.isEmpty {
            throw ValidationError("--junit '\(junit)' has nothing to tell: give a rule with --fail-if")
        }
    }

    func run() async throws {
        try await reporting {
            let store = try AnswerStore(path: store.store, mode: .readOnly)
            let measured = try [first, second].map { name in
                try MeasuredRun(run: RunOption.find(name, in: store), store: store, scoring: scoring)
            }
            for run in measured { try run.requireReadings() }
            let comparison = try await MeasureComparison(
                first: measured[0].measures, second: measured[1].measures, plan: resampling.plan)
            let names = measured.map { $0.reportInput(worst: 0).respondent.label }
            if json {
                let header: MeasureJSON = ["first": .string(names[0]), "second": .string(names[1])]
                Terminal.output.write(MeasureJSON.object(header.members + comparison.json.members).text())
            } else {
                let table = ComparisonTable(
                    comparison, first: names[0], second: names[1], style: Terminal.output.style)
                Terminal.output.write(table.text)
            }
            if let figure {
                let forest = ForestFigure(comparison, first: names[0], second: names[1]).figure
                try Self.write(forest.standalone, to: figure)
            }
            try judge(comparison, names: names)
        }
    }

    /// Fails where any rule is broken, once the file that tells of all of them is written.
    private func judge(_ comparison: MeasureComparison, names: [String]) throws {
        let outcomes = failIf.map { (rule: $0.rule, failure: $0.failure(of: comparison)) }
        if let junit {
            let report = JUnitReport(
                suite: "\(names[1]) against \(names[0])",
                checks: outcomes.map { JUnitReport.Check(name: $0.rule, failure: $0.failure) })
            try Self.write(report.text, to: junit)
        }
        let failures = outcomes.compactMap(\.failure)
        if !failures.isEmpty { throw CommandFailure(failures.joined(separator: "\n")) }
    }

    /// Beside the file first, then in its place.
    private static func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CommandFailure("'\(path)' can't be written: name a file in a folder that you may write to")
        }
    }
}
