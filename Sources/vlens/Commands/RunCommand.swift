import AnswerStore
import ArgumentParser
import Elicitation
import Foundation
import Measures
import Respondents
import Study

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
            if !StudyDefinition.builtInNames.contains(study.name) { study.showWarnings() }
            if bounds.dryRun { return try showPlan(plan, specification) }
            try report.check(study: study.name, respondent: model.model)
            let store = try AnswerStore(path: store.store)
            let run = try begin(specification, plan, selection, store)
            try confirm(plan, run, store)
            let snapshot = try await ask(plan, of: specification, run: run, store: store)
            try conclude(run, plan.study, snapshot, store)
        }
    }

    /// The questions, with actions from the store where the study has none; the store is not made for it.
    private func plan() throws -> (QuestionPlan, Selection) {
        let study = try StudyLoader(study: study, actions: actions).load(store: try existingStore())
        let selection = try part.selection()
        let plan = try study.questions(selection)
        if study.actions.isEmpty, selection.tasks.contains(.acted) { throw StudyLoader.noActions(study.name) }
        return (plan, selection)
    }

    private func existingStore() throws(StoreError) -> AnswerStore? {
        do throws(StoreError) {
            return try AnswerStore(path: store.store, mode: .readOnly)
        } catch .absent {
            return nil
        }
    }

    /// `--dry-run`: the plan, the cost, the first prompt of each variant.
    private func showPlan(_ plan: QuestionPlan, _ specification: RespondentSpecification) throws {
        let cost = CostPlan(
            plan: plan, model: model.model, prices: try bounds.priceTable(), counts: nil, limit: bounds.limit)
        for line in cost.lines { print(Terminal.output.wrapped(line)) }
        print(StudyOverview.prompts(plan))
    }

    /// Says what is to come and, before a run of more than a dollar, asks whether to go on: on a terminal only.
    private func confirm(_ plan: QuestionPlan, _ run: RunRecord, _ store: AnswerStore) throws {
        let cost = CostPlan(
            plan: plan, model: model.model, prices: try bounds.priceTable(), counts: try store.counts(run: run.id),
            limit: bounds.limit)
        guard cost.cost != 0, cost.left > 0, !quiet else { return }
        for line in cost.lines { Terminal.error.write(Terminal.error.wrapped(line) + "\n") }
        let isWatched = Terminal.error.isInteractive && Terminal.input.isInteractive
        guard let dollars = cost.cost, dollars > 1, !bounds.yes, isWatched else { return }
        Terminal.error.write("go on? [y/N] ")
        guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
            throw CommandFailure("nothing was asked; --yes goes on without this question")
        }
    }

    private func respondent() throws -> RespondentSpecification {
        try RespondentSpecification.resolve(
            ModelName(model.model), options: model.connection(), environment: ProcessInfo.processInfo.environment)
    }

    private func begin(
        _ specification: RespondentSpecification, _ plan: QuestionPlan, _ selection: Selection, _ store: AnswerStore
    ) throws -> RunRecord {
        let study = StudyRecord(plan.study)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let settings = String(decoding: try encoder.encode(specification.recordedSettings), as: UTF8.self)
        let record = RunRecord(
            key: [study.protocolHash, model.model, settings].joined(separator: "\u{1F}"), respondent: model.model,
            origin: .asked, settings: settings, selections: [try RunSelection(selection, plan: plan).json],
            toolVersion: Release.version, started: Date())
        return try store.begin(record, of: study)
    }

    private func ask(
        _ plan: QuestionPlan, of specification: RespondentSpecification, run: RunRecord, store: AnswerStore
    ) async throws -> RunSnapshot {
        let options = Elicitation.Options(
            concurrency: model.concurrency, retry: RetryPolicy(transientAttempts: model.attempts),
            grace: .seconds(grace), pacing: pacing.pacing,
            bounds: try bounds.bounds(
                plan, model: model.model, maxTokens: try model.connection().maxTokens, run: run, store: store))
        let monitor = RunMonitor()
        let stop = StopSwitch()
        let interruption = Interruption(stop, grace: options.grace)
        let display = quiet ? nil : Task { await ProgressDisplay(monitor: monitor).show() }
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
        if stop.isOn {
            let snapshot = monitor.snapshot
            throw CommandFailure(
                "stopped: \(snapshot.done) of \(snapshot.planned) questions have their reply; "
                    + "go on with: \(Self.commandLine)", exitCode: CommandFailure.incomplete)
        }
        return try result.get()
    }
}
