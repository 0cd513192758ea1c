import AnswerStore
import ArgumentParser
import Foundation
import Measures
import Pages
import Text
import Reports
import Workbench

/// Runs against the first of them, paired on the cells that all have.
struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare stored runs: differences with intervals, tests and power.",
        discussion: """
            Every difference is another run minus the first. Of three runs and more, all are compared on the cells that \
            count in all of them, and p-values are adjusted over all comparisons. --fail-if makes it a gate: exit code 1 \
            where a run is worse than the first by more than so much; 'clearly' asks that the whole interval lies beyond.

            Examples:
              vlens compare 1 2
              vlens compare gemma-2-9b-it Llama-3.3-70B-Instruct --json
              vlens compare 1 2 3 --figure forest.svg
              vlens compare 1 2 --fail-if 'alignment-rate drops 0.03' --junit gate.xml
              vlens compare 1 2 --fail-if 'kappa clearly drops 0'
            """)

    @Argument(help: "The first run: its number, or its respondent's name.")
    var first: String

    @Argument(help: "The run, or runs, to compare with it.")
    var others: [String]

    @OptionGroup var store: StoreOption
    @OptionGroup(title: "Intervals") var resampling: ResamplingOptions

    @Option(help: "strict, or legacy: what the released notebooks do, for reproduction only.")
    var scoring = Scoring.strict

    @Option(
        help: ArgumentHelp(
            "Fail where a figure drops or rises by more than so much: \(ComparisonGate.Figure.allCases.map(\.rawValue).joined(separator: ", ")). May be repeated.",
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
            let store = try self.store.open(.readOnly)
            let measured = try ([first] + others).map { name in
                try MeasuredRun(run: RunOption.find(name, in: store), store: store, scoring: scoring)
            }
            for run in measured { Notes.tell(run.olderReadings) }
            for run in measured { try run.requireReadings() }
            let comparisons = try await SlowNotice.during { notice in
                try await MeasureComparison.each(
                    of: measured.dropFirst().map(\.measures), against: measured[0].measures, plan: resampling.plan
                ) { notice.done($0, of: measured.count - 1, "compared") }
            }
            let names = measured.map { $0.reportInput(worst: 0).respondent.label }
            let others = Array(names.dropFirst())
            if json {
                Terminal.output.write(Self.json(comparisons, first: names[0], others: others).text())
            } else {
                Terminal.output.write(
                    ComparisonTable(comparisons, first: names[0], others: others, style: Terminal.output.style).text)
            }
            if let figure {
                let forest = ForestFigure(comparisons, first: names[0], others: others).figure
                try TextOutput.replace(figure, with: forest.standalone)
            }
            try judge(comparisons, first: names[0], others: others)
        }
    }

    /// Of two runs one comparison, of more a list of them.
    private static func json(_ comparisons: [MeasureComparison], first: String, others: [String]) -> MeasureJSON {
        let each = zip(comparisons, others).map { comparison, other in
            MeasureJSON.object([.init("second", .string(other))] + comparison.json.members)
        }
        let rest = each.count == 1 ? each[0].members : [.init("comparisons", .array(each))]
        return .object([.init("first", .string(first))] + rest)
    }

    /// Fails where any rule is broken by any run, once the file that tells of all of them is written.
    private func judge(_ comparisons: [MeasureComparison], first: String, others: [String]) throws {
        let outcomes = zip(comparisons, others).flatMap { comparison, other in
            let prefix = others.count == 1 ? "" : "\(other): "
            return failIf.map { rule in
                JUnitReport.Check(
                    name: prefix + rule.rule, failure: rule.failure(of: comparison).map { prefix + $0 })
            }
        }
        if let junit {
            let report = JUnitReport(suite: "\(others.joined(separator: ", ")) against \(first)", checks: outcomes)
            try TextOutput.replace(junit, with: report.text)
        }
        let failures = outcomes.compactMap(\.failure)
        if !failures.isEmpty { throw CommandFailure(failures.joined(separator: "\n")) }
    }
}
