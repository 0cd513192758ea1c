package import Respondents

extension Simulated {
    /// A subject's traits, written
    /// `<name>?gap=0.2&acquiescence=0.1&position=0.05&refusal=0.01&noise=0.1&broken=0.01&attitude=0.45&seed=7`.
    /// A parameter that is left out has its default.
    package struct Profile: Sendable, Hashable {
        /// What the subject is called; it changes no answer.
        package var name: String
        /// Mean probability, over cells, of acting against the stated inclination; 0…1, default 0.2.
        package var gap: Double
        /// Probability that a rating moves one option towards agreement; 0…1, default 0.1.
        package var acquiescence: Double
        /// Probability of choosing the first option whatever it says; 0…1, default 0.05.
        package var position: Double
        /// Probability of refusing a question; 0…1, default 0.01.
        package var refusal: Double
        /// Probability that a rating slips by one option, or a choice to the other action; 0…1, default 0.1. It makes
        /// variants of one question disagree.
        package var noise: Double
        /// Probability of a reply that nobody can read: empty, cut off or ambiguous; 0…1, default 0.01.
        package var broken: Double
        /// Mean latent attitude over values, countries and topics, from 0 (agrees with everything) to 1 (disagrees with
        /// everything); default 0.45. It sets the base rate: with 0.15 some 4 % of cells are stated disagree, with 0.45
        /// some 40 %, with 0.75 some 90 %. Neither gap nor biases change with it.
        package var attitude: Double
        /// Determines everything that is drawn; default 1.
        package var seed: UInt64

        /// Reads a name and its parameters.
        ///
        /// - Throws: `SetupError.Code.badParameter` for a parameter that is unknown, twice there, no number or out of
        ///   range; `.malformedName` for an empty name.
        package init(_ text: String) throws(SetupError) {
            let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
            name = String(parts[0].trimmingSpace())
            guard !name.isEmpty else {
                throw SetupError(
                    .malformedName,
                    "the simulated respondent '\(text)' has no name: write simulated/NAME?gap=0.2&seed=7")
            }
            let given = try Self.parameters(in: parts.count > 1 ? parts[1] : "")
            gap = try Self.probability("gap", in: given, default: 0.2)
            acquiescence = try Self.probability("acquiescence", in: given, default: 0.1)
            position = try Self.probability("position", in: given, default: 0.05)
            refusal = try Self.probability("refusal", in: given, default: 0.01)
            noise = try Self.probability("noise", in: given, default: 0.1)
            broken = try Self.probability("broken", in: given, default: 0.01)
            attitude = try Self.share("attitude", in: given, default: Self.usualAttitude)
            seed = try Self.seed(in: given)
        }
    }
}

extension Simulated.Profile {
    /// Where the latent attitude lies unless it is given.
    package static let usualAttitude = 0.45

    /// Everything that can change an answer, by name. The attitude is named only where it is not the usual one: runs
    /// that were stored before it could be given are still found.
    var recorded: [String: String] {
        var recorded = [
            "format": "simulated", "name": name, "gap": "\(gap)", "acquiescence": "\(acquiescence)",
            "position": "\(position)", "refusal": "\(refusal)", "noise": "\(noise)", "broken": "\(broken)",
            "seed": "\(seed)",
        ]
        if attitude != Self.usualAttitude { recorded["attitude"] = "\(attitude)" }
        return recorded
    }

    private static let known = ["gap", "acquiescence", "position", "refusal", "noise", "broken", "attitude", "seed"]

    private static func parameters(in text: Substring) throws(SetupError) -> [String: String] {
        var given: [String: String] = [:]
        for part in text.split(separator: "&") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(pair[0])
            guard known.contains(name) else {
                let meant = SetupError.closest(to: name, in: known).map { "did you mean '\($0)'? " } ?? ""
                throw SetupError(
                    .badParameter,
                    "a simulated respondent has no parameter '\(name)': \(meant)Known are \(known.joined(separator: ", "))"
                )
            }
            guard pair.count == 2, !pair[1].isEmpty else {
                throw SetupError(.badParameter, "the parameter '\(name)' has no value: write \(name)=NUMBER")
            }
            guard given.updateValue(String(pair[1]), forKey: name) == nil else {
                throw SetupError(.badParameter, "the parameter '\(name)' is there twice: keep one")
            }
        }
        return given
    }

    private static func probability(
        _ name: String, in given: [String: String], default standard: Double
    ) throws(SetupError) -> Double {
        guard let text = given[name] else { return standard }
        guard let number = Double(text), (0...1).contains(number) else {
            throw SetupError(.badParameter, "\(name)=\(text) is not a probability: give a number from 0 to 1")
        }
        return number
    }

    private static func share(
        _ name: String, in given: [String: String], default standard: Double
    ) throws(SetupError) -> Double {
        guard let text = given[name] else { return standard }
        guard let number = Double(text), (0...1).contains(number) else {
            throw SetupError(
                .badParameter, "\(name)=\(text) is off the scale: give a number from 0 (agrees) to 1 (disagrees)")
        }
        return number
    }

    private static func seed(in given: [String: String]) throws(SetupError) -> UInt64 {
        guard let text = given["seed"] else { return 1 }
        guard let seed = UInt64(text) else {
            throw SetupError(
                .badParameter, "seed=\(text) is not a seed: give a whole number from 0 to 18446744073709551615")
        }
        return seed
    }
}
