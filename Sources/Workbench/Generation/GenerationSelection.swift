import Foundation
package import Study

/// Which actions one start asks for: kept with the run as JSON.
package struct GenerationSelection: Codable, Hashable, Sendable {
    /// The countries, topics and values; `nil` for all.
    package var countries, topics, values: [String]?
    /// The variants; `nil` for all.
    package var variants: [Int]?
    /// A part of the cells; `nil` for all.
    package var sample: CellSample?
    /// How often an action is asked for at most.
    package var rounds: Int

    /// More rounds are not asked: who can't do it in ten tries won't.
    package static let mostRounds = 10

    /// A selection.
    package init(
        countries: [String]? = nil, topics: [String]? = nil, values: [String]? = nil, variants: [Int]? = nil,
        sample: CellSample? = nil, rounds: Int = 3
    ) {
        (self.countries, self.topics, self.values) = (countries, topics, values)
        (self.variants, self.sample, self.rounds) = (variants, sample, rounds)
    }

    /// Under a name of its own, so that no other run's selection is taken for it.
    private struct Kept: Codable {
        var generation: GenerationSelection
    }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(Kept(generation: self)), as: UTF8.self)
        }
    }

    /// What ``json`` wrote; `nil` for anything else.
    init?(_ json: String) {
        guard let kept = try? JSONDecoder().decode(Kept.self, from: Data(json.utf8)) else { return nil }
        self = kept.generation
    }

    /// The plan of it.
    func plan(of study: StudyDefinition) throws(SelectionError) -> GenerationPlan {
        try GenerationPlan(
            study, countries: countries, topics: topics, values: values, variants: variants, sample: sample)
    }
}
