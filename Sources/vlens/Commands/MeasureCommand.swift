import AnswerStore
public import ArgumentParser
public import Measures
import Reports

/// The figures of a run.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Print the measures of a stored run, or of two released files.",
        discussion: """
            Examples:
              vlens measure
              vlens measure --run 2 --json --intervals
              vlens measure --t1 gemma-2-9b-it_t1.csv --t2 gemma-2-9b-it_t2.csv --scoring legacy --json
            """)

    @OptionGroup var run_: RunOption
    @OptionGroup var store: StoreOption
    @OptionGroup var prices: PriceOption

    @Option(
        name: .customLong("t1"), help: ArgumentHelp("Task 1 replies (CSV), instead of a stored run.", valueName: "file")
    )
    var stated: String?

    @Option(
        name: .customLong("t2"), help: ArgumentHelp("Task 2 choices (CSV), instead of a stored run.", valueName: "file")
    )
    var acted: String?

    @Option(help: "strict, or legacy: what the released notebooks do, for reproduction only.")
    var scoring = Scoring.strict

    @Flag(help: "Add intervals to the figures: a seeded cluster bootstrap.")
    var intervals = false

    @OptionGroup(title: "Intervals") var resampling: ResamplingOptions

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        if (stated == nil) != (acted == nil) {
            throw ValidationError("--t1 and --t2 go together: give both, or neither")
        }
        if stated != nil, run_.run != nil { throw ValidationError("--run and --t1/--t2 exclude one another") }
    }

    func run() async throws {
        try await reporting {
            if let stated, let acted {
                let files = try MeasuredFiles(stated: stated, acted: acted, scoring: scoring)
                try files.measures.requireReadings(
                    remedy: "Give two files that answer for the same countries, topics and values")
                let instrument = try await files.readings?.report(of: files.measures, plan: plan)
                return try await show(files.measures, name: files.name, instrument) { intervals in
                    (intervals.map(files.measures.json) ?? files.measures.json).with(instrument: instrument).text()
                }
            }
            let store = try AnswerStore(path: store.store, mode: .readOnly)
            var measured = try MeasuredRun(run: run_.find(in: store), store: store, scoring: scoring)
            measured.prices = try prices.table()
            try measured.requireReadings()
            let instrument = try await measured.instrument(plan)
            try await show(measured.measures, name: measured.reportInput(worst: 0).title, instrument) { intervals in
                measured.json(intervals: intervals, instrument: instrument)
            }
        }
    }

    /// How the intervals are made, `nil` where none are wanted.
    private var plan: ResamplingPlan? { intervals ? resampling.plan : nil }

    private func show(
        _ measures: MeasureReport, name: String, _ instrument: InstrumentReport?,
        _ document: (MeasureIntervals?) -> String
    ) async throws {
        let found = intervals ? try await MeasureIntervals(of: measures, plan: resampling.plan) : nil
        if json { return Terminal.output.write(document(found)) }
        let style = Terminal.output.style
        Terminal.output.write(MeasureTable(measures, name: name, style: style).text)
        if let found { Terminal.output.write("\n" + IntervalTable(measures, found, style: style).text) }
        if let instrument { Terminal.output.write("\n" + InstrumentTable(instrument, style: style).text) }
    }
}

extension Scoring: ExpressibleByArgument {}
