extension LeaningCounts {
    /// The chance that two readings of one cell in Task 1, of different askings, lie on different sides: what changes when
    /// it is asked again. The mean over the cells that were read twice at least, without bias for any number of readings;
    /// a reading on the scale's middle counts half to each side. `nil` without such a cell.
    package var statedChange: Double? {
        mean { cell in
            guard cell.stated > 1 else { return nil }
            return Self.change(Double(cell.statedHalves) / 2, of: Double(cell.stated))
        }
    }

    /// The same of the choices in Task 2, whichever action stood first; what a liking for a place does is in it. `nil`
    /// also where it is of no cell known what stood first.
    package var actedChange: Double? {
        mean { cell in
            let known = cell.agreeFirst.all + cell.disagreeFirst.all
            guard known > 1 else { return nil }
            return Self.change(Double(cell.agreeFirst.disagree + cell.disagreeFirst.disagree), of: Double(known))
        }
    }

    /// The share of cells whose mean stated and mean acted reading lie on different sides, of those that are decided: the
    /// share of inconsistent cells as it stands, slips and all; `nil` without a decided cell.
    package var inconsistentShare: Double? {
        var (inconsistent, decided) = (0.0, 0.0)
        for cell in cells where cell.stated > 0 && cell.agreeFirst.all + cell.disagreeFirst.all > 0 {
            let stated = cell.statedHalves - cell.stated
            let acted =
                2 * (cell.agreeFirst.disagree + cell.disagreeFirst.disagree) - cell.agreeFirst.all
                - cell.disagreeFirst.all
            guard stated != 0, acted != 0 else { continue }
            decided += 1
            inconsistent += (stated > 0) != (acted > 0) ? 1 : 0
        }
        return ratio(inconsistent, decided)
    }

    private static func change(_ disagree: Double, of all: Double) -> Double {
        2 * disagree * (all - disagree) / (all * (all - 1))
    }

    private func mean(_ change: (Cell) -> Double?) -> Double? {
        average(cells.compactMap(change))
    }
}
