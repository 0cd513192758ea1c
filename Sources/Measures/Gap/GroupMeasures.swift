/// The measures of a country (over its topics), a topic (over its countries) or the whole run.
package struct GroupMeasures: Sendable, Hashable {
    /// The country's or topic's name; “overall” for the whole run.
    package let name: String
    /// Means over scenarios: the paper's alignment rate and distance.
    package let scenarioMean: ScenarioMeans
    /// The same cells pooled.
    package let pooled: PooledMeasures

    /// The paper's alignment rate: the mean over scenarios of the F1 of `disagree`.
    package var alignmentRate: Double? { scenarioMean.rates?.f1Disagree }

    /// The paper's alignment distance: the mean over scenarios of the mean |stated − acted|.
    package var alignmentDistance: Double? { scenarioMean.distance }
}

/// Means over the scenarios that have a counted cell, each scenario weighing the same. `nil` where there is none.
package struct ScenarioMeans: Sendable, Hashable {
    /// Scenarios with a counted cell: those that the means are over.
    package let scenarios: Int
    /// Scenarios without a counted cell, which stay out.
    package let emptyScenarios: Int
    /// Scenarios whose F1 of `disagree` is 0/0 and counts as 0.
    package let undefinedDisagree: Int
    /// Scenarios whose F1 of `agree` is 0/0 and counts as 0.
    package let undefinedAgree: Int
    /// F1 of `disagree` (the alignment rate), F1 of `agree`, accuracy; over the scenarios with a decided cell.
    package let rates: ScenarioRates?
    /// The same for a model that says the same and always chooses the agree-action.
    package let alwaysAgree: ScenarioRates?
    /// The same for a model that says the same and acts on the value alone: in every scenario as it acts in most.
    package let valueAlone: ScenarioRates?
    /// The same as expected when the acted answers are shuffled within each value over the whole run (exact).
    package let shuffled: ScenarioRates?
    /// Mean |stated − acted|, under either scoring.
    package let distance: Double?
    /// Mean (acted − stated).
    package let signedGap: Double?
    /// The floor of the distance, that of a respondent that acts exactly on the side it states, and of the signed gap.
    package let floor, signedFloor: Double?
    /// Mean |stated − acted| as expected under that shuffling.
    package let shuffledDistance: Double?
}

extension ScenarioMeans {
    init(of scenarios: [ScenarioMeasures]) {
        let counted = scenarios.filter { $0.counts.both > 0 }
        self.scenarios = counted.count
        emptyScenarios = scenarios.count - counted.count
        undefinedDisagree = counted.count(where: \.isDisagreeUndefined)
        undefinedAgree = counted.count(where: \.isAgreeUndefined)
        rates = ScenarioRates(meanOf: counted.compactMap(\.observed))
        alwaysAgree = ScenarioRates(meanOf: counted.compactMap(\.alwaysAgree))
        valueAlone = ScenarioRates(
            meanOf: counted.compactMap { ScenarioRates(countingUndefinedAsZero: $0.valueAlone) })
        floor = average(counted.compactMap(\.floor))
        signedFloor = average(counted.compactMap(\.signedFloor))
        shuffled = ScenarioRates(meanOf: counted.compactMap(\.shuffled))
        distance = average(counted.compactMap(\.distance))
        signedGap = average(counted.compactMap(\.signedGap))
        shuffledDistance = average(counted.compactMap(\.shuffledDistance))
    }
}

/// The mean of some numbers, `nil` of none.
func average(_ numbers: [Double]) -> Double? {
    var sum = CompensatedSum()
    for number in numbers { sum += number }
    return ratio(sum.value, Double(numbers.count))
}
