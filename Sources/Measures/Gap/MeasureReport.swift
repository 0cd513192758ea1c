/// Everything that is measured of one run: the alignment rate, distance and ranking with what must stand beside them.
///
/// Arrays are in the order of `axes`. Which figures are means over scenarios and which are pooled over cells, their
/// types say: `ScenarioMeans` and `PooledMeasures`. An undefined number is `nil`, never NaN.
package struct MeasureReport: Sendable {
    /// What the matrices are spanned by.
    package let axes: Axes
    /// How missing cells and distances were scored; to be named on every output.
    package let scoring: Scoring
    /// What a score of exactly 0.5 counted as where a figure needs a side: that of the scoring, unless told otherwise.
    package let ties: TieRule
    /// What became of the questions, as handed in.
    package let states: StateCounts
    /// By scenario index.
    package let scenarios: [ScenarioMeasures]
    /// By country.
    package let countries: [GroupMeasures]
    /// By topic.
    package let topics: [GroupMeasures]
    /// The whole run.
    package let overall: GroupMeasures
    /// By value.
    package let values: [ValueMeasures]
    /// By the theory's group of values.
    package let valueGroups: [ValueMeasures]
    /// By country, then value.
    package let countryValues: [[ValueGap]]
    /// By topic, then value.
    package let topicValues: [[ValueGap]]
    /// By country: all values that have a distance there, in descending distance.
    package let countryRankings: [[RankedValue]]
    /// By topic: all values that have a distance there, in descending distance.
    package let topicRankings: [[RankedValue]]
    /// All values that have a distance, in descending distance over the whole run.
    package let overallRanking: [RankedValue]
    /// How far the variants of Task 1 agree; `nil` where scores, not readings, were handed in.
    package let statedAgreement: PromptAgreement?
    /// How far the variants of Task 2 agree; `nil` where scores, not readings, were handed in.
    package let actedAgreement: PromptAgreement?

    /// By cell: whether it was to be measured; `nil` where all were.
    package let planned: [Bool]?
    /// How often each cell's readings disagree; `nil` where scores, not readings, were handed in.
    package let leanings: LeaningCounts?

    /// By cell; NaN where missing.
    let stated: [Double]
    let acted: [Double]
    /// How far the askings of each cell agree, in Task 1 and Task 2; `nil` where scores, not readings, were handed in.
    let modalShares: [ModalShares?]

    /// How many cells there are, count, and are tied in the whole run.
    package var counts: CellCounts { overall.pooled.counts }

    /// How many counted cells have different inclinations in the two tasks.
    package var inconsistency: CrossTaskInconsistency { CrossTaskInconsistency(overall.pooled.table) }

    /// The ranking of one scenario's values, by |stated − acted|.
    package func ranking(scenario: Int) -> [RankedValue] {
        guard scenarios.indices.contains(scenario) else { return [] }
        let first = scenario * axes.values.count
        return Measures.ranking(of: axes.values.indices.map { gap(ofCell: first + $0)?.distance })
    }
}

/// The paper's cross-task inconsistency: counted cells whose inclination changes from Task 1 to Task 2.
package struct CrossTaskInconsistency: Sendable, Hashable {
    /// Says agree, acts disagree.
    package let statedAgreeActedDisagree: Int
    /// Says disagree, acts agree.
    package let statedDisagreeActedAgree: Int
    /// Both together.
    package let total: Int
    /// Their share of the counted cells, `nil` without any.
    package let share: Double?

    /// The inconsistency of a table.
    package init(_ table: InclinationTable) {
        statedAgreeActedDisagree = table.statedAgreeActedDisagree
        statedDisagreeActedAgree = table.statedDisagreeActedAgree
        total = table.inconsistent
        share = ratio(Double(table.inconsistent), Double(table.count))
    }
}
