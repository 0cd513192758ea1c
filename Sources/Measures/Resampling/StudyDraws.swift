/// A kind of cluster that the cells of a run fall into.
enum ClusterKind: Sendable, Hashable {
    case value, scenario, country, topic

    /// The clusters of this kind that some cells are in.
    func count(in axes: Axes) -> Int {
        switch self {
        case .value: axes.values.count
        case .scenario: axes.scenarioCount
        case .country: axes.countries.count
        case .topic: axes.topics.count
        }
    }

    /// The cluster of a cell.
    func cluster(ofCell cell: Int, axes: Axes) -> Int {
        let position = axes.position(ofCell: cell)
        return switch self {
        case .value: position.value
        case .scenario: cell / axes.values.count
        case .country: position.country
        case .topic: position.topic
        }
    }
}

extension Clustering {
    /// What one draw of a run consists of. Where values or scenarios alone are drawn for the whole run, the other kind is
    /// drawn with it, for the figures of one value.
    var kinds: [ClusterKind] {
        self == .both ? [.value, .country, .topic] : [.value, .scenario]
    }

    /// Those that bear on the whole run, with their numbers in the resampler.
    var ofRun: [(number: Int, kind: ClusterKind)] {
        ClusterPlace.run.kinds(self).compactMap { kind in kinds.firstIndex(of: kind).map { ($0, kind) } }
    }

    /// The draws of a run.
    package func resampler(_ axes: Axes, replicates: Int, seed: UInt64) -> Resampler {
        Resampler(kinds: kinds.map { $0.count(in: axes) }, replicates: replicates, seed: seed)
    }
}

/// How often each value and each scenario of a run counts for the figures of one draw; `nil` where each counts once.
struct StudyWeights: Sendable {
    /// Of the whole run, countries and topics, by value.
    var values: [Double]?
    /// Of the whole run, by scenario.
    var scenarios: [Double]?
    /// Within each country, by scenario.
    var withinCountries: [Double]?
    /// Within each topic, by scenario.
    var withinTopics: [Double]?
    /// Of values and groups of values, by scenario.
    var ofPools: [Double]?

    static let observed = StudyWeights()

    init() {}

    /// What a draw means for a run.
    init(_ weights: ClusterWeights, _ clustering: Clustering, axes: Axes) {
        switch clustering {
        case .value:
            values = weights[0]
            ofPools = weights[1]
        case .scenario:
            scenarios = weights[1]
            withinCountries = scenarios
            withinTopics = scenarios
            ofPools = scenarios
        case .both:
            values = weights[0]
            scenarios = Self.products(weights[1], weights[2], axes: axes)
            ofPools = scenarios
            // A country's own count would only say how often it stands in the run.
            withinCountries = Self.products(nil, weights[2], axes: axes)
            withinTopics = Self.products(weights[1], nil, axes: axes)
        }
    }

    /// By scenario: the product of its country's and its topic's weights.
    private static func products(_ countries: [Double]?, _ topics: [Double]?, axes: Axes) -> [Double]? {
        guard countries != nil || topics != nil else { return nil }
        return (0..<axes.scenarioCount).map { scenario in
            let (country, topic) = scenario.quotientAndRemainder(dividingBy: axes.topics.count)
            return (countries?[country] ?? 1) * (topics?[topic] ?? 1)
        }
    }
}
