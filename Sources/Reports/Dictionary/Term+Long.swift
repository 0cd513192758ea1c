extension Term {
    /// The columns of the long tables, each in its order.
    static let long = longReadings + longCells

    /// Those of `reading_long`.
    static let longReadings = of("reading_long", whose + ofReadings)

    /// Those of `cell_long`.
    static let longCells = of(
        "cell_long",
        whose.filter { !["served_model", "provider"].contains($0.name) } + ofPlace.filter { $0.name != "task" }
            + ofCells)

    private static func of(_ table: String, _ terms: [Term]) -> [Term] {
        terms.map { $0.renamed("\(table)/\($0.name)", $0.meaning) }
    }

    private static let whose: [Term] = [
        Term("run", "the run’s number in the store"),
        Term("respondent", "who was asked: provider/model as it was named, or the name of imported replies"),
        Term("origin", "whether this program asked, or others recorded the replies", "asked, imported"),
        Term("served_model", "the model’s name as the server reported it"),
        Term("provider", "who served it, where a gateway says so"),
        Term("study", "the study’s name, with its version from the second on"),
        Term("protocol", "SHA-256 of all that determines the questions, in hexadecimal"),
    ]

    private static let ofPlace: [Term] = [
        Term("task", "stated: Task 1, which rates values; acted: Task 2, which chooses an action", "stated, acted"),
        Term("country", "the country that is asked about"), Term("topic", "the social topic that is asked about"),
        Term("value_group", "the group of the value in the theory (its motivational type)"),
        Term("value", "the human value; empty where a reply to Task 1 was not read and its study is not known"),
    ]

    private static let ofReadings: [Term] =
        [
            Term(
                "question_id",
                "the question’s id, the same in every store; of imported replies, where they stood in their file")
        ] + ofPlace + [
            Term("framing", "how the task is framed, as the study file names it; empty for imported replies"),
            Term("ordering", "the name of the order in which options stood; empty for imported replies"),
            Term("requirement", "what kind of answer was asked for; empty for imported replies"),
            Term("generator", "who wrote the actions that Task 2 showed, where several did"),
            Term("variant", "the number of framing, ordering and requirement together", "0 and up"),
            Term("replicate", "the repetition", "0 and up"),
            Term(
                "first", "which end of the scale, or which action, stood first; empty where that is not known",
                "agree, disagree"),
            Term("state", "what kind of reply it is", "answered, refused, unreadable"),
            Term("reason", "why it can’t be read"),
            Term("options", "how many options there were", "2 and up", coding: ""),
            Term(
                "option",
                "the option read, counted from the one nearest to agreement, whichever stood first; empty where none was read",
                "1 to options"),
            Term("score", "(option − 1) / (options − 1)", "0 to 1", coding: agreeIsZero),
            Term(
                "inclination", "the side that the score is on; empty at exactly one half", "0, 1", coding: agreeIsZero),
            Term(
                "stated_mean_of_cell", "of Task 2 alone: the mean stated score of the same run and cell", "0 to 1",
                coding: agreeIsZero),
            Term(
                "overruled_state", "the state that a person gave the reply in the explorer; empty where nobody did",
                "answered, refused, unreadable"),
            Term("overruled_score", "the score that a person read", "0 to 1", coding: agreeIsZero),
            Term("tokens", "tokens of prompt and answer together", unit: "tokens"),
            Term("tokens_in", "tokens of the prompt, as the server reported them", unit: "tokens"),
            Term("tokens_out", "tokens of the answer, as the server reported them", unit: "tokens"),
            Term("tokens_reasoning", "tokens of hidden reasoning among those of the answer", unit: "tokens"),
            Term("latency", "from the start of the last attempt to its end", unit: "seconds"),
            Term("finish", "why the respondent stopped, as the store names it", "stop, length, content_filter, …"),
            Term("replied", "when the reply came, UTC; empty for imported replies", "YYYY-MM-DD HH:MM:SS.SSS"),
            Term("reader_version", "the version of the reader"),
        ]

    private static let ofCells: [Term] = [
        Term("stated", "the mean score of the cell’s readings of Task 1", "0 to 1", coding: agreeIsZero),
        Term("stated_inclination", "the side that it is on; empty at exactly one half", "0, 1", coding: agreeIsZero),
        Term("stated_readings", "readings of Task 1", unit: "readings"),
        Term("acted", "the mean score of the cell’s readings of Task 2", "0 to 1", coding: agreeIsZero),
        Term("acted_inclination", "the side that it is on; empty at exactly one half", "0, 1", coding: agreeIsZero),
        Term("acted_readings", "readings of Task 2", unit: "readings"),
        Term("distance", "|stated − acted|", "0 to 1"),
        Term("signed_gap", "acted − stated: above 0 where it acts against what it says", "−1 to 1"),
        Term(
            "consistent", "whether both sides are the same; empty where a score is missing or decides nothing", "0, 1",
            coding: "no = 0, yes = 1"),
    ]
}
