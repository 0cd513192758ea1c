import ArgumentParser
import Elicitation
import Foundation
import Measures
import Reports
import Study
import Workbench

/// Does the instrument recover a gap that is known?
struct CalibrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Ask simulated respondents whose gap is known: is it recovered, and by which measure?",
        discussion: """
            Respondents with every gap and every bias of a grid are asked the whole study; their answers are stored, read \
            and measured like a model's. Told is how far what was recovered lies from what is true, which measure \
            mistakes acquiescence, position, noise, refusal or the base rate for a gap, and how many scenarios, variants \
            and replicates find a difference.

            Examples:
              vlens calibrate
              vlens calibrate --gaps 0,0.2,0.4 --biases acquiescence,base-rate --subjects 20
              vlens calibrate --detect 0.15 --simulations 100 --json > calibration.json
            """)

    @Option(
        help: ArgumentHelp("A study that ships (pilot, schwartz-132) or the path of a study file.", valueName: "study"))
    var study = "pilot"

    @Option(
        help: ArgumentHelp("Action pairs: a released VIA file (.csv) or an actions file (.jsonl).", valueName: "file"))
    var actions: String?

    @OptionGroup var places: PlaceOptions

    @OptionGroup(title: "Grid") var options: CalibrationOptions

    @Option(help: ArgumentHelp("The folder for the page, the figures and the tables.", valueName: "folder"))
    var out = "calibration"

    @Option(
        help: ArgumentHelp(
            "Keep every reply in this store; the same command then goes on where it was.", valueName: "store"))
    var store: String?

    @Flag(help: "Print the figures as JSON on standard output instead of a summary.")
    var json = false

    @Flag(help: "Show no progress.")
    var quiet = false

    func validate() throws {
        if let store, store.isEmpty || store == ":memory:" || store.hasPrefix("file:") {
            throw ValidationError("--store '\(store)' names no file: give a path, such as calibration.sqlite")
        }
    }

    func run() async throws {
        try await reporting {
            let load = try workload()
            let folder = URL(filePath: out)
            // Before the work that ends there: a wrong path is known at once.
            try ReportFolder.check(folder, for: .calibration)
            let calibration = try await work(load)
            let input = CalibrationInput(
                study: StudySummary(
                    title: load.part.title, name: load.part.name, protocolHash: load.plan.study.protocolHash,
                    theory: load.part.theory.name, theorySource: load.part.theory.source),
                axes: load.axes, questions: load.plan.count, seed: load.seed, population: SubjectTruth.populationWords,
                calibration: calibration, version: Release.version)
            let page = try ReportFolder.write(input, to: folder)
            let summary = json ? input.json.text() : CalibrationSummary(input, style: Terminal.output.style).text
            Terminal.output.write(summary)
            Terminal.error.write("report: \(page.path)\n")
        }
    }

    private func workload() throws -> CalibrationWorkload {
        let study = try StudyLoader(study: study, actions: actions).load(store: nil)
        guard !study.actions.isEmpty else {
            throw CommandFailure(
                "study '\(study.name)' has no action pairs to choose between: give --actions FILE, a released VIA file "
                    + "(.csv) or an actions file (.jsonl)")
        }
        return try CalibrationWorkload(
            study: study, countries: try places.countries(of: study), topics: try places.topics(of: study),
            grid: try options.grid(),
            subjects: options.subjects,
            resampling: ResamplingPlan(replicates: options.replicates, seed: options.seed),
            detect: try options.differences(), simulations: options.simulations)
    }

    private func work(_ load: CalibrationWorkload) async throws -> Calibration {
        let stop = StopSwitch()
        let interruption = Interruption(stop, grace: .seconds(2))
        let progress = CalibrationProgress()
        let display = quiet ? nil : Task { await progress.show() }
        let stores = try CalibrationStores(path: store)
        defer {
            stores.remove()
            withExtendedLifetime(interruption) {}
        }
        let work = CalibrationWork(
            load, stores: stores, progress: progress, stop: stop,
            workers: max(1, ProcessInfo.processInfo.activeProcessorCount))
        let result: Result<Calibration, any Error>
        do {
            result = .success(try await work.calibration())
        } catch {
            result = .failure(error)
        }
        display?.cancel()
        await display?.value
        if stop.isOn { throw stopped(progress, by: interruption.signal) }
        return try result.get()
    }

    private func stopped(_ progress: CalibrationProgress, by signal: Int32?) -> CommandFailure {
        let remedy =
            store == nil
            ? "with --store FILE a later start goes on where it was" : "go on with: \(RunCommand.commandLine)"
        return CommandFailure(
            "stopped at \(progress.done) of \(progress.expected) steps, and nothing was written; \(remedy)",
            exitCode: CommandFailure.incomplete, signal: signal)
    }
}
