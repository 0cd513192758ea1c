import GRDB

/// The most that a run may take, over all processes that work on it and all its starts.
///
/// It is kept by reserving: a question is granted only if all that was taken, and the most that every question now out
/// might take, leave room for the most that it might take. So the cap holds whatever the replies turn out to be, as long
/// as the server keeps to its token limit and reports what it used.
public struct SpendingCap: Sendable, Equatable {
    /// The most, in units: dollars, or tokens.
    public var maximum: Double
    /// Units for a token of a prompt.
    public var perPromptToken: Double
    /// Units for a token of an answer.
    public var perCompletionToken: Double
    /// The most tokens that one question's prompt may have; also what a reply without a report counts for.
    public var promptReserve: Int
    /// The most tokens that one answer may have; also what a reply without a report counts for.
    public var completionReserve: Int

    /// A cap.
    public init(
        maximum: Double, perPromptToken: Double, perCompletionToken: Double, promptReserve: Int, completionReserve: Int
    ) {
        self.maximum = maximum
        self.perPromptToken = perPromptToken
        self.perCompletionToken = perCompletionToken
        self.promptReserve = promptReserve
        self.completionReserve = completionReserve
    }

    /// The most that one question may take.
    var reserve: Double {
        Double(promptReserve) * perPromptToken + Double(completionReserve) * perCompletionToken
    }

    /// How many more questions fit under the cap.
    func room(run: Int64, _ db: Database) throws -> Int {
        let sql = """
            SELECT coalesce(sum(coalesce(promptTokens, ?) * ? + coalesce(completionTokens, ?) * ?), 0.0)
            FROM reply WHERE runID = ?
            """
        let taken =
            try Double.fetchOne(
                db, sql: sql,
                arguments: [promptReserve, perPromptToken, completionReserve, perCompletionToken, run]) ?? 0
        guard reserve > 0 else { return .max }
        let left = maximum - taken - Double(try AnswerStore.outstanding(run: run, db)) * reserve
        return Int(max(0, min(left / reserve, 1e9)))
    }
}
