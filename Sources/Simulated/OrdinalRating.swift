import Measures

/// A rating on a scale of options from a leaning p: the option that Φ⁻¹(p) + ε falls into, ε standard normal, the
/// scale's borders one apart and even about 0 (an ordered probit). Of an even number of options the upper half, those of
/// disagreement, are then chosen with probability p.
struct OrdinalRating {
    /// The probability of an option at or below each but the last, from agreement to disagreement.
    private let cumulated: [Double]

    /// - Parameter options: two or more.
    init(leaning: Double, options: Int) {
        let middle = NormalDistribution.quantile(min(max(leaning, 1e-12), 1 - 1e-12))
        cumulated = (1..<max(options, 2)).map { border in
            NormalDistribution.cumulative(Double(border) - Double(options) / 2 - middle)
        }
    }

    /// The option that a number from 0 to 1 stands for, from 0.
    func option(at number: Double) -> Int { cumulated.count { $0 <= number } }

    /// Every option with its probability.
    var probabilities: [(option: Int, probability: Double)] {
        zip([0] + cumulated, cumulated + [1]).enumerated().map { ($0, $1.1 - $1.0) }
    }
}
