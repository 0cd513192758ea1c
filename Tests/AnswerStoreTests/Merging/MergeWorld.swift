import AnswerStore
import Foundation
import GRDB
import Testing

/// A folder with stores of one run, to be merged.
struct MergeWorld {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "merge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Makes a store with replies that came at some seconds.
    @discardableResult
    func store(
        _ name: String, run record: RunRecord = run(), study other: StudyRecord = study,
        _ replies: [(question: String, text: String, at: Double)]
    ) async throws -> AnswerStore {
        let store = try AnswerStore(path: path(name))
        let begun = try store.begin(record, of: other)
        let journal = ReplyJournal(store: store, run: begun.id)
        for reply in replies {
            try await journal.save(Self.reply(reply.question, reply.text, at: reply.at), as: Self.paid)
        }
        return store
    }

    static var paid: KeptReply {
        var kept = KeptReply()
        kept.isPaid = true
        return kept
    }

    /// A reply with a prompt, whose request holds it.
    static func reply(_ question: String, _ text: String, at seconds: Double) -> ReplyRecord {
        var record = AnswerStoreTests.reply(question, text: text)
        record.question.prompt = "Which \"one\" of \(question)?"
        record.request = Data(#"{"model":"m-1","prompt":"Which \"one\" of \#(question)?","seed":7}"#.utf8)
        record.replied = Date(timeIntervalSince1970: seconds)
        return record
    }

    @discardableResult
    func merge(
        _ names: [String], into target: String = "all.sqlite", several: Bool = false
    ) throws -> StoreMerge.Outcome {
        try StoreMerge(into: path(target), from: names.map(path), allowsSeveralRuns: several).merge()
    }

    /// What a store holds, as far as it does not hang on numbers that rows have: standing replies, those set aside, and totals.
    func contents(_ name: String) throws -> [String] {
        let queue = try DatabaseQueue(path: path(name))
        defer { try? queue.close() }
        let queries = [
            """
            SELECT run.key, question.hash, raw.text, reply.replied, coalesce(reply.aside, 'stands'), served.model,
                (SELECT group_concat(readerVersion || state) FROM reading WHERE replyID = reply.id)
            FROM replyRow AS reply JOIN run ON run.id = reply.runID JOIN question ON question.id = reply.questionID
                JOIN raw ON raw.replyID = reply.id JOIN served ON served.id = reply.servedID ORDER BY 1, 2, 4, 3
            """,
            "SELECT run.key, kind, state, reason, replies FROM tally JOIN run ON run.id = runID WHERE replies > 0 ORDER BY 1, 2, 3, 4",
            """
            SELECT run.key, kind, model, finishReason, replies, variants, replicates FROM served JOIN run ON run.id = runID
            WHERE replies > 0 ORDER BY 1, 2, 3, 4
            """,
            """
            SELECT run.key, replies, promptTokens, completionTokens, silentPrompts, longestPrompt, lost
            FROM spending JOIN run ON run.id = runID ORDER BY 1
            """,
            "SELECT runID, questionID, code FROM failure ORDER BY 1, 2",
            "SELECT count(*) FROM sent", "SELECT count(*) FROM prompt", "PRAGMA integrity_check",
            "PRAGMA foreign_key_check",
        ]
        return try queue.read { db in
            try queries.flatMap { try Row.fetchAll(db, sql: $0).map { "\(Array($0.databaseValues))" } }
        }
    }
}
