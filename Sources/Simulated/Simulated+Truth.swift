package import Measures

extension Simulated {
    /// What is true of a subject in one cell, before chance decides the single answers.
    ///
    /// The latent attitude x is m + 0.5 u(value) + 0.3 u(value, country) + 0.3 u(value, topic)
    /// + 0.25 u(value, country, topic), m the profile's `attitude` (0.45 by default) and each u drawn once from the seed,
    /// evenly from −½ to ½; x is cut to [0, 1).
    /// Agreement is low x, as everywhere. Of n options, the latent one is ⌊n x⌋ + 1.
    ///
    /// Whether the subject acts against its inclination is drawn once for each cell too, so that the variants of one
    /// cell agree but for noise. Its probability differs by value and country around the profile's `gap`, which stays
    /// its mean; without such differences there would be nothing to rank.
    package struct Truth: Sendable, Hashable {
        /// The latent attitude, 0 (agree) up to, not including, 1 (disagree).
        package let attitude: Double
        /// The probability with which this cell was made one that is acted against.
        package let gap: Double
        /// Whether it became one.
        package let actsAgainst: Bool
        let profile: Profile
        /// The leanings of the cell, in a world; `nil` where attitude and gap make the answers.
        let drawn: Leanings?

        /// Whether the attitude is one of disagreement.
        package var statesDisagreement: Bool { attitude >= 0.5 }
        /// Whether the action that the subject is inclined to is the disagree-action.
        package var actsDisagreement: Bool { statesDisagreement != actsAgainst }
    }

    /// What is true of the subject in one cell.
    package func truth(country: String, topic: String, value: String) -> Truth {
        if let form = profile.form {
            var random = StableRandom(seed: profile.seed, "leanings", country, topic, value)
            let drawn = form.leanings { random.unit() }
            return Truth(
                attitude: min(drawn.stated, 1.0.nextDown), gap: profile.gap, actsAgainst: drawn.areOpposite,
                profile: profile, drawn: drawn)
        }
        func u(_ texts: String...) -> Double {
            // One text of all parts, since a variadic list cannot be handed on; the separator stands in no name.
            var random = StableRandom(seed: profile.seed, "attitude", texts.joined(separator: "\u{1F}"))
            return random.unit() - 0.5
        }
        let attitude =
            profile.attitude + 0.5 * u(value) + 0.3 * u(value, "country", country) + 0.3 * u(value, "topic", topic)
            + 0.25 * u(value, country, topic)
        let gap = gap(country: country, value: value)
        var random = StableRandom(seed: profile.seed, "against", country, topic, value)
        return Truth(
            attitude: min(max(attitude, 0), 1.0.nextDown), gap: gap, actsAgainst: random.chance(gap), profile: profile,
            drawn: nil)
    }

    /// gap × (1 + w d), where d in [−1, 1] has mean 0 and w ≤ 1 is as large as lets no probability pass 1.
    private func gap(country: String, value: String) -> Double {
        guard profile.gap > 0 else { return 0 }
        var ofValue = StableRandom(seed: profile.seed, "gap of value", value)
        var ofCountry = StableRandom(seed: profile.seed, "gap of country", country)
        let difference = 0.7 * (2 * ofValue.unit() - 1) + 0.3 * (2 * ofCountry.unit() - 1)
        return profile.gap * (1 + min(1, (1 - profile.gap) / profile.gap) * difference)
    }
}

extension Simulated.Truth {
    /// The latent option of `count`, from 0.
    func option(of count: Int) -> Int {
        max(0, min(count - 1, Int(attitude * Double(count))))
    }

    /// How probable each option is before acquiescence and primacy; of `count` options from 0, some may be there twice.
    func ratings(of count: Int) -> [(option: Int, probability: Double)] {
        if let drawn { return OrdinalRating(leaning: drawn.stated, options: count).probabilities }
        let latent = option(of: count)
        // Noise moves one option up or down with equal probability, and stops at the ends of the scale.
        return [
            (latent, 1 - profile.noise), (max(latent - 1, 0), profile.noise / 2),
            (min(latent + 1, count - 1), profile.noise / 2),
        ]
    }

    /// The mean of the stated score over endless variants, in [0, 1], on a scale of `count` options; primacy aside.
    package func expectedStated(options count: Int) -> Double {
        guard count > 1 else { return 0 }
        return ratings(of: count).reduce(0) { sum, rating in
            let moved = profile.acquiescence * Double(max(rating.option - 1, 0))
            return sum + rating.probability * (moved + (1 - profile.acquiescence) * Double(rating.option))
                / Double(count - 1)
        }
    }

    /// The probability of choosing the disagree-action when that order is shown.
    package func probabilityOfDisagreeAction(firstIsAgree: Bool) -> Double {
        (1 - profile.position) * ownDisagreement + profile.position * (firstIsAgree ? 0 : 1)
    }

    /// The probability of choosing the disagree-action where its place has no say.
    private var ownDisagreement: Double {
        drawn?.acted ?? (actsDisagreement ? 1 - profile.noise : profile.noise)
    }

    /// The mean of the acted score over endless variants with both orders shown equally often, in [0, 1].
    package var expectedActed: Double {
        (probabilityOfDisagreeAction(firstIsAgree: true) + probabilityOfDisagreeAction(firstIsAgree: false)) / 2
    }

    /// How probable disagreement is in a single reading of each task, on a scale of `count` options, before
    /// acquiescence, primacy and place.
    package func leanings(options count: Int) -> Leanings {
        if let drawn { return drawn }
        let stated = ratings(of: count).reduce(0) { sum, rating in
            let doubled = 2 * rating.option
            return sum + rating.probability * (doubled > count - 1 ? 1 : doubled == count - 1 ? 0.5 : 0)
        }
        return Leanings(stated: stated, acted: ownDisagreement)
    }
}
