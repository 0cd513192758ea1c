package import AnswerStore
import Foundation
import Study
import Text

/// How a model was asked for actions, as a store keeps it.
package struct DatasetGeneration: Sendable, Hashable {
    /// The model.
    package let generator: String
    /// The store's number of the run.
    package let run: Int64
    /// The study that it was asked for, and the hash of all that is asked in it.
    package let study: String, protocolHash: String
    /// Settings that reached the model: name and value.
    package let settings: [Setting]
    /// The version of the program.
    package let toolVersion: String
    /// First start and last end, UTC; the end is `nil` where the run was killed.
    package let started: String, finished: String?
    /// Replies that were answered, refused, unreadable.
    package let answered: Int, refused: Int, unreadable: Int

    /// A setting.
    package struct Setting: Sendable, Hashable {
        package let name: String
        package let value: String
    }

    /// The runs of a store in which the generators of a dataset were asked for actions, in the store's order.
    ///
    /// - Throws: `StoreError`.
    package static func all(of generators: [String], in store: AnswerStore) throws -> [DatasetGeneration] {
        try store.everyRun().filter { $0.origin == .generated && generators.contains($0.respondent) }
            .map { try DatasetGeneration($0, in: store) }
    }

    private init(_ record: RunRecord, in store: AnswerStore) throws {
        (generator, run, toolVersion) = (record.respondent, record.id, record.toolVersion)
        let study = try store.study(ofRun: record.id)
        (self.study, protocolHash) = (study.name, study.protocolHash)
        let settings = JSONReader.read(Array(record.settings.utf8), manner: .strict)
        // What a server asks for in its own words may be long; keys are in no settings.
        self.settings = (settings?.members ?? []).filter { $0.value != .null }
            .map {
                Setting(
                    name: $0.name,
                    value: String(($0.value.string ?? JSONText.file($0.value, indented: false)).prefix(300)))
            }
        started = record.started.formatted(.iso8601)
        finished = record.finished?.formatted(.iso8601)
        let counts = try store.counts(run: record.id)
        (answered, refused, unreadable) = (counts.answered, counts.refused, counts.unreadable)
    }

    /// In one sentence.
    var words: String {
        let settings = settings.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
        return
            "\(generator) was asked for actions of the study \(study) (protocol \(protocolHash.prefix(16))) by vlens "
            + "\(toolVersion) from \(started)" + (finished.map { " to \($0)" } ?? "")
            + ": \(answered) replies in order, "
            + "\(refused) refused, \(unreadable) not in order"
            + (settings.isEmpty ? "." : "; settings: \(settings).")
    }
}
