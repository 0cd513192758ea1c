public import ArgumentParser
public import Measures

/// How intervals are made.
struct ResamplingOptions: ParsableArguments {
    @Option(help: "What intervals draw anew: value, scenario or both.")
    var clusters = Clustering.value

    @Option(help: "How often the study is drawn anew.")
    var replicates = 2000

    @Option(help: "Fixes every draw.")
    var seed: UInt64 = 1

    func validate() throws {
        if !(1...1_000_000).contains(replicates) {
            throw ValidationError("--replicates \(replicates) is outside 1…1,000,000")
        }
    }

    var plan: ResamplingPlan {
        ResamplingPlan(clustering: clusters, replicates: replicates, seed: seed)
    }
}

extension Clustering: ExpressibleByArgument {}
