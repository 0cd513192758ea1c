package import AnswerStore
package import Costs
package import Elicitation
package import Study

/// What one start of a run is to ask, and what the run may take.
package struct StartBounds: Sendable {
    /// At most so many questions.
    package var limit: Int?
    /// Only questions that failed before.
    package var retriesFailed = false
    /// Only questions whose reply could not be read for one of these reasons; `nil` for no such limit.
    package var retriesUnreadable: Set<String>?
    /// US dollars that the run must not exceed.
    package var budget: Double?
    /// Tokens that the run must not exceed.
    package var tokens: Int?
    /// The share of the usual price that a question in a batch costs; nil where none is asked in one.
    package var batchFactor: Double?

    package init(
        limit: Int? = nil, retriesFailed: Bool = false, retriesUnreadable: Set<String>? = nil, budget: Double? = nil,
        tokens: Int? = nil
    ) {
        self.limit = limit
        self.retriesFailed = retriesFailed
        self.retriesUnreadable = retriesUnreadable
        self.budget = budget
        self.tokens = tokens
    }

    func limited(_ count: Int) -> Int { min(count, limit ?? .max) }

    /// Asking again needs a run of this very identity: with another a new one would begin, with nothing to ask again.
    package func checkRetry(_ planned: PlannedRun, in store: AnswerStore?) throws {
        guard retriesFailed || retriesUnreadable != nil, try planned.stored(in: store) == nil else { return }
        let others = try store?.runs().filter { $0.respondent == planned.respondent && $0.origin == .asked } ?? []
        throw WorkbenchError(
            .nothingToRetry(retriesFailed ? .failed : .unreadable), .repeatBeginning(otherRuns: others.map(\.id)))
    }

    /// The replies to ask for again, question by question.
    private func again(run: RunRecord, store: AnswerStore) throws -> [String: Int64] {
        try retriesUnreadable.map { try store.unreadable(run: run.id, reasons: $0) } ?? [:]
    }

    /// The questions that a start is restricted to: those that failed, those that could not be read; `nil` for all.
    func only(run: RunRecord, store: AnswerStore) throws -> Set<String>? {
        guard retriesFailed || retriesUnreadable != nil else { return nil }
        let failed = retriesFailed ? try store.failures(run: run.id).map(\.questionID) : []
        return Set(failed).union(try again(run: run, store: store).keys)
    }

    /// The bounds of a start.
    ///
    /// - Parameter replyTokens: the most tokens of one reply; `nil` where the server decides.
    /// - Throws: ``WorkbenchError`` where a cap can't be kept.
    package func bounds(
        of planned: PlannedRun, prices: PriceTable, replyTokens: Int?, run: RunRecord, store: AnswerStore
    ) throws -> Bounds {
        try bounds(
            asking: planned.respondent, longestPrompt: Self.longestPrompt(planned.plan, planned.shard), prices: prices,
            replyTokens: replyTokens, run: run, store: store)
    }

    /// The bounds of a start that asks questions of any kind.
    ///
    /// - Parameter longestPrompt: the estimated tokens of the longest prompt; made only where something is capped.
    func bounds(
        asking respondent: String, longestPrompt: @autoclosure () -> Int, prices: PriceTable, replyTokens: Int?,
        run: RunRecord, store: AnswerStore
    ) throws -> Bounds {
        Bounds(
            limit: limit, only: try only(run: run, store: store),
            caps: try caps(respondent, longestPrompt: longestPrompt(), prices: prices, replyTokens: replyTokens),
            again: try again(run: run, store: store))
    }

    /// What a run may take.
    ///
    /// - Parameter longestPrompt: the most tokens of a prompt, as estimated.
    func caps(
        _ respondent: String, longestPrompt: @autoclosure () -> Int, prices: PriceTable, replyTokens: Int?
    ) throws(WorkbenchError) -> [SpendingCap] {
        guard budget != nil || tokens != nil else { return [] }
        guard let replyTokens else { throw WorkbenchError(.capWithoutReplyLimit, .limitReplies) }
        // The estimate may be off by half; twice it is above what any usual tokenizer makes of a prompt.
        let longest = 2 * longestPrompt()
        var caps: [SpendingCap] = []
        if let tokens {
            caps.append(
                SpendingCap(
                    maximum: Double(tokens), perPromptToken: 1, perCompletionToken: 1, promptReserve: longest,
                    completionReserve: replyTokens))
        }
        guard let budget else { return caps }
        guard let price = prices.price(of: respondent) else {
            throw WorkbenchError(.unknownPrice(model: respondent), .givePrices, .capTokens)
        }
        caps.append(
            SpendingCap(
                maximum: budget, perPromptToken: price.input / 1e6, perCompletionToken: price.output / 1e6,
                promptReserve: longest, completionReserve: replyTokens, batchFactor: batchFactor ?? 1,
                countsSavings: true))
        return caps
    }

    /// The longest prompt of the first thousand of each task; prompts of a task differ little.
    ///
    /// - Parameter shard: only its questions are made.
    private static func longestPrompt(_ plan: QuestionPlan, _ shard: Shard?) -> Int {
        let stated = plan.count(of: .stated)
        let looked = [plan.startIndex..<stated, stated..<plan.endIndex].flatMap { range in
            let first = shard?.first(from: range.lowerBound) ?? range.lowerBound
            return stride(from: first, to: range.upperBound, by: shard?.count ?? 1).prefix(1000)
        }
        return looked.map { TokenEstimate(plan[$0]).input }.max() ?? 0
    }
}
