package import AnswerStore
package import Study
import Synchronization

/// The items of a store's projects, read once: what is in a project stays, and only what is added is read again.
package final class ProjectShelf: Sendable {
    /// The store.
    package let store: AnswerStore
    private let kept = Mutex<[Int64: Kept]>([:])

    /// A project's items as they were read.
    package struct Kept: Sendable {
        /// In the project's order.
        package let items: [ActionItem]
        /// By number.
        package let byID: [Int64: ActionItem]
        /// By hash.
        package let byHash: [String: ActionItem]

        init(_ items: [ActionItem]) {
            self.items = items
            byID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            byHash = Dictionary(items.map { ($0.hash, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The shelf of a store.
    package init(_ store: AnswerStore) { self.store = store }

    /// The items of a project, its attention checks among them.
    package func items(of project: AnnotationProject) throws -> Kept {
        let count = try store.itemCount(project: project.record.id)
        if let known = kept.withLock({ $0[project.record.id] }), known.items.count == count { return known }
        let read = Kept(try project.everyItem())
        kept.withLock { $0[project.record.id] = read }
        return read
    }
}
