/// A part of a run that has figures of its own.
package enum ClusterPlace: Sendable, Hashable {
    case run
    case country(Int)
    case topic(Int)
    case value(Int)
    case valueGroup(Int)

    /// Which kinds of cluster a draw changes in the figures of this part.
    func kinds(_ clustering: Clustering) -> [ClusterKind] {
        switch (self, clustering) {
        case (.value, .value), (.value, .scenario), (.valueGroup, .value), (.valueGroup, .scenario): [.scenario]
        case (.value, .both), (.valueGroup, .both): [.country, .topic]
        case (_, .value): [.value]
        case (_, .scenario): [.scenario]
        case (.run, .both): [.value, .country, .topic]
        case (.country, .both): [.value, .topic]
        case (.topic, .both): [.value, .country]
        }
    }

    /// What the plan draws for this part.
    func drawn(_ clustering: Clustering) -> Clustering {
        switch self {
        case .run, .country, .topic: clustering
        case .value, .valueGroup: clustering == .both ? .both : .scenario
        }
    }

    /// Whether this part has means over scenarios.
    var isGroup: Bool {
        switch self {
        case .run, .country, .topic: true
        case .value, .valueGroup: false
        }
    }
}

extension FigureLayout {
    /// The parts in the order of their figures.
    var places: [ClusterPlace] {
        [.run] + (0..<countries).map { .country($0) } + (0..<topics).map { .topic($0) }
            + (0..<values).map { .value($0) } + (0..<valueGroups).map { .valueGroup($0) }
    }

    /// The parts that a cell belongs to, by their numbers in `places`.
    func places(country: Int, topic: Int, value: Int, group: Int) -> [Int] {
        let first = 1 + countries + topics
        return [0, 1 + country, 1 + countries + topic, first + value, first + values + group]
    }
}
