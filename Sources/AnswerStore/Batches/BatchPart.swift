package import Foundation
import GRDB

/// Questions of a run that are handed to a provider together, to be answered later.
///
/// What it says is committed before the next call is made, so that whoever goes on after a kill knows what may have happened.
/// It holds its questions until it was read: nobody else asks them, whether or not a process looks after it.
package struct BatchPart: Sendable, Equatable {
    /// How far it is.
    package enum State: String, Sendable, CaseIterable {
        /// Questions are being written into its file; nothing was sent.
        case gathering
        /// Its file is whole; nothing was sent.
        case planned
        /// The provider has the file.
        case uploaded
        /// The provider may have been asked to make a batch of it, and may have made one.
        case submitting
        /// The provider has made a batch of it.
        case submitted
        /// The batch has ended at the provider.
        case ended
        /// What came back lies beside the store.
        case fetched
        /// What came back was read: nothing is left to be done.
        case read
        /// It came to nothing that was paid for, and its questions are free again.
        case dropped

        /// Whether it still holds its questions.
        package var isOpen: Bool { self != .read && self != .dropped }
    }

    /// A file of what came back, beside the store.
    package struct Result: Sendable, Equatable, Codable {
        /// The file's name.
        package var name: String
        /// SHA-256 of the file, in lower-case hexadecimal digits.
        package var digest: String
        /// The provider's own name of it; nil where it has none.
        package var providerID: String?

        /// A file.
        package init(name: String, digest: String, providerID: String? = nil) {
            self.name = name
            self.digest = digest
            self.providerID = providerID
        }
    }

    /// The store's number of it.
    package internal(set) var id: Int64
    /// The run's number.
    package let run: Int64
    /// Which part of its run it is, from 1.
    package let number: Int
    /// 16 hexadecimal digits, by which the provider's batch is known to be this part: no other part of any store has them.
    package let nonce: String
    /// How far it is.
    package var state: State
    /// The share of the usual price that it costs.
    package let factor: Double
    /// When it was begun.
    package let made: Date
    /// How many questions it has, or had.
    package internal(set) var questions = 0
    /// How many of them have no answer that was read.
    package internal(set) var unsettled = 0
    /// How many have a reply from it.
    package internal(set) var replied = 0
    /// How many failed for good.
    package internal(set) var failed = 0
    /// SHA-256 of the file of requests.
    package var requestsDigest: String?
    /// The provider's name of that file, where it was uploaded.
    package var fileID: String?
    /// The provider's name of the batch.
    package var batchID: String?
    /// Whether that batch is known to be this part, and not only likely.
    package var isCertain = false
    /// Batches that were taken for this part and are not.
    package var notOurs: [String] = []
    /// When the provider was first asked to make the batch.
    package var submitting: Date?
    /// When it was seen to have ended.
    package var ended: Date?
    /// The provider's last word on it: "completed", "expired".
    package var outcome: String?
    /// What came back.
    package var results: [Result] = []
    /// Whether the provider's files were removed.
    package var isCleaned = false
    /// The process that looks after it.
    var workerID: Int64?
}

// MARK: - Database

extension BatchPart {
    init(_ row: Row, _ path: String) throws {
        id = try row.get("id")
        run = try row.get("runID")
        number = try row.get("number")
        nonce = try row.get("nonce")
        let word: String = try row.get("state")
        guard let state = State(rawValue: word), let made = AnswerStore.date(try row.get("made")) else {
            throw StoreError.damaged(path: path, detail: "a batch of run \(run) has a field it can't have")
        }
        (self.state, self.made) = (state, made)
        factor = min(1, max(0, try row.get("factor")))
        questions = try row.get("questions")
        unsettled = try row.get("unsettled")
        replied = try row.get("replied")
        failed = try row.get("failed")
        requestsDigest = try row.get("requestsDigest")
        fileID = try row.get("fileID")
        batchID = try row.get("batchID")
        isCertain = try row.get("isCertain")
        notOurs = try Self.decoded(try row.get("notOurs"), path)
        submitting = AnswerStore.date(try row.get("submitting"))
        ended = AnswerStore.date(try row.get("ended"))
        outcome = try row.get("outcome")
        results = try Self.decoded(try row.get("results"), path)
        isCleaned = try row.get("isCleaned")
        workerID = try row.get("workerID")
    }

    private static func decoded<T: Decodable>(_ text: String, _ path: String) throws -> [T] {
        guard let list = try? JSONDecoder().decode([T].self, from: Data(text.utf8)) else {
            throw StoreError.damaged(path: path, detail: "a batch has a list that is none")
        }
        return list
    }

    static func encoded(_ list: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(list), as: UTF8.self)
    }
}
