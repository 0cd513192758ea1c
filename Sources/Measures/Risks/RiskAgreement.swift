/// How far coders agree on one code, every two of them and people together.
package struct RiskAgreement: Sendable, Hashable {
    /// Two coders on the cells that both coded.
    package struct Pair: Sendable, Hashable {
        /// Their places among the coders, the lower one first; `nil` for the reference.
        package let first: Int?
        package let second: Int
        /// Cells: both say that it applies, the first alone, the second alone, neither.
        package let both, firstOnly, secondOnly, neither: Int
        /// The share alike; Cohen's kappa; Gwet's AC1; alpha for two coders. `nil` where undefined.
        package let percent, kappa, ac1, alpha: Estimate?
        /// Of the labels that say it applies, the share that the other coder gave, too (2a / (2a + b + c)); the same of those that do not.
        package let positive, negative: Estimate?

        /// Cells that both coded.
        package var cells: Int { both + firstOnly + secondOnly + neither }
    }

    /// The code's place in the codebook.
    package let code: Int
    /// Every two coders with a cell in common.
    package let pairs: [Pair]
    /// Every coder that is no person against the reference, with `nil` as the first.
    package let againstReference: [Pair]
    /// Cells that two people or more coded.
    package let doublyCoded: Int
    /// Fleiss' kappa, Krippendorff's alpha and AC1 over people.
    package let fleiss, alpha, ac1: Estimate?
    /// Whether the counts of the report can be believed.
    package let verdict: Verdict

    /// Whether counts of a code can be believed: Krippendorff's customary bounds of alpha (2004, ch. 11: 0.800, and 0.667 where tentative
    /// conclusions will do), held against the lower end of alpha's interval, of people among each other where their codes are counted,
    /// of a coder that is no person against the reference.
    package enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// Lower end at least 0.8.
        case reliable
        /// Lower end at least 0.667.
        case tentative
        /// Lower end below.
        case unreliable
        /// Cells are coded doubly, but too few of them, or too few with the code, for an interval.
        case tooFew = "too_few_checked"
        /// Intervals were not made, so that no lower end is known.
        case noIntervals = "no_intervals_made"
        /// Nobody coded a cell that another coded, too, or the coder no cell that has a reference.
        case unchecked

        /// Whether counts can be believed, if tentatively.
        package var isBelieved: Bool { self == .reliable || self == .tentative }
    }
}

/// One coder's count of a code without the coder's known error.
///
/// (p + specificity − 1) / (sensitivity + specificity − 1), p the share that the coder gives (Rogan and Gladen 1978); sensitivity and
/// specificity are those against people's reference, on the cells that have one. It holds where the coder errs alike on all cells.
package struct RiskCorrection: Sendable, Hashable {
    /// Why there is no corrected share. Raw values are words of files.
    package enum Absence: String, Error, Sendable, Hashable, CaseIterable {
        case noReference = "no_reference"
        /// The reference has no cell with the code, or none without: an error rate is unknown.
        case oneSided = "reference_has_one_answer"
        /// Sensitivity + specificity ≤ 1: the coder tells nothing apart.
        case noYouden = "no_better_than_chance"
    }

    /// The code's place, and the coder's.
    package let code, coder: Int
    /// Cells with the coder's label; with the reference as well; those of them that carry the code by the reference; by both; and those
    /// that carry it by neither.
    package let coded, checked, positives, hits, rejections: Int
    /// The share that the coder gives.
    package let raw: Estimate?
    /// hits / positives, and rejections / (checked − positives).
    package let sensitivity, specificity: Estimate?
    /// The corrected share in [0, 1] with an interval that draws the coded and the checked cells together, or why there is none.
    package let share: Result<Estimate, Absence>
    /// Whether the formula gave less than 0 or more than 1, which became 0 or 1.
    package let isTruncated: Bool
}

/// The share of a code by the model of Dawid and Skene over all coders.
package struct RiskModelShare: Sendable, Hashable {
    /// The code's place in the codebook.
    package let code: Int
    /// The share of the cells with a label, or why there is none.
    package let share: Result<Estimate, DawidSkene.Absence>
}
