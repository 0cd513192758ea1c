/// The 2×2 table of stated against acted inclinations: how many cells agree or disagree in each task.
///
/// An inclination is the side of ½ that a score lies on; a score of exactly ½ has none (`TieRule`). The stated answer is the truth of the table, the
/// acted answer its prediction, `disagree` its positive class.
package struct InclinationTable: Sendable, Hashable {
    /// Cells stated agree and acted agree.
    package var bothAgree: Int
    /// Cells stated agree and acted disagree (false positives of `disagree`).
    package var statedAgreeActedDisagree: Int
    /// Cells stated disagree and acted agree (false negatives of `disagree`).
    package var statedDisagreeActedAgree: Int
    /// Cells stated disagree and acted disagree.
    package var bothDisagree: Int

    /// The four counts.
    package init(
        bothAgree: Int = 0, statedAgreeActedDisagree: Int = 0, statedDisagreeActedAgree: Int = 0,
        bothDisagree: Int = 0
    ) {
        self.bothAgree = bothAgree
        self.statedAgreeActedDisagree = statedAgreeActedDisagree
        self.statedDisagreeActedAgree = statedDisagreeActedAgree
        self.bothDisagree = bothDisagree
    }

    /// Cells in the table.
    package var count: Int {
        bothAgree + statedAgreeActedDisagree + statedDisagreeActedAgree + bothDisagree
    }

    /// Cells whose two inclinations differ: the cross-task inconsistency.
    package var inconsistent: Int { statedAgreeActedDisagree + statedDisagreeActedAgree }

    /// The table if every action chosen agreed with its value.
    package var ifAlwaysAgreeing: InclinationTable { ifActing(disagree: false) }

    /// Counts one more cell.
    mutating func add(statedDisagree: Bool, actedDisagree: Bool) {
        switch (statedDisagree, actedDisagree) {
        case (false, false): bothAgree += 1
        case (false, true): statedAgreeActedDisagree += 1
        case (true, false): statedDisagreeActedAgree += 1
        case (true, true): bothDisagree += 1
        }
    }

    /// The table if every action chosen were of one side.
    func ifActing(disagree: Bool) -> InclinationTable {
        let (agreeing, disagreeing) = (
            bothAgree + statedAgreeActedDisagree, statedDisagreeActedAgree + bothDisagree
        )
        return disagree
            ? InclinationTable(statedAgreeActedDisagree: agreeing, bothDisagree: disagreeing)
            : InclinationTable(bothAgree: agreeing, statedDisagreeActedAgree: disagreeing)
    }

    /// The rates of the table.
    package var rates: AgreementRates { AgreementRates(of: expected) }

    /// The same counts as an expectation.
    var expected: ExpectedTable {
        ExpectedTable(
            bothAgree: Double(bothAgree), statedAgreeActedDisagree: Double(statedAgreeActedDisagree),
            statedDisagreeActedAgree: Double(statedDisagreeActedAgree), bothDisagree: Double(bothDisagree))
    }

    static func += (table: inout InclinationTable, other: InclinationTable) {
        table.bothAgree += other.bothAgree
        table.statedAgreeActedDisagree += other.statedAgreeActedDisagree
        table.statedDisagreeActedAgree += other.statedDisagreeActedAgree
        table.bothDisagree += other.bothDisagree
    }
}

/// A 2×2 table of expected, not counted, cells; the meaning of each is that of `InclinationTable`.
package struct ExpectedTable: Sendable, Hashable {
    /// Expected cells stated agree and acted agree.
    package var bothAgree: Double
    /// Expected cells stated agree and acted disagree.
    package var statedAgreeActedDisagree: Double
    /// Expected cells stated disagree and acted agree.
    package var statedDisagreeActedAgree: Double
    /// Expected cells stated disagree and acted disagree.
    package var bothDisagree: Double
}
