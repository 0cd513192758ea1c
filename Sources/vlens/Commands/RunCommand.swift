import AnswerStore
import ArgumentParser
import Costs
import Elicitation
import Respondents
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

    @OptionGroup var study: StudyOptions
    @OptionGroup(title: "Respondent") var model: ModelOptions
    @OptionGroup(title: "Model server") var modelServer: ModelServerOptions
    @OptionGroup(title: "Pacing") var pacing: PacingOptions
    @OptionGroup(title: "Selection") var part: SelectionOptions
    @OptionGroup var store: StoreOption
    @OptionGroup(title: "Bounds") var bounds: BoundOptions
    @OptionGroup(title: "Bounds") var prices: PriceOption
    @OptionGroup(title: "Batches") var batches: BatchFlags
    @OptionGroup(title: "Shards") var sharding: ShardOptions
    @OptionGroup(title: "Intervals") var intervals: IntervalOptions
    @OptionGroup(title: "Report") var report: ReportOptions
    @OptionGroup(title: "Report") var without: ExcludeOption

    @Flag(help: "Print the measures as JSON on standard output instead of a summary.")
    var json = false

    @Flag(help: "Show no progress.")
    var quiet = false

    @Option(help: .hidden)
    var grace: Double = 10

    func validate() throws {
        try pacing.check(concurrency: model.concurrency)
        _ = try (sharedBounds(), startPacing(concurrency: model.concurrency))
        let alone = [
            (sharding.shardText != nil, "--shard"), (sharding.journal != nil, "--journal"),
            (modelServer.serve != nil, "--serve"),
        ].first(where: \.0)
        if batches.batch, let alone {
            throw ValidationError(
                "\(alone.1) and --batch: a provider's batches are asked by one process, and what is out is kept in its store; "
                    + "give one of the two")
        }
    }

    func run() async throws {
        try await reporting {
            let planned = try plan()
            if bounds.spending.dryRun { return try showPlan(planned) }
            // All that can be wrong is looked at before the store is made: a typing error leaves no file behind.
            try check(planned)
            let store = try self.store.open()
            Notes.tellEarlier(try planned.earlierVersion(in: store), of: planned.study.definition)
            let run = try planned.begin(in: store)
            let journal = try beginJournal(planned, run, store)
            if !batches.cancelBatches { try confirm(planned, run, store) }
            let snapshot = try await ask(planned, run, store, journal)
            if let shard = planned.shard { return try conclude(shard, planned, snapshot, store) }
            try await conclude(planned, run, snapshot, store)
        }
    }

    /// Looks for mistakes in what was typed, in a store that is closed again before it is written.
    private func check(_ planned: PlannedRun) throws {
        let existing = try store.existing()
        try startBounds(planned).checkRetry(planned, in: existing)
        try report.check(
            ReportedRun(
                respondent: planned.respondent, study: planned.study.definition.name, key: planned.identity.key,
                distinction: planned.distinction(in: existing)))
    }

    /// The questions, with actions from the store where the study has none; the store is not made for it.
    func plan() throws -> PlannedRun {
        let specification = try modelServer.specification(model, store: store.store)
        let study = try study.load().joined(with: store.existing())
        var planned = try PlannedRun(
            study, selection: part.selection(of: study.definition), asking: model.model, specification)
        planned.shard = try sharding.shard()
        // Released actions have hundreds of attributions that are no part of their action; the report shows those.
        if !study.definition.isBuiltIn { Notes.tellWarnings(of: study.definition) }
        return planned
    }
}
