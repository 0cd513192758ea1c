import Foundation
import GRDB
import Text

extension SearchIndex {
    /// Of a longer text only so many bytes are searched.
    package static let mostBytes = 1_000_000

    /// Takes in the next replies of a store, in the order of their numbers, in one transaction.
    ///
    /// - Parameter limit: the most replies; fewer where they are long.
    /// - Returns: whether there may be more.
    package func advance(from store: AnswerStore, limit: Int = 400) async throws -> Bool {
        try await pool.write { db in
            if try !Self.isOf(store, db) { try Self.clear(db) }
            var last = Int64(try Self.fact("last", db) ?? "") ?? 0
            var (taken, bytes, perRun) = (0, 0, [Int64: Int]())
            var tokenizer = SearchTokenizer()
            try store.forEachText(after: last, limit: limit, mostBytes: Self.mostBytes) { text in
                for (part, words) in [(Part.reply, text.text), (.thoughts, text.reasoning ?? "")] where !words.isEmpty {
                    try Self.add(
                        words, part: part, run: text.run, reply: text.reply, item: text.item, &tokenizer, db)
                }
                last = text.reply
                taken += 1
                bytes += text.text.utf8.count + (text.reasoning?.utf8.count ?? 0)
                perRun[text.run, default: 0] += 1
                return bytes < 4_000_000
            }
            guard taken > 0 else { return false }
            for (run, replies) in perRun {
                try db.cachedStatement(
                    sql: """
                        INSERT INTO progress (run, replies) VALUES (?, ?)
                        ON CONFLICT (run) DO UPDATE SET replies = replies + excluded.replies
                        """
                ).execute(arguments: [run, replies])
                try Self.forget(try store.repliesAside(run: run), run, db)
            }
            try Self.markStore(store, last: last, db)
            return true
        }
    }

    private static func add(
        _ text: String, part: Part, run: Int64, reply: Int64, item: Int64, _ tokenizer: inout SearchTokenizer,
        _ db: Database
    ) throws {
        try db.cachedStatement(sql: "INSERT INTO document (run, part, reply, item) VALUES (?, ?, ?, ?)")
            .execute(arguments: [run, part.rawValue, reply, item])
        try db.cachedStatement(sql: "INSERT INTO words (rowid, scope, text) VALUES (?, ?, ?)")
            .execute(arguments: [db.lastInsertedRowID, scope(part, run), tokenizer.spaced(text)])
    }

    /// The one word by which a run's texts, or those of a set of actions, are told apart from others.
    static func scope(_ part: Part, _ run: Int64) -> String {
        switch part {
        case .reply, .thoughts: "r\(run)"
        case .action, .explanation: "s\(run)"
        }
    }

    /// What does not stand any more is found no more; its words stay, and lead nowhere.
    private static func forget(_ replies: [Int64], _ run: Int64, _ db: Database) throws {
        guard try fact("aside \(run)", db) != "\(replies.count)" else { return }
        try set("aside \(run)", "\(replies.count)", db)
        for reply in replies {
            let found = try db.cachedStatement(sql: IndexQuery.documentsOfReply.rawValue)
            let documents = try Int64.fetchAll(found, arguments: [reply])
            guard !documents.isEmpty else { continue }
            for id in documents {
                try db.cachedStatement(sql: "DELETE FROM document WHERE id = ?").execute(arguments: [id])
            }
            try db.cachedStatement(sql: "UPDATE progress SET replies = replies - 1 WHERE run = ?")
                .execute(arguments: [run])
        }
    }

    // MARK: - Whose index it is

    private static func markStore(_ store: AnswerStore, last: Int64, _ db: Database) throws {
        try set("last", "\(last)", db)
        try set("lastMark", try store.mark(ofReply: last) ?? "", db)
        if try fact("firstMark", db) == nil, let first = try store.firstMark() { try set("firstMark", first, db) }
    }

    /// Whether the store still has the replies that were taken in: another one may lie in its place now.
    private static func isOf(_ store: AnswerStore, _ db: Database) throws -> Bool {
        guard let last = try fact("last", db) else { return true }
        return try store.mark(ofReply: Int64(last) ?? 0) == fact("lastMark", db)
            && store.firstMark() == fact("firstMark", db)
    }

    // MARK: - Actions

    /// A text that belongs to a cell and is no reply.
    package struct CellText: Sendable {
        package var country, topic, value: String
        /// An action or an explanation.
        package var part: Part
        /// Of which action: 0 agree, 1 disagree; of a second generator's 2 and 3, and so on.
        package var side: Int
        package var text: String

        package init(country: String, topic: String, value: String, part: Part, side: Int, text: String) {
            (self.country, self.topic, self.value) = (country, topic, value)
            (self.part, self.side, self.text) = (part, side, text)
        }
    }

    /// Whether a set of such texts was taken in.
    package func has(source key: String) async throws -> Bool {
        try await pool.read { db in
            try Row.fetchOne(db, sql: IndexQuery.source.rawValue, arguments: [key])
                .map { try $0.decode(Bool.self, atIndex: 1) } ?? false
        }
    }

    /// Takes in a set of texts, all of it or nothing.
    package func add(source key: String, texts: [CellText]) async throws {
        try await pool.write { db in
            guard try Row.fetchOne(db, sql: IndexQuery.source.rawValue, arguments: [key]) == nil else { return }
            try db.execute(sql: "INSERT INTO source (key, isWhole) VALUES (?, 1)", arguments: [key])
            let source = db.lastInsertedRowID
            var tokenizer = SearchTokenizer()
            for text in texts where !text.text.isEmpty {
                try Self.add(
                    text.text, part: text.part, run: source, reply: Int64(text.side),
                    item: try Self.placeID(text, db), &tokenizer, db)
            }
        }
    }

    private static func placeID(_ text: CellText, _ db: Database) throws -> Int64 {
        let names = [text.country, text.topic, text.value]
        let known = try db.cachedStatement(sql: IndexQuery.placeID.rawValue)
        if let id = try Int64.fetchOne(known, arguments: StatementArguments(names)) { return id }
        try db.cachedStatement(sql: "INSERT INTO place (country, topic, value) VALUES (?, ?, ?)")
            .execute(arguments: StatementArguments(names))
        return db.lastInsertedRowID
    }
}
