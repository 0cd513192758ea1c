/// The measures of a set of cells taken together, whatever scenarios they come from. Every mean is over counted cells;
/// what rests on no cell is `nil`.
package struct PooledMeasures: Sendable, Hashable {
    /// How many cells there are, count, and are tied.
    package let counts: CellCounts
    /// Stated against acted inclinations.
    package let table: InclinationTable
    /// The rates of `table`.
    package let rates: AgreementRates
    /// Mean stated score, 0 = agree, 1 = disagree.
    package let stated: Double?
    /// Mean acted score, 0 = agree, 1 = disagree.
    package let acted: Double?
    /// Mean |stated − acted|, in [0, 1], under either scoring.
    package let distance: Double?
    /// Mean (acted − stated), in [−1, 1]: positive where the model acts against what it says it values.
    package let signedGap: Double?
    /// The floor of the distance: that of a respondent that acts exactly on the side it states, mean min(v, 1 − v). A
    /// distance this large is no gap.
    package let floor: Double?
    /// The floor of the signed gap: that of the same respondent.
    package let signedFloor: Double?
    /// The rates of a model that says the same and always chooses the agree-action.
    package let alwaysAgree: AgreementRates
    /// The rates of a model that says the same and acts on the value alone: in every scenario as it acts in most.
    package let valueAlone: AgreementRates
    /// What chance gives.
    package let shuffled: ShuffledMeasures
}

/// The expectation when each value's acted scores are shuffled among all the counted cells of that value in the run:
/// what is left when actions depend on the value, but not on the scenario. Computed exactly, not simulated.
package struct ShuffledMeasures: Sendable, Hashable {
    /// The expected 2×2 table.
    package let table: ExpectedTable
    /// The expected rates. Over the whole run, a value and a group of values shuffling leaves both base rates as they are,
    /// and the rates of the expected table are the expected rates; for a country or topic they are computed over all tables
    /// that can come, each rate over those for which it is defined.
    package let rates: AgreementRates
    /// The expected mean |stated − acted|.
    package let distance: Double?
    /// The chance that shuffling gives a Cohen's kappa at least as high as the one observed: the exact permutation test of
    /// whether actions follow what is stated beyond what the values' base rates give. One-sided; of the whole run, a value
    /// and a group of values; `nil` where kappa is undefined.
    package let kappaChance: Double?
}

extension PooledMeasures {
    /// The measures of the cells in `tallies`, one tally for each of `values`.
    ///
    /// - Parameter isWhole: whether the tallies hold all cells of their values.
    init(tallies: [GapTally], values: [Int], chance: ActedByChance, isWhole: Bool) {
        let all = GapTally(joining: tallies)
        let n = Double(all.counts.both)
        counts = all.counts
        table = all.table
        rates = all.table.rates
        stated = ratio(all.stated.value, n)
        acted = ratio(all.acted.value, n)
        distance = all.meanDistance
        signedGap = all.signedGap
        floor = all.meanFloor
        signedFloor = all.meanSignedFloor
        alwaysAgree = all.table.ifAlwaysAgreeing.rates
        var alone = InclinationTable()
        var expected = InclinationTable().expected
        for (tally, value) in zip(tallies, values) {
            alone += tally.table.ifActing(disagree: chance.actsDisagree(value))
            expected += tally.expectedTable(chanceOfDisagree: chance.disagree[value])
        }
        valueAlone = alone.rates
        let dealt = DealtTable(
            zip(tallies, values).map { tally, value in
                DealtTable.Value(
                    statedDisagree: tally.table.bothDisagree + tally.table.statedDisagreeActedAgree,
                    // All of a value's disagreement is dealt within the part where the part is the value: what does not
                    // go to one side goes to the other, and need not be followed.
                    statedAgree: isWhole ? 0 : tally.table.bothAgree + tally.table.statedAgreeActedDisagree,
                    decided: chance.decided[value].all, actedDisagree: chance.decided[value].disagree)
            })
        shuffled = ShuffledMeasures(
            table: expected,
            rates: isWhole ? AgreementRates(of: expected) : AgreementRates(expecting: dealt, table: expected),
            distance: ratio(all.shuffledDistance.value, n),
            kappaChance: isWhole && rates.kappa != nil ? dealt.chance(ofBothDisagree: table.bothDisagree) : nil)
    }
}

extension ExpectedTable {
    static func += (table: inout ExpectedTable, other: ExpectedTable) {
        table.bothAgree += other.bothAgree
        table.statedAgreeActedDisagree += other.statedAgreeActedDisagree
        table.statedDisagreeActedAgree += other.statedDisagreeActedAgree
        table.bothDisagree += other.bothDisagree
    }
}
