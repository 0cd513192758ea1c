import AnswerStore
import ArgumentParser
import Text
public import Measures
import Reports
import Workbench

/// The figures of a run.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Print the measures of a stored run, or of two released files.",
        discussion: """
            Examples:
              vlens measure
              vlens measure --run 2 --json --clusters both
              vlens measure --t1 gemma-2-9b-it_t1.csv --t2 gemma-2-9b-it_t2.csv --scoring legacy --json
            """)

    @OptionGroup var run_: RunOption
    @OptionGroup var store: StoreOption
    @OptionGroup var prices: PriceOption

    @OptionGroup var files: FilePairOptions
    @OptionGroup var scoring: ScoringOption
    @OptionGroup(title: "Intervals") var intervals: IntervalOptions

    @OptionGroup var part: ExcludeOption

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if files.stated != nil, run_.run != nil { throw ValidationError("--run and --t1/--t2 exclude one another") }
        if files.stated != nil, part.exclude != nil {
            throw ValidationError(
                "--exclude and --t1/--t2 exclude one another: released replies don't hold their actions")
        }
        if files.stated != nil, scoring.overrides {
            throw ValidationError(
                "--overrides and --t1/--t2 exclude one another: people overrule readings of stored runs")
        }
    }

    func run() async throws {
        try await reporting {
            if let files = files.paths { return try await measure(files) }
            let store = try self.store.open(.readOnly)
            var measured = try MeasuredRun(run: run_.find(in: store), store: store, scoring: scoring.scoring)
            measured.prices = try prices.table()
            Notes.tell(measured.olderReadings)
            try measured.requireReadings()
            Notes.tellServing(measured.counts)
            try await measured.addUncertainty(intervals.plan)
            try await part.add(to: &measured, intervals)
            show(
                measured.measures, measured.intervals, measured.deconvolution, measured.instrument,
                name: measured.reportInput().title
            ) { measured.json() }
            if !json { ExcludeOption.show(measured) }
        }
    }

    private func measure(_ paths: (stated: String, acted: String)) async throws {
        let files = try MeasuredFiles(stated: paths.stated, acted: paths.acted, scoring: scoring.scoring)
        for note in files.notes { Terminal.error.message("warning: \(note)") }
        try files.measures.requireReadings(.giveMatchingFiles)
        let found = try await MeasureIntervals.made(of: files.measures, plan: intervals.plan)
        let deconvolution = try await DeconvolutionReport(of: files.measures, plan: intervals.plan)
        let instrument = try await files.readings?.report(of: files.measures, plan: intervals.plan)
        show(files.measures, found, deconvolution, instrument, name: files.name) {
            (found.map(files.measures.json) ?? files.measures.json).with(instrument: instrument)
                .with(deconvolution: deconvolution).text()
        }
    }

    private func show(
        _ measures: MeasureReport, _ intervals: MeasureIntervals?, _ deconvolution: DeconvolutionReport?,
        _ instrument: InstrumentReport?, name: String, _ document: () -> String
    ) {
        if json { return Terminal.output.write(document()) }
        let style = Terminal.output.style
        Terminal.output.write(MeasureTable(measures, intervals, deconvolution, name: name, style: style).text)
        if let instrument { Terminal.output.write("\n" + InstrumentTable(instrument, style: style).text) }
    }
}
