import AnswerStore
import ArgumentParser
import Foundation
import Measures
import Reports
import Study
import Text
import Workbench

/// The report of a run, written anew.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the report of a stored run: a page, figures, tables, JSON.",
        discussion: "Example: vlens report --run 2 --out gemma-report")

    @OptionGroup var run_: RunOption
    @OptionGroup var store: StoreOption
    @OptionGroup var prices: PriceOption

    @Option(
        help: ArgumentHelp(
            "The report's folder; by default its name is made of study and respondent.", valueName: "folder"))
    var out: String?

    @OptionGroup var scoring: ScoringOption

    @OptionGroup(title: "Intervals") var intervals: IntervalOptions

    @Flag(help: "Print the paths as JSON.")
    var json = false

    func run() async throws {
        try await reporting {
            let store = try self.store.open(.readOnly)
            let run = try run_.find(in: store)
            // Before the work that ends there: a wrong place is known at once.
            try ReportOptions.check(
                out,
                ReportedRun(
                    respondent: run.respondent, study: store.studyName(ofRun: run.id), key: run.key,
                    distinction: RunDistinction.of(run, in: store)))
            var measured = try MeasuredRun(run: run, store: store, scoring: scoring.scoring)
            measured.prices = try prices.table()
            Notes.tell(measured.olderReadings)
            try measured.requireReadings()
            Notes.tellServing(measured.counts)
            try await measured.addUncertainty(intervals.plan)
            let page = try ReportOptions.write(measured, to: out)
            Terminal.output.line(
                json ? "{\"report\": \(JSONValue.string(page).text(indented: false))}" : "report: \(page)")
        }
    }
}
