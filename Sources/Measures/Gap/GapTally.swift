/// Counts and sums over some cells of one run, from which every pooled measure follows. Tallies of disjoint sets of
/// cells add up to the tally of their union.
struct GapTally {
    var counts = CellCounts()
    var table = InclinationTable()
    /// Σ |stated − acted| over the counted cells.
    var distance = CompensatedSum()
    /// The same as expected under shuffling, summed over the counted cells.
    var shuffledDistance = CompensatedSum()
    /// Scores over the counted cells.
    var stated = CompensatedSum()
    var acted = CompensatedSum()

    mutating func add(stated v: Double, acted a: Double, shuffledDistance expected: Double, ties: TieRule) {
        counts.cells += 1
        if !v.isNaN { counts.stated += 1 }
        if !a.isNaN { counts.acted += 1 }
        guard !v.isNaN, !a.isNaN else { return }
        counts.both += 1
        if isHalf(v) { counts.statedTies += 1 }
        if isHalf(a) { counts.actedTies += 1 }
        switch ties.sides(stated: v, acted: a) {
        case nil: counts.undecided += 1
        case (false, false)?: table.bothAgree += 1
        case (false, true)?: table.statedAgreeActedDisagree += 1
        case (true, false)?: table.statedDisagreeActedAgree += 1
        case (true, true)?: table.bothDisagree += 1
        }
        distance += abs(v - a)
        shuffledDistance += expected
        stated += v
        acted += a
    }

    static func += (tally: inout GapTally, other: GapTally) {
        tally.counts += other.counts
        tally.table += other.table
        tally.distance += other.distance
        tally.shuffledDistance += other.shuffledDistance
        tally.stated += other.stated
        tally.acted += other.acted
    }

    /// Mean |stated − acted| over the counted cells.
    var meanDistance: Double? { ratio(distance.value, Double(counts.both)) }

    /// Mean (acted − stated) over the counted cells.
    var signedGap: Double? { ratio(acted.value - stated.value, Double(counts.both)) }

    /// The table expected where each decided cell is acted disagree with the given probability.
    func expectedTable(chanceOfDisagree chance: Double) -> ExpectedTable {
        let statedAgree = Double(table.bothAgree + table.statedAgreeActedDisagree)
        let statedDisagree = Double(table.bothDisagree + table.statedDisagreeActedAgree)
        return ExpectedTable(
            bothAgree: statedAgree * (1 - chance), statedAgreeActedDisagree: statedAgree * chance,
            statedDisagreeActedAgree: statedDisagree * (1 - chance), bothDisagree: statedDisagree * chance)
    }
}

extension GapTally {
    /// The tally of all the given tallies' cells.
    init(joining tallies: some Sequence<GapTally>) {
        self.init()
        for tally in tallies { self += tally }
    }
}
