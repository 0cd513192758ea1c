import AnswerStore
import Costs
import Elicitation
import Foundation
import Pages
import Reports
import Respondents
import Study
import Text
import Workbench

extension GenerateCommand {
    /// What nobody wants to learn after an hour of asking: that the file can't be written.
    func checkOutput() throws {
        guard let out else { return }
        let folder = URL(filePath: out).deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw CommandFailure("--out '\(out)': there is no folder '\(folder)'")
        }
        if FileManager.default.fileExists(atPath: out, isDirectory: &isFolder), isFolder.boolValue {
            throw CommandFailure("--out '\(out)' is a folder: give a file in it")
        }
        if TextOutput.isDatabase(out) { throw CommandFailure("--out '\(out)' is a store: give another file") }
    }

    /// What is to come, in two sentences.
    private func lines(_ planned: PlannedGeneration, left: Int) throws -> (
        lines: [String], dollars: Double?, tokens: Int
    ) {
        let each = planned.each
        let price = try prices.table().price(of: planned.respondent)
        let dollars = price?.cost(input: left * each.input, output: left * each.output)
        let known = try dollars.map { "about \(Numerals.dollars($0)) at the prices of \(try prices.table().date)" }
        let variants = planned.plan.variants.map { "\($0.index)" }.joined(separator: ", ")
        return (
            [
                "\(planned.plan.count) actions: \(planned.plan.cells.count) cells, both inclinations, "
                    + "\(planned.plan.variants.count == 1 ? "variant" : "variants") \(variants); \(left) to be asked for of "
                    + planned.respondent,
                "about \(Numerals.count(left * each.input)) tokens in and \(Numerals.count(left * each.output)) out, more where "
                    + "answers are not in order (estimated: four bytes a token; see docs/money.md); "
                    + (known ?? "its price is not known (give --prices FILE)"),
            ], dollars, left * (each.input + each.output)
        )
    }

    /// `--dry-run`: the plan, the cost, the first prompt of each variant.
    func showPlan(_ planned: PlannedGeneration) async throws {
        let store = try self.store.existing()
        let state = try await planned.state(of: planned.stored(in: store), in: store)
        let left = state.standings.count { $0.outcome == .missing }
        for line in try lines(planned, left: left).lines { Terminal.output.line(Terminal.output.wrapped(line)) }
        for variant in planned.plan.variants {
            guard let slot = planned.plan.slots.first(where: { $0.variant == variant.index }),
                let question = planned.plan.question(slot)
            else { continue }
            Terminal.output.line(
                """

                ── variant \(variant.index): \(variant.wording), \(variant.order), \(variant.requirement) ──
                \(question.system.map { "[system] \($0)\n" } ?? "")\(question.prompt)
                """)
        }
    }

    /// Says what is to come, where it may cost something.
    func confirm(_ planned: PlannedGeneration, _ run: RunRecord, _ store: AnswerStore) async throws {
        let price = try prices.table().price(of: planned.respondent)
        guard price.map({ $0.input + $0.output > 0 }) ?? true else { return }
        let left = try await planned.state(of: run, in: store).standings.count { $0.outcome == .missing }
        guard left > 0 else { return }
        let isHosted = try Provider.named(ModelName(planned.respondent).provider)?.needsKey == true
        let cost = try lines(planned, left: left)
        try caps.confirm(
            cost.lines,
            isDear: cost.dollars.map { $0 > caps.spending.confirmAbove } ?? (isHosted && cost.tokens > 1_000_000),
            quiet: quiet)
    }

    /// Asks for what is not there, with progress on standard error.
    func ask(
        _ planned: PlannedGeneration, _ run: RunRecord, _ store: AnswerStore
    ) async throws -> PlannedGeneration.Ending {
        let table = try prices.table()
        let concurrency = min(model.concurrency, planned.specification.maximumConnections)
        let options = Elicitation.Options(
            concurrency: concurrency, retry: pacing.retry(attempts: model.attempts), grace: .seconds(grace),
            pacing: pacing.pacing(concurrency: concurrency),
            bounds: try planned.bounds(caps.bounds, prices: table, replyTokens: model.connection().maxTokens))
        let monitor = RunMonitor()
        let cost = RunningCost(each: planned.each, price: table.price(of: planned.respondent))
        let progress = ProgressDisplay(monitor: monitor, cost: cost)
        let display: (@Sendable () async -> Void)? = quiet ? nil : { @Sendable in await progress.show() }
        let retries = retryRefusals
        let work = await StoppableWork<PlannedGeneration.Ending>.during(grace: options.grace, display: display) {
            stop in
            try await planned.ask(
                run, in: store, options, retriesRefusals: retries, monitor: monitor, stop: stop)
        }
        let snapshot = monitor.snapshot
        if !quiet, let text = cost.text(snapshot) {
            Terminal.error.line(
                Terminal.error.wrapped("this start: \(Numerals.count(snapshot.replied)) replies, \(text)"))
        }
        if work.isStopped { throw RunEnding.stopped(snapshot, by: work.signal) }
        return try work.result.get()
    }
}
