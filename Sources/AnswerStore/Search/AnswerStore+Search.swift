import Foundation
import GRDB

/// Reads for searching and filtering: narrow, in the order of replies' numbers, and bounded.
extension AnswerStore {
    /// What one reply said, as far as it is searched.
    struct SearchedReply {
        var reply, run, item: Int64
        var text: String
        var reasoning: String?
    }

    /// Hands the texts of the store's replies that stand to `body`, one at a time.
    ///
    /// - Parameter body: returns whether to go on.
    func forEachText(
        after: Int64, limit: Int, mostBytes: Int, _ body: (SearchedReply) throws -> Bool
    ) throws {
        try read { db in
            let rows = try Row.fetchCursor(
                db, sql: StoreQuery.texts.rawValue, arguments: [mostBytes, mostBytes, after, limit])
            while let row = try rows.next() {
                let text = SearchedReply(
                    reply: try row.decode(Int64.self, atIndex: 0), run: try row.decode(Int64.self, atIndex: 1),
                    item: try row.decode(Int64.self, atIndex: 2),
                    text: Self.text(try row.decode(Data?.self, atIndex: 3)) ?? "",
                    reasoning: Self.text(try row.decode(Data?.self, atIndex: 4)))
                if try !body(text) { return }
            }
        }
    }

    /// The numbers of a run's replies that don't stand.
    func repliesAside(run: Int64) throws(StoreError) -> [Int64] {
        try read { db in try Int64.fetchAll(db, sql: StoreQuery.asideNumbers.rawValue, arguments: [run]) }
    }

    /// What tells a reply from that of the same number in another store; nil where there is none.
    func mark(ofReply id: Int64) throws(StoreError) -> String? {
        try read { db in try Self.mark(StoreQuery.mark, [id], db) }
    }

    /// The same of the store's first reply.
    func firstMark() throws(StoreError) -> String? {
        try read { db in try Self.mark(StoreQuery.firstMark, [], db) }
    }

    private static func mark(_ query: StoreQuery, _ arguments: StatementArguments, _ db: Database) throws -> String? {
        try Row.fetchOne(db, sql: query.rawValue, arguments: arguments).map { row in
            let hash: String = try row.decode(String.self, atIndex: 0)
            return "\(hash) \(try row.decode(Double?.self, atIndex: 1) ?? 0)"
        }
    }

    // MARK: - What was found

    /// A reply as a list of what was found shows it.
    package struct FoundReply: Sendable, Equatable {
        /// The question's id.
        package var question: String
        package var kind: String
        package var variant, replicate: Int
        /// The reply's text and thoughts, as far as they are searched.
        package var text: String
        package var reasoning: String?
    }

    /// A reply by its number; nil where there is none.
    package func foundReply(_ id: Int64, mostBytes: Int = SearchIndex.mostBytes) throws(StoreError) -> FoundReply? {
        try read { db in
            let statement = try db.cachedStatement(sql: StoreQuery.found.rawValue)
            return try Row.fetchOne(statement, arguments: [mostBytes, mostBytes, id]).map { row in
                FoundReply(
                    question: try row.decode(String.self, atIndex: 0), kind: try row.decode(String.self, atIndex: 1),
                    variant: try row.decode(Int.self, atIndex: 2), replicate: try row.decode(Int.self, atIndex: 3),
                    text: Self.text(try row.decode(Data?.self, atIndex: 4)) ?? "",
                    reasoning: Self.text(try row.decode(Data?.self, atIndex: 5)))
            }
        }
    }

    /// Items by their numbers.
    package func items(_ ids: some Collection<Int64>) throws(StoreError) -> [Int64: ItemRecord] {
        try read { db in
            var items: [Int64: ItemRecord] = [:]
            for id in ids { items[id] = try Self.item(id, db) }
            return items
        }
    }

    // MARK: - Who served what

    /// What served replies of a run, as one number stands for it.
    package struct ServedNumber: Sendable, Equatable {
        package var id: Int64
        package var kind: String
        /// The provider that a gateway names; nil where none does.
        package var provider: String?
        /// Why replies stopped; nil where that is not said.
        package var finishReason: String?
        package var replies: Int
    }

    /// All of them.
    package func servedNumbers(run: Int64) throws(StoreError) -> [ServedNumber] {
        try read { db in
            try Row.fetchAll(db, sql: StoreQuery.servedNumbers.rawValue, arguments: [run]).map { row in
                ServedNumber(
                    id: try row.decode(Int64.self, atIndex: 0), kind: try row.decode(String.self, atIndex: 1),
                    provider: Self.filled(try row.decode(String.self, atIndex: 2)),
                    finishReason: Self.filled(try row.decode(String.self, atIndex: 3)),
                    replies: try row.decode(Int.self, atIndex: 4))
            }
        }
    }

    /// Hands of a page of a run's replies, in the order of their numbers, what served each and what it was about to `body`.
    ///
    /// - Returns: the number of the page's last reply; nil where there is none.
    package func forEachServed(
        run: Int64, after: Int64, limit: Int, _ body: (_ served: Int64, _ item: Int64) -> Void
    ) throws(StoreError) -> Int64? {
        try read { db in
            var last: Int64?
            let rows = try Row.fetchCursor(
                db, sql: StoreQuery.servedItems.rawValue, arguments: [run, after, limit])
            while let row = try rows.next() {
                last = try row.decode(Int64.self, atIndex: 0)
                body(try row.decode(Int64.self, atIndex: 1), try row.decode(Int64.self, atIndex: 2))
            }
            return last
        }
    }

    /// The digest of an imported dataset; nil where there is none of that name.
    package func datasetDigest(named name: String) throws(StoreError) -> String? {
        try read { db in
            try Row.fetchOne(db, sql: StoreQuery.datasetDigest.rawValue, arguments: [name]).map { row in
                "\(try row.decode(DatabaseValue.self, atIndex: 0))"
            }
        }
    }
}
