import Foundation
import Text
package import Study

/// What a project is, as its store keeps it.
package struct ProjectDefinition: Sendable, Hashable, Codable {
    /// What the actions were written for: the study's label.
    package var study: String
    /// The code of the actions' language.
    package var language: String
    /// Values with what each means, so that judges can be told.
    package var glosses: [String: String]
    /// The countries, in the study's order.
    package var countries: [String]
    /// How it is judged.
    package var settings: AnnotationSettings
    /// The group of each value; `nil` in projects of actions.
    package var groups: [String: String]?
    /// Of a project of gaps: where they come from, first taken first; `nil` in projects of actions.
    package var gaps: [GapPopulation]?

    /// The project of a study.
    package init(_ study: StudyDefinition, settings: AnnotationSettings) {
        self.study = study.label
        language = study.language.rawValue
        glosses = Dictionary(study.theory.values.map { ($0.name, $0.gloss) }, uniquingKeysWith: { first, _ in first })
        countries = study.countries
        self.settings = settings
    }

    /// The project of whatever is judged.
    package init(
        study: String, language: String, glosses: [String: String], countries: [String], settings: AnnotationSettings
    ) {
        (self.study, self.language, self.glosses) = (study, language, glosses)
        (self.countries, self.settings) = (countries, settings)
    }

    /// What ``text`` wrote.
    ///
    /// - Throws: `DecodingError`.
    package init(text: String) throws {
        self = try JSONDecoder().decode(ProjectDefinition.self, from: Data(text.utf8))
    }

    /// A JSON object, its keys sorted.
    package var text: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
