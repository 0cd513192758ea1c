/// A cell of a run whose Task 1 is known: what a warning is made from.
package struct WarningCell: Sendable, Hashable {
    /// Its number among the cells of the study.
    package var number: Int
    /// Where it lies, and the group of its value.
    package var country, topic, value, group: String
    /// The stated score in [0, 1], 0 = agree; never exactly one half, which states no side.
    package var stated: Double
    /// The standard deviation of the stated readings over the prompt variants; `nil` with fewer than two.
    package var statedSpread: Double?
    /// Whether the word is not kept; `nil` where Task 2 says nothing of it.
    package var isGap: Bool?

    /// A cell.
    package init(
        number: Int, country: String, topic: String, value: String, group: String, stated: Double,
        statedSpread: Double?,
        isGap: Bool?
    ) {
        (self.number, self.country, self.topic, self.value, self.group) = (number, country, topic, value, group)
        (self.stated, self.statedSpread, self.isGap) = (stated, statedSpread, isGap)
    }

    static let categories = ["value", "country", "topic", "group"]
    static let numbers = ["stated", "firmness", "stated spread"]

    /// Firmness is how far the stated score lies from the middle, in [0, 1]: a word that is hardly one is kept less often, on either side.
    var features: FeatureRow {
        FeatureRow(
            categories: [value, country, topic, group], numbers: [stated, 2 * abs(stated - 0.5), statedSpread])
    }
}

/// Where a respondent's word is least to be trusted, by what other respondents did, or by its own other cells.
package struct GapWarnings: Sendable, Hashable {
    /// One warning.
    package struct Warning: Sendable, Hashable {
        package let cell: WarningCell
        /// How probable it is that the word is not kept.
        package let probability: Double
        /// By feature, the largest first: what it adds to the log-odds beyond what it adds in the mean over the cells that were learned from.
        package let reasons: [Reason]
    }

    /// What one feature adds.
    package struct Reason: Sendable, Hashable {
        /// "value", "country", "topic", "group", "stated", "firmness", "stated spread".
        package let feature: String
        /// Log-odds.
        package let amount: Double
    }

    /// How the probabilities were tested. Raw values are words of files.
    package enum Testing: String, Sendable, Hashable, Codable, CaseIterable {
        /// Each respondent that was learned from, by a model of the others.
        case otherRespondents = "leave_one_respondent_out"
        /// One respondent alone was learned from: each value of it, by a model of its other values.
        case otherValues = "leave_values_out"
        /// The target itself was learned from: each part of its scenarios, by a model of the others.
        case ownScenarios = "leave_own_scenarios_out"
    }

    /// A respondent that was learned from.
    package struct Learned: Sendable, Hashable {
        /// Cells with a side in both tasks, and those of them whose word is not kept.
        package let cells, gaps: Int
        /// Its probabilities by a model that did not see it; `nil` where there is no other.
        package let probabilities: ProbabilityReport?
    }

    /// The most probable gap first; of equal ones the first cell.
    package let warnings: [Warning]
    package let testing: Testing
    /// In the order given.
    package let learned: [Learned]
    /// How good the probabilities are where they were tested, all respondents together.
    package let tested: ProbabilityReport
    /// How good the warnings themselves are, where the target's Task 2 is known; `nil` where it is not, or is what was learned from.
    package let outcome: ProbabilityReport?
    /// The chosen C of the model that warns; `nil` where several did.
    package let c: Double?

    /// What must be thought of the warnings. Raw values are words of files.
    package enum Standing: String, Sendable, Hashable, Codable {
        /// The skill's interval lies above 0 where the probabilities were tested.
        case skilled
        /// The skill is above 0, its interval is not, or there is none.
        case uncertain
        /// The skill is 0 or less: the base rate tells as much.
        case worthless
    }

    /// By the target's own outcome where it is known, else by the test.
    package var standing: Standing {
        let skill = (outcome ?? tested).skill
        guard let skill, skill.value > 0 else { return .worthless }
        return (skill.interval?.low ?? -1) > 0 ? .skilled : .uncertain
    }
}
