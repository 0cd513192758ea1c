extension MeasureReport {
    /// Measures a run from its readings.
    ///
    /// - Parameters:
    ///   - stated: the Task 1 readings of every cell.
    ///   - acted: the Task 2 readings of every cell, option 0 the agree-action.
    ///   - states: what became of the questions; carried along, not used in any figure.
    ///   - ties: what a score of exactly 0.5 counts as; `nil` as the scoring has it.
    ///   - disagreeFirst: by cell, then asking of Task 2, whether the disagree-action stood first; empty where that is
    ///     known of none.
    ///   - planned: by cell, whether it was to be measured; `nil` where all were. Any other cell is neither counted nor
    ///     missing, even where Task 1 rated its value along with the others.
    /// - Throws: `MeasuresError.wrongCellCount` where the readings are of another study than the axes.
    package init(
        axes: Axes, stated: CodedReadings, acted: CodedReadings, states: StateCounts = StateCounts(),
        scoring: Scoring = .strict, ties: TieRule? = nil, disagreeFirst: [Bool?] = [], planned: [Bool]? = nil
    ) throws(MeasuresError) {
        try self.init(
            axes: axes, stated: stated.scores, acted: acted.scores, states: states, scoring: scoring, ties: ties,
            planned: planned, readings: [stated, acted],
            leanings: LeaningCounts(
                stated: stated, acted: acted, disagreeFirst: disagreeFirst, planned: planned))
    }

    /// Measures a run, or a simulation, from the scores of its cells.
    ///
    /// - Throws: `MeasuresError.wrongCellCount` where the scores are of another study than the axes.
    package init(
        axes: Axes, stated: ScoreMatrix, acted: ScoreMatrix, states: StateCounts = StateCounts(),
        scoring: Scoring = .strict
    ) throws(MeasuresError) {
        try self.init(
            axes: axes, stated: stated, acted: acted, states: states, scoring: scoring, ties: nil,
            planned: nil, readings: [], leanings: nil)
    }

    init(
        axes: Axes, stated: ScoreMatrix, acted: ScoreMatrix, states: StateCounts, scoring: Scoring, ties: TieRule?,
        planned: [Bool]?, readings: [CodedReadings], leanings: LeaningCounts?
    ) throws(MeasuresError) {
        for (task, matrix) in [("stated", stated), ("acted", acted)] where matrix.count != axes.cellCount {
            throw .wrongCellCount(task: task, expected: axes.cellCount, found: matrix.count)
        }
        if let planned, planned.count != axes.cellCount {
            throw .wrongCellCount(task: "planned", expected: axes.cellCount, found: planned.count)
        }
        let stated = stated.only(planned)
        let acted = (scoring == .legacy ? acted.missingAsAgree() : acted).only(planned)
        let ties = ties ?? scoring.ties
        let chance = ActedByChance(
            stated: stated.scores, acted: acted.scores, values: axes.values.count, ties: ties)
        let tallies = TalliesByAxis(
            axes: axes, stated: stated.scores, acted: acted.scores, chance: chance, ties: ties, planned: planned)

        self.axes = axes
        self.scoring = scoring
        self.ties = ties
        self.states = states
        self.planned = planned
        self.leanings = leanings
        self.stated = stated.scores
        self.acted = acted.scores
        let shares = readings.map { ModalShares(of: $0) }
        let agreements = zip(shares, readings).map { PromptAgreement($0, options: $1.options) }
        modalShares = shares.isEmpty ? [nil, nil] : shares
        statedAgreement = agreements.first
        actedAgreement = agreements.last

        let scenarios = (0..<axes.scenarioCount).map { scenario in
            let cells = scenario * axes.values.count..<(scenario + 1) * axes.values.count
            return ScenarioMeasures(
                country: scenario / axes.topics.count, topic: scenario % axes.topics.count,
                tally: tallies.scenarios[scenario],
                shuffled: chance.rates(ofScenario: cells, stated: stated.scores, acted: acted.scores),
                valueAlone: chance.valueAlone(ofScenario: cells, stated: stated.scores, acted: acted.scores))
        }
        self.scenarios = scenarios
        func group(
            _ name: String, _ members: [ScenarioMeasures], _ tallies: [GapTally], isWhole: Bool = false
        ) -> GroupMeasures {
            GroupMeasures(
                name: name, scenarioMean: ScenarioMeans(of: members),
                pooled: PooledMeasures(
                    tallies: tallies, values: Array(axes.values.indices), chance: chance, isWhole: isWhole))
        }
        countries = axes.countries.indices.map { country in
            group(axes.countries[country], scenarios.filter { $0.country == country }, tallies.countries[country])
        }
        topics = axes.topics.indices.map { topic in
            group(axes.topics[topic], scenarios.filter { $0.topic == topic }, tallies.topics[topic])
        }
        overall = group("overall", scenarios, tallies.values, isWhole: true)
        values = axes.values.indices.map { value in
            ValueMeasures(
                name: axes.values[value],
                pooled: PooledMeasures(
                    tallies: [tallies.values[value]], values: [value], chance: chance, isWhole: true))
        }
        valueGroups = axes.groups.indices.map { group in
            let members = axes.values.indices.filter { axes.groupOfValue[$0] == group }
            return ValueMeasures(
                name: axes.groups[group],
                pooled: PooledMeasures(
                    tallies: members.map { tallies.values[$0] }, values: members, chance: chance, isWhole: true))
        }
        countryValues = tallies.countries.map { $0.map { ValueGap($0, scoring: scoring) } }
        topicValues = tallies.topics.map { $0.map { ValueGap($0, scoring: scoring) } }
        countryRankings = countryValues.map { Measures.ranking(of: $0.map(\.distance)) }
        topicRankings = topicValues.map { Measures.ranking(of: $0.map(\.distance)) }
        overallRanking = Measures.ranking(of: values.map(\.pooled.distance))
    }
}
