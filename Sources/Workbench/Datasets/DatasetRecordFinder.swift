package import AnswerStore
package import Study
import Text

/// What a store knows of a dataset: how its generators were asked, and how its actions were judged.
package struct DatasetRecordFinder: Sendable {
    /// How its generators were asked.
    package let generations: [DatasetGeneration]
    /// How its actions were judged in the project that was named; `nil` where none was.
    package let judging: DatasetJudging?
    /// What the record lacks, in words.
    package let lacking: [String]

    /// Looks a dataset up.
    ///
    /// - Parameters:
    ///   - project: the project in which it was judged; `nil` for none.
    ///   - store: `nil` where there is none.
    /// - Throws: `StoreError`; ``NoProject``.
    package init(_ dataset: ActionDataset, project: String?, store: () throws -> AnswerStore?) throws {
        let store = try store()
        let named = dataset.generators.filter { !$0.isEmpty }
        generations = try store.map { try DatasetGeneration.all(of: named, in: $0) } ?? []
        var lacking: [String] = []
        let known = Set(generations.map(\.generator))
        let unknown = named.filter { !known.contains($0) }
        if !unknown.isEmpty {
            lacking.append(
                "how \(unknown.map { "'\(Plain.line($0))'" }.joined(separator: ", ")) was asked is in no run of the store: "
                    + "name the store with --store")
        }
        judging = try project.map { name in
            guard let store, let found = try AnnotationProject(named: name, in: store) else {
                throw NoProject(name: name, known: try store?.projects().map(\.name) ?? [])
            }
            return try DatasetJudging(found, of: dataset.actions)
        }
        if let judging, judging.items == 0 {
            lacking.append("the project '\(Plain.line(judging.project))' holds none of these actions, to the letter")
        }
        self.lacking = lacking
    }

    /// A project that is not there.
    package struct NoProject: Error, CustomStringConvertible {
        let name: String
        let known: [String]

        package var description: String {
            Plain.line(
                "the store has no project '\(name)'"
                    + (known.isEmpty
                        ? "; name the store with --store, or leave --project out"
                        : "; it has \(known.map { "'\($0)'" }.joined(separator: ", "))"))
        }
    }
}
