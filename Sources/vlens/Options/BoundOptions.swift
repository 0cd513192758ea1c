import AnswerStore
import ArgumentParser
import Elicitation
import Foundation
import Study

/// How much of a run to ask, and what it may cost.
struct BoundOptions: ParsableArguments {
    @Option(help: "Ask at most so many questions in this start.")
    var limit: Int?

    @Flag(help: "Ask only the questions that failed before.")
    var retryFailed = false

    @Option(
        help: ArgumentHelp(
            "Ask only questions whose reply could not be read for one of these reasons, again: "
                + UnreadableReason.allCases.map(\.rawValue).joined(separator: ", ")
                + "; or all. The new reply stands, the first is kept beside it.", valueName: "reasons"))
    var retryUnreadable: String?

    @Option(help: ArgumentHelp("Stop before the run costs more than this, in US dollars.", valueName: "dollars"))
    var budget: Double?

    @Option(help: ArgumentHelp("Stop before the run takes more tokens than this.", valueName: "tokens"))
    var maxTokensTotal: Int?

    @Flag(help: "Show what would be asked and what it would cost; ask nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp("Ask before a run that costs more than this; on a terminal only.", valueName: "dollars"))
    var confirmAbove: Double = 1

    @Flag(name: .shortAndLong, help: "Do not ask before a run, whatever it costs.")
    var yes = false

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit \(limit): at least one question is needed") }
        if let budget, !(budget > 0 && budget.isFinite) {
            throw ValidationError("--budget \(budget): give a sum of dollars above 0")
        }
        if let maxTokensTotal, maxTokensTotal < 1 {
            throw ValidationError("--max-tokens-total \(maxTokensTotal): at least one token is needed")
        }
        _ = try reasonsToRetry()
        if !(confirmAbove >= 0) { throw ValidationError("--confirm-above \(confirmAbove): give a sum of dollars") }
    }

    /// The reasons of `--retry-unreadable`; `nil` where it is not given.
    ///
    /// - Throws: where one is unknown.
    func reasonsToRetry() throws -> Set<String>? {
        guard let retryUnreadable else { return nil }
        let known = UnreadableReason.allCases.map(\.rawValue)
        let names = retryUnreadable.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        guard !names.isEmpty else { throw Self.unknownReason("", known) }
        if names.contains(where: { $0.lowercased() == "all" }) { return Set(known) }
        return Set(
            try names.map { name in
                guard let reason = known.first(where: { $0.lowercased() == name.lowercased() }) else {
                    throw Self.unknownReason(name, known)
                }
                return reason
            })
    }

    private static func unknownReason(_ name: String, _ known: [String]) -> ValidationError {
        // A refusal is an answer of a kind: asked until it is given up, it would be none.
        let why = name.lowercased() == "refused" ? "a refusal was read, and stands" : "is none of them"
        return ValidationError("--retry-unreadable '\(name)': \(why); give \(known.joined(separator: ", ")), or all")
    }

    /// The replies to ask for again, question by question.
    func again(run: RunRecord, store: AnswerStore) throws -> [String: Int64] {
        guard let reasons = try reasonsToRetry() else { return [:] }
        return try store.unreadable(run: run.id, reasons: reasons)
    }

    /// The questions that a start is restricted to: those that failed, those that could not be read; `nil` for all.
    func only(run: RunRecord, store: AnswerStore) throws -> Set<String>? {
        guard retryFailed || retryUnreadable != nil else { return nil }
        let failed = retryFailed ? try store.failures(run: run.id).map(\.questionID) : []
        return Set(failed).union(try again(run: run, store: store).keys)
    }

    /// The bounds of a start.
    ///
    /// - Parameter maxTokens: the most tokens of one reply.
    func bounds(
        _ plan: QuestionPlan, model: String, prices: PriceTable, maxTokens: Int?, run: RunRecord, store: AnswerStore
    ) throws -> Bounds {
        Bounds(
            limit: limit, only: try only(run: run, store: store),
            caps: try caps(plan, model: model, prices: prices, maxTokens: maxTokens),
            again: try again(run: run, store: store))
    }

    private func caps(
        _ plan: QuestionPlan, model: String, prices: PriceTable, maxTokens: Int?
    ) throws -> [SpendingCap] {
        guard budget != nil || maxTokensTotal != nil else { return [] }
        guard let maxTokens else {
            throw CommandFailure(
                "a cap needs a limit of tokens for one reply: give --max-tokens a number",
                exitCode: CommandFailure.misuse)
        }
        // The estimate may be off by half; twice it is above what any usual tokenizer makes of a prompt.
        let longest = 2 * (plan.isEmpty ? 0 : Self.longestPrompt(plan))
        var caps =
            maxTokensTotal.map { total in
                [
                    SpendingCap(
                        maximum: Double(total), perPromptToken: 1, perCompletionToken: 1, promptReserve: longest,
                        completionReserve: maxTokens)
                ]
            } ?? []
        guard let budget else { return caps }
        guard let price = prices.price(of: model) else {
            throw CommandFailure(
                "the price of '\(model)' is not known, so --budget can't be kept: give --prices FILE, or --max-tokens-total"
            )
        }
        caps.append(
            SpendingCap(
                maximum: budget, perPromptToken: price.input / 1e6, perCompletionToken: price.output / 1e6,
                promptReserve: longest, completionReserve: maxTokens))
        return caps
    }

    /// The longest prompt of the first thousand of each task; prompts of a task differ little.
    private static func longestPrompt(_ plan: QuestionPlan) -> Int {
        let stated = plan.count(of: .stated)
        let looked = [plan.startIndex..<min(stated, 1000), stated..<min(plan.endIndex, stated + 1000)]
        return looked.flatMap { $0.map { TokenEstimate(plan[$0]).input } }.max() ?? 0
    }
}
