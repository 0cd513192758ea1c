extension Term {
    /// What single questions and replies are described by, in the explorer's files of a cell and of a reply.
    static let replies: [Term] =
        below(["question", "questions", "cell.csv", "reply.csv"], ofQuestion)
        + below(["replies", "cell.csv", "reply.csv"], ofReply)
        + below(["readings", "cell.csv", "reply.csv"], ofReading)
        + below(["failure", "failures"], ofFailure) + overrules + distribution + around

    /// The same names below each of several.
    private static func below(_ scopes: [String], _ terms: [Term]) -> [Term] {
        scopes.flatMap { scope in terms.map { $0.renamed("\(scope)/\($0.name)", $0.meaning) } }
    }

    private static let ofQuestion: [Term] = [
        Term("id", "the question’s id, the same in every store; of imported replies, where they stood in their file"),
        Term(
            "question",
            "the question’s id, the same in every store; of imported replies, where they stood in their file"),
        Term("task", "which task it is of", "stated, acted"),
        Term("country", "the country that it asks about"),
        Term("topic", "the topic that it asks about"),
        Term("value", "the value that it asks about; empty or null where it asks about all of a scenario"),
        Term("variant", "the wording, counted from 0"),
        Term("wording", "what the variant’s framing, order and requirement are; empty where that is not known"),
        Term("replicate", "the repetition, counted from 0"),
        Term(
            "first", "which end of the scale, or which action, stood first; empty or null where that is not known",
            "agree, disagree"),
        Term("labels", "the labels of the options as shown"),
        Term("system", "the system message as sent; null without one, and where it is not known"),
        Term("prompt", "the prompt as sent, as far as the page has it; null where it is not known"),
        Term("replies", "the replies to it: the one that stands first, then those that were set aside"),
        Term("failure", "why it has no reply, where it was asked in vain"),
    ]

    private static let ofReply: [Term] = [
        Term("run", "the run’s number in the store"),
        Term("respondent", "who was asked"),
        Term("text", "what the reply said, its thoughts aside: the part that the page shows"),
        Term("bytes", "bytes of the whole text", unit: "bytes"),
        Term("part", "which part of a long text this is, from 1"),
        Term("parts", "how many parts a long text has", unit: "parts"),
        Term("thoughts", "its thoughts: those that the server gave apart, and those in the text"),
        Term("finish_reason", "why the respondent stopped; empty or null where that is not known"),
        Term("served_model", "the model’s name as the server reported it"),
        Term("provider", "who served it, where a gateway says so"),
        Term("fingerprint", "the server’s mark of the model and settings that it ran"),
        Term("tokens_in", "tokens of the prompt, as the server reported them", unit: "tokens"),
        Term("tokens_out", "tokens of the answer, as the server reported them", unit: "tokens"),
        Term("tokens_reasoning", "tokens of hidden reasoning among those of the answer", unit: "tokens"),
        Term("latency", "from the start of the last attempt to its end", unit: "seconds"),
        Term("attempts", "how many times the question was sent", unit: "attempts"),
        Term("replied", "when the reply came, UTC"),
        Term("set_aside", "why the reply does not stand; empty or null where it does", "askedAgain, late"),
        Term("readings", "what was read in it, the oldest reader’s first"),
        Term("overrules", "what people said of its reading, the earliest first"),
        Term("overruled_state", "the state that a person gave it, where one has overruled the reading"),
        Term("overruled_answer", "the answer that a person read, as the store keeps it"),
        Term("overruled_by", "who overruled the reading"),
    ]

    private static let ofReading: [Term] = [
        Term("reader_version", "the version of the reader; 0 for a person"),
        Term("state", "what kind of reply it is", "answered, refused, unreadable, missing"),
        Term("reason", "why it can’t be read, or why there is no reply"),
        Term(
            "answer",
            "as the store keeps it: of Task 1 the option of each value in the theory’s order, counted from agreement; of Task 2 the "
                + "option as shown, or the inclination where its order is not known"),
        Term("side", "the side of the action chosen in Task 2", "agree, disagree"),
        Term("option", "the option read for the cell’s value, from 1 (most agreement)"),
        Term("score", "the score of that reading", "0 to 1", coding: agreeIsZero),
    ]

    private static let ofFailure: [Term] = [
        Term("run", "the run’s number in the store"),
        Term("code", "the identity of the last error"),
        Term("message", "the last error’s text"),
        Term("failed_at", "when the last attempt failed, UTC"),
        Term("attempts", "how many times the question was sent", unit: "attempts"),
    ]

    private static let overrules: [Term] = [
        Term("overrules/by", "who"), Term("overrules/at", "when, UTC"),
        Term("overrules/why", "why, in the person’s words"),
        Term("overrules/state", "the state that the person gave it; null took the overrule before back"),
        Term("overrules/answer", "the answer that the person read, as the store keeps it"),
        Term("overrules/of_this_reply", "whether it is of the reply that stands, not of one that was set aside since"),
    ]

    private static let distribution: [Term] = [
        Term("distribution", "how often the cell’s replies say what"),
        Term("distribution/labels", "the options of Task 1, from the most agreement"),
        Term("distribution/stated", "readings of Task 1, one entry an option"),
        Term("distribution/acted", "readings of Task 2: of the action for the value, then of the one against it"),
        Term("distribution/readings", "readings of this answer", unit: "readings"),
        Term("agree_first", "of these, with agreement, or the action for the value, first", unit: "readings"),
        Term("disagree_first", "of these, with disagreement, or the action against the value, first", unit: "readings"),
        Term("order_unknown", "of these, where that is not known", unit: "readings"),
        Term("stated_unread", "questions of Task 1 without an answer"),
        Term("acted_unread", "questions of Task 2 without an answer"),
        Term("distribution/missing", "questions that were planned and not asked yet", unit: "questions"),
        Term("distribution/failed", "questions that were asked in vain", unit: "questions"),
        Term("not_rated", "replies that answer, but not for this value", unit: "replies"),
        Term(
            "distribution/overruled", "readings counted as people overruled them; null where the reader’s own count",
            unit: "readings"),
        Term("counted_questions", "questions that were looked at", unit: "questions"),
        Term("distribution/planned", "questions about the cell that were planned", unit: "questions"),
    ]

    private static let around: [Term] = [
        Term("actions", "the cell’s two actions"),
        Term("actions/text", "the action"),
        Term("cell.json/questions", "the cell’s questions on this page, each with what came of it"),
        Term("page", "which page of a list this is, from 1"),
        Term("pages", "how many pages the list has", unit: "pages"),
        Term("reply.json/question", "the question as it was sent"),
        Term("reply.json/replies", "each run’s replies to it"),
        Term("failures", "runs that asked it in vain"),
        Term(
            "reply.json/request",
            "the request’s body without any key, as far as the page has it; null where it is not kept"),
        Term("reply.json/response", "the response’s body as far as the page has it; null where it is not kept"),
    ]
}
