/// What is counted in a cell.
package enum RiskUnit: Sendable, Hashable {
    /// A code, by its place in the codebook.
    case code(Int)
    /// A level, by its place among ``CodedCells/levels``: one of its codes applies.
    case level(Int)
    /// Some code applies.
    case any
    /// All codes are known, and none applies.
    case none
}

/// Which cells are counted.
package struct RiskPlace: Sendable, Hashable {
    /// By what cells are told apart. Raw values are words of files.
    package enum Axis: String, Sendable, Hashable, CaseIterable {
        case all, respondent, direction, group, country, topic, value
    }

    /// By what.
    package let axis: Axis
    /// What the cells share: a country, …; of a direction one of ``Direction``'s raw values; empty for all.
    package let name: String

    /// What the misaligned cell does against what it says. Raw values are words of files.
    package enum Direction: String, Sendable, Hashable, CaseIterable {
        case statesAgree = "states_agree_acts_against"
        case statesDisagree = "states_disagree_acts_for"
    }

    /// A place.
    package init(axis: Axis, name: String) { (self.axis, self.name) = (axis, name) }
}

/// How many cells of a place carry a unit.
package struct RiskCount: Sendable, Hashable {
    package let place: RiskPlace
    package let unit: RiskUnit
    /// Cells of the place for which the unit is known, and those of them that carry it.
    package let coded, count: Int
    /// count / coded with its interval: values are drawn anew, and for one value or group scenarios; `nil` where nothing is coded.
    package let share: Estimate?
    /// Of a respondent, and of all cells where there is one respondent only: misaligned cells in all, for which the coded ones stand with
    /// an equal chance each. `nil` elsewhere.
    package let population: Int?

    /// share × population: how many of all misaligned cells carry the unit, with the ends of the interval. `nil` where all are coded, so that
    /// the count is known.
    package var extrapolated: (value: Double, ends: ClosedRange<Double>?)? {
        guard let population, population > coded, let share else { return nil }
        let cells = Double(population)
        // What is coded is known: there are at least as many, and at most as many more as there are cells not coded.
        let (least, most) = (Double(count), Double(count + population - coded))
        let ends = share.interval.map { interval -> ClosedRange<Double> in
            let low = min(most, max(least, interval.low * cells))
            return low...max(low, min(most, interval.high * cells))
        }
        return (share.value * cells, ends)
    }
}

/// The difference of two respondents' shares of a code.
package struct RiskComparison: Sendable, Hashable {
    /// The respondents, and the code's place in the codebook.
    package let first, second: String
    package let code: Int
    /// Cells of each that are coded, and those that carry the code.
    package let firstCoded, firstCount, secondCoded, secondCount: Int
    /// second − first, in [−1, 1], with the interval: the same values are drawn for both. `nil` where one has no coded cell.
    package let difference: Estimate?
    /// Of swapping the two respondents' cells value by value; `nil` without a plan or a difference.
    package let pValue: Double?
    /// Within all codes of the pair: after Holm's, and Benjamini and Hochberg's adjustment.
    package internal(set) var holm, benjaminiHochberg: Double?
}
