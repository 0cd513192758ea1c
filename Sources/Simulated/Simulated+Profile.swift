package import Measures
package import Respondents

extension Simulated {
    /// A subject's traits, written
    /// `<name>?gap=0.2&acquiescence=0.1&position=0.05&refusal=0.01&noise=0.1&broken=0.01&attitude=0.45&seed=7`, or, for
    /// one that lives in a ``World``, `<name>?world=ambivalence&gap=0.2&position=0.1&seed=7`.
    /// A parameter that is left out has its default.
    package struct Profile: Sendable, Hashable {
        /// What the subject is called; it changes no answer.
        package var name: String
        /// Mean probability, over cells, of acting against the stated inclination; 0…1, default 0.2. In a world the
        /// share of cells whose leanings lie on opposite sides.
        package var gap: Double
        /// Probability that a rating moves one option towards agreement, wherever that stands; 0…1, default 0.1, in a
        /// world 0.
        package var acquiescence: Double
        /// Probability that a rating moves one option towards the end of the scale that is listed first; 0…1, default 0.
        package var primacy: Double
        /// Probability of choosing the first option whatever it says; 0…1, default 0.05, in a world its own.
        package var position: Double
        /// Probability of refusing a question; 0…1, default 0.01, in a world 0.
        package var refusal: Double
        /// Probability that a rating slips by one option, or a choice to the other action; 0…1, default 0.1. It makes
        /// variants of one question disagree. 0 in a world, which has slips of its own.
        package var noise: Double
        /// Probability of a reply that nobody can read: empty, cut off or ambiguous; 0…1, default 0.01, in a world 0.
        package var broken: Double
        /// Mean latent attitude over values, countries and topics, from 0 (agrees with everything) to 1 (disagrees with
        /// everything); default 0.45. It sets the base rate: with 0.15 some 4 % of cells are stated disagree, with 0.45
        /// some 40 %, with 0.75 some 90 %. Neither gap nor biases change with it. A world has a base rate of its own.
        package var attitude: Double
        /// Determines everything that is drawn; default 1.
        package var seed: UInt64
        /// The world that the subject lives in; `nil` for the usual respondent, whose cells are as its attitude and gap
        /// have it.
        package let world: World?
        /// How the world's leanings are drawn.
        let form: World.Form?

        /// Reads a name and its parameters.
        ///
        /// - Throws: `SetupError.Code.badParameter` for a parameter that is unknown, twice there, no number, out of
        ///   range or of another world, and for an unknown world; `.malformedName` for an empty name.
        package init(_ text: String) throws(SetupError) {
            let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
            name = String(parts[0].trimmingSpace())
            guard !name.isEmpty else {
                throw SetupError(
                    .malformedName,
                    "the simulated respondent '\(text)' has no name: write simulated/NAME?gap=0.2&seed=7")
            }
            let given = try ProfileParameters(parts.count > 1 ? parts[1] : "")
            world = try given.world()
            var form: World.Form?
            if let world { form = try given.form(of: world) }
            self.form = form
            let asked = try given.probability("gap", default: 0.2)
            gap = form?.gap ?? asked
            acquiescence = try given.probability("acquiescence", default: form == nil ? 0.1 : 0)
            primacy = try given.probability("primacy", default: 0)
            position = try given.probability("position", default: world?.usualPosition ?? 0.05)
            refusal = try given.probability("refusal", default: form == nil ? 0.01 : 0)
            noise = try given.probability("noise", default: form == nil ? 0.1 : 0)
            broken = try given.probability("broken", default: form == nil ? 0.01 : 0)
            attitude = try given.share("attitude", default: Self.usualAttitude)
            seed = try given.seed()
        }
    }
}

extension Simulated.Profile {
    /// Where the latent attitude lies unless it is given.
    package static let usualAttitude = 0.45

    /// Everything that can change an answer, by name. The attitude is named only where it is not the usual one, primacy
    /// and world only where there is one: runs that were stored before these could be given are still found.
    var recorded: [String: String] {
        var recorded = [
            "format": "simulated", "name": name, "gap": "\(gap)", "acquiescence": "\(acquiescence)",
            "position": "\(position)", "refusal": "\(refusal)", "noise": "\(noise)", "broken": "\(broken)",
            "seed": "\(seed)",
        ]
        if attitude != Self.usualAttitude { recorded["attitude"] = "\(attitude)" }
        if primacy != 0 { recorded["primacy"] = "\(primacy)" }
        if let world { recorded["world"] = world.rawValue }
        switch form {
        case .sides(let sides): (recorded["slips"], recorded["disagree"]) = ("\(sides.slips)", "\(sides.disagree)")
        case .probits(let probits):
            (recorded["spread"], recorded["mean"]) = ("\(probits.spread)", "\(probits.mean)")
            recorded["correlation"] = "\(probits.correlation)"
        case nil: break
        }
        return recorded
    }
}
