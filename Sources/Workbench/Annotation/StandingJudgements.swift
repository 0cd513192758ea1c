package import AnswerStore
package import Study

/// What stands of all that was judged in a project: of each judge, item and criterion the last label, where it says something.
package struct StandingJudgements: Sendable {
    /// One judgement that stands.
    package struct Entry: Sendable {
        /// The item.
        package let item: ActionItem
        /// The store's number of the judge.
        package let judge: Int64
        /// The criterion's id, or the name of one of the codebook's extras.
        package let criterion: String
        /// The judgement.
        package let judgement: Judgement
        /// The label that says it.
        package let label: LabelRow
    }

    /// In the order of the items, then of the labels.
    package let entries: [Entry]
    /// Who judged.
    package let judges: [Int64: JudgeRecord]
    /// Labels of the project's items that are not counted among the entries, by why: replaced by a later one, taken back, of another
    /// codebook or of a criterion that is no more, unreadable.
    package let leftOut: [LeftOut: Int]

    /// Why a label is not among the entries.
    package enum LeftOut: String, Sendable, Hashable, CaseIterable {
        case replaced
        case takenBack = "taken_back"
        case otherCodebook = "other_codebook"
        case unreadable
    }

    /// What stands in a project.
    ///
    /// - Throws: `StoreError`.
    package init(_ project: AnnotationProject, items: [ActionItem]? = nil) throws {
        var entries: [Entry] = []
        var leftOut: [LeftOut: Int] = [:]
        for item in try items ?? project.items() {
            var standing: [Key: LabelRow] = [:]
            for row in try project.store.labels(project: project.record.id, position: item.position) {
                guard let criterion = project.codebook.criterion(named: row.criterion) else {
                    // A codebook's name in front tells it from labels that are no judgements of the project.
                    leftOut[.otherCodebook, default: 0] += 1
                    continue
                }
                let key = Key(judge: row.judge, criterion: criterion)
                if standing.updateValue(row, forKey: key) != nil { leftOut[.replaced, default: 0] += 1 }
            }
            for (key, row) in standing.sorted(by: { $0.value.id < $1.value.id }) {
                if row.content.isEmpty {
                    leftOut[.takenBack, default: 0] += 1
                } else if let judgement = Judgement(content: row.content, action: item.line.action.text) {
                    entries.append(
                        Entry(item: item, judge: key.judge, criterion: key.criterion, judgement: judgement, label: row))
                } else {
                    leftOut[.unreadable, default: 0] += 1
                }
            }
        }
        self.entries = entries
        self.leftOut = leftOut
        judges = try project.store.judges(entries.map(\.judge))
    }

    private struct Key: Hashable {
        let judge: Int64
        let criterion: String
    }
}
