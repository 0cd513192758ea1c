/// Counts units in places.
struct RiskCounting: Sendable {
    let coded: CodedCells
    let basis: CodedCells.Basis
    let plan: ResamplingPlan?
    let workers: Int

    /// Codes, levels, any, none, in this order.
    var units: [RiskUnit] {
        coded.codes.indices.map(RiskUnit.code) + coded.levels.indices.map(RiskUnit.level) + [.any, .none]
    }

    func counts() async -> [RiskCount] {
        let levels = coded.levels.map(\.id)
        let known = coded.cells.indices.map { states(of: $0, levels) }
        var counts: [RiskCount] = []
        for axis in RiskPlace.Axis.allCases {
            for name in names(axis) {
                let cells = coded.cells.indices.filter { axis.name(of: coded.cells[$0]) == name }
                counts += await self.counts(RiskPlace(axis: axis, name: name), cells, known)
            }
        }
        return counts
    }

    /// By unit: whether it applies to a cell; `nil` where that is not known.
    private func states(of cell: Int, _ levels: [String]) -> [Bool?] {
        let codes = coded.codes.indices.map { coded.applies($0, cell, basis) }
        let ofLevels = levels.map { level in
            Self.some(zip(coded.codes, codes).filter { $0.0.level == level }.map(\.1))
        }
        let any = Self.some(codes)
        return codes + ofLevels + [any, any.map { !$0 }]
    }

    /// Whether one of several applies: known where all of them are. Cells that are known by the first “yes” alone would all be on one side.
    private static func some(_ states: [Bool?]) -> Bool? {
        states.contains(nil) ? nil : states.contains(true)
    }

    /// What an axis tells apart: directions as they are listed, everything else in the order of the cells.
    private func names(_ axis: RiskPlace.Axis) -> [String] {
        switch axis {
        case .all: [""]
        case .direction: RiskPlace.Direction.allCases.map(\.rawValue)
        default: coded.names(axis)
        }
    }

    private func counts(_ place: RiskPlace, _ cells: [Int], _ known: [[Bool?]]) async -> [RiskCount] {
        let clustering = clustering(of: place.axis)
        let numbers = coded.clusters(of: cells, by: clustering)
        var shares = RiskShares(clusters: (numbers.max() ?? -1) + 1, width: units.count)
        var (below, above) = ([Int](repeating: 0, count: units.count), [Int](repeating: 0, count: units.count))
        for (cell, cluster) in zip(cells, numbers) {
            for unit in units.indices {
                guard let applies = known[cell][unit] else { continue }
                shares.add(applies, cluster: cluster, share: unit)
                below[unit] += 1
                if applies { above[unit] += 1 }
            }
        }
        let estimates = await shares.estimates(plan, clustering: clustering, workers: workers)
        let population = population(of: place)
        return units.indices.map { unit in
            RiskCount(
                place: place, unit: units[unit], coded: below[unit], count: above[unit], share: estimates[unit],
                population: population)
        }
    }

    /// One value, and one group of values, are all there are of their kind: scenarios are drawn for them.
    private func clustering(of axis: RiskPlace.Axis) -> Clustering {
        axis == .value || axis == .group ? .scenario : plan?.clustering ?? .value
    }

    private func population(of place: RiskPlace) -> Int? {
        switch place.axis {
        case .respondent: return coded.misaligned[place.name]
        case .all:
            let respondents = coded.respondents
            return respondents.count == 1 ? coded.misaligned[respondents[0]] : nil
        default: return nil
        }
    }
}

extension RiskPlace.Axis {
    /// What a cell is called on the axis; empty where that is not known.
    package func name(of cell: CodedCells.Cell) -> String {
        switch self {
        case .all: ""
        case .respondent: cell.respondent
        case .direction:
            (cell.statesAgree ? RiskPlace.Direction.statesAgree : RiskPlace.Direction.statesDisagree).rawValue
        case .group: cell.group
        case .country: cell.country
        case .topic: cell.topic
        case .value: cell.value
        }
    }
}

extension CodedCells {
    /// What an axis tells apart, in the order of the cells, without the empty name.
    package func names(_ axis: RiskPlace.Axis) -> [String] {
        var seen: Set<String> = []
        return cells.map { axis.name(of: $0) }.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    /// For each of some cells the number of its cluster, from 0, in the order of their coming.
    func clusters(of cells: [Int], by clustering: Clustering) -> [Int] {
        var numbers: [[String]: Int] = [:]
        return cells.map { cell in
            let own = self.cells[cell]
            let key = clustering == .value ? [own.value] : [own.country, own.topic]
            let number = numbers[key] ?? numbers.count
            numbers[key] = number
            return number
        }
    }
}
