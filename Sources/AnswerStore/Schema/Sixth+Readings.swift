extension Sixth {
    /// A row a reading: of Task 1 one for each value that a reply rates, of Task 2 one a reply. Replies that were refused, or not read,
    /// have rows without a score; those that were set aside have none. A study without words shows nothing for what it does not know.
    ///
    /// What belongs to a reading is gathered by a view of its own, `readingLine`, which is no interface. Only functions are used that DuckDB
    /// writes as it reads them (`glob()`, no `GLOB`): it puts a view's text together anew before SQLite runs it.
    static let readings = """
        CREATE VIEW readingLine AS \(lines);
        CREATE VIEW reading_long AS
        SELECT line.run, line.respondent, line.origin, line.served_model, line.provider, line.study, line.protocol,
            line.question_id, line.task, line.country, line.topic, line.value_group, line.value, line.framing, line.ordering,
            line.requirement, line.generator, line.variant, line.replicate, line.first, line.state, line.reason,
            CAST(line.options AS INTEGER) AS options, CAST(line.option AS INTEGER) AS option,
            CAST(line.option - 1 AS REAL) / (line.options - 1) AS score,
            \(side("(CAST(line.option - 1 AS REAL) / (line.options - 1))")) AS inclination,
            CAST(CASE line.task WHEN 'acted' THEN (\(statedMean)) END AS REAL) AS stated_mean_of_cell,
            CAST(json_extract(line.overrule, '$.state') AS TEXT) AS overruled_state,
            CAST((\(overruledOption) - 1) AS REAL) / (line.options - 1) AS overruled_score,
            CAST(line.tokens_in + line.tokens_out AS INTEGER) AS tokens, line.tokens_in, line.tokens_out,
            line.tokens_reasoning, line.latency, line.finish, line.replied, line.reader_version
        FROM readingLine AS line;
        """

    /// What is said of the cell of an acted reading: the mean of the run's stated scores, as `cell_long` has it.
    private static let statedMean = """
        SELECT CAST(sum(said.option - 1) AS REAL) / (count(said.option) * (line.statedOptions - 1))
        FROM (
            SELECT \(option(at: "line.position", of: "rating.content", options: "line.statedOptions")) AS option
            FROM item AS scenario CROSS JOIN question AS asked CROSS JOIN replyRow AS rated CROSS JOIN reading AS rating
            WHERE scenario.kind = 'scenario' AND \(dimension("country", of: "scenario.")) = line.country
                AND \(dimension("topic", of: "scenario.")) = line.topic
                AND asked.kind = 'stated' AND asked.itemID = scenario.id
                AND rated.runID = line.run AND rated.questionID = asked.id AND rated.aside IS NULL
                AND rating.replyID = rated.id AND rating.state = 'answered'
                AND rating.readerVersion = (SELECT max(readerVersion) FROM reading AS later WHERE later.replyID = rated.id)
        ) AS said
        """

    /// The option that a person read in place of the reader.
    private static let overruledOption = """
        CASE WHEN json_extract(line.overrule, '$.state') = 'answered' THEN
            CASE line.task WHEN 'stated'
                THEN \(option(at: "line.position", of: "json_extract(line.overrule, '$.answer')", options: "line.options"))
                ELSE \(choice("json_extract(line.overrule, '$.answer')", first: "line.firstCode")) END
        END
        """

    /// What a person said last of the reading of a reply, where that was of this reply and was not taken back.
    private static let overrule = """
        SELECT CASE WHEN json_valid(label.content) AND coalesce(reply.replied, 0) <= label.labelled + 0.001
            THEN label.content END
        FROM item AS judged CROSS JOIN label
        WHERE judged.kind = 'reading' AND \(dimension("question", of: "judged.")) = question.hash
            AND \(dimension("run", of: "judged.")) = run.key
            AND label.itemID = judged.id AND label.criterion || '' = 'reading'
        ORDER BY label.id DESC LIMIT 1
        """

    /// The readings with what belongs to each, not yet scored. What others asked has no words that are known.
    private static let lines = """
        SELECT run.id AS run, run.respondent, run.origin, nullif(served.model, '') AS served_model,
            nullif(served.provider, '') AS provider, study.name AS study, study.protocolHash AS protocol,
            question.hash AS question_id, question.kind AS task,
            \(dimension("country", of: "item.")) AS country, \(dimension("topic", of: "item.")) AS topic,
            word.valueGroup AS value_group,
            CAST(CASE question.kind WHEN 'stated' THEN word.name ELSE \(dimension("value", of: "item.")) END AS TEXT) AS value,
            wording.framing, wording.ordering, wording.requirement, wording.generator, question.variant,
            question.replicate, question.first AS firstCode,
            CASE question.first WHEN 0 THEN 'agree' WHEN 1 THEN 'disagree' END AS first, reading.state, reading.reason,
            words.options AS statedOptions, word.position,
            CASE question.kind WHEN 'stated' THEN words.options ELSE 2 END AS options,
            CASE WHEN reading.state <> 'answered' THEN NULL
                WHEN question.kind = 'stated' THEN CASE WHEN CAST(part.value AS INTEGER) BETWEEN 1 AND words.options
                    THEN CAST(part.value AS INTEGER) END
                WHEN item.kind = 'cell' THEN \(choice("reading.content", first: "question.first")) END AS option,
            (\(overrule)) AS overrule, reply.promptTokens AS tokens_in, reply.completionTokens AS tokens_out,
            reply.reasoningTokens AS tokens_reasoning, reply.latency, nullif(served.finishReason, '') AS finish,
            CASE run.origin WHEN 'asked' THEN strftime('%Y-%m-%d %H:%M:%f', reply.replied, 'unixepoch') END AS replied,
            reading.readerVersion AS reader_version
        FROM run CROSS JOIN study LEFT JOIN studyWords AS words ON words.studyID = run.studyID
            CROSS JOIN replyRow AS reply CROSS JOIN question CROSS JOIN item CROSS JOIN served CROSS JOIN reading
            CROSS JOIN json_each(CASE WHEN question.kind = 'acted' THEN '[0]'
                WHEN reading.state = 'answered' AND \(areRatings("reading.content")) THEN \(list("reading.content"))
                ELSE coalesce(words.blank, '[null]') END) AS part
            LEFT JOIN studyValue AS word ON word.studyID = run.studyID AND word.position = CASE question.kind
                WHEN 'stated' THEN part.key + 1 ELSE (SELECT position FROM studyValue AS named WHERE named.studyID = run.studyID
                    AND named.name = \(dimension("value", of: "item."))) END
            LEFT JOIN studyVariant AS wording ON run.origin = 'asked' AND wording.studyID = run.studyID
                AND wording.kind = question.kind AND wording.variant = question.variant
        WHERE run.origin IN ('asked', 'imported') AND study.id = run.studyID
            AND reply.runID = run.id AND reply.aside IS NULL
            AND question.id = reply.questionID AND question.kind IN ('stated', 'acted') AND item.id = question.itemID
            AND served.id = reply.servedID AND reading.replyID = reply.id
            AND reading.readerVersion = (SELECT max(readerVersion) FROM reading AS later WHERE later.replyID = reply.id)
        """
}
