extension Term {
    /// The explorer's pages of runs set against one another, as documents and tables.
    static let compareSite: [Term] = [
        Term("compare.json/runs", "the runs compared, the first one first"),
        Term("replies-compared.json/runs", "the runs compared, the first one first"),
        Term(
            "comparison_state", "whether the comparison is there: it is made while one waits",
            "choosing, pending, compared, refused"),
        Term("compare.json/is_current", "whether none of the runs has changed since it was made", "true, false"),
        Term(
            "replies-compared.json/is_current", "whether none of the runs has changed since it was made", "true, false"),
        Term("problem", "why the runs can't be compared"),
        Term(
            "inconsistency_by_country",
            "the share of inconsistent cells of each value in each country, on cells decided in all runs: a list in the "
                + "order of the runs", "0 to 1", keys: ["value", "country"]),
        Term(
            "inconsistency_by_topic",
            "the share of inconsistent cells of each value in each topic, on cells decided in all runs: a list in the order "
                + "of the runs", "0 to 1", keys: ["value", "topic"]),
        Term("comparison-map.csv/scope", "what the columns of the map are", "country, topic"),
        Term("comparison-map.csv/name", "the country's or topic's name"),
        Term("comparison-map.csv/cells", "cells that are decided in all runs", unit: "cells"),
        Term("inconsistent_cells", "those in which the run does not act as it speaks", unit: "cells"),
        Term("shared_questions", "questions to which two of the runs or more have a reply", unit: "questions"),
        Term("differing_questions", "those of them that were read differently", unit: "questions"),
        Term("chosen_questions", "those of them that the address chooses", unit: "questions"),
        Term(
            "replies-compared.json/readings",
            "a row for each chosen question and run, the likeliest to matter first; 50,000 questions at most"),
        Term(
            "question", "the question's id, the same in every store; of imported replies where they stood in their file"
        ),
        Term("task", "the task", "stated, acted"),
        Term(
            "differs_in",
            "sides differ: different answers in a cell in which the runs lean to different sides and one of them does not act as "
                + "it speaks; answers differ: other different answers; states differ: only some runs gave an answer",
            "sides differ, answers differ, states differ"),
        Term("state", "what became of the reply", "answered, refused, unreadable, missing"),
        Term("unreadable_reason", "why it could not be read"),
        Term(
            "answer",
            "of Task 2 the inclination of the chosen action; of Task 1 the numbers of the options in the theory's order, from 1, "
                + "the most agreement, separated by commas, nothing where unread"),
        Term(
            "values_rated_differently",
            "of Task 1 the values that two of the runs rated differently, the widest difference first"),
    ]
}
