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

    /// A cap.
    package init(
        maximum: Double, perPromptToken: Double, perCompletionToken: Double, promptReserve: Int, completionReserve: Int
    ) {
        self.maximum = maximum
        self.perPromptToken = perPromptToken
        self.perCompletionToken = perCompletionToken
        self.promptReserve = promptReserve
        self.completionReserve = completionReserve
    }

    /// The most that one question may take: the reserve, or the longest that was seen where that is more.
    private func reserve(_ spending: Spending) -> Double {
        units(max(promptReserve, spending.longestPrompt), max(completionReserve, spending.longestCompletion))
    }

    /// What counts as taken, in the cap's units. A reply without a report counts for its reserve; an attempt that was
    /// lost for an average reply, and for its reserve where there is none yet.
    package func taken(_ spending: Spending) -> Double {
        let replies =
            units(spending.promptTokens, spending.completionTokens)
            + Double(spending.silentPrompts) * Double(promptReserve) * perPromptToken
            + Double(spending.silentCompletions) * Double(completionReserve) * perCompletionToken
        let average = spending.replies > 0 ? replies / Double(spending.replies) : reserve(spending)
        return replies + Double(spending.lost) * average
    }

    /// What is left while so many questions are in flight, each with its reserve; below 0 where it would not be enough.
    func left(_ spending: Spending, outstanding: Int) -> Double {
        maximum - taken(spending) - Double(outstanding) * reserve(spending)
    }

    /// How many more questions fit under the cap while so many are in flight.
    func room(_ spending: Spending, outstanding: Int) -> Int {
        let reserve = reserve(spending)
        guard reserve > 0 else { return .max }
        let left = left(spending, outstanding: outstanding)
        let room = Int(max(0, min(left / reserve, 1e9)))
        return spending.replies == 0 ? min(room, outstanding == 0 ? 1 : 0) : room
    }

    private func units(_ prompt: Int, _ completion: Int) -> Double {
        Double(prompt) * perPromptToken + Double(completion) * perCompletionToken
    }
}

extension [SpendingCap] {
    /// How many more questions of a run fit under all of the caps.
    func room(run: Int64, _ db: Database) throws -> Int {
        guard !isEmpty else { return .max }
        let spending = try Spending.ofRun(run, db)
        let outstanding = try AnswerStore.outstanding(run: run, db)
        return map { $0.room(spending, outstanding: outstanding) }.min() ?? .max
    }
}
