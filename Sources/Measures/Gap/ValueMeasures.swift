/// The measures of one value, or of one of the theory's groups of values, pooled over all scenarios.
package struct ValueMeasures: Sendable, Hashable {
    /// The value's or group's name.
    package let name: String
    /// Its cells, pooled. `pooled.distance` is the value's overall alignment distance under either scoring: the
    /// released notebooks, too, take the mean of absolute differences here.
    package let pooled: PooledMeasures
}

/// One value in one country or topic.
package struct ValueGap: Sendable, Hashable {
    /// Scenarios in which the cell counts.
    package let scenarios: Int
    /// Mean stated score over the counted cells.
    package let stated: Double?
    /// Mean acted score over the counted cells.
    package let acted: Double?
    /// Strict: the mean |stated − acted| over the counted cells. Legacy: |mean stated − mean acted| over them, which is
    /// never larger.
    package let distance: Double?
    /// Mean (acted − stated) over the counted cells.
    package let signedGap: Double?
    /// The distance of a respondent that acts exactly on the side it states: mean min(stated, 1 − stated).
    package let floor: Double?
}

extension ValueGap {
    init(_ tally: GapTally, scoring: Scoring) {
        scenarios = tally.counts.both
        stated = ratio(tally.stated.value, Double(tally.counts.both))
        acted = ratio(tally.acted.value, Double(tally.counts.both))
        signedGap = tally.signedGap
        floor = tally.meanFloor
        switch scoring {
        case .strict, .overruled: distance = tally.meanDistance
        case .legacy: distance = tally.signedGap.map { abs($0) }
        }
    }
}
