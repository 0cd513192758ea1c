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
    /// without a cell that was read twice.
    package var actedChange: Double? {
        mean { cell in
            guard cell.acted.all > 1 else { return nil }
            return Self.change(Double(cell.acted.disagree), of: Double(cell.acted.all))
        }
    }

    private static func change(_ disagree: Double, of all: Double) -> Double {
        2 * disagree * (all - disagree) / (all * (all - 1))
    }

    private func mean(_ change: (Cell) -> Double?) -> Double? {
        average(cells.compactMap(change))
    }
}

extension LeaningCounts {
    /// P(first): the share of choices that took the action that stood first, the mean of both orders, so that it is one half
    /// where place bears on nothing, whatever is preferred; `nil` where one of the orders was not asked.
    package var firstShare: Double? {
        let agreeFirst = cells.reduce(Choices(0, of: 0)) { $0 + $1.agreeFirst }
        let disagreeFirst = cells.reduce(Choices(0, of: 0)) { $0 + $1.disagreeFirst }
        guard
            let agree = ratio(Double(agreeFirst.all - agreeFirst.disagree), Double(agreeFirst.all)),
            let disagree = ratio(Double(disagreeFirst.disagree), Double(disagreeFirst.all))
        else { return nil }
        return (agree + disagree) / 2
    }

    /// The task, 1 or 2, whose answers to one cell agree no better than answers to different cells, by a reliability (the
    /// share of a single answer's variance that is the cell's) below 0.02; `nil` where both do better, or where fewer than
    /// 40 cells tell.
    package var unreliableTask: Int? {
        let stated = cells.filter { $0.stated > 1 }.map {
            (disagree: Double($0.statedHalves) / 2, all: Double($0.stated))
        }
        let acted = cells.map(\.acted).filter { $0.all > 1 }.map {
            (disagree: Double($0.disagree), all: Double($0.all))
        }
        for (task, counts) in [(1, stated), (2, acted)] where counts.count >= DeconvolvedGap.leastCells {
            guard let rate = average(counts.map { $0.disagree / $0.all }), rate > 0.05, rate < 0.95,
                let change = average(counts.map { Self.change($0.disagree, of: $0.all) })
            else { continue }
            // Two answers at random differ with chance 2 r (1 − r).
            if 1 - change / (2 * rate * (1 - rate)) < 0.02 { return task }
        }
        return nil
    }
}
