package import AnswerStore
package import Study

extension StudyRecord {
    /// A study for the store, its actions one a line.
    package init(_ study: StudyDefinition) {
        self.init(
            name: study.name, protocolHash: study.protocolHash, source: study.source,
            actions: study.actions.isEmpty ? nil : study.actionsText())
    }
}

extension StudyDefinition {
    /// The study of a run as it was asked.
    package init(_ record: StudyRecord) throws {
        let study = try StudyDefinition.parse(record.source, file: record.name, isStored: true) { _ in
            record.actions ?? ""
        }
        self =
            try record.actions.map {
                try study.withActions(jsonl: $0, file: record.name, complete: false, isStored: true)
            } ?? study
    }
}

extension StudyDefinition {
    /// The number of options of Task 1's scale.
    var optionCount: Int { stated.framings.first?.options.count ?? 4 }
}
