import ArgumentParser
import Elicitation
import Foundation
import Measures
import Reports
import Study
import Text
import Workbench

/// Does the instrument recover a gap that is known?
struct CalibrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Ask simulated respondents whose gap is known: is it recovered, and by which measure?",
        discussion: """
            Respondents with every gap and every bias of a grid are asked the whole study; their answers are stored, read \
            and measured like a model's. The output says how far the recovered gap lies from the true one, which measure \
            mistakes acquiescence, primacy, position, noise, refusal or the base rate for a gap, and how many scenarios, variants \
            and repetitions find a difference. Respondents of seven worlds, in which slips go with the gap or not, show what \
            each figure of the gap makes of them.

            Examples:
              vlens calibrate
              vlens calibrate --gaps 0,0.2,0.4 --biases acquiescence,base-rate --subjects 20
              vlens calibrate --worlds ambivalence,slips-at-gap --biases none
              vlens calibrate --detect 0.15 --simulations 100 --json > calibration.json
            """)

    @OptionGroup var study: StudyOptions

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
            for note in options.untested { Terminal.error.write("vlens: \(note)\n") }
            let calibration = try await calibration(load)
            let input = CalibrationInput(
                study: StudySummary(
                    title: load.part.title, name: load.part.name, protocolHash: load.study.protocolHash,
                    theory: load.part.theory.name, theorySource: load.part.theory.source),
                axes: load.axes, questions: load.plan.count, seed: load.seed, population: SubjectTruth.populationWords,
                calibration: calibration, version: Release.version)
            let page = try ReportFolder.write(input, to: folder)
            let summary = json ? input.json.text() : CalibrationSummary(input, style: Terminal.output.style).text
            Terminal.output.write(summary)
            Terminal.error.write("report: \(page.path)\n")
        }
    }
}
