import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study

/// Replies and failures that wait for their transaction.
struct PendingAnswers {
    let store: AnswerStore
    let reader: StudyReader
    private var replies: [Int64: [ReplyRecord]] = [:]
    private var failures: [Int64: [FailureRecord]] = [:]
    private(set) var count = 0
    /// Replies that another import stored meanwhile.
    private(set) var overtaken = OvertakenReplies()

    init(store: AnswerStore, reader: StudyReader) { (self.store, self.reader) = (store, reader) }

    mutating func add(
        _ answer: ReturnedAnswer, _ placed: AnswerPlacer.Placed, _ entry: ExchangeGroup.Entry, run: RunRecord,
        _ resolver: AnswerResolver, at now: Date
    ) throws {
        guard !entry.isStored else { return }
        switch try resolver.resolve(answer.outcome, to: placed.question, placed.asked.request) {
        case .reply(let reply):
            let read = reader.read(reply, to: placed.asked)
            var record = ReplyRecord(
                reply, read: read, to: placed.asked.record, attempts: answer.attempts, at: now)
            record.request = nil
            if reply.rawResponse.isEmpty { record.response = nil }
            if reply.latency == .zero { record.latency = nil }
            if reply.finishReason == .none { record.finishReason = nil }
            replies[run.id, default: []].append(record)
        case .failure(let code, let message):
            guard !entry.isReply else { return }
            failures[run.id, default: []].append(
                FailureRecord(
                    questionID: placed.question.id, attempts: answer.attempts, code: code, message: message, failed: now
                ))
        }
        count += 1
    }

    mutating func flush() async throws {
        for (run, batch) in replies {
            let stand = try await ReplyJournal(store: store, run: run).save(batch)
            for (reply, stands) in zip(batch, stand) where !stands { try overtaken.add(reply, run: run, in: store) }
        }
        for (run, batch) in failures { try await store.save(batch, run: run) }
        (replies, failures, count) = ([:], [:], 0)
    }
}

/// Replies that were not stored, because another import stored one to the same question since they were checked.
struct OvertakenReplies {
    private var counts: [Int64: Int] = [:]
    private var contradicted = 0
    private var example = ""

    mutating func add(_ reply: ReplyRecord, run: Int64, in store: AnswerStore) throws {
        counts[run, default: 0] += 1
        guard try store.reply(run: run, question: reply.question.id)?.text != reply.text else { return }
        contradicted += 1
        if example.isEmpty { example = "id \(reply.question.id) in run \(run)" }
    }

    mutating func join(_ other: OvertakenReplies) {
        counts.merge(other.counts, uniquingKeysWith: +)
        if example.isEmpty { example = other.example }
        contradicted += other.contradicted
    }

    /// How many replies of a run were there first.
    func count(ofRun run: Int64) -> Int { counts[run] ?? 0 }

    /// - Throws: ``ExchangeError`` where those that were there first say something else.
    func check() throws(ExchangeError) {
        guard contradicted > 0 else { return }
        throw ExchangeError(
            .overtaken,
            "\(contradicted) answers were not stored: another import has stored other answers to their questions meanwhile "
                + "(\(example)); find out which file is right, and import the other one under another name (--model)")
    }
}
