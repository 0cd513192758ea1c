package import Foundation
import GRDB

/// Reads of single replies, for who looks at them: in bounds however long they are.
extension AnswerStore {
    /// What was read in the replies to some questions of a run; nil where a question has none.
    package func currentReadings(
        run: Int64, questions: [String]
    ) async throws(StoreError) -> [QuestionReading?] {
        try await asyncRead { db in
            let statement = try db.cachedStatement(sql: StoreQuery.readingsToQuestion.rawValue)
            return try questions.map { id in
                var found: QuestionReading?
                for row in try Row.fetchAll(statement, arguments: [run, id]) {
                    let version = try row.decode(Int.self, atIndex: 2)
                    guard version > found?.reading.readerVersion ?? .min else { continue }
                    found = QuestionReading(
                        reply: try row.decode(Int64.self, atIndex: 0), first: try row.decode(Int?.self, atIndex: 1),
                        reading: ReadingRecord(
                            readerVersion: version, state: try row.decode(String.self, atIndex: 3),
                            reason: try row.decode(String?.self, atIndex: 4),
                            content: try row.decode(String?.self, atIndex: 5)))
                }
                return found
            }
        }
    }

    /// The replies to a question of a run: the one that stands, then those that were set aside, at most 200 of these.
    package func replies(run: Int64, to question: String) throws(StoreError) -> [ReplyFacts] {
        try read { db in
            let standing = try Int64.fetchOne(
                db, sql: StoreQuery.replyToQuestion.rawValue, arguments: [run, question])
            let aside = try Int64.fetchAll(db, sql: StoreQuery.asideToQuestion.rawValue, arguments: [run, question])
            return try ([standing].compactMap(\.self) + aside.sorted()).compactMap { try facts($0, db) }
        }
    }

    /// The number of the reply that stands to a question of a run, and when it came; nil where there is none.
    package func standing(run: Int64, question: String) throws(StoreError) -> (reply: Int64, replied: Date?)? {
        try read { db in
            let sql = StoreQuery.replyToQuestion.rawValue
            guard let reply = try Int64.fetchOne(db, sql: sql, arguments: [run, question]) else { return nil }
            let replied = try Row.fetchOne(db, sql: StoreQuery.repliedOfReply.rawValue, arguments: [reply])
            return (reply, try replied.flatMap { Self.date(try $0.decode(DatabaseValue.self, atIndex: 0)) })
        }
    }

    /// What is known of a question, whoever was asked it.
    package func storedQuestion(_ id: String) throws(StoreError) -> QuestionRecord? {
        try read { db in
            try Row.fetchOne(db, sql: StoreQuery.question.rawValue, arguments: [id]).map { row in
                QuestionRecord(
                    id: id, kind: try row.decode(String.self, atIndex: 0),
                    item: try Self.item(try row.decode(Int64.self, atIndex: 1), db)
                        ?? ItemRecord(kind: "", dimensions: []),
                    variant: try row.decode(Int.self, atIndex: 2), replicate: try row.decode(Int.self, atIndex: 3),
                    first: try row.decode(Int?.self, atIndex: 4),
                    system: Self.text(try row.decode(Data?.self, atIndex: 5)),
                    prompt: Self.text(try row.decode(Data?.self, atIndex: 6)))
            }
        }
    }

    /// Of some questions of a run, those that were asked in vain.
    package func failed(run: Int64, among questions: [String]) async throws(StoreError) -> Set<String> {
        try await asyncRead { db in
            let statement = try db.cachedStatement(sql: StoreQuery.failureOfQuestion.rawValue)
            return Set(try questions.filter { try Row.fetchOne(statement, arguments: [run, $0]) != nil })
        }
    }

    /// Why a question of a run was asked in vain; nil where it was not, or has a reply by now.
    package func failure(run: Int64, question: String) throws(StoreError) -> FailureRecord? {
        try read { db in
            try Row.fetchOne(db, sql: StoreQuery.failureOfQuestion.rawValue, arguments: [run, question]).map { row in
                FailureRecord(
                    questionID: question, attempts: try row.decode(Int.self, atIndex: 0),
                    code: try row.decode(String.self, atIndex: 1), message: try row.decode(String.self, atIndex: 2),
                    failed: Self.date(try row.decode(DatabaseValue.self, atIndex: 3)) ?? .distantPast)
            }
        }
    }

    /// A piece of a reply's text: at most `count` bytes from the place `start` on, counted from 0.
    package func bytes(
        of text: ReplyText, reply: Int64, from start: Int, count: Int
    ) throws(StoreError) -> Data {
        try read { db in
            try Data.fetchOne(db, sql: text.query.rawValue, arguments: [start + 1, max(0, count), reply]) ?? Data()
        }
    }

    /// The body of a reply's request, as it was sent to the last byte; nil where it is not kept.
    package func request(of reply: ReplyFacts) throws(StoreError) -> Data? {
        try read { db in
            guard let row = try Row.fetchOne(db, sql: StoreQuery.requestOfReply.rawValue, arguments: [reply.id]) else {
                return nil
            }
            return try Self.request(row, reply.question, reply.id, path)
        }
    }

    private func facts(_ id: Int64, _ db: Database) throws -> ReplyFacts? {
        guard let row = try Row.fetchOne(db, sql: StoreQuery.facts.rawValue, arguments: [id]) else { return nil }
        let cause: String? = try row.get("aside")
        return ReplyFacts(
            id: id, run: try row.get("runID"),
            question: QuestionRecord(
                id: try row.get("hash"), kind: try row.get("kind"),
                item: try Self.item(try row.get("itemID"), db) ?? ItemRecord(kind: "", dimensions: []),
                variant: try row.get("variant"), replicate: try row.get("replicate"), first: try row.get("first"),
                system: Self.text(try row.get("system")), prompt: Self.text(try row.get("prompt"))),
            textBytes: try row.get("textBytes") ?? 0, reasoningBytes: try row.get("reasoningBytes"),
            responseBytes: try row.get("responseBytes"), finishReason: Self.filled(try row.get("finishReason")),
            model: Self.filled(try row.get("model")), provider: Self.filled(try row.get("provider")),
            fingerprint: Self.filled(try row.get("fingerprint")),
            omittedSettings: Self.settings(try row.get("omitted")), promptTokens: try row.get("promptTokens"),
            completionTokens: try row.get("completionTokens"), reasoningTokens: try row.get("reasoningTokens"),
            latency: try row.get("latency"), attempts: try row.get("attempts"),
            replied: Self.date(try row.get("replied")),
            aside: try cause.flatMap(SetAsideRecord.Cause.init(rawValue:)).map {
                ReplyFacts.Aside(cause: $0, at: Self.date(try row.get("asideAt")))
            },
            readings: try Self.allReadings(ofReply: id, db))
    }
}
