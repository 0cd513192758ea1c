import AnswerStore
import Study

extension StudyRecord {
    /// A study for the store, its actions one a line.
    init(_ study: StudyDefinition) {
        self.init(
            name: study.name, protocolHash: study.protocolHash, source: study.source,
            actions: study.actions.isEmpty ? nil : study.actionsText())
    }
}

extension StudyDefinition {
    /// The study of a run as it was asked.
    init(_ record: StudyRecord) throws {
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

extension StudyDefinition {
    /// Says what was noticed on loading: a few of it, for a released dataset has hundreds of odd attributions.
    func showWarnings(most: Int = 5) {
        for warning in warnings.prefix(most) { Terminal.error.write("warning: \(warning)\n") }
        if warnings.count > most { Terminal.error.write("warning: and \(warnings.count - most) more like these\n") }
    }
}
