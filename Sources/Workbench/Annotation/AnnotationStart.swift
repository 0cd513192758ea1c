package import AnswerStore
package import Foundation
package import Study
import Text

/// A project that is begun or gone on with, and who judges it.
package struct AnnotationStart: Sendable {
    /// The project.
    package let project: AnnotationProject
    /// Everybody who judges it, first added first.
    package let people: [ParticipantRecord]
    /// How many items it has, and how many of them are new.
    package let items, added: Int

    /// Begins a project, or finds it and adds what it lacks: items, people, a later version of the codebook.
    ///
    /// - Throws: `StoreError`; ``CodebookProblem``.
    package init(
        named name: String, of study: LoadedStudy, settings: AnnotationSettings, items: AnnotatedItems,
        people: [String], in store: AnswerStore, at date: Date
    ) throws {
        let definition = ProjectDefinition(study.definition, settings: settings)
        let before = try store.project(named: name).map { try store.itemCount(project: $0.id) } ?? 0
        let begun = try AnnotationProject.begin(
            named: name, definition, items: items.records, in: store, at: date)
        project = try begun.redefined(as: definition, at: date)
        for person in people { _ = try project.participant(named: person, at: date) }
        self.people = try store.participants(project: project.record.id).filter { $0.role == .annotator }
        self.items = try store.itemCount(project: project.record.id)
        added = self.items - before
    }

    /// Goes on with a project as it is: people may be added, nothing else changes.
    ///
    /// - Throws: `StoreError`.
    package init(goingOnWith project: AnnotationProject, people: [String], at date: Date) throws {
        self.project = project
        let store = project.store
        for person in people { _ = try project.participant(named: person, at: date) }
        self.people = try store.participants(project: project.record.id).filter { $0.role == .annotator }
        items = try store.itemCount(project: project.record.id)
        added = 0
    }

    /// The path of somebody's link.
    package static func path(of person: ParticipantRecord) -> String { "/annotate/\(person.secret)" }
}
