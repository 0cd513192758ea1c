import AnswerStore
import Foundation
import Testing

/// A store is begun by whoever comes first, and taken up as it was left.
struct OpeningTests {
    @Test func `an empty file is begun`() async throws {
        try await withFolder { path in
            try Data().write(to: URL(filePath: path))
            let store = try AnswerStore(path: path)
            #expect(try store.begin(run(), of: study).id == 1)
        }
    }

    @Test(arguments: [
        "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)",
        "PRAGMA journal_mode = WAL",
        "PRAGMA journal_mode = WAL; CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)",
    ])
    func `a file that a killed process had only begun is begun again`(left: String) async throws {
        try await withFolder { path in
            try sqlite(path, left)
            #expect(throws: StoreError.absent(path: path)) { try AnswerStore(path: path, mode: .readOnly) }
            let store = try AnswerStore(path: path)
            #expect(try store.begin(run(), of: study).id == 1)
            #expect(try AnswerStore(path: path, mode: .readOnly).runs().count == 1)
        }
    }

    @Test func `an empty file holds no store to read`() async throws {
        try await withFolder { path in
            try Data().write(to: URL(filePath: path))
            #expect(throws: StoreError.absent(path: path)) { try AnswerStore(path: path, mode: .readOnly) }
        }
    }

    @Test func `many begin a store at once, and all work on it`() async throws {
        for _ in 0..<5 {
            try await withFolder { path in
                let runs = try await withThrowingTaskGroup(of: Int64.self) { group in
                    for number in 0..<8 {
                        group.addTask {
                            try await onThread {
                                try AnswerStore(path: path).begin(run(key: "\(number)"), of: study).id
                            }
                        }
                    }
                    return try await group.reduce(into: Set()) { $0.insert($1) }
                }
                #expect(runs == Set(1...8))
            }
        }
    }

    @Test(arguments: [1, 2, 3])
    func `many open a store of an earlier version at once, and its replies stay`(version: Int) async throws {
        try await withFolder { path in
            try OldStores.make(version, at: path)
            try await withThrowingTaskGroup(of: StoredCounts.self) { group in
                for number in 0..<8 {
                    group.addTask {
                        try await onThread {
                            let mode: AnswerStore.Mode = number.isMultiple(of: 2) ? .readWrite : .readOnly
                            return try AnswerStore(path: path, mode: mode).counts(run: 1)
                        }
                    }
                }
                for try await counts in group {
                    #expect(counts.answered == 1)
                    #expect(counts.unreadable == 1)
                    #expect(counts.models == ["m-1"])
                    #expect(counts.spending.promptTokens == (version == 3 ? 60 : 36))
                }
            }
            #expect(try allReplies(AnswerStore(path: path), run: 1).map(\.question.id) == ["q1", "q2", "q3"])
        }
    }

    @Test func `a list of versions with a gap is damage`() async throws {
        try await withStore { _, path in
            try sqlite(path, "DELETE FROM grdb_migrations WHERE identifier LIKE '2:%'")
            #expect(throws: StoreError.damaged(path: path, detail: "its list of versions has gaps")) {
                try AnswerStore(path: path)
            }
        }
    }

    /// Work that blocks, on a thread of its own.
    private func onThread<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread { done.resume(with: Result(catching: body)) }
        }
    }
}
