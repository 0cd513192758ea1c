/// Makes a store one of an earlier version again, its replies kept.
enum OldStores {
    /// From the third version to the second.
    static let second = """
        DROP TRIGGER replyIsServed; DROP TRIGGER readingIsCounted; DROP TRIGGER replyLeaves; DROP TRIGGER lateReplySpends;
        DROP TRIGGER replySpends; DROP TABLE tally; DROP TABLE served; DROP TABLE setAsideReading; DROP TABLE setAside;
        DROP INDEX replyPlace;
        ALTER TABLE reply DROP COLUMN provider; ALTER TABLE reply DROP COLUMN fingerprint;
        ALTER TABLE reply DROP COLUMN omitted;
        ALTER TABLE worker DROP COLUMN bootID; ALTER TABLE worker DROP COLUMN namespace;
        ALTER TABLE worker DROP COLUMN born; ALTER TABLE worker DROP COLUMN beats;
        ALTER TABLE study DROP COLUMN digest; ALTER TABLE dataset DROP COLUMN digest;
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
        DELETE FROM grdb_migrations WHERE identifier LIKE '3:%';

        """

    /// From the second version to the first.
    static let first = """
        DROP TRIGGER replySpends; DROP TABLE spending; ALTER TABLE reply DROP COLUMN optionLogProbabilities;
        ALTER TABLE worker DROP COLUMN atOnce; DELETE FROM grdb_migrations WHERE identifier LIKE '2:%'
        """
}
