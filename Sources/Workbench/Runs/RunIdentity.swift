package import AnswerStore
import Foundation
package import Respondents
package import Study
import Text

/// What makes two starts the same run: the study, who answers, and the settings that reach it. What is selected of the
/// study is no part of it.
package struct RunIdentity: Hashable, Sendable {
    /// Found again by this.
    package let key: String
    package let respondent: String
    /// A JSON object of strings, its keys sorted.
    package let settings: String
    package let origin: RunOrigin

    /// A run that is asked here.
    ///
    /// - Parameter respondent: as it was named: `provider/model`.
    package init(
        asking respondent: String, _ specification: RespondentSpecification, study: LoadedStudy
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        settings = String(decoding: try encoder.encode(specification.recordedSettings), as: UTF8.self)
        key = Self.joined(study.protocolHash, respondent, settings)
        self.respondent = respondent
        origin = .asked
    }

    /// A run in which a model writes a study's actions. What it is asked in Tasks 1 and 2 is no part of it.
    package init(
        generating respondent: String, _ specification: RespondentSpecification, study: StudyDefinition
    ) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var recorded = specification.recordedSettings
        let hash = study.generationHash
        // Two wordings of one study are told apart by it.
        recorded["generation"] = String(hash.prefix(8))
        settings = String(decoding: try encoder.encode(recorded), as: UTF8.self)
        key = Self.joined("generated", hash, respondent, settings)
        self.respondent = respondent
        origin = .generated
    }

    /// Replies that others recorded, under a name of their own. Which settings they had is not known.
    package init(importedAs name: String, study: LoadedStudy) {
        settings = "{}"
        key = Self.joined("imported", name, study.definition.name)
        respondent = name
        origin = .imported
    }

    /// Answers of others to this study's own questions, under a name.
    ///
    /// - Parameter settings: what the file says of how the respondent was asked; none where it says nothing.
    package init(answeredAs name: String, settings known: [String: String], study: LoadedStudy) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        settings = String(decoding: try encoder.encode(known), as: UTF8.self)
        key = Self.joined(Self.answered, study.protocolHash, name, settings)
        respondent = name
        origin = .imported
    }

    /// The first part of the key of a run whose answers came in files.
    fileprivate static let answered = "answered"

    private static func joined(_ parts: String...) -> String { parts.joined(separator: "\u{1F}") }

    /// The run for the store: one that is begun, or one that has ended where all of it is there.
    func record(_ selection: RunSelection, at date: Date) throws -> RunRecord {
        record(selection: try selection.json, at: date)
    }

    /// The same, with what was selected as it is kept.
    func record(selection: String, at date: Date) -> RunRecord {
        let isWhole = origin == .imported
        return RunRecord(
            key: key, respondent: respondent, origin: origin, settings: settings, selections: [selection],
            toolVersion: Release.version, started: date, finished: isWhole ? date : nil,
            status: isWhole ? .finished : .running)
    }
}

extension RunRecord {
    /// Whether its questions are the study's own, in a wording, order and repetition that are known: it was asked here, or its answers
    /// came in files by their questions' ids.
    package var knowsWording: Bool {
        origin == .asked || (origin == .imported && key.hasPrefix("\(RunIdentity.answered)\u{1F}"))
    }
}
