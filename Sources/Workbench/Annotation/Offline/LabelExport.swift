package import AnswerStore
import Foundation
import Study
import Text

/// All labels of a project, to be written into a file.
package struct LabelExport: Sendable {
    /// Which labels.
    package enum Choice: String, Sendable, Hashable, CaseIterable {
        /// What stands.
        case standing
        /// All that was ever said.
        case trail
    }

    /// How many labels are in the file, and why the others of the store are not. Together they are all labels of the store.
    package struct Counts: Sendable, Hashable {
        /// Judgements in the file.
        package var judgements = 0
        /// What people agreed to and said of themselves, in the file.
        package var consents = 0
        /// Versions of the project's definition, in the file.
        package var definitions = 0
        /// Labels that are not in the file, by why.
        package var leftOut: [String: Int] = [:]

        /// Labels in the file.
        package var written: Int { judgements + consents + definitions }
        /// All labels of the store.
        package var all: Int { written + leftOut.values.reduce(0, +) }
    }

    let project: AnnotationProject
    let choice: Choice
    let items: [ProjectItemRecord]
    let lines: [Written]
    /// What is in the file, and what is not.
    package let counts: Counts

    /// A label with what it is about; the item is `nil` where that is the project itself.
    struct Written {
        let line: LabelLine
        let item: ActionItem?
        let consent: Consent?
    }

    /// The labels of a project.
    ///
    /// - Throws: `StoreError`.
    package init(_ project: AnnotationProject, _ choice: Choice) throws {
        (self.project, self.choice) = (project, choice)
        items = try project.store.items(project: project.record.id)
        let total = try project.store.labelCount()
        let consents = try project.consents()
        var (lines, counts) = ([Written](), Counts())
        for record in items {
            let rows = try project.store.labels(project: project.record.id, position: record.position)
            let judges = try project.store.judges(rows.map(\.judge))
            let item = ActionItem(record)
            let ours = rows.filter { judges[$0.judge]?.belongs(to: project) ?? true }
            counts.add(rows.count - ours.count, "other_project")
            // Who takes back what they judged is in no file.
            let own = ours.filter { row in
                let consent = judges[row.judge].flatMap { consents[$0] }
                return consent.map { $0.isGiven || $0.keepsAnswers } ?? true
            }
            counts.add(ours.count - own.count, "withdrawn")
            for (row, revision) in Self.chosen(own, choice, of: project, item: item, &counts) {
                guard let judge = judges[row.judge] else { continue }
                counts.judgements += 1
                lines.append(
                    Written(
                        line: LabelLine(
                            row.content, of: row.criterion, at: row.labelled, item: record.item.hash, judge: judge,
                            action: item?.line.action.text ?? "", revision: choice == .trail ? revision : nil),
                        item: item, consent: consents[judge]))
            }
        }
        for written in try Self.aboutProject(project, choice, &counts) { lines.append(written) }
        self.lines = lines
        counts.add(total - counts.all, "not_of_project")
        self.counts = counts
    }

    /// The rows of an item that are wanted, each with its place among its judge's labels of the criterion.
    private static func chosen(
        _ rows: [LabelRow], _ choice: Choice, of project: AnnotationProject, item: ActionItem?, _ counts: inout Counts
    ) -> [(row: LabelRow, revision: Int)] {
        var (revisions, last) = ([String: Int](), [String: Int64]())
        // A criterion that was renamed is the same one; one that is no more stands for itself.
        func key(_ row: LabelRow) -> String {
            "\(row.judge) \(project.codebook.criterion(named: row.criterion) ?? row.criterion)"
        }
        for row in rows { last[key(row)] = row.id }
        return rows.compactMap { row in
            let place = revisions["\(row.judge) \(row.criterion)", default: 0] + 1
            revisions["\(row.judge) \(row.criterion)"] = place
            guard choice == .standing else { return (row, place) }
            if last[key(row)] != row.id { return counts.skip("replaced") }
            if row.content.isEmpty { return counts.skip("taken_back") }
            guard let name = project.codebook.criterion(named: row.criterion) else {
                return counts.skip("other_codebook")
            }
            guard let judgement = Judgement(content: row.content, action: item?.line.action.text ?? "") else {
                return counts.skip("unreadable")
            }
            return project.codebook.offers(judgement, to: name) ? (row, place) : counts.skip("other_answer")
        }
    }

    /// Labels of the project itself: versions of its definition, all of them, and what people agreed to.
    private static func aboutProject(
        _ project: AnnotationProject, _ choice: Choice, _ counts: inout Counts
    ) throws -> [Written] {
        let item = AnnotationProject.definitionItem(project.record.name)
        let definitions = try project.store.labels(of: item, criterion: AnnotationProject.definitionCriterion)
        let consents = try project.store.labels(of: item, criterion: Consent.criterion)
        counts.definitions = definitions.count
        let last = Dictionary(consents.map { ($0.judge, $0.id) }, uniquingKeysWith: { $1 })
        var revisions: [JudgeRecord: Int] = [:]
        var written = definitions.enumerated().map { place, label in
            Written(line: LabelLine(label, item, revision: nil), item: nil, consent: nil)
        }
        for label in consents {
            revisions[label.judge, default: 0] += 1
            if choice == .standing, last[label.judge] != label.id {
                counts.add(1, "replaced")
                continue
            }
            counts.consents += 1
            let line = LabelLine(label, item, revision: choice == .trail ? revisions[label.judge] : nil)
            written.append(Written(line: line, item: nil, consent: Consent(content: label.content)))
        }
        return written
    }
}

extension LabelExport.Counts {
    fileprivate mutating func add(_ labels: Int, _ reason: String) {
        if labels > 0 { leftOut[reason, default: 0] += labels }
    }

    fileprivate mutating func skip(_ reason: String) -> (row: LabelRow, revision: Int)? {
        add(1, reason)
        return nil
    }
}

extension LabelLine {
    /// A label of something that is no action.
    fileprivate init(_ label: LabelRecord, _ item: ItemRecord, revision: Int?) {
        self.init(
            label.content, of: label.criterion, at: label.labelled, item: item.hash, judge: label.judge,
            revision: revision)
    }
}
