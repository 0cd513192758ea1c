package import AnswerStore
import Foundation
package import Study
import Text

/// How actions were judged in a project of a store.
package struct DatasetJudging: Sendable, Hashable {
    /// One thing that was judged.
    package struct Judged: Sendable, Hashable {
        /// Its name, the question, and what the answers mean.
        package let name: String, question: String, definition: String
        /// How many items have each answer as their final one.
        package let answers: [Count]
        /// The mean share of pairs of annotators who say the same of an item, in [0, 1]; `nil` where none was judged twice.
        package let agreement: Double?
    }

    /// So many of one kind.
    package struct Count: Sendable, Hashable {
        package let name: String
        package let count: Int
    }

    /// The project, and the codebook with its version and digest.
    package let project: String, codebook: String, digest: String
    /// The guideline that annotators read.
    package let guideline: String
    /// How many people were to judge each item, whether those of its country alone, and when they see a model's answers.
    package let overlap: Int, byCountry: Bool, suggestions: String
    /// What was judged.
    package let criteria: [Judged]
    /// Actions of the dataset that the project holds, and those that as many people have judged as were to.
    package let items: Int, complete: Int
    /// Answers that people gave.
    package let answers: Int
    /// Annotators, adjudicators and models that judged.
    package let annotators: Int, adjudicators: Int, models: [String]
    /// Annotators by the country and by the languages that they say they know; "" where they say none.
    package let countries: [Count], languages: [Count]
    /// Answers that only accept what was filled in.
    package let accepted: Int
    /// Final answers by why they are final.
    package let provenance: [Count]

    /// What was judged of some actions.
    ///
    /// - Throws: `StoreError`.
    package init(_ project: AnnotationProject, of actions: [DatasetAction]) throws {
        let book = project.codebook
        let settings = project.definition.settings
        (self.project, codebook) = (project.record.name, "\(book.name)@\(book.version)")
        (digest, guideline) = (book.digest, book.guideline)
        (overlap, byCountry) = (settings.overlap, settings.byCountry)
        suggestions = settings.suggestions.rawValue
        let wanted = Set(actions.map { ItemRecord.action($0).hash })
        let items = try project.items().filter { wanted.contains($0.hash) }
        let standing = try StandingJudgements(project, items: items)
        let people = GivenAnswers(standing, items: items, codebook: book, by: \.isAnnotator)
        let final = FinalLabels(standing, items: items, codebook: book)
        self.items = items.count
        complete = items.indices.count { people.complete($0).count >= settings.overlap }
        answers = people.answers.joined().reduce(0) { $0 + $1.count }
        criteria = book.criteria.enumerated().map { column, criterion in
            let shares = people.answers.compactMap { GivenAnswers.agreement($0[column]) }
            let labels = final.labels.filter { $0.criterion == criterion.id }
            return Judged(
                name: criterion.name, question: criterion.question, definition: criterion.definition,
                answers: criterion.answers.map { answer in
                    Count(name: answer.label, count: labels.count { $0.answer == answer.id })
                },
                agreement: shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count))
        }
        let judged = Set(standing.entries.filter { $0.judgement.answer != nil }.map(\.judge))
        let judges = standing.judges.filter { judged.contains($0.key) }.map(\.value)
        annotators = judges.count { $0.isAnnotator }
        adjudicators = judges.count { $0.isAdjudicator }
        models = judges.filter { $0.kind == "model" }.map(\.name).sorted()
        accepted = standing.entries.count { $0.judgement.isAccepted }
        let consents = try project.consents()
        let said = judges.filter(\.isAnnotator).map { consents[$0] }
        countries = Self.counts(said.map { $0?.country.trimmed ?? "" })
        languages = Self.counts(said.map { $0?.languages.trimmed ?? "" })
        let kinds = final.counts
        provenance = FinalLabels.Provenance.allCases.compactMap { kind in
            kinds[kind].map { Count(name: kind.rawValue, count: $0) }
        }
    }

    private static func counts(_ names: [String]) -> [Count] {
        names.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }.sorted { $0.key < $1.key }
            .map { Count(name: $0.key, count: $0.value) }
    }
}
