import ArgumentParser
public import Measures

/// How intervals are made.
struct ResamplingOptions: ParsableArguments {
    @Option(
        help: """
            The clusters that intervals draw anew: value (other values in the same scenarios), scenario (other scenarios \
            with the same values) or both (other values in other countries and topics).
            """)
    var clusters = Clustering.value

    @Option(help: "How intervals are made of the draws: bca or percentile.")
    var method = ResamplingMethod.bca

    @Option(help: "The share of intervals that shall hold the truth.")
    var level = 0.95

    @Option(help: "How often to draw the study anew.")
    var draws = 2000

    @Option(help: "Fixes every draw.")
    var drawsSeed: UInt64 = 1

    func validate() throws {
        if !ResamplingPlan.allowedReplicates.contains(draws) {
            throw ValidationError("--draws \(draws) is outside 100…1,000,000")
        }
        if !(level > 0 && level < 1) {
            throw ValidationError("--level \(level): give a share between 0 and 1, such as 0.95")
        }
    }

    var plan: ResamplingPlan {
        ResamplingPlan(
            clustering: clusters, method: method == .bca ? .bca : .percentile, level: level, replicates: draws,
            seed: drawsSeed)
    }
}

/// Whether there are intervals, and how they are made.
struct IntervalOptions: ParsableArguments {
    @Flag(inversion: .prefixedNo, help: "Give each figure its interval: a seeded cluster bootstrap.")
    var intervals = true

    @OptionGroup var resampling: ResamplingOptions

    /// How they are made; nil where none are wanted.
    var plan: ResamplingPlan? { intervals ? resampling.plan : nil }
}

/// The methods that resampling has.
enum ResamplingMethod: String, ExpressibleByArgument, CaseIterable {
    case bca
    case percentile
}

extension Clustering: ExpressibleByArgument {}
