import AnswerStore
import Study

extension StudyRecord {
    /// A study for the store, its actions one a line.
    init(_ study: StudyDefinition) throws {
        self.init(
            name: study.name, protocolHash: study.protocolHash, source: study.source,
            actions: study.actions.isEmpty ? nil : try study.actionsText())
    }
}

extension StudyDefinition {
    /// The study of a run as it was asked.
    init(_ record: StudyRecord) throws {
        let study = try StudyDefinition.parse(record.source, file: record.name) { _ in "" }
        self = try record.actions.map { try study.withActions(jsonl: $0, file: record.name, complete: false) } ?? study
    }
}
