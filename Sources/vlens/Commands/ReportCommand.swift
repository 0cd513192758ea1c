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
        discussion: """
            By default a folder with a page and all files beside it. --html writes the page alone, to be sent; --bundle \
            several runs with their comparisons; --latex the tables for a paper with their references. All open from disk.

            Examples:
              vlens report --run 2 --out gemma-report
              vlens report --run 2 --html gemma.html
              vlens report --run 1 --run 2 --bundle both
              vlens report --run 2 --latex paper
            """)

    @Option(
        help: ArgumentHelp(
            "The run: its number, or its respondent's name; by default the last one. A --bundle takes several, by default all.",
            valueName: "run"))
    var run: [String] = []

    @OptionGroup var store: StoreOption
    @OptionGroup var prices: PriceOption

    @Option(
        help: ArgumentHelp(
            "The report's folder; by default its name is made of study and respondent.", valueName: "folder"))
    var out: String?

    @OptionGroup(title: "To send") var sent: SentReportOptions
    @OptionGroup var scoring: ScoringOption
    @OptionGroup(title: "Intervals") var intervals: IntervalOptions

    @OptionGroup var part: ExcludeOption

    @Flag(help: "Print the paths as JSON.")
    var json = false

    func validate() throws {
        if run.count > 1, sent.bundle == nil {
            throw ValidationError("--run is given \(run.count) times: several runs go into a --bundle")
        }
        if sent.bundle != nil, part.exclude != nil {
            throw ValidationError("--bundle compares whole runs: leave out --exclude")
        }
        if sent.bundle != nil, out != nil || sent.html != nil || sent.latex != nil {
            throw ValidationError("--bundle writes a folder of its own: leave out --out, --html and --latex")
        }
    }

    func run() async throws {
        try await reporting {
            let store = try self.store.open(.readOnly)
            let written = sent.bundle == nil ? try await writeOne(store) : try await writeBundle(store)
            if json {
                let members = written.map { JSONValue.Member($0.name, .string($0.path)) }
                Terminal.output.line(JSONValue.object(members).text(indented: false))
            } else {
                for place in written { Terminal.output.line("\(place.name): \(place.path)") }
            }
        }
    }

    private func writeOne(_ store: AnswerStore) async throws -> [WrittenReport] {
        let record = try store.run(named: run.first)
        let reported = try ReportedRun(
            respondent: record.respondent, study: store.studyName(ofRun: record.id), key: record.key,
            distinction: RunDistinction.of(record, in: store))
        let hasFolder = out != nil || !sent.isGiven
        // Before the work that ends there: a wrong place is known at once.
        if hasFolder { try ReportOptions.check(out, reported) }
        try sent.check()
        var measured = try MeasuredRun(run: record, store: store, scoring: scoring.scoring)
        measured.prices = try prices.table()
        Notes.tell(measured.olderReadings)
        try measured.requireReadings()
        Notes.tellServing(measured.counts)
        try await measured.addUncertainty(intervals.plan)
        try await measured.addRisks(in: store, plan: intervals.plan)
        try await part.add(to: &measured, intervals)
        let folder = hasFolder ? [WrittenReport("report", try ReportOptions.write(measured, to: out))] : []
        return folder + (try sent.write(measured.reportInput()))
    }

    private func writeBundle(_ store: AnswerStore) async throws -> [WrittenReport] {
        try sent.check()
        let records = run.isEmpty ? try store.runs() : try run.map { try store.run(named: $0) }
        let chosen = records.isEmpty ? [try store.run(named: nil)] : records.uniqueRuns
        let table = try prices.table()
        let found = try await SlowNotice.during { notice in
            try await RunBundle(
                of: chosen, store: store, scoring: scoring.scoring, prices: table, plan: intervals.plan
            ) { notice.done($0, of: $1, "measured") }
        }
        for sentence in found.leftOut { Terminal.error.line("note: \(sentence)") }
        return try sent.write(found.bundle)
    }
}

extension [RunRecord] {
    /// Each run once, where it was named first.
    fileprivate var uniqueRuns: [RunRecord] {
        var seen: Set<Int64> = []
        return filter { seen.insert($0.id).inserted }
    }
}
