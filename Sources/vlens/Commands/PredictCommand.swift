import AnswerStore
import ArgumentParser
import Elicitation
import Foundation
import Measures
import Reports
import Respondents
import Simulated
import Study
import Text
import Workbench

/// Predicts what a respondent states from what it chose.
struct PredictCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "predict",
        abstract:
            "Predict what a respondent states from what it chose: by an observer model, and by what is learned from cells.",
        discussion: """
            Of each cell whose both sides are decided an observer sees the chosen action, alone and with what explains it, and \
            predicts the stated side. Beside it stand a baseline that is fitted here to features of the cells, the commoner side \
            and the base rate: evidence that does not beat them tells nothing. Without --model nothing is asked. Every reply is \
            stored as it comes: stopped or killed, the same command goes on where it was.

            --warn needs no choices: it says where a respondent's word is least to be trusted.

            Examples:
              vlens predict --run 1
              vlens predict --run 1 --model openai/gpt-4o-mini --mask-value --group-by value
              vlens predict --run 1 --model simulated/observer --evidence action --evidence explanation --html prediction.html
              vlens predict --released outputs/evaluation/explanations
              vlens predict --run 2 --warn

            Exit codes: 0 every cell has a prediction that was read, 1 failed, 2 misused, 3 some have none.
            """)

    @OptionGroup var run_: RunOption
    @OptionGroup var store: StoreOption
    @OptionGroup(title: "Design") var design: PredictionOptions
    @OptionGroup(title: "Observer") var observer: ObserverOptions
    @OptionGroup(title: "Pacing") var pacing: PacingOptions
    @OptionGroup(title: "Bounds") var caps: CapOptions
    @OptionGroup(title: "Bounds") var prices: PriceOption
    @OptionGroup(title: "Intervals") var intervals: PredictionIntervalOptions
    @OptionGroup(title: "Output") var output: PredictionOutputOptions
    @OptionGroup(title: "Other sources") var other: PredictionSourceOptions

    @Flag(help: "Ask only what failed before.")
    var retryFailed = false

    @Flag(help: "Ask nothing: list every question, and what all would cost.")
    var list = false

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Show no progress.")
    var quiet = false

    @Option(help: .hidden)
    var grace: Double = 10

    func validate() throws {
        try pacing.check(concurrency: observer.server.concurrency)
        try other.check(hasModel: observer.model != nil, hasRun: run_.run != nil, html: output.html)
        let ofObserver = [
            ("--list", list), ("--dry-run", caps.spending.dryRun), ("--retry-failed", retryFailed),
            ("--mask-value", design.maskValue),
            ("--evidence", !design.evidence.isEmpty), ("--explanation own", design.explanation == .own),
        ]
        for (flag, isGiven) in ofObserver
        where isGiven && observer.model == nil {
            throw ValidationError("\(flag) needs an observer: name one with --model")
        }
    }

    func run() async throws {
        try await reporting {
            do {
                if let folder = other.released { return try await showReleased(folder) }
                if other.warn { return try await warn() }
                try output.check()
                try await predict()
            } catch let problem as PredictionProblem {
                throw CommandFailure(problem.words)
            }
        }
    }

    private func predict() async throws {
        guard let model = observer.model else {
            let plan = try planned(in: self.store.open(.readOnly))
            return try await conclude(plan, nil)
        }
        let name = try ModelName(model)
        guard !name.isSimulated || SimulatedObserver.isMeant(by: name.model) else {
            throw CommandFailure(PredictionProblem.noObserver(model: model).words, exitCode: CommandFailure.misuse)
        }
        let specification = try observer.server.specification(of: model)
        let isAsking = !list && !caps.spending.dryRun
        let store = try isAsking ? self.store.openExisting() : self.store.open(.readOnly)
        let plan = try planned(in: store)
        let prediction = try ModelPrediction(plan, model: model, specification)
        if !isAsking { return try await showQuestions(prediction, in: store) }
        if !quiet {
            for notice in PredictionWords.notices(prediction) {
                Terminal.error.line(Terminal.error.wrapped("note: " + notice))
            }
        }
        let run = try prediction.begin(in: store, at: Date())
        try await confirm(prediction, run, store)
        let snapshot = try await ask(prediction, run, store)
        let outcome = try await prediction.outcome(run, in: store)
        try await conclude(plan, PredictionWords.Asked(prediction, run, outcome))
        if let incomplete = try RunEnding.incompleteness(snapshot, store.counts(run: run.id)) { throw incomplete }
        if let unread = PredictionWords.incompleteness(outcome) { throw unread }
    }

    private func planned(in store: AnswerStore) throws -> PlannedPrediction {
        let target = try run_.find(in: store)
        let wanted = try design.design()
        return try SlowNotice.during { notice in
            notice.reading("run \(target.id)")
            let observed = try ObservedRun(
                target, in: store, explanation: wanted.explanation, wantsThoughts: wanted.kinds.contains(.thoughts))
            return try PlannedPrediction(observed, wanted)
        }
    }
}

/// Who observes, and how a question reaches it.
struct ObserverOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The observer as provider/model; without it nothing is asked, and the learned baseline stands alone.",
            discussion: "simulated/observer needs no key and no network, and tells nothing of any model."))
    var model: String?

    @OptionGroup var server: ServerOptions
}

/// Other sources of predictions than a run and an observer.
struct PredictionSourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Instead of a run: released predictions, the files of this folder.", valueName: "folder"))
    var released: String?

    @Flag(help: "Say for each cell of --run how probable it is that its word is not kept.")
    var warn = false

    @Option(
        help: ArgumentHelp(
            "With --warn: learn from this measured run (repeatable); by default from all others of the same study.",
            valueName: "run"))
    var learnFrom: [String] = []

    func check(hasModel: Bool, hasRun: Bool, html: String?) throws {
        if warn, html != nil { throw ValidationError("--warn writes no page: give --tables FOLDER") }
        if released != nil, hasModel || hasRun || warn {
            throw ValidationError("--released reads files alone: leave --run, --model and --warn out")
        }
        if warn, hasModel { throw ValidationError("--warn asks no model: leave --model out") }
        if !learnFrom.isEmpty, !warn { throw ValidationError("--learn-from belongs to --warn") }
    }
}
