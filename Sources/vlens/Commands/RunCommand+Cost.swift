import AnswerStore
import Costs
import Foundation
import Respondents
import Study
import Workbench

extension RunCommand {
    /// `--dry-run`: the plan, the cost, the first prompt of each variant.
    func showPlan(_ planned: PlannedRun) throws {
        let store = try self.store.existing()
        let cost = try CostPlan(
            planned, startBounds(planned), prices: prices.table(), run: planned.stored(in: store), in: store)
        if let shard = planned.shard { Terminal.output.line("shard \(shard): \(cost.left) questions are left to ask.") }
        for line in cost.lines { Terminal.output.line(Terminal.output.wrapped(line)) }
        Terminal.output.line(StudyOverview.prompts(planned.plan))
    }

    /// What the start is to ask, and what the run may take; with batches, at their price.
    ///
    /// - Throws: `SetupError` where the respondent's provider takes none.
    func startBounds(_ planned: PlannedRun) throws -> StartBounds {
        var bounds = try sharedBounds()
        guard batches.batch else { return bounds }
        bounds.batchFactor = try batches.factor(of: planned.specification, named: planned.respondent)
        return bounds
    }

    /// Says what is to come and, before a run that is dear, asks whether to go on: on a terminal only.
    func confirm(_ planned: PlannedRun, _ run: RunRecord, _ store: AnswerStore) throws {
        let prices = try prices.table()
        // Where nothing is paid, nothing needs to be told, nor counted.
        guard prices.price(of: planned.respondent).map({ $0.input + $0.output > 0 }) ?? true else { return }
        let isWatched = Terminal.error.isInteractive && Terminal.input.isInteractive && !bounds.spending.yes
        guard isWatched || !quiet else { return }
        let cost = try CostPlan(planned, startBounds(planned), prices: prices, run: run, in: store)
        guard cost.left > 0 else { return }
        let isHosted = try Provider.named(ModelName(planned.respondent).provider)?.needsKey == true
        let asks = isWatched && cost.isDear(above: bounds.spending.confirmAbove, isHosted: isHosted)
        // Quiet is without progress, not without a say in what is spent.
        guard asks || !quiet else { return }
        for line in cost.lines { Terminal.error.line(Terminal.error.wrapped(line)) }
        guard asks else { return }
        Terminal.error.write("go on? [y/N] ")
        guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
            throw CommandFailure("nothing was asked; --yes goes on without this question")
        }
    }
}
