package import AnswerStore
package import Foundation
import Study
import Text

/// What became of a file of judgements that was read back.
package struct OfflineImport: Sendable, Hashable {
    /// The project.
    package var project: String
    /// Judgements that were added, and those that were there already.
    package var added = 0, known = 0
    /// Rows of a batch in which nothing was filled in.
    package var empty = 0
    /// Items that the store had not, and people: of an archive.
    package var items = 0, people = 0
    /// Judgements that contradict what the judge has said otherwise: not taken, unless they were to replace it.
    package var contradicted: [Contradiction] = []
    /// Whether they did.
    package var replaced = false

    /// A judgement of the file that the judge has contradicted.
    package struct Contradiction: Sendable, Hashable {
        /// Where it stands in the file.
        package var line: Int
        /// The item's place in the project, from 1; 0 for none.
        package var item: Int
        /// Who.
        package var judge: String
        /// The criterion's id.
        package var criterion: String
        /// What the file says, and what stands.
        package var given, stands: String

        package init(line: Int, item: Int, judge: String, criterion: String, given: String, stands: String) {
            (self.line, self.item, self.judge) = (line, item, judge)
            (self.criterion, self.given, self.stands) = (criterion, given, stands)
        }
    }

    /// Reads a file into a store, all of it or nothing.
    ///
    /// - Parameters:
    ///   - replaces: whether judgements count that contradict what was saved meanwhile.
    ///   - date: when a batch's judgements were given, which its file does not say.
    /// - Throws: ``OfflineProblem``, ``CSVError``; `StoreError`.
    package static func read(
        _ bytes: [UInt8], name: String, into store: AnswerStore, replaces: Bool = false, at date: Date
    ) async throws -> OfflineImport {
        var found =
            switch try OfflineFile.read(bytes, name: name) {
            case .batch(let rows):
                try await BatchReading(rows, file: name, store: store).save(replaces: replaces, at: date)
            case .labels(let rows): try LabelReading.save(rows, file: name, into: store, replaces: replaces)
            case .archive(let lines): try LabelReading.save(lines, file: name, into: store, replaces: replaces)
            }
        found.replaced = replaces
        return found
    }

    /// The most bytes of a file that are read.
    package static let mostBytes = OfflineFile.mostBytes

    static func project(named wanted: String, file: String, in store: AnswerStore) throws -> AnnotationProject {
        guard let project = try AnnotationProject(named: wanted, in: store) else {
            throw OfflineProblem.noProject(file: file, name: wanted, known: try store.projects().map(\.name))
        }
        return project
    }
}
