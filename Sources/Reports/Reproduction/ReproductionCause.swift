/// Why a recomputed figure differs from the printed one, or the strict one from the legacy one. Raw values are the names
/// in JSON.
package enum ReproductionCause: String, Sendable, Hashable, CaseIterable {
    /// Task 1 replies that are no strict JSON, and so have no ratings in the released notebooks.
    case lostReplies = "replies_lost_by_the_strict_json_parser"
    /// Ratings that stand at another value than their own, because an earlier one was not read.
    case shiftedRatings = "shifted_ratings"
    /// Ratings that the first character and the exact name read otherwise than the tolerant reader.
    case readByFirstCharacter = "ratings_read_by_exact_name_and_first_character"
    /// Cells without a Task 2 choice, which the notebooks count as agree.
    case countedAsAgree = "cells_counted_as_agree"
    /// Cells with a score of exactly 0.5, which decide nothing and which the notebooks count as disagree.
    case halvesAsDisagree = "scores_of_one_half_counted_as_disagree"
    /// |mean stated − mean acted| instead of the mean of |stated − acted|.
    case distanceOfMeans = "distance_of_means_instead_of_mean_of_distances"
    /// Table 8's Task 2 column: the share that chose the agree-action instead of the modal share.
    case shareOfAgree = "share_of_agree_choices_instead_of_modal_share"
    /// Task 2 replies read by the rule that a "1" anywhere is option 1, and anything else option 2.
    case readByAnyOne = "choices_read_by_any_1_in_the_text"
    /// Predictions read as the second word between single spaces.
    case secondWord = "predictions_read_as_the_second_word"
    /// Generated actions that are no strict JSON.
    case lostActions = "actions_lost_by_the_strict_json_parser"
    /// Judgements paired by their row in both sheets, not by the cell that they judge.
    case pairedByRow = "judgements_paired_by_row"
    /// Table 4's two direction columns stand under each other's heading.
    case swappedColumns = "swapped_columns"
    /// Choices marked under the opposite polarity.
    case reversedPolarity = "reversed_polarity"
    /// Task 1 replies that the file lacks.
    case missingReplies = "task_1_replies_not_in_the_release"
    /// Task 2 rows that the file lacks, two for each choice.
    case missingChoices = "task_2_rows_not_in_the_release"

    /// What a person reads.
    var title: String {
        switch self {
        case .lostReplies: "replies that the strict-JSON parser lost"
        case .shiftedRatings: "ratings shifted to another value"
        case .readByFirstCharacter: "ratings read otherwise, by exact name and first character"
        case .countedAsAgree: "cells without a choice, counted as agree"
        case .halvesAsDisagree:
            "inconsistent cells that decide nothing: a score of 0.5 counted as disagree"
        case .distanceOfMeans: "distance of means, not mean of distances"
        case .shareOfAgree: "share of agree-choices, not modal share"
        case .readByAnyOne: "choices read otherwise, by any 1 in the text"
        case .secondWord: "predictions read otherwise, as the second word"
        case .lostActions: "actions that the strict-JSON parser lost"
        case .pairedByRow: "judgements paired by row, not by cell"
        case .swappedColumns: "columns swapped"
        case .reversedPolarity: "polarity reversed: model_choice seems to mark the action that was not chosen"
        case .missingReplies: "incomplete release: Task 1 replies that the file lacks"
        case .missingChoices: "incomplete release: Task 2 rows that the file lacks"
        }
    }
}
