extension Term {
    /// The lists of cells and of actions.
    static let browse: [Term] = [
        Term("cells_shown", "the cells that are asked for, in the order asked for"),
        Term("cell_state", "how the cell’s two tasks go together", "misaligned, undecided, aligned, missing"),
        Term(
            "direction",
            "of a misaligned cell: against where it says agree and acts against the value, for where it says disagree "
                + "and acts for it", "against, for"),
        Term(
            "found_texts",
            "of the cell’s actions, explanations, replies in Task 2 and thoughts, those in which what was sought stands",
            unit: "texts"),
        Term("searched_replies", "the run’s replies that were searched", unit: "replies"),
        Term("scenario_replies", "replies to Task 1 in which what was sought stands", unit: "replies"),
        Term("is_current", "whether the run has not changed since its figures were made", "true, false"),
        Term("gaps.csv/signed_gap", "acted − stated: above 0 where it acts against what it says", "−1 to 1"),
        Term("gaps.json/signed_gap", "acted − stated: above 0 where it acts against what it says", "−1 to 1"),
        Term("data.csv/inclination", "the side towards its value that the action takes", "agree, disagree"),
        Term("data.csv/action", "the action’s text"),
        Term("data.json/action", "the action’s text"),
        Term("pairs", "the cells with their actions"),
        Term("agree_action", "the action that shows the value"),
        Term("disagree_action", "the action against the value"),
        Term("flags", "what there is to look at: the names of flags"),
        Term("flagged_cells", "how many cells have each flag", unit: "cells", keys: ["flag"]),
    ]
}
