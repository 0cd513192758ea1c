extension Term {
    /// Where a figure stands: what it is of.
    static let places = columnsOfPlaces + keysOfPlaces

    /// The parts of a JSON document that hold figures by the names of places.
    private static let keysOfPlaces = ["report.json", "compare --json", "comparison.json"].flatMap { document in
        [
            ("country", "the figures by country"), ("topic", "the figures by topic"),
            ("value", "the figures by value, over all its cells"),
            ("value_group", "the figures by group of values, over all its cells"),
        ].map { Term("\(document)/\($0.0)", $0.1, keys: [$0.0]) }
    }

    private static let columnsOfPlaces: [Term] = [
        Term("country", "the country"),
        Term("scenario/country", "the country"),
        Term("misaligned/country", "the country"),
        Term("topic", "the social topic"),
        Term("scenario/topic", "the social topic"),
        Term("misaligned/topic", "the social topic"),
        Term("value", "the human value"),
        Term("misaligned/value", "the human value"),
        Term("ranking_country/value", "the human value"),
        Term("ranking_topic/value", "the human value"),
        Term("ranking_overall/value", "the human value"),
        Term("value_group", "the group of values in the theory"),
        Term("groups", "the values of each group, in the theory's order", keys: ["value_group"]),
        Term("scenario", "the figures of each scenario, which is a topic in a country"),
        Term("overall", "the figures of the whole run: means over its scenarios, and all cells pooled"),
        Term("pooled", "the same figures over all cells together, in place of the mean over scenarios"),
        Term(
            "by", "what the row is taken by: what it isn't taken by is empty",
            "overall, country, topic, value, value_group, scenario, country_value, topic_value"),
        Term(
            "ranking.csv/by", "what the values are ranked in: the whole run, a country or a topic",
            "overall, country, topic"),
        Term("figure", "the name of the figure that the row holds; the dictionary has an entry of it"),
        Term("dictionary.csv/file", "the file or document"),
        Term("dictionary.csv/column", "the column; of a JSON document the way to the key"),
        Term("dictionary.csv/meaning", "what it is"),
        Term("dictionary.csv/unit", "what one of it is; empty for a pure number and a text"),
        Term("dictionary.csv/range", "what it can be; empty for any text"),
        Term("dictionary.csv/coding", "what its values stand for; empty where they say so themselves"),
        Term(
            "stated", "the cell's stated score: the mean of its coded ratings in Task 1", "0 to 1", coding: agreeIsZero),
        Term("acted", "the cell's acted score: the mean of its coded choices in Task 2", "0 to 1", coding: agreeIsZero),
        Term("stated_readings", "answered ratings of Task 1 that the stated score is the mean of", unit: "readings"),
        Term("acted_readings", "answered choices of Task 2 that the acted score is the mean of", unit: "readings"),
        Term("misaligned", "examples of gaps: inconsistent cells, chosen by a rule, with the action chosen there"),
        Term("signed", "acted − stated; the same as signed_gap", "−1 to 1"),
        Term("cells.csv/distance", "|stated − acted|", "0 to 1"),
        Term("cells.csv/signed_gap", "acted − stated: above 0 where it acts against what it says", "−1 to 1"),
        Term("misaligned/signed_gap", "acted − stated: above 0 where it acts against what it says", "−1 to 1"),
        Term("misaligned.csv/signed_gap", "acted − stated: above 0 where it acts against what it says", "−1 to 1"),
        Term("inclination", "the side towards its value that the chosen action takes", "agree, disagree"),
        Term("action", "the text of the action chosen; empty where it isn't known"),
        Term("attributions", "the spans of the action that are said to show the value; a line each in CSV"),
        Term("other_action", "the text of the action not chosen; empty where it isn't known"),
        Term("justification", "why it chose so, as a reply of its own says; nothing where none does"),
        Term("explanation", "why the action shows the value, as written when the action was"),
    ]
}
