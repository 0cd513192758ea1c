import AnswerStore
import ArgumentParser
import Elicitation
import Foundation
import Measures
import Respondents
import Study
import Text
import Workbench

/// A model judges a project's actions.
struct JudgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judge",
        abstract:
            "Let a model judge the actions of a project by the same criteria as people, and compare it with them.",
        discussion: """
            One question for each action, with all criteria and what they mean; the answer is one JSON object. Every reply is \
            stored as it comes: stopped or killed, the same command goes on where it was. Labels are added once, by the model \
            as a judge of its own kind, with the hash of the rubric by which it judged.

            At the end stands how far it agrees with people, criterion by criterion. Until people have judged the same \
            actions its labels are compared with nobody's. A model is not asked to judge what it wrote itself, unless --own \
            names it: its labels are then marked.

            Examples:
              vlens judge --project first --model openai/gpt-4o-mini
              vlens judge --project second --items dataset.jsonl --model ollama/llama3.3

            Exit codes: 0 every action has a judgement that was read, 1 failed, 2 misused, 3 some have none.
            """)

    @Option(help: ArgumentHelp("The project's name in the store.", valueName: "name"))
    var project: String

    @Option(
        help: ArgumentHelp(
            "Make the project of these actions where there is none: a dataset (.jsonl) or a released VIA file (.csv).",
            valueName: "file"))
    var items: String?

    @OptionGroup var study: StudyOptions

    @Option(help: ArgumentHelp("Let this model, the one of --model, judge what it wrote itself.", valueName: "model"))
    var own: String?

    @OptionGroup(title: "Judge") var model: ModelOptions
    @OptionGroup(title: "Pacing") var pacing: PacingOptions
    @OptionGroup var store: StoreOption
    @OptionGroup(title: "Bounds") var bounds: JudgeBoundOptions
    @OptionGroup(title: "Bounds") var prices: PriceOption
    @OptionGroup(title: "Intervals") var intervals: IntervalOptions

    @Flag(help: "Print the text by which the model judges, with its hash, and ask nothing.")
    var rubric = false

    @Flag(help: "Print what came of it as JSON.")
    var json = false

    @Flag(help: "Show no progress.")
    var quiet = false

    func validate() throws { try pacing.check(concurrency: model.concurrency) }

    func run() async throws {
        try await reporting {
            let (project, store) = try opened()
            let judging = try planned(project)
            if rubric { return Terminal.output.write(JudgeWords.rubric(judging.questions.rubric)) }
            for note in JudgeWords.notes(judging) where !quiet { Terminal.error.line(Terminal.error.wrapped(note)) }
            let run = try judging.begin(at: Date())
            let snapshot = try await ask(judging, run)
            let outcome = try await judging.label(run, at: Date())
            let agreement = try await ModelAgreement.all(project, plan: intervals.plan)
            let words = JudgeWords(judging: judging, outcome: outcome, agreement: agreement)
            Terminal.output.write(json ? words.json : words.text)
            if let incomplete = try RunEnding.incompleteness(snapshot, store.counts(run: run.id)) { throw incomplete }
            if let unread = words.incompleteness { throw unread }
        }
    }

    /// The project, made of the items where there is none.
    private func opened() throws -> (AnnotationProject, AnswerStore) {
        guard let items else {
            let store = try self.store.openExisting()
            guard let known = try AnnotationProject(named: project, in: store) else {
                throw JudgeWords.noProject(project, known: try store.projects().map(\.name))
            }
            return (known, store)
        }
        let loaded = try study.load()
        let settings = loaded.definition.annotation ?? AnnotationSettings()
        let records = try AnnotatedItems(path: items, gold: nil, of: loaded, settings: settings)
        let store = try self.store.open()
        if let known = try AnnotationProject(named: project, in: store) { return (known, store) }
        let made = try AnnotationProject.begin(
            named: project, ProjectDefinition(loaded.definition, settings: settings), items: records.records,
            in: store, at: Date())
        return (made, store)
    }

    private func planned(_ project: AnnotationProject) throws -> ModelJudging {
        do {
            return try ModelJudging(project, model: model.model, model.specification(), own: own)
        } catch let problem as JudgingProblem {
            throw CommandFailure(problem.words)
        }
    }

    /// Asks what has no reply yet, with progress on standard error.
    private func ask(_ judging: ModelJudging, _ run: RunRecord) async throws -> RunSnapshot {
        let concurrency = min(model.concurrency, judging.maximumConnections)
        let options = Elicitation.Options(
            concurrency: concurrency, retry: pacing.retry(attempts: model.attempts),
            pacing: pacing.pacing(concurrency: concurrency),
            bounds: try judging.bounds(
                bounds.bounds, prices: prices.table(), replyTokens: model.connection().maxTokens, run: run))
        let monitor = RunMonitor()
        let progress = ProgressDisplay(monitor: monitor, cost: nil)
        let display: (@Sendable () async -> Void)? = quiet ? nil : { @Sendable in await progress.show() }
        let work = await StoppableWork<RunSnapshot>.during(grace: options.grace, display: display) { stop in
            try await judging.ask(run, options, monitor: monitor, stop: stop)
        }
        if work.isStopped { throw RunEnding.stopped(monitor.snapshot, by: work.signal) }
        return try work.result.get()
    }
}
