package import AnswerStore
package import Study
import Text

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
    /// Labels of the project's items that are not counted among the entries, by why. With the entries they are all labels of the
    /// project's items.
    package let leftOut: [LeftOut: Int]

    /// Why a label is not among the entries.
    package enum LeftOut: String, Sendable, Hashable, CaseIterable {
        case replaced
        case takenBack = "taken_back"
        /// Of another codebook, or of a criterion that is no more.
        case otherCodebook = "other_codebook"
        /// An answer that its criterion does not offer any more.
        case otherAnswer = "other_answer"
        /// By somebody who judged the item in another project.
        case otherProject = "other_project"
        /// Of somebody who has taken their consent back, and wants their answers left out.
        case withdrawn
        case unreadable
    }

    /// What stands in a project.
    ///
    /// - Throws: `StoreError`.
    package init(_ project: AnnotationProject, items: [ActionItem]? = nil) throws {
        var entries: [Entry] = []
        var leftOut: [LeftOut: Int] = [:]
        var known: [Int64: JudgeRecord] = [:]
        let withdrawn = try Set(project.consents().filter { !$1.isGiven && !$1.keepsAnswers }.keys)
        for item in try items ?? project.items() {
            var standing: [Key: LabelRow] = [:]
            let rows = try project.store.labels(project: project.record.id, position: item.position)
            let strangers = Set(rows.map(\.judge)).filter { known[$0] == nil }
            if !strangers.isEmpty { known.merge(try project.store.judges(strangers)) { first, _ in first } }
            for row in rows {
                guard known[row.judge]?.belongs(to: project) ?? true else {
                    leftOut[.otherProject, default: 0] += 1
                    continue
                }
                if let judge = known[row.judge], withdrawn.contains(judge) {
                    leftOut[.withdrawn, default: 0] += 1
                    continue
                }
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
                    guard project.codebook.offers(judgement, to: key.criterion) else {
                        leftOut[.otherAnswer, default: 0] += 1
                        continue
                    }
                    entries.append(
                        Entry(item: item, judge: key.judge, criterion: key.criterion, judgement: judgement, label: row))
                } else {
                    leftOut[.unreadable, default: 0] += 1
                }
            }
        }
        self.entries = entries
        self.leftOut = leftOut
        let heard = Set(entries.map(\.judge))
        judges = known.filter { heard.contains($0.key) }
    }

    private struct Key: Hashable {
        let judge: Int64
        let criterion: String
    }
}

extension JudgeRecord {
    /// Whether what it says of a project's items was said in that project: a judge whose details name another one judged there.
    package func belongs(to project: AnnotationProject) -> Bool {
        guard let named = JSONReader.read(Array(details.utf8), manner: .strict)?["project"]?.string else { return true }
        return named == project.record.name
    }

    /// Whether it is somebody who judges items as annotators do, here or in a sheet that was released.
    package var isAnnotator: Bool { kind == "person" || kind == "sheet" }

    /// Whether it decides where annotators differ.
    package var isAdjudicator: Bool { kind == "adjudicator" }

    /// Whether it is a model.
    package var isModel: Bool { kind == "model" }
}

extension Codebook {
    /// Whether a judgement says something that may be said of a criterion, or is one of the extras.
    package func offers(_ judgement: Judgement, to criterion: String) -> Bool {
        guard let criterion = criteria.first(where: { $0.id == criterion }) else { return true }
        return criterion.answers.contains { $0.id == judgement.answer }
    }
}
