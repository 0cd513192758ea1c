import Costs
import AnswerStore
import Elicitation
import Pages
import Reports
import Respondents
import Study
import Workbench

extension RunCommand {
    /// Asks what has no reply yet, with progress on standard error.
    func ask(
        _ planned: PlannedRun, _ run: RunRecord, _ store: AnswerStore, _ journal: ShardJournal?
    ) async throws -> RunSnapshot {
        var options = try options(planned, run, store)
        options.journal = journal
        let monitor = RunMonitor()
        let cost = RunningCost(
            plan: planned.plan, shard: planned.shard, price: try prices.table().price(of: planned.respondent))
        let service = try self.service(planned, run, store)
        let progress = ProgressDisplay(monitor: monitor, cost: cost)
        let display: (@Sendable () async -> Void)? =
            quiet
            ? nil
            : { @Sendable in
                await service?.untilReady()
                await progress.show()
            }
        let work = await StoppableWork<RunSnapshot>.during(grace: options.grace, display: display) { stop in
            if let service {
                return try await service.during(stop) { port in
                    try await reached(planned, port: port).ask(run, in: store, options, monitor: monitor, stop: stop)
                }
            }
            guard batches.batch else {
                return try await planned.ask(run, in: store, options, monitor: monitor, stop: stop)
            }
            let (provider, factor) = try batches.provider(of: planned.specification, named: planned.respondent)
            return try await planned.askInBatches(
                run, in: store, options, by: provider, batches.options(factor: factor), monitor: monitor, stop: stop)
        }
        let snapshot = monitor.snapshot
        if !quiet, let text = cost.text(snapshot) {
            Terminal.error.line(
                Terminal.error.wrapped("this start: \(Numerals.count(snapshot.replied)) replies, \(text)"))
        }
        // One that ended stopped the run, too; a user who stopped it knows.
        if work.signal == nil, case .failure(let error as ServingError) = work.result { throw error }
        if work.isStopped, service != nil, snapshot.planned == 0 {
            throw RunEnding.stoppedBeforeServer(by: work.signal)
        }
        if work.isStopped { throw RunEnding.stopped(snapshot, by: work.signal) }
        return try work.result.get()
    }

    private func options(
        _ planned: PlannedRun, _ run: RunRecord, _ store: AnswerStore
    ) throws -> Elicitation.Options {
        let concurrency = min(model.concurrency, planned.specification.maximumConnections)
        return Elicitation.Options(
            concurrency: concurrency, retry: pacing.retry(attempts: model.attempts), grace: .seconds(grace),
            pacing: try startPacing(concurrency: concurrency),
            bounds: try startBounds(planned).bounds(
                of: planned, prices: try prices.table(), replyTokens: try model.connection().maxTokens, run: run,
                store: store))
    }
}
