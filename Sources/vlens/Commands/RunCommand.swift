import AnswerStore
import ArgumentParser
import Elicitation
import Foundation
import Measures
import Pages
import Reports
import Respondents
import Simulated
import Study
import Workbench

/// The main job.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Ask a respondent all questions of a study, measure, and write the report.",
        discussion: """
            Every reply is stored as it comes. Stopped or killed, the same command goes on where it was: it asks only \
            what has no reply.

            Examples:
              vlens run
              vlens run --model ollama/llama3.3
              vlens run --study schwartz-132 --model openai/gpt-4o-mini --countries Uganda,France

            Exit codes: 0 every question has a reply, 1 failed, 2 misused, 3 some questions have no reply.
            """)

    @Option(
        help: ArgumentHelp("A study that ships (pilot, schwartz-132) or the path of a study file.", valueName: "study"))
    var study = "pilot"

    @Option(
        help: ArgumentHelp("Action pairs: a released VIA file (.csv) or an actions file (.jsonl).", valueName: "file"))
    var actions: String?

    @OptionGroup(title: "Respondent") var model: ModelOptions
    @OptionGroup(title: "Pacing") var pacing: PacingOptions
    @OptionGroup(title: "Selection") var part: SelectionOptions
    @OptionGroup var store: StoreOption
    @OptionGroup(title: "Bounds") var bounds: BoundOptions
    @OptionGroup(title: "Bounds") var prices: PriceOption
    @OptionGroup(title: "Report") var report: ReportOptions

    @Flag(help: "Print the measures as JSON on standard output instead of a summary.")
    var json = false

    @Flag(help: "Show no progress.")
    var quiet = false

    @Option(help: .hidden)
    var grace: Double = 10

    func validate() throws {
        try pacing.check(concurrency: model.concurrency)
    }

    func run() async throws {
        try await reporting {
            let specification = try respondent()
            // The study is checked before the store is made: a typing error leaves no file behind.
            _ = try StudyLoader(study: study, actions: actions).definition()
            let (plan, selection) = try plan()
            let study = plan.study
            // Released actions have hundreds of attributions that are no part of their action; the report shows those.
            if !StudyDefinition.builtInNames.contains(study.name) { Notes.tellWarnings(of: study) }
            if bounds.dryRun { return try showPlan(plan, specification) }
            let key = try key(specification, study.protocolHash)
            try checkAgain(key, try existingStore())
            try report.check(study: study.name, respondent: model.model, run: key)
            let store = try self.store.open()
            let run = try begin(specification, plan, selection, store)
            try confirm(plan, run, store)
            let snapshot = try await ask(plan, of: specification, run: run, store: store)
            try await conclude(run, plan.study, snapshot, store)
        }
    }

    /// The questions, with actions from the store where the study has none; the store is not made for it.
    private func plan() throws -> (QuestionPlan, Selection) {
        let study = try StudyLoader(study: study, actions: actions).load(store: try existingStore())
        let selection = try part.selection(of: study)
        let plan = try study.questions(selection)
        if study.actions.isEmpty, selection.tasks.contains(.acted) {
            throw WorkbenchError(.noActions(study: study.name), .importActions, .giveActions, .askStatedAlone)
        }
        return (plan, selection)
    }

    func existingStore() throws(StoreError) -> AnswerStore? {
        do throws(StoreError) {
            return try store.open(.readOnly)
        } catch .absent {
            return nil
        }
    }

    private func respondent() throws -> RespondentSpecification {
        let specification = try RespondentSpecification.named(
            ModelName(model.model), options: model.connection(), environment: ProcessInfo.processInfo.environment)
        let (fitting, notice) = try OpenFiles.fitting(specification, wanted: model.concurrency)
        for warning in specification.warnings.map({ "warning: \($0)" }) + [notice].compactMap(\.self) {
            Terminal.error.line(Terminal.error.wrapped(warning))
        }
        return fitting
    }

    private func begin(
        _ specification: RespondentSpecification, _ plan: QuestionPlan, _ selection: Selection, _ store: AnswerStore
    ) throws -> RunRecord {
        let study = StudyRecord(plan.study)
        let record = RunRecord(
            key: try key(specification, study.protocolHash), respondent: model.model, origin: .asked,
            settings: try settings(specification), selections: [try RunSelection(selection, plan: plan).json],
            toolVersion: Release.version, started: Date())
        return try store.begin(record, of: study)
    }

    /// What makes two starts the same run.
    func key(_ specification: RespondentSpecification, _ protocolHash: String) throws -> String {
        [protocolHash, model.model, try settings(specification)].joined(separator: "\u{1F}")
    }

    private func settings(_ specification: RespondentSpecification) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(specification.recordedSettings), as: UTF8.self)
    }

    private func ask(
        _ plan: QuestionPlan, of specification: RespondentSpecification, run: RunRecord, store: AnswerStore
    ) async throws -> RunSnapshot {
        let concurrency = min(model.concurrency, specification.maximumConnections)
        let options = Elicitation.Options(
            concurrency: concurrency, retry: pacing.retry(attempts: model.attempts), grace: .seconds(grace),
            pacing: pacing.pacing(concurrency: concurrency),
            bounds: try bounds.bounds(
                plan, model: model.model, prices: try prices.table(), maxTokens: try model.connection().maxTokens,
                run: run, store: store))
        let monitor = RunMonitor()
        let stop = StopSwitch()
        let interruption = Interruption(stop, grace: options.grace)
        let cost = RunningCost(plan: plan, price: try prices.table().price(of: model.model))
        let display = quiet ? nil : Task { await ProgressDisplay(monitor: monitor, cost: cost).show() }
        defer { withExtendedLifetime(interruption) {} }
        let result: Result<RunSnapshot, any Error> = await specification.withRespondent { respondent in
            do {
                let elicitation = Elicitation(store: store, respondent: respondent, options: options)
                return .success(try await elicitation.ask(plan, run: run, monitor: monitor, stop: stop))
            } catch {
                return .failure(error)
            }
        }
        display?.cancel()
        await display?.value
        if !quiet, let text = cost.text(monitor.snapshot) {
            let line = "this start: \(Numerals.count(monitor.snapshot.replied)) replies, \(text)"
            Terminal.error.write(Terminal.error.wrapped(line) + "\n")
        }
        if stop.isOn {
            let snapshot = monitor.snapshot
            throw CommandFailure(
                "stopped: \(snapshot.done) of \(snapshot.planned) questions have their reply; "
                    + "go on with: \(Self.commandLine)", exitCode: CommandFailure.incomplete,
                signal: interruption.signal)
        }
        return try result.get()
    }
}
