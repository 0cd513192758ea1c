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
    @OptionGroup(title: "Selection") var part: SelectionOptions
    @OptionGroup var store: StoreOption
    @OptionGroup(title: "Report") var report: ReportOptions

    @Flag(help: "Print the measures as JSON on standard output instead of a summary.")
    var json = false

    @Flag(help: "Show no progress.")
    var quiet = false

    @Option(help: .hidden)
    var grace: Double = 10

    func run() async throws {
        try await reporting {
            let specification = try respondent()
            // The study is checked before the store is made: a typing error leaves no file behind.
            _ = try StudyLoader(study: study, actions: actions).definition()
            let store = try AnswerStore(path: store.store)
            let study = try StudyLoader(study: study, actions: actions).load(store: store)
            // Released actions have hundreds of attributions that are no part of their action; the report shows those.
            if !StudyDefinition.builtInNames.contains(study.name) { study.showWarnings() }
            let selection = try part.selection()
            let plan = try study.questions(selection)
            if study.actions.isEmpty, selection.tasks.contains(.acted) { throw StudyLoader.noActions(study.name) }
            try report.check(study: study.name, respondent: model.model)
            let run = try begin(specification, plan, selection, store)
            let snapshot = try await ask(plan, of: specification, run: run, store: store)
            try conclude(run, snapshot, store)
        }
    }

    private func respondent() throws -> RespondentSpecification {
        try RespondentSpecification.resolve(
            ModelName(model.model), options: model.connection(), environment: ProcessInfo.processInfo.environment)
    }

    private func begin(
        _ specification: RespondentSpecification, _ plan: QuestionPlan, _ selection: Selection, _ store: AnswerStore
    ) throws -> RunRecord {
        let study = plan.study
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let settings = String(decoding: try encoder.encode(specification.recordedSettings), as: UTF8.self)
        let record = RunRecord(
            key: [study.protocolHash, model.model, settings].joined(separator: "\u{1F}"), respondent: model.model,
            origin: .asked, settings: settings, selections: [try RunSelection(selection, plan: plan).json],
            toolVersion: Release.version, started: Date())
        return try store.begin(record, of: StudyRecord(study))
    }

    private func ask(
        _ plan: QuestionPlan, of specification: RespondentSpecification, run: RunRecord, store: AnswerStore
    ) async throws -> RunSnapshot {
        let options = Elicitation.Options(
            concurrency: model.concurrency, retry: RetryPolicy(transientAttempts: model.attempts),
            grace: .seconds(grace))
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

    private func conclude(_ run: RunRecord, _ snapshot: RunSnapshot, _ store: AnswerStore) throws {
        let measured = try MeasuredRun(run: run, store: store, scoring: .strict)
        try measured.requireReadings()
        if json {
            Terminal.output.write(measured.json())
        } else {
            Terminal.output.write(measured.summary(for: .output))
        }
        if let path = try report.write(measured) { Terminal.error.write("report: \(path)\n") }
        guard snapshot.failed > 0 else { return }
        let failures = try store.failures(run: run.id)
        let last = failures.max { $0.failed < $1.failed }
        throw CommandFailure(
            "\(snapshot.failed) of \(snapshot.planned) questions have no reply (last error: \(last?.message ?? "none")); "
                + "ask them again with: \(Self.commandLine)", exitCode: CommandFailure.incomplete)
    }

    /// The command as it was typed, to be typed again.
    private static var commandLine: String {
        let words = ["vlens"] + CommandLine.arguments.dropFirst()
        return words.map { word in
            let plain = word.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
                    || "-_./:,=@+".unicodeScalars.contains($0)
            }
            return plain && !word.isEmpty
                ? word
                : "'"
                    + word.split(separator: "'", omittingEmptySubsequences: false)
                    .joined(separator: "'\\''") + "'"
        }.joined(separator: " ")
    }
}
