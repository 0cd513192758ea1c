/// The measures of one scenario, over its values.
package struct ScenarioMeasures: Sendable, Hashable {
    /// The country's index in `Axes.countries`.
    package let country: Int
    /// The topic's index in `Axes.topics`.
    package let topic: Int
    /// How many cells there are, count, and are tied.
    package let counts: CellCounts
    /// Stated against acted inclinations.
    package let table: InclinationTable
    /// The scenario's alignment rate, the F1 of `disagree`; `nil` where it is 0/0.
    package let f1Disagree: Double?
    /// The F1 of `agree`; `nil` where it is 0/0.
    package let f1Agree: Double?
    /// The share of cells with one inclination in both tasks.
    package let accuracy: Double?
    /// Mean |stated − acted| over the counted cells.
    package let distance: Double?
    /// Mean (acted − stated) over the counted cells.
    package let signedGap: Double?
    /// The floor of the distance: that of a respondent that acts exactly on the side it states, mean min(v, 1 − v). A
    /// distance this large is no gap.
    package let floor: Double?
    /// The floor of the signed gap: that of the same respondent.
    package let signedFloor: Double?
    /// Stated against acted inclinations of a model that acts on the value alone: in every scenario as in most.
    let valueAlone: InclinationTable
    /// The expected rates when the acted answers are shuffled within each value (exact); `nil` without a decided cell.
    package let shuffled: ScenarioRates?
    /// The expected mean |stated − acted| under that shuffling.
    package let shuffledDistance: Double?

    /// Whether the F1 of `disagree` is 0/0 although cells are decided: no cell disagrees in either task.
    package var isDisagreeUndefined: Bool { counts.decided > 0 && f1Disagree == nil }

    /// Whether the F1 of `agree` is 0/0 although cells are decided: no cell agrees in either task.
    package var isAgreeUndefined: Bool { counts.decided > 0 && f1Agree == nil }

    /// The rates as they enter the mean over scenarios: a 0/0 counts as 0.
    var observed: ScenarioRates? { ScenarioRates(countingUndefinedAsZero: table) }

    /// The same for a model that always chooses the agree-action.
    var alwaysAgree: ScenarioRates? { ScenarioRates(countingUndefinedAsZero: table.ifAlwaysAgreeing) }
}

extension ScenarioMeasures {
    init(country: Int, topic: Int, tally: GapTally, shuffled: ScenarioRates?, valueAlone: InclinationTable) {
        let rates = tally.table.rates
        self.country = country
        self.topic = topic
        counts = tally.counts
        table = tally.table
        f1Disagree = rates.f1Disagree
        f1Agree = rates.f1Agree
        accuracy = rates.accuracy
        distance = tally.meanDistance
        signedGap = tally.signedGap
        floor = tally.meanFloor
        signedFloor = tally.meanSignedFloor
        self.valueAlone = valueAlone
        self.shuffled = shuffled
        shuffledDistance = ratio(tally.shuffledDistance.value, Double(tally.counts.both))
    }
}

/// The rates that are averaged over scenarios.
package struct ScenarioRates: Sendable, Hashable {
    /// F1 of `disagree`: the paper's alignment rate.
    package let f1Disagree: Double
    /// F1 of `agree`.
    package let f1Agree: Double
    /// The share of cells with one inclination in both tasks.
    package let accuracy: Double

    /// The mean of both F1s.
    package var macroF1: Double { (f1Disagree + f1Agree) / 2 }
}

extension ScenarioRates {
    /// The rates of one scenario with each 0/0 as 0; `nil` where no cell is decided.
    init?(countingUndefinedAsZero table: InclinationTable) {
        let rates = table.rates
        guard let accuracy = rates.accuracy else { return nil }
        self.init(f1Disagree: rates.f1Disagree ?? 0, f1Agree: rates.f1Agree ?? 0, accuracy: accuracy)
    }

    /// The mean over scenarios, `nil` over none.
    init?(meanOf scenarios: [ScenarioRates]) {
        guard !scenarios.isEmpty else { return nil }
        var (f1Disagree, f1Agree, accuracy) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
        for scenario in scenarios {
            f1Disagree += scenario.f1Disagree
            f1Agree += scenario.f1Agree
            accuracy += scenario.accuracy
        }
        let n = Double(scenarios.count)
        self.init(f1Disagree: f1Disagree.value / n, f1Agree: f1Agree.value / n, accuracy: accuracy.value / n)
    }
}
