package import AnswerStore
package import Foundation
package import Study
import Text

/// Actions that people judge together, in a store.
package struct AnnotationProject: Sendable {
    /// As it is stored.
    package let record: ProjectRecord
    /// What it is: the version in force.
    package let definition: ProjectDefinition
    /// The store.
    package let store: AnswerStore

    /// What is judged.
    package var codebook: Codebook { definition.settings.codebook }

    /// The project of a name.
    ///
    /// - Throws: `StoreError`; what is wrong with its definition. `nil` where the store has none of that name.
    package init?(named name: String, in store: AnswerStore) throws {
        guard let record = try store.project(named: name) else { return nil }
        try self.init(record, in: store)
    }

    /// A stored project.
    package init(_ record: ProjectRecord, in store: AnswerStore) throws {
        (self.record, self.store) = (record, store)
        // Later versions of a definition are labels, so that none is ever changed.
        let last = try store.labels(of: Self.definitionItem(record.name), criterion: Self.definitionCriterion).last
        definition = try ProjectDefinition(text: last?.content ?? record.definition)
    }

    /// Makes a project, or finds the one of its name and adds actions that it lacks.
    ///
    /// - Throws: `StoreError`.
    package static func begin(
        named name: String, _ definition: ProjectDefinition, items: [ProjectItemRecord], in store: AnswerStore,
        at date: Date
    ) throws -> AnnotationProject {
        let record = ProjectRecord(
            name: name, definition: try definition.text, secret: Self.secret(), made: date)
        if let made = try store.make(record, items: items) { return try AnnotationProject(made, in: store) }
        guard let known = try AnnotationProject(named: name, in: store) else {
            throw StoreError.damaged(path: store.path, detail: "the project '\(name)' is there and is not")
        }
        _ = try store.add(items, to: known.record.id)
        return known
    }

    /// The actions, in their order.
    package func items() throws -> [ActionItem] { try everyItem().filter { !$0.isCheck } }

    /// The actions, and the attention checks among them, in their order.
    package func everyItem() throws -> [ActionItem] {
        try store.items(project: record.id).compactMap(ActionItem.init)
    }

    /// Somebody who takes part: added, or found again with the same link.
    package func participant(
        named name: String, role: ParticipantRecord.Role = .annotator, at date: Date
    ) throws -> ParticipantRecord {
        let details: JSONValue = ["project": .string(record.name)]
        var encoding = CanonicalEncoding(version: "vlens-participant-1")
        encoding.append(record.secret)
        encoding.append(role.rawValue)
        encoding.append(name)
        let kind = role == .annotator ? "person" : "adjudicator"
        return try store.add(
            ParticipantRecord(
                project: record.id,
                judge: JudgeRecord(kind: kind, name: name, details: details.text(indented: false).trimmed),
                role: role, secret: encoding.digest(bytes: 16), added: date))
    }

    /// 256 bits of chance.
    private static func secret() -> String {
        var random = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            let digits = String(random.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
