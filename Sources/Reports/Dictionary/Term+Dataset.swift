extension Term {
    /// What there is to see of a dataset of actions.
    static let dataset: [Term] = held + shown + standing + alike

    private static func inCheck(
        _ name: String, _ meaning: String, unit: String = "", _ range: String = "", keys: [String] = []
    ) -> Term {
        Term("dataset check --json/\(name)", meaning, unit: unit, range, keys: keys)
    }

    private static let held: [Term] = [
        inCheck("dataset", "the file as it was named"),
        inCheck("layout", "jsonl: one object a line; csv: a reply a row; sheet: judged actions of eight prompts"),
        inCheck(
            "content_sha256",
            "SHA-256 of what the actions say and where they come from, whatever their order and layout"),
        inCheck("rows", "all that the file has: actions, what holds none, damaged lines", unit: "rows"),
        inCheck("actions", "rows that hold an action", unit: "actions"),
        inCheck("refused", "replies that decline to write an action", unit: "rows"),
        inCheck("unreadable_replies", "replies that can't be read, by why", unit: "rows", keys: ["reason"]),
        inCheck("repeated", "rows that say again, to the letter, what an earlier one says", unit: "rows"),
        inCheck("damaged_lines", "lines with a problem", unit: "rows"),
        inCheck("without_action", "the rows without an action to be used"),
        inCheck("without_action/reason", "refused, repeated, or why the reply can't be read"),
        inCheck("without_action/first_line", "the line that it repeats"),
        inCheck("line", "the line in which it begins, counted from 1"),
        inCheck("country", "the country, as the file or the study names it"),
        inCheck("topic", "the topic, as the file or the study names it"),
        inCheck("value", "the value, as the file or the study names it"),
        inCheck("inclination", "agree: the action goes with the value; disagree: it goes against it"),
        inCheck("prompt_variant", "the prompt variant, counted from 0; null where that is not known"),
        inCheck("generator", "who wrote it; empty where that is not said"),
        inCheck("cell_count", "cells that stand in the file", unit: "cells"),
        inCheck("country_count", "countries that stand in it", unit: "countries"),
        inCheck("topic_count", "topics that stand in it", unit: "topics"),
        inCheck("value_count", "values that stand in it", unit: "values"),
        inCheck("complete_pairs", "cells with both actions, by generator and prompt variant", unit: "pairs"),
        inCheck("incomplete_pairs", "those that lack one or both"),
        inCheck("missing_inclinations", "which of the two actions is missing"),
        inCheck(
            "several_actions", "cells and inclinations with more than one action of a generator and prompt variant"),
        inCheck("generators", "actions by who wrote them", unit: "actions", keys: ["generator"]),
        inCheck("prompt_variants", "actions by prompt variant", unit: "actions", keys: ["variant"]),
        inCheck("notations", "replies by how much help they needed to be read", unit: "rows", keys: ["notation"]),
        inCheck("dataset_study", "how it compares with a study; null without one"),
        inCheck("dataset_study/study", "the study"),
        inCheck("dataset_study/cells", "cells of the study's full cross", unit: "cells"),
        inCheck("cells_without_pair", "those without a pair in the file", unit: "cells"),
        inCheck("unknown_names", "names that the study does not know"),
        inCheck("unknown_names/column", "country, topic or value"),
        inCheck("unknown_names/name", "the name as the file has it"),
        inCheck("unknown_names/rows", "rows that hold it", unit: "rows"),
        inCheck("problems", "what is wrong with lines, in words"),
        inCheck("other_keys", "keys of lines that mean nothing here", unit: "rows", keys: ["key"]),
    ]

    private static let shown: [Term] = [
        inCheck("languages_said", "actions by the language that they say they are in", unit: "actions", keys: ["code"]),
        inCheck(
            "languages_found", "actions by the language that they are found to be in", unit: "actions", keys: ["code"]),
        inCheck("in_other_language", "actions in another language than they were asked in", unit: "actions"),
        inCheck("words", "how long the actions are"),
        inCheck("words/least", "words of the shortest", unit: "words"),
        inCheck("words/median", "words of the middle one", unit: "words"),
        inCheck("words/most", "words of the longest", unit: "words"),
        inCheck("words/over_50", "actions with more than 50 words", unit: "actions"),
        inCheck("not_first_person", "actions in which nobody speaks of themselves", unit: "actions"),
        inCheck("several_sentences", "actions of more than one sentence", unit: "actions"),
        inCheck("with_markup", "actions with markup, escapes or what steers", unit: "actions"),
        inCheck("leaks_by_name", "actions that hold the name of their value", unit: "actions"),
        inCheck("leaks_by_family", "actions that hold a word of the name's family alone", unit: "actions"),
        inCheck("leak_lines", "the lines of both"),
        inCheck("without_attributions", "actions without attributions, or with a blank one", unit: "actions"),
        inCheck("without_explanation", "actions without an explanation", unit: "actions"),
    ]

    private static let standing: [Term] = [
        inCheck("attribution_overlap", "attributions that stand in their action"),
        inCheck("strict_json", "of actions that can be read as JSON, as the paper's notebooks do"),
        inCheck("tolerant", "of all actions"),
        inCheck("literal", "attributions that stand there letter by letter", unit: "attributions"),
        inCheck("attributions", "all attributions", unit: "attributions"),
        inCheck("by_variant", "the same by prompt variant"),
        inCheck("found_by", "attributions by how they were found", unit: "attributions", keys: ["manner"]),
        inCheck("nowhere", "attributions that stand nowhere in their action", unit: "attributions"),
        inCheck("actions_with_nowhere", "actions with one of these", unit: "actions"),
        inCheck("spans_given", "spans that the file gives with their place", unit: "spans"),
    ]

    private static let alike: [Term] = [
        inCheck("likeness", "actions that are the same or nearly the same"),
        inCheck("threshold", "the Jaccard index of pairs of words from which on they are", "0 to 1"),
        inCheck("same_in_both", "pairs whose two actions are the same words", unit: "pairs"),
        inCheck("within_pairs", "pairs whose two actions are nearly the same", unit: "pairs"),
        inCheck("within_cells", "twos of one cell that are no pair and nearly the same", unit: "twos"),
        inCheck("across_cells", "actions that are nearly the same as one of another cell", unit: "actions"),
        inCheck("groups_across_cells", "the groups that these make", unit: "groups"),
        inCheck("likest", "the likest two of different cells, ten at most"),
        inCheck("likest/lines", "their lines"),
        inCheck("similarity", "their Jaccard index", "0 to 1"),
        inCheck("may_miss", "whether some may have been missed"),
    ]
}
