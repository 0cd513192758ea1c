/// The cells of a run, tallied along every axis in one pass over flat arrays.
struct TalliesByAxis {
    /// By scenario.
    var scenarios: [GapTally]
    /// By country, then value.
    var countries: [[GapTally]]
    /// By topic, then value.
    var topics: [[GapTally]]
    /// By value.
    var values: [GapTally]

    init(
        axes: Axes, stated: [Double], acted: [Double], chance: ActedByChance, ties: TieRule, planned: [Bool]? = nil
    ) {
        let (topicCount, valueCount) = (axes.topics.count, axes.values.count)
        scenarios = [GapTally](repeating: GapTally(), count: axes.scenarioCount)
        var byCountry = [GapTally](repeating: GapTally(), count: axes.countries.count * valueCount)
        var byTopic = [GapTally](repeating: GapTally(), count: topicCount * valueCount)
        for scenario in 0..<axes.scenarioCount {
            let (country, topic) = (scenario / topicCount, scenario % topicCount)
            for value in 0..<valueCount {
                let cell = scenario * valueCount + value
                if let planned, !planned[cell] { continue }
                let (v, a) = (stated[cell], acted[cell])
                let counts = !v.isNaN && !a.isNaN
                let expected = counts ? chance.distance(stated: v, value: value) : 0
                scenarios[scenario].add(stated: v, acted: a, shuffledDistance: expected, ties: ties)
                byCountry[country * valueCount + value].add(stated: v, acted: a, shuffledDistance: expected, ties: ties)
                byTopic[topic * valueCount + value].add(stated: v, acted: a, shuffledDistance: expected, ties: ties)
            }
        }
        countries = axes.countries.indices.map { Array(byCountry[$0 * valueCount..<($0 + 1) * valueCount]) }
        topics = axes.topics.indices.map { Array(byTopic[$0 * valueCount..<($0 + 1) * valueCount]) }
        values = axes.values.indices.map { value in
            GapTally(joining: axes.countries.indices.map { byCountry[$0 * valueCount + value] })
        }
    }
}
