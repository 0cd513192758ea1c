import Measures
import TestSupport

/// What is simulated: worlds, what is drawn in them, and what the intervals are held against.
struct CoverageDesign: Sendable {
    /// Against which truth an interval is held.
    enum Target: String, Sendable {
        /// All values, countries and topics that there could be.
        case all = "all"
        /// All values that there could be, in the very scenarios of the study.
        case sameScenarios = "same scenarios"
    }

    let world: CrossedWorld
    let clustering: Clustering
    let target: Target

    /// What makes cells alike, in words.
    var effects: String { world.effects.country == 0 ? "values" : "values, countries, topics" }
    var size: String { "\(world.countries) x \(world.topics) x \(world.values)" }

    /// By size, effects, base rate and what is drawn.
    static var all: [CoverageDesign] {
        let sizes = [(2, 4, 10), (4, 5, 20), (12, 11, 56)]
        let strong = CrossedWorld.Effects(value: 0.7, country: 0.7, topic: 0.7)
        let ofValues = CrossedWorld.Effects(value: 1.2, country: 0, topic: 0)
        return sizes.flatMap { countries, topics, values in
            [0.03, 0.1, 0.3].flatMap { base -> [CoverageDesign] in
                func design(
                    _ effects: CrossedWorld.Effects, _ clustering: Clustering, _ target: Target
                ) -> CoverageDesign {
                    CoverageDesign(
                        world: CrossedWorld(
                            countries: countries, topics: topics, values: values, base: base, effects: effects),
                        clustering: clustering, target: target)
                }
                return [
                    design(ofValues, .value, .all), design(strong, .value, .sameScenarios),
                    design(strong, .value, .all),
                    design(strong, .scenario, .all), design(strong, .both, .all),
                ]
            }
        }
    }
}

/// A figure whose truth the world knows.
struct CoveredFigure: Sendable {
    let name: String
    let truth: @Sendable (CrossedWorld.Shares) -> Double
    let outcome: @Sendable (GroupIntervals) -> IntervalOutcome?

    static let all: [CoveredFigure] = [
        pooled("inconsistent", .inconsistencyShare) { $0.inconsistent },
        pooled("stated disagree", .statedDisagreeRate) { $0.stated },
        pooled("F1 of disagree", .f1Disagree) { $0.f1 },
        pooled("recall, disagree", .recallDisagree) { $0.recall },
        pooled("kappa", .kappa) { $0.kappa },
        pooled("distance", .distance) { $0.distance },
        pooled("signed gap", .signedGap) { $0.signedGap },
    ]

    private static func pooled(
        _ name: String, _ figure: PooledFigure, _ truth: @escaping @Sendable (CrossedWorld.Shares) -> Double
    ) -> CoveredFigure {
        CoveredFigure(name: name, truth: truth) { $0.pooled.outcome(of: figure) }
    }
}
