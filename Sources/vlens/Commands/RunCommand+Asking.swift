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
    func ask(_ planned: PlannedRun, _ run: RunRecord, _ store: AnswerStore) async throws -> RunSnapshot {
        let options = try options(planned, run, store)
        let monitor = RunMonitor()
        let cost = RunningCost(plan: planned.plan, price: try prices.table().price(of: planned.respondent))
        let progress = ProgressDisplay(monitor: monitor, cost: cost)
        let display: (@Sendable () async -> Void)? = quiet ? nil : { @Sendable in await progress.show() }
        let work = await StoppableWork<RunSnapshot>.during(grace: options.grace, display: display) { stop in
            try await planned.ask(run, in: store, options, monitor: monitor, stop: stop)
        }
        let snapshot = monitor.snapshot
        if !quiet, let text = cost.text(snapshot) {
            Terminal.error.line(
                Terminal.error.wrapped("this start: \(Numerals.count(snapshot.replied)) replies, \(text)"))
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
            pacing: pacing.pacing(concurrency: concurrency),
            bounds: try bounds.bounds().bounds(
                of: planned, prices: try prices.table(), replyTokens: try model.connection().maxTokens, run: run,
                store: store))
    }
}
