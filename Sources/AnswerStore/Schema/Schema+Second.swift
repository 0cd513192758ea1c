/// The tables of the second version.
extension Schema {
    /// Numbers that can be; the sum of others may be more than SQLite can hold.
    private static let (prompt, completion, reasoning) = (
        possible("promptTokens", from: 1), possible("completionTokens", from: 0), possible("reasoningTokens", from: 0)
    )

    /// What each run took, kept by the database itself, so that a cap costs one look and not one at every reply.
    static let spending = """
        CREATE TABLE spending (
            runID INTEGER PRIMARY KEY REFERENCES run(id),
            replies INTEGER NOT NULL DEFAULT 0,
            promptTokens INTEGER NOT NULL DEFAULT 0,
            completionTokens INTEGER NOT NULL DEFAULT 0,
            reasoningTokens INTEGER NOT NULL DEFAULT 0,
            silentPrompts INTEGER NOT NULL DEFAULT 0,
            silentCompletions INTEGER NOT NULL DEFAULT 0,
            longestPrompt INTEGER NOT NULL DEFAULT 0,
            longestCompletion INTEGER NOT NULL DEFAULT 0,
            lost INTEGER NOT NULL DEFAULT 0
        );
        INSERT INTO spending (runID, replies, promptTokens, completionTokens, reasoningTokens, silentPrompts,
            silentCompletions, longestPrompt, longestCompletion)
        SELECT runID, count(*), coalesce(sum(\(prompt)), 0), coalesce(sum(\(completion)), 0),
            coalesce(sum(\(reasoning)), 0), count(*) - count(\(prompt)), count(*) - count(\(completion)),
            coalesce(max(\(prompt)), 0), coalesce(max(\(completion)), 0)
        FROM reply GROUP BY runID;
        CREATE TRIGGER replySpends AFTER INSERT ON reply BEGIN
            INSERT INTO spending (runID) VALUES (new.runID) ON CONFLICT DO NOTHING;
            UPDATE spending SET replies = replies + 1,
                promptTokens = promptTokens + coalesce(new.promptTokens, 0),
                completionTokens = completionTokens + coalesce(new.completionTokens, 0),
                reasoningTokens = reasoningTokens + coalesce(new.reasoningTokens, 0),
                silentPrompts = silentPrompts + (new.promptTokens IS NULL),
                silentCompletions = silentCompletions + (new.completionTokens IS NULL),
                longestPrompt = max(longestPrompt, coalesce(new.promptTokens, 0)),
                longestCompletion = max(longestCompletion, coalesce(new.completionTokens, 0))
            WHERE runID = new.runID;
        END;
        """
}
