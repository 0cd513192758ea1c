package import AnswerStore
package import Foundation
package import Study
import Text

extension JudgedSheets {
    /// What an import did.
    package struct Outcome: Sendable, Equatable {
        /// Labels that are new in the store, and those that stood there already.
        package var added = 0
        package var known = 0
        /// Places without a label.
        package var empty = 0
    }

    /// Takes the sheets into a project, which is made where there is none of that name: each sheet is a judge of the kind "sheet".
    ///
    /// The same sheets once more change nothing.
    ///
    /// - Parameter study: what the actions were written for.
    /// - Throws: `AgreementError.otherProject` where the project has another codebook; `StoreError`.
    package func add(
        to name: String, study: StudyDefinition, in store: AnswerStore, at date: Date
    ) async throws -> (project: AnnotationProject, outcome: Outcome) {
        if let known = try AnnotationProject(named: name, in: store), known.codebook.name != Codebook.via.name {
            throw AgreementError.otherProject(name)
        }
        let settings = AnnotationSettings(overlap: sheets.count, byCountry: false)
        let project = try AnnotationProject.begin(
            named: name, ProjectDefinition(study, settings: settings),
            items: entries.map { ActionItem.record($0.line) },
            in: store, at: date)
        let items = Dictionary(
            try project.items().map { ($0.line, $0.id) }, uniquingKeysWith: { first, _ in first })
        let judges = try sheets.map { sheet in
            try store.number(
                of: JudgeRecord(kind: "sheet", name: sheet.name, details: Self.details(project: name, sheet.file)),
                at: date)
        }
        var outcome = Outcome()
        for entry in entries {
            outcome.empty += entry.empty
            guard let item = items[entry.line] else { continue }
            try await save(entry, of: item, by: judges[entry.sheet], in: project, at: date, &outcome)
        }
        return (project, outcome)
    }

    private func save(
        _ entry: Entry, of item: Int64, by judge: Int64, in project: AnnotationProject, at date: Date,
        _ outcome: inout Outcome
    ) async throws {
        let standing = try project.store.labels(of: item, by: judge)
        let changes = entry.answers.map { criterion, isYes in
            AnswerStore.Change(
                criterion: project.codebook.key(criterion),
                content: Judgement(answer: isYes ? "yes" : "no", way: .sheet).content)
        }
        let new = changes.count { change in
            let last = standing.last { $0.criterion == change.criterion }
            return !Judgement.isSame(last?.content ?? "", change.content)
        }
        _ = try await project.store.save(
            changes, of: item, by: judge, seen: standing.last?.id ?? 0, at: date, isSame: Judgement.isSame)
        outcome.added += new
        outcome.known += changes.count - new
    }

    private static func details(project: String, _ file: String) -> String {
        let json: JSONValue = ["project": .string(project), "file": .string(file)]
        return json.text(indented: false).trimmed
    }
}
