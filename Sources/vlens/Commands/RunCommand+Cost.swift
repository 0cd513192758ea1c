import AnswerStore
import Foundation
import Reports
import Respondents
import Study
import Workbench

extension RunCommand {
    /// `--dry-run`: the plan, the cost, the first prompt of each variant.
    func showPlan(_ plan: QuestionPlan, _ specification: RespondentSpecification) throws {
        var spending = Spending()
        var left = plan.count
        if let store = try existingStore(),
            let run = try store.run(key: try key(specification, plan.study.protocolHash))
        {
            spending = try store.spending(run: run.id)
            left = try leftToAsk(plan, run, store)
        }
        let cost = CostPlan(
            plan: plan, model: model.model, prices: try prices.table(), spending: spending,
            left: min(left, bounds.limit ?? .max))
        for line in cost.lines { Terminal.output.line(Terminal.output.wrapped(line)) }
        Terminal.output.line(StudyOverview.prompts(plan))
    }

    /// Says what is to come and, before a run that is dear, asks whether to go on: on a terminal only.
    func confirm(_ plan: QuestionPlan, _ run: RunRecord, _ store: AnswerStore) throws {
        let prices = try prices.table()
        // Who pays nothing need not be told, nor wait for the count.
        guard prices.price(of: model.model).map({ $0.input + $0.output > 0 }) ?? true else { return }
        let isWatched = Terminal.error.isInteractive && Terminal.input.isInteractive && !bounds.yes
        guard isWatched || !quiet else { return }
        let cost = CostPlan(
            plan: plan, model: model.model, prices: prices, spending: try store.spending(run: run.id),
            left: min(try leftToAsk(plan, run, store), bounds.limit ?? .max))
        guard cost.left > 0 else { return }
        let isHosted = try Provider.named(ModelName(model.model).provider)?.needsKey == true
        let asks = isWatched && cost.isDear(above: bounds.confirmAbove, isHosted: isHosted)
        // Quiet is without progress, not without a say in what is spent.
        guard asks || !quiet else { return }
        for line in cost.lines { Terminal.error.write(Terminal.error.wrapped(line) + "\n") }
        guard asks else { return }
        Terminal.error.write("go on? [y/N] ")
        guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
            throw CommandFailure("nothing was asked; --yes goes on without this question")
        }
    }

    /// How many questions of the plan a start would ask: those without a reply, or those that it is restricted to.
    private func leftToAsk(_ plan: QuestionPlan, _ run: RunRecord, _ store: AnswerStore) throws -> Int {
        if let only = try bounds.only(run: run, store: store) {
            return only.isEmpty ? 0 : plan.ids.count { only.contains($0) }
        }
        guard try store.spending(run: run.id).replies > 0 else { return plan.count }
        return plan.count - (try store.replied(run: run.id, of: plan.ids))
    }
}
