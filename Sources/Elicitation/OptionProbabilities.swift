import Foundation
package import Respondents

/// The probabilities of the token that decided between the options, as the store keeps them.
package struct OptionProbabilities: Sendable, Hashable {
    /// The alternatives at that token with their natural logarithms, the most probable first; at least one.
    package let alternatives: [TokenLogProbability]

    /// Nil where none were asked for or found.
    init?(_ alternatives: [TokenLogProbability]) {
        guard !alternatives.isEmpty else { return nil }
        self.alternatives = alternatives
    }

    /// What ``json`` wrote; nil for anything else.
    package init?(json: String) {
        guard let rows = try? JSONDecoder().decode([Row].self, from: Data(json.utf8)), !rows.isEmpty else { return nil }
        alternatives = rows.map { TokenLogProbability(token: $0.token, logProbability: $0.logProbability) }
    }

    /// `[["1", -0.105], ["2", -2.303]]`.
    var json: String? {
        let rows = alternatives.map { Row(token: $0.token, logProbability: $0.logProbability) }
        return (try? JSONEncoder().encode(rows)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The probability of an option: of all alternatives that mean its number or its label, with or without space and
    /// marks around it. Those that the server left out make the sum a lower bound; 0 where none is among them.
    ///
    /// - Parameter labels: what the study calls the options, the first one first.
    package func probability(ofOption number: Int, among labels: [String] = ["Option 1", "Option 2"]) -> Double {
        alternatives.filter { $0.means(option: number, of: labels) }.reduce(0) { $0 + exp($1.logProbability) }
    }

    /// A token and its logarithm in an array of two.
    private struct Row: Codable {
        var token: String
        var logProbability: Double

        init(token: String, logProbability: Double) {
            self.token = token
            self.logProbability = logProbability
        }

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            token = try values.decode(String.self)
            logProbability = try values.decode(Double.self)
        }

        func encode(to encoder: any Encoder) throws {
            var values = encoder.unkeyedContainer()
            try values.encode(token)
            try values.encode(logProbability)
        }
    }
}
