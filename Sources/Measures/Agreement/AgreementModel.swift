/// What labels are expected to be like: every item has a true label; every person gives it with some chance, and otherwise a label by
/// its frequency. Two people with the chances d and d′ then agree beyond chance in d d′ of the items: Cohen's kappa is that product.
package struct AgreementModel: Sendable, Hashable {
    /// By category: its share of all labels; they sum to 1.
    package let prevalence: [Double]
    /// The kappa of two people like the mean one, in [0, 1].
    package let kappa: Double
    /// By how much people's chances lie above or below the mean one, half of them each.
    package let spread: Double

    /// A model; the spread is at most what leaves every chance between 0 and 1.
    ///
    /// - Throws: `MeasuresError.badPlan` for shares that are none or do not sum to 1, and for a kappa outside 0…1.
    package init(prevalence: [Double], kappa: Double, spread: Double = 0) throws(MeasuresError) {
        let sum = prevalence.reduce(0, +)
        guard prevalence.count >= 2, prevalence.allSatisfy({ $0 > 0 && $0 < 1 }), abs(sum - 1) < 1e-9 else {
            throw .badPlan(
                what: "prevalence", value: prevalence.map { "\($0)" }.joined(separator: ", "),
                allowed: "two shares or more between 0 and 1 that sum to 1")
        }
        guard kappa >= 0, kappa <= 1 else {
            throw .badPlan(what: "expected kappa", value: "\(kappa)", allowed: "between 0 and 1")
        }
        guard spread >= 0, spread < 1 else {
            throw .badPlan(what: "spread of people", value: "\(spread)", allowed: "at least 0 and below 1")
        }
        let mean = kappa.squareRoot()
        (self.prevalence, self.kappa) = (prevalence, kappa)
        self.spread = min(spread, mean, 1 - mean)
    }

    /// The share of pairs that chance makes alike in kappa.
    var chance: Double { prevalence.reduce(0) { $0 + $1 * $1 } }
    /// The same in AC1.
    var spreadChance: Double {
        prevalence.reduce(0) { $0 + $1 * (1 - $1) } / Double(prevalence.count - 1)
    }
    /// The share of pairs that are alike.
    package var percent: Double { kappa + (1 - kappa) * chance }

    /// The kappa at which so large a share of pairs is alike.
    package static func kappa(percent: Double, prevalence: [Double]) -> Double {
        let chance = prevalence.reduce(0) { $0 + $1 * $1 }
        return (percent - chance) / (1 - chance)
    }

    /// What a coefficient is in the model.
    package func truth(_ coefficient: LabelCoefficient) -> Double {
        switch coefficient {
        case .percentAgreement: percent
        case .gwetsAC1: (percent - spreadChance) / (1 - spreadChance)
        default: kappa
        }
    }

    /// n times the large-sample variance of a coefficient over n items with so many labels each, of people like the mean one: the
    /// variance of its influence function, over all that an item's labels can be.
    package func itemVariance(_ coefficient: LabelCoefficient, overlap: Int) -> Double {
        var variance = 0.0
        for (probability, counts) in outcomes(overlap) {
            let influence = influence(coefficient, counts, overlap)
            variance += probability * influence * influence
        }
        return variance
    }

    /// p times the variance that p people bring in, who differ by the spread.
    package func peopleVariance(_ coefficient: LabelCoefficient) -> Double {
        let slope: Double =
            switch coefficient {
            case .percentAgreement: 1 - chance
            case .gwetsAC1: (1 - chance) / (1 - spreadChance)
            default: 1
            }
        return 4 * kappa * spread * spread * slope * slope
    }

    private func influence(_ coefficient: LabelCoefficient, _ counts: [Int], _ overlap: Int) -> Double {
        let pairs = Double(overlap * (overlap - 1))
        let alike = Double(counts.reduce(0) { $0 + $1 * ($1 - 1) }) / pairs - percent
        let shares = zip(counts, prevalence).map { Double($0) / Double(overlap) - $1 }
        let (expected, moved): (Double, Double)
        switch coefficient {
        case .percentAgreement: return alike
        case .gwetsAC1:
            expected = spreadChance
            moved = zip(shares, prevalence).reduce(0) { $0 + $1.0 * (1 - 2 * $1.1) } / Double(prevalence.count - 1)
        default:
            expected = chance
            moved = zip(shares, prevalence).reduce(0) { $0 + 2 * $1.0 * $1.1 }
        }
        return alike / (1 - expected) - (1 - percent) * moved / ((1 - expected) * (1 - expected))
    }

    /// Every number of labels by category that an item can get, with its probability.
    private func outcomes(_ overlap: Int) -> [(probability: Double, counts: [Int])] {
        let mean = kappa.squareRoot()
        return Self.compositions(overlap, prevalence.count).map { counts in
            var probability = 0.0
            for (truth, share) in prevalence.enumerated() {
                var product = share
                var left = overlap
                for (category, count) in counts.enumerated() {
                    let chance = (1 - mean) * prevalence[category] + (category == truth ? mean : 0)
                    for taken in 0..<count { product *= chance * Double(left - taken) / Double(taken + 1) }
                    left -= count
                }
                probability += product
            }
            return (probability, counts)
        }
    }

    private static func compositions(_ total: Int, _ parts: Int) -> [[Int]] {
        guard parts > 1 else { return [[total]] }
        return (0...total).flatMap { first in compositions(total - first, parts - 1).map { [first] + $0 } }
    }
}
