package import Respondents

extension Simulated.Generator {
    /// A generator's traits, written `generator?refusal=0.01&third=0.1&follows=0.7&seed=7`; what is left out has its default.
    package struct Profile: Sendable, Hashable {
        /// What it is called; names that begin with "generator" are generators. It changes no answer.
        package let name: String
        /// How often it makes each mistake, 0…1.
        package let rates: [Mistake: Double]
        /// How often it minds what it was told was wrong, 0…1, default 0.7.
        package let follows: Double
        /// Determines everything that is drawn; default 1.
        package let seed: UInt64
        /// Who answers where it is asked for no action.
        let subject: Simulated.Profile

        /// Whether a simulated respondent's name means a generator.
        package static func isMeant(by text: String) -> Bool {
            text.prefix { $0 != "?" }.hasPrefix("generator")
        }

        /// Reads a name and its parameters.
        ///
        /// - Throws: `SetupError.Code.badParameter` for a parameter that is unknown, twice there, no number or out of range.
        package init(_ text: String) throws(SetupError) {
            let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
            name = String(parts[0])
            let given = try ProfileParameters(ofGenerator: parts.count > 1 ? parts[1] : "")
            // `mistakes=0.5` halves all that is not given for itself.
            let scale = try given.factor("mistakes")
            var rates: [Mistake: Double] = [:]
            for mistake in Mistake.allCases {
                rates[mistake] = try given.probability(mistake.rawValue, default: min(1, mistake.usual * scale))
            }
            self.rates = rates
            follows = try given.probability("follows", default: 0.7)
            seed = try given.seed()
            var subject = try Simulated.Profile("subject")
            subject.seed = seed
            self.subject = subject
        }

        /// Everything that can change an answer, by name.
        var recorded: [String: String] {
            var recorded = ["format": "simulated", "name": name, "follows": "\(follows)", "seed": "\(seed)"]
            for (mistake, rate) in rates { recorded[mistake.rawValue] = "\(rate)" }
            return recorded
        }
    }
}
