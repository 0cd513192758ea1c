import GRDB

/// The most that a run may take, over all processes that work on it and all its starts.
///
/// It is kept by reserving: a question is granted only if all that was taken, and the most that every question now out
/// might take, leave room for the most that it might take. So the cap holds whatever the replies turn out to be, as long
/// as no reply takes more than any before it, or than its reserve. The first question goes alone, so that this is known
/// before many are in flight.
package struct SpendingCap: Sendable, Equatable {
    /// The most, in units: dollars, or tokens.
    package var maximum: Double
    /// Units for a token of a prompt.
    package var perPromptToken: Double
    /// Units for a token of an answer.
    package var perCompletionToken: Double
    /// The most tokens that one question's prompt may have; also what a reply without a report counts for.
    package var promptReserve: Int
    /// The most tokens that one answer may have; also what a reply without a report counts for.
    package var completionReserve: Int
    /// The share of all that which a question in a batch takes: 0.5 at half the price, 1 where tokens are counted.
    package var batchFactor: Double
    /// Whether what batches save counts: not where tokens are counted.
    package var countsSavings = false

    /// A cap.
    package init(
        maximum: Double, perPromptToken: Double, perCompletionToken: Double, promptReserve: Int, completionReserve: Int,
        batchFactor: Double = 1, countsSavings: Bool = false
    ) {
        self.countsSavings = countsSavings
        self.batchFactor = batchFactor
        self.maximum = maximum
        self.perPromptToken = perPromptToken
        self.perCompletionToken = perCompletionToken
        self.promptReserve = promptReserve
        self.completionReserve = completionReserve
    }

    /// The most that one question may take: the reserve, or the longest that was seen where that is more.
    private func reserve(_ spending: Spending) -> Double {
        units(
            Double(max(promptReserve, spending.longestPrompt)),
            Double(max(completionReserve, spending.longestCompletion)))
    }

    /// What counts as taken, in the cap's units. A reply without a report counts for its reserve; an attempt that was
    /// lost for an average reply, and for its reserve where there is none yet.
    package func taken(_ spending: Spending) -> Double {
        let replies =
            units(Double(spending.promptTokens), Double(spending.completionTokens))
            - (countsSavings ? units(spending.savedPromptTokens, spending.savedCompletionTokens) : 0)
            + Double(spending.silentPrompts) * Double(promptReserve) * perPromptToken
            + Double(spending.silentCompletions) * Double(completionReserve) * perCompletionToken
        let average = spending.replies > 0 ? replies / Double(spending.replies) : reserve(spending)
        return replies + Double(spending.lost) * average
    }

    /// What is left while so many questions are out, each with its reserve; below 0 where it would not be enough.
    func left(_ spending: Spending, outstanding: Outstanding) -> Double {
        let reserved = Double(outstanding.alone) + Double(outstanding.inBatches) * batchFactor
        return maximum - taken(spending) - reserved * reserve(spending)
    }

    /// How many more questions fit under the cap while so many are out.
    ///
    /// - Parameter inBatch: whether they are to go in a batch.
    func room(_ spending: Spending, outstanding: Outstanding, inBatch: Bool = false) -> Int {
        let reserve = reserve(spending) * (inBatch ? batchFactor : 1)
        guard reserve > 0 else { return .max }
        let left = left(spending, outstanding: outstanding)
        let room = Int(max(0, min(left / reserve, 1e9)))
        return spending.replies == 0 ? min(room, outstanding.isEmpty ? 1 : 0) : room
    }

    private func units(_ prompt: Double, _ completion: Double) -> Double {
        prompt * perPromptToken + completion * perCompletionToken
    }
}

/// Questions that were sent, or may be at any moment, and have no reply yet.
struct Outstanding: Equatable {
    /// Those that processes ask.
    var alone = 0
    /// Those in batches.
    var inBatches = 0

    var isEmpty: Bool { alone == 0 && inBatches == 0 }
}

extension [SpendingCap] {
    /// How many more questions of a run fit under all of the caps.
    ///
    /// - Parameter inBatch: whether they are to go in a batch.
    func room(run: Int64, inBatch: Bool = false, _ db: Database) throws -> Int {
        guard !isEmpty else { return .max }
        let spending = try Spending.ofRun(run, db)
        let outstanding = try AnswerStore.outstanding(run: run, db)
        return map { $0.room(spending, outstanding: outstanding, inBatch: inBatch) }.min() ?? .max
    }
}
