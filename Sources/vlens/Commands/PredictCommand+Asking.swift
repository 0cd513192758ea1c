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

extension PredictCommand {
    /// What is to come, in two sentences.
    private func cost(
        _ prediction: ModelPrediction, _ run: RunRecord?, _ store: AnswerStore
    ) async throws -> (lines: [String], dollars: Double?, tokens: Int, left: Int) {
        let left = try await prediction.left(run, in: store)
        let asked = min(left.questions, caps.limit ?? .max)
        let input = left.questions > 0 ? Int(Double(left.tokens) * Double(asked) / Double(left.questions)) : 0
        let out = asked * ModelPrediction.answerTokens
        let table = try prices.table()
        let dollars = table.price(of: prediction.model)?.cost(input: input, output: out)
        let known = dollars.map { "about \(Numerals.dollars($0)) at the prices of \(table.date)" }
        let conditions = prediction.plan.design.conditions.count
        return (
            [
                "\(Numerals.count(prediction.questions.count)) questions: \(Numerals.count(prediction.plan.sample.count)) cells of run "
                    + "\(prediction.plan.observed.run.id), \(conditions) \(conditions == 1 ? "kind" : "kinds") of evidence; "
                    + "\(Numerals.count(asked)) to be asked of \(Plain.line(prediction.model))",
                "about \(Numerals.count(input)) tokens in and \(Numerals.count(out)) out (estimated: four bytes a token; see "
                    + "docs/money.md), less where the server keeps the beginning that prompts share; "
                    + (known ?? "its price is not known (give --prices FILE)"),
            ], dollars, input + out, asked
        )
    }

    /// `--dry-run`: the plan, the cost, the first prompt of each kind. `--list`: every question instead of the prompts.
    func showQuestions(_ prediction: ModelPrediction, in store: AnswerStore) async throws {
        let cost = try await cost(prediction, prediction.stored(in: store), store)
        let questions = prediction.questions
        if json {
            let shown: [JSONValue] = (0..<questions.count).map { position in
                let (member, condition) = questions.member(at: position)
                return [
                    "id": .string(questions.id(at: position)), "evidence": .string(condition.id),
                    "cell": .integer(member.number), "country": .string(member.cell.scenario.country),
                    "topic": .string(member.cell.scenario.topic), "value": .string(member.cell.value),
                    "fold": .integer(prediction.plan.list(of: member.cell)),
                ]
            }
            let object: JSONValue = [
                "design": prediction.plan.design.json, "wording": .string(questions.wording.hash),
                "questions": .array(shown), "to_be_asked": .integer(cost.left), "tokens": .integer(cost.tokens),
                "dollars": JSONValue(cost.dollars), "parts": prediction.plan.splitJSON,
            ]
            return Terminal.output.write(object.text())
        }
        for line in cost.lines { Terminal.output.line(Terminal.output.wrapped(line)) }
        for position in 0..<questions.count {
            let (member, condition) = questions.member(at: position)
            let isFirst = position == 0 || questions.member(at: position - 1).condition != condition
            if list {
                let cell = member.cell
                Terminal.output.line(
                    Plain.line(
                        "\(condition.id)  \(cell.scenario.country), \(cell.scenario.topic), \(cell.value)  part "
                            + "\(prediction.plan.list(of: cell) + 1)  \(questions.id(at: position))"))
            } else if isFirst {
                let request = questions[position].request
                Terminal.output.line(
                    "\n── \(condition.id) ──\n[system] \(request.system ?? "")\n\(Plain.text(request.prompt))")
            }
        }
    }

    /// Says what is to come, where it may cost something.
    func confirm(_ prediction: ModelPrediction, _ run: RunRecord, _ store: AnswerStore) async throws {
        let price = try prices.table().price(of: prediction.model)
        guard price.map({ $0.input + $0.output > 0 }) ?? true else { return }
        let cost = try await cost(prediction, run, store)
        guard cost.left > 0 else { return }
        let isHosted = try Provider.named(ModelName(prediction.model).provider)?.needsKey == true
        try caps.confirm(
            cost.lines,
            isDear: cost.dollars.map { $0 > caps.spending.confirmAbove } ?? (isHosted && cost.tokens > 1_000_000),
            quiet: quiet)
    }

    /// Asks what has no reply yet, with progress on standard error.
    func ask(_ prediction: ModelPrediction, _ run: RunRecord, _ store: AnswerStore) async throws -> RunSnapshot {
        let table = try prices.table()
        var wanted = caps.bounds
        wanted.retriesFailed = retryFailed
        let concurrency = min(observer.server.concurrency, prediction.maximumConnections)
        let options = Elicitation.Options(
            concurrency: concurrency, retry: pacing.retry(attempts: observer.server.attempts), grace: .seconds(grace),
            pacing: pacing.pacing(concurrency: concurrency),
            bounds: try prediction.bounds(
                wanted, prices: table, replyTokens: observer.server.connection().maxTokens, run: run, store: store))
        let monitor = RunMonitor()
        let questions = prediction.questions
        let cost = RunningCost(
            each: (questions.count > 0 ? questions.tokens / questions.count : 0, ModelPrediction.answerTokens),
            price: table.price(of: prediction.model))
        let progress = ProgressDisplay(monitor: monitor, cost: cost)
        let display: (@Sendable () async -> Void)? = quiet ? nil : { @Sendable in await progress.show() }
        let work = await StoppableWork<RunSnapshot>.during(grace: options.grace, display: display) { stop in
            try await prediction.ask(run, in: store, options, monitor: monitor, stop: stop)
        }
        if work.isStopped { throw RunEnding.stopped(monitor.snapshot, by: work.signal) }
        return try work.result.get()
    }
}
