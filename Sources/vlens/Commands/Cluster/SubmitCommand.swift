import AnswerStore
import ArgumentParser
import Foundation
import Workbench

/// A run in shards, on a cluster.
struct SubmitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Ask a run's questions in shards on a Slurm cluster, and merge them.",
        discussion: """
            Takes the options of 'vlens run'. It writes two readable scripts into a job folder on the shared file system, an \
            array of tasks, one a shard, and a merge that waits for them, and submits both. A task keeps its store on its \
            node and appends every reply to a journal in the job folder; requeued elsewhere it goes on where it was. The same \
            command again asks only what has no reply.

            Examples:
              vlens submit --slurm --shards 4 --dry-run
              vlens submit --slurm --shards 32 --time 4:00:00 --gres gpu:1 --study schwartz-132 --model vllm/MODEL \
            --serve 'vllm serve MODEL --port {port}'
            """)

    @OptionGroup(title: "Slurm") var slurm: SlurmOptions
    @OptionGroup var run: RunCommand

    func run() async throws {
        try await reporting {
            let arguments = try ForwardedArguments(CommandLine.arguments.dropFirst(2))
            try arguments.refuseKeys(slurm.ofShards)
            try KeyTravel.check(run.model, sbatch: slurm.sbatchArg)
            try checkShares()
            let planned = try run.plan()
            let submission = try submission(planned, arguments.words)
            if run.bounds.spending.dryRun { return try show(submission) }
            if submission.scripts.job.submissions.isEmpty { try refuseStored(planned) }
            let made = try await submission.submit(at: Date())
            tell(made, submission)
        }
    }

    /// A cap or a rate that leaves a shard nothing is told now, and not by its task.
    private func checkShares() throws {
        var last = run
        last.sharding.shardText = "\(slurm.shards)/\(slurm.shards)"
        _ = try (last.sharedBounds(), last.startPacing(concurrency: last.model.concurrency))
    }

    private func submission(_ planned: PlannedRun, _ arguments: [String]) throws -> ClusterSubmission {
        let here = FileManager.default.currentDirectoryPath
        func absolute(_ path: String) -> String {
            path.hasPrefix("/") ? path : here + "/" + path
        }
        let folder = slurm.jobFolder ?? ClusterNames.folder(store: run.store.store, respondent: planned.respondent)
        let job = ClusterJob(
            name: ClusterNames.job(planned.respondent, folder: absolute(folder)), mark: try planned.mark(),
            shards: slurm.shards, questions: planned.plan.count, store: absolute(run.store.store), folder: here,
            arguments: arguments, program: Self.program)
        var scripts = SlurmScripts(job, folder: absolute(folder))
        (scripts.shardOptions, scripts.mergeOptions) = (slurm.ofShards, slurm.ofMerge)
        return try ClusterSubmission(scripts)
    }

    /// This program, by a path that the nodes can find, too.
    private static var program: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? Bundle.main.executablePath ?? CommandLine.arguments[0]
    }

    private func show(_ submission: ClusterSubmission) throws {
        let folder = submission.scripts.folder
        if let array = try submission.arrayScript { Terminal.output.write("# \(folder)/shards.sbatch\n\(array)\n") }
        Terminal.output.write("# \(folder)/merge.sbatch, behind the array\n\(try submission.mergeScript)")
    }

    /// Shards know what their journals hold, and nothing else: what the store has of the run would be paid for twice.
    private func refuseStored(_ planned: PlannedRun) throws {
        guard let store = try run.store.existing(), let stored = try planned.stored(in: store) else { return }
        let left = try CostPlan(
            planned, run.bounds.bounds(), prices: run.prices.table(), run: stored, in: store
        ).left
        let replies = planned.plan.count - left
        if replies > 0, run.bounds.limit == nil {
            throw ClusterError.alreadyAsked(store: run.store.store, replies: replies)
        }
    }

    private func tell(_ made: ClusterJob.Submission, _ submission: ClusterSubmission) {
        let shown = ShellWord.quoted(submission.scripts.folder)
        if let array = made.array {
            Terminal.output.line(
                "submitted: shards \(made.shards) as job \(array), their merge as \(made.merge ?? "?")")
        } else {
            Terminal.output.line("every shard is done; submitted: their merge as job \(made.merge ?? "?")")
        }
        Terminal.error.line("look: vlens status \(shown)")
    }
}
