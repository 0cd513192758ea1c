import Synchronization

/// Sees whether a store's files are still those that were opened. Whoever shows a store for long asks it: SQLite goes on with a file that
/// was removed as if nothing had happened.
package final class StoreWatch: Sendable {
    private let files: Mutex<StoreFiles>

    /// Remembers the files as they are now.
    package init(_ store: AnswerStore) { files = Mutex(StoreFiles(path: store.path)) }

    /// What happened to them, in words with their paths; `nil` where they are as they were.
    package func change() -> String? { files.withLock { $0.change() } }
}
