/// Counts and sums over some cells of one run, from which every pooled measure follows. Tallies of disjoint sets of
/// cells add up to the tally of their union.
struct GapTally {
    var counts = CellCounts()
    var table = InclinationTable()
    /// Σ |stated − acted| over the counted cells.
    var distance = CompensatedSum()
    /// Σ min(v, 1 − v) over the counted cells, and Σ (side of v) − v: the distance and the signed gap of a respondent that
    /// acts exactly on the side it states.
    var floor = CompensatedSum()
    var signedFloor = CompensatedSum()
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
        if let sides = ties.sides(stated: v, acted: a) {
            table.add(statedDisagree: sides.stated, actedDisagree: sides.acted)
        } else {
            counts.undecided += 1
        }
        floor += min(v, 1 - v)
        signedFloor += isHalf(v) ? 0 : v < 0.5 ? -v : 1 - v
        distance += abs(v - a)
        shuffledDistance += expected
        stated += v
        acted += a
    }

    static func += (tally: inout GapTally, other: GapTally) {
        tally.counts += other.counts
        tally.table += other.table
        tally.distance += other.distance
        tally.floor += other.floor
        tally.signedFloor += other.signedFloor
        tally.shuffledDistance += other.shuffledDistance
        tally.stated += other.stated
        tally.acted += other.acted
    }

    /// Mean |stated − acted| over the counted cells.
    var meanDistance: Double? { ratio(distance.value, Double(counts.both)) }

    /// Mean (acted − stated) over the counted cells.
    var signedGap: Double? { ratio(acted.value - stated.value, Double(counts.both)) }

    /// Mean min(stated, 1 − stated) over the counted cells.
    var meanFloor: Double? { ratio(floor.value, Double(counts.both)) }

    /// Mean (side of stated − stated) over the counted cells.
    var meanSignedFloor: Double? { ratio(signedFloor.value, Double(counts.both)) }

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
