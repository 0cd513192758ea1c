package import AnswerStore
package import Foundation
package import Study
import Text

/// A codebook is edited by adding a version. The project's record keeps the first definition; each later one is a label of the project
/// itself, so that definitions are as append-only as judgements are, and who changed one when stands beside it.
extension AnnotationProject {
    /// What versions of a project's definition are labels of.
    static func definitionItem(_ name: String) -> ItemRecord {
        ItemRecord(kind: "project", dimensions: [("project", name)])
    }

    /// What such a label is for.
    static let definitionCriterion = "definition"

    /// All definitions that the project has had, the one in force last.
    package func definitions() throws -> [ProjectDefinition] {
        let later = try store.labels(of: Self.definitionItem(record.name), criterion: Self.definitionCriterion)
        return try ([record.definition] + later.map(\.content)).map(ProjectDefinition.init(text:))
    }

    /// The codebook of a version; `nil` where there was none.
    package func codebook(version: Int) throws -> Codebook? {
        try definitions().map(\.settings.codebook).last { $0.version == version }
    }

    /// Puts a later version of the codebook in force. Labels keep the name and version under which they were given.
    ///
    /// - Throws: ``CodebookProblem``; `StoreError`.
    package func adopt(
        _ codebook: Codebook, by lead: String = "lead", at date: Date
    ) throws -> (project: AnnotationProject, change: CodebookChange) {
        let stood = try StandingJudgements(self).entries.count
        var next = definition
        next.settings.codebook = codebook
        let project = try redefined(as: next, by: lead, at: date)
        let stands = try StandingJudgements(project).entries.count
        return (
            project,
            CodebookChange(
                from: self.codebook, to: codebook, isNew: codebook != self.codebook,
                labelsLeftOut: max(0, stood - stands))
        )
    }

    /// The project with another definition, where it differs: a later codebook, another overlap, another text of consent.
    ///
    /// - Throws: ``CodebookProblem`` where labels could no longer be told apart; `StoreError`.
    package func redefined(
        as next: ProjectDefinition, by lead: String = "lead", at date: Date
    ) throws -> AnnotationProject {
        guard next != definition else { return self }
        if next.settings.codebook != codebook { try check(next.settings.codebook) }
        let item = Self.definitionItem(record.name)
        let last = try store.labels(of: item, criterion: Self.definitionCriterion).last
        // Somebody else's version between reading this project and now would be undone without a word.
        guard try ProjectDefinition(text: last?.content ?? record.definition) == definition else {
            throw CodebookProblem.changedMeanwhile
        }
        let details: JSONValue = ["project": .string(record.name)]
        let label = LabelRecord(
            item: item,
            judge: JudgeRecord(kind: "lead", name: lead, details: details.text(indented: false).trimmed),
            criterion: Self.definitionCriterion, content: try next.text, undoes: last?.id, labelled: date)
        guard try store.addNext(label, behind: last?.id) != nil else { throw CodebookProblem.changedMeanwhile }
        return try AnnotationProject(record, in: store)
    }

    private func check(_ codebook: Codebook) throws {
        let current = self.codebook
        guard codebook.name == current.name else {
            throw CodebookProblem.otherName(name: codebook.name, needed: current.name)
        }
        guard codebook.version > current.version else {
            throw CodebookProblem.notLater(version: codebook.version, current: current.version)
        }
        let known = Set(try definitions().flatMap { $0.settings.codebook.criteria.map(\.id) })
        var claims: [String: String] = [:]
        for criterion in codebook.criteria {
            for former in criterion.formerly ?? [] where !known.contains(former) {
                throw CodebookProblem.unknownFormer(former: former, criterion: criterion.id, known: known.sorted())
            }
            for former in Set((criterion.formerly ?? []) + [criterion.id]) {
                if let first = claims.updateValue(criterion.id, forKey: former) {
                    throw CodebookProblem.claimedTwice(former: former, first: first, second: criterion.id)
                }
            }
        }
    }
}

extension CodebookChange {
    init(from before: Codebook, to after: Codebook, isNew: Bool, labelsLeftOut: Int) {
        self.init(
            isNew: isNew, version: after.version, renamed: [], added: [], removed: [], labelsLeftOut: labelsLeftOut)
        var kept: Set<String> = []
        for criterion in after.criteria {
            let former = before.criteria.first { old in
                old.id == criterion.id || criterion.formerly?.contains(old.id) == true
            }
            guard let former else {
                added.append(criterion.id)
                continue
            }
            kept.insert(former.id)
            if former.id != criterion.id { renamed.append(Renaming(from: former.id, to: criterion.id)) }
        }
        removed = before.criteria.map(\.id).filter { !kept.contains($0) }
    }
}
