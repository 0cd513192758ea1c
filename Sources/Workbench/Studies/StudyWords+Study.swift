package import AnswerStore
package import Study

extension StudyDefinition {
    /// Its values and variants, for tables that others read.
    package var words: StudyWords {
        StudyWords(
            options: optionCount,
            values: theory.groups.flatMap { group in
                group.values.map { StudyWords.Value(name: $0.name, group: group.name) }
            },
            variants: StudyTask.allCases.flatMap { task in
                variants(of: task).map { variant in
                    StudyWords.Variant(
                        kind: task.rawValue, number: variant.index, framing: variant.framing, order: variant.order,
                        requirement: variant.requirement, generator: variant.generator)
                }
            })
    }
}

extension AnswerStore {
    /// Keeps what the values and variants of studies are that an earlier version stored without; quick where there are none.
    ///
    /// A study that can't be read any more is left alone: views say nothing of what they don't know.
    package func completeWords() throws(StoreError) {
        for run in try runsWithoutWords() {
            try keep((try? LoadedStudy(ofRun: run, in: self))?.definition.words, ofRun: run)
        }
    }
}
