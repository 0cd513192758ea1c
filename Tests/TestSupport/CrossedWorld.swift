import Foundation

/// Made-up studies whose truth is known: cells share what belongs to their value, their country and their topic.
///
/// A cell is stated `disagree` where μ + value + country + topic + own > 0, each a normal number, its own with a variance
/// of 1; and acted so likewise, with effects of its own that correlate with the stated ones. The stated score is 2/3 or 1
/// where it disagrees, 0 or 1/3 where it agrees, either half of the time; the acted score is 1 or 0.
package struct CrossedWorld: Sendable, Hashable {
    /// Standard deviations of the effects.
    package struct Effects: Sendable, Hashable {
        package var value: Double
        package var country: Double
        package var topic: Double

        package init(value: Double, country: Double, topic: Double) {
            self.value = value
            self.country = country
            self.topic = topic
        }

        /// Of the scenario: what country and topic have together.
        var scenarioVariance: Double { country * country + topic * topic }
        var variance: Double { value * value + scenarioVariance }
    }

    package let countries: Int
    package let topics: Int
    package let values: Int
    /// The share of cells that disagree, in either task.
    package let base: Double
    package let effects: Effects
    /// Of an effect in what is stated with the same one in what is acted.
    package let correlation: Double

    package init(
        countries: Int, topics: Int, values: Int, base: Double, effects: Effects, correlation: Double = 0.7
    ) {
        self.countries = countries
        self.topics = topics
        self.values = values
        self.base = base
        self.effects = effects
        self.correlation = correlation
    }

    /// Of all cells, the share that disagrees in both tasks, in the stated answer alone, in the acted answer alone.
    package struct Shares: Sendable, Hashable {
        package var both: Double
        package var statedOnly: Double
        package var actedOnly: Double

        package var inconsistent: Double { statedOnly + actedOnly }
        package var stated: Double { both + statedOnly }
        package var acted: Double { both + actedOnly }
        package var f1: Double { 2 * both / (2 * both + inconsistent) }
        package var recall: Double { both / stated }
        /// Cohen's kappa: 1 − inconsistent / (s + a − 2 s a).
        package var kappa: Double { 1 - inconsistent / (stated + acted - 2 * stated * acted) }
        /// Opposed cells lie 5/6 apart on average, the others 1/6.
        package var distance: Double { (5 * inconsistent + (1 - inconsistent)) / 6 }
        /// Acted − stated; the stated score's mean is 5/6 of those that disagree and 1/6 of the others.
        package var signedGap: Double { acted - (5 * stated + (1 - stated)) / 6 }
    }

    /// One study: scores by cell, country by country, topic by topic, value by value.
    package struct Study: Sendable {
        package let stated: [Double]
        package let acted: [Double]
        /// What other values would give in the very same scenarios.
        package let inTheseScenarios: Shares
        /// By value: its distance over all scenarios of the world.
        package let distances: [Double]
    }

    /// The truth over all values, countries and topics of the world.
    package var truth: Shares { shares(threshold, threshold, variance: effects.variance) }

    /// μ: what makes the base rate.
    private var threshold: Double { Self.quantile(base) * (1 + effects.variance).squareRoot() }

    package func study(seed: Int) -> Study {
        var generator = SeededRandom(seed: seed)
        func effects(_ count: Int, _ deviation: Double) -> [(stated: Double, acted: Double)] {
            let rest = (1 - correlation * correlation).squareRoot()
            return (0..<count).map { _ in
                let (one, other) = (normal(&generator), normal(&generator))
                return (deviation * one, deviation * (correlation * one + rest * other))
            }
        }
        let ofValues = effects(values, self.effects.value)
        let ofCountries = effects(countries, self.effects.country)
        let ofTopics = effects(topics, self.effects.topic)
        var (stated, acted): ([Double], [Double]) = ([], [])
        var scenarios = Shares(both: 0, statedOnly: 0, actedOnly: 0)
        for country in ofCountries {
            for topic in ofTopics {
                let here = (threshold + country.stated + topic.stated, threshold + country.acted + topic.acted)
                let own = shares(here.0, here.1, variance: self.effects.value * self.effects.value)
                let weight = 1 / Double(countries * topics)
                scenarios.both += weight * own.both
                scenarios.statedOnly += weight * own.statedOnly
                scenarios.actedOnly += weight * own.actedOnly
                for value in ofValues {
                    let disagrees = here.0 + value.stated + normal(&generator) > 0
                    let milder = Double.random(in: 0..<1, using: &generator) < 0.5
                    stated.append((disagrees ? 2.0 : 0) / 3 + (milder ? 0 : 1.0 / 3))
                    acted.append(here.1 + value.acted + normal(&generator) > 0 ? 1 : 0)
                }
            }
        }
        let distances = ofValues.map {
            shares(threshold + $0.stated, threshold + $0.acted, variance: self.effects.scenarioVariance).distance
        }
        return Study(stated: stated, acted: acted, inTheseScenarios: scenarios, distances: distances)
    }

    /// The shares for given means of the two latent numbers, whose shared part has this variance beside their own of 1.
    ///
    /// With r = ρ σ² / (1 + σ²) the correlation of the two, P(both) = ∫ φ(x) Φ((h + x √r) / √(1 − r)) Φ((k + x √r) / √(1 − r)) dx.
    private func shares(_ stated: Double, _ acted: Double, variance: Double) -> Shares {
        let scale = (1 + variance).squareRoot()
        let (h, k) = (stated / scale, acted / scale)
        let r = correlation * variance / (1 + variance)
        var both = 0.0
        let step = 0.05
        for place in stride(from: -8.0, through: 8, by: step) {
            let shift = place * r.squareRoot()
            let own = (1 - r).squareRoot()
            both +=
                step * exp(-place * place / 2) / 2.506_628_274_631_000_7 * Self.cumulative((h + shift) / own)
                * Self.cumulative((k + shift) / own)
        }
        return Shares(both: both, statedOnly: Self.cumulative(h) - both, actedOnly: Self.cumulative(k) - both)
    }

    private static func cumulative(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

    /// Φ⁻¹ by halving.
    private static func quantile(_ p: Double) -> Double {
        var (low, high) = (-9.0, 9.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if cumulative(middle) < p { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}

/// A normal number (Box and Muller 1958).
private func normal(_ generator: inout SeededRandom) -> Double {
    let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &generator))).squareRoot()
    return radius * cos(2 * Double.pi * Double.random(in: 0..<1, using: &generator))
}
