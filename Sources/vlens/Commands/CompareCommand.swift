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
            Every difference is another run minus the first. Three runs and more are compared on the cells that count in \
            all of them, and p-values are adjusted over all comparisons. --fail-if makes it a gate: exit code 1 \
            where a run is worse than the first by more than so much; 'clearly' asks that the whole interval lies beyond. \
            --report writes all of it for people and papers: a page, tables (CSV, LaTeX) and figures.

            Examples:
              vlens compare 1 2
              vlens compare gemma-2-9b-it Llama-3.3-70B-Instruct --json
              vlens compare 1 2 3 --figure forest.svg
              vlens compare 1 2 3 --report comparison
              vlens compare 1 2 --fail-if 'alignment-rate drops 0.03' --junit gate.xml
              vlens compare 1 2 --fail-if 'kappa clearly drops 0'
            """)

    @Argument(help: "The first run: its number, or its respondent's name.")
    var first: String

    @Argument(help: "The run, or runs, to compare with it.")
    var others: [String]

    @OptionGroup var store: StoreOption
    @OptionGroup(title: "Intervals") var resampling: ResamplingOptions

    @OptionGroup var scoring: ScoringOption
    @OptionGroup var gate: GateOptions

    @Option(help: ArgumentHelp("Draw the differences with their intervals: a forest plot (SVG).", valueName: "file"))
    var figure: String?

    @Option(help: ArgumentHelp("Write a page with tables and figures into this folder.", valueName: "folder"))
    var report: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        try await reporting {
            // Before the work that ends there: a wrong place is known at once.
            if let report { try ReportFolder.check(URL(filePath: report), for: .comparison) }
            let store = try self.store.open(.readOnly)
            let measured = try ([first] + others).map { name in
                try MeasuredRun(run: store.run(named: name), store: store, scoring: scoring.scoring)
            }
            for run in measured { Notes.tell(run.olderReadings) }
            for run in measured { try run.requireReadings() }
            let found = try await SlowNotice.during { notice in
                try await RunComparison(of: measured, plan: resampling.plan) { notice.done($0, of: $1, "compared") }
            }
            if json {
                Terminal.output.write(found.json.text())
            } else {
                let style = Terminal.output.style
                if let overruled = found.overruled {
                    let counts = zip([found.first] + found.others, overruled).map { "\($0) \($1)" }
                    Terminal.output.line(
                        "strict+overrides scoring; readings overruled: \(counts.joined(separator: ", "))")
                }
                Terminal.output.write(
                    ComparisonTable(
                        found.comparisons, first: found.first, others: found.others, deconvolved: found.deconvolved,
                        caveats: found.caveats, style: style
                    ).text)
            }
            if let figure {
                let forest = ForestFigure(found.comparisons, first: found.first, others: found.others).figure
                try TextOutput.replace(figure, with: forest.standalone)
            }
            if let report { try await write(found, to: URL(filePath: report)) }
            try gate.judge(found)
        }
    }

    private func write(_ found: RunComparison, to folder: URL) async throws {
        let input = try await found.report()
        let page = try ReportFolder.write(input, json: found.json.text(), to: folder, owner: found.owner)
        Terminal.error.line("report: \(page.path)")
    }
}
