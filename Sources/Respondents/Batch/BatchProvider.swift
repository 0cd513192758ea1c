package import Foundation
package import Text

/// Who takes many questions at once, in a batch, and answers them later.
///
/// Each call is one attempt and is never repeated here: to make a batch twice is to pay twice.
package protocol BatchProvider: Sendable {
    /// How large a batch may be.
    var limits: BatchLimits { get }
    /// Whether a file is uploaded first, and a batch made of it then.
    var uploads: Bool { get }
    /// Whether a batch can be found by what was said when it was made, and not only by its size.
    var showsNonces: Bool { get }
    /// Whether it is documented that a question that was not answered in time costs nothing.
    var expiredIsFree: Bool { get }

    /// The line of a file of requests, without its line feed.
    ///
    /// - Parameters:
    ///   - id: at most 64 letters, digits, `_` and `-`, its own in the file.
    ///   - body: as ``FiledRespondent/body(of:)`` gives it.
    func line(id: String, body: [UInt8]) -> [UInt8]

    /// The body of such a line; `nil` where it is none.
    func body(ofLine line: [UInt8], id: String) -> [UInt8]?

    /// Uploads a file of requests.
    ///
    /// - Returns: the provider's name of it.
    func upload(_ order: BatchOrder) async throws(RespondentError) -> String

    /// Has a batch made.
    func create(_ order: BatchOrder) async throws(RespondentError) -> ProviderBatch

    /// The batches that were made since a moment, the latest first.
    func batches(since moment: Date) async throws(RespondentError) -> [ProviderBatch]

    /// How a batch stands now.
    func batch(_ id: String) async throws(RespondentError) -> ProviderBatch

    /// Asks for the end of a batch; what was answered by then is kept.
    func cancel(_ id: String) async throws(RespondentError) -> ProviderBatch

    /// Reads a file of results, line by line, empty ones and those of more than 32 MiB left out.
    ///
    /// - Parameter take: gets a line with the key scrubbed from it; returns whether to go on.
    func fetch(_ file: String, _ take: @escaping @Sendable ([UInt8]) -> Bool) async throws(RespondentError)

    /// What a line of such a file says; `nil` where it says nothing of any question.
    func result(in line: JSONValue) -> BatchLine?

    /// Removes a batch's files at the provider.
    func clean(batch: String, files: [String]) async throws(RespondentError)

    /// Lets go of connections.
    func shutdown() async
}

/// How large a batch may be; less than the provider says, to be safe.
package struct BatchLimits: Sendable, Equatable {
    /// The most questions.
    package var questions: Int
    /// The most bytes of the file of requests.
    package var bytes: Int

    /// Limits.
    package init(questions: Int, bytes: Int) {
        self.questions = questions
        self.bytes = bytes
    }
}

/// A batch to be made.
package struct BatchOrder: Sendable, Equatable {
    /// The path of the file of requests.
    package var path: String
    /// By which it will be known.
    package var nonce: String
    /// How many questions it holds.
    package var questions: Int
    /// The provider's name of the file, where it was uploaded.
    package var fileID: String?

    /// An order.
    package init(path: String, nonce: String, questions: Int, fileID: String? = nil) {
        self.path = path
        self.nonce = nonce
        self.questions = questions
        self.fileID = fileID
    }
}

/// A batch as its provider describes it.
package struct ProviderBatch: Sendable, Equatable {
    /// The provider's name of it.
    package var id: String
    /// The provider's word for how it stands, in lower case: "in_progress".
    package var word: String
    /// Whether it has ended, however.
    package var hasEnded: Bool
    /// Whether it was refused as a whole.
    package var isRefused = false
    /// What the provider counts: all its questions, those answered, those failed; `nil` where it does not say.
    package var total: Int?, answered = 0, failed = 0
    /// By which it is known to be ours; `nil` where the provider has no place for it.
    package var nonce: String?
    /// When it was made; `nil` where the provider does not say.
    package var made: Date?
    /// Files of results, in the provider's names.
    package var results: [String] = []
    /// Why it was refused, or part of it.
    package var problems: [Problem] = []

    /// What is wrong with a batch.
    package struct Problem: Sendable, Equatable {
        /// The provider's code, in lower case.
        package var code: String
        /// Its words, in one line.
        package var message: String
        /// The line of the file of requests that it is about, from 1.
        package var line: Int?

        /// A problem.
        package init(code: String, message: String, line: Int? = nil) {
            self.code = code
            self.message = message
            self.line = line
        }
    }

    /// A batch.
    package init(id: String, word: String, hasEnded: Bool) {
        self.id = id
        self.word = word
        self.hasEnded = hasEnded
    }
}

/// What came back for one question of a batch.
package struct BatchLine: Sendable, Equatable {
    /// The id that was sent with it.
    package var id: String
    /// What came back.
    package var outcome: Outcome

    /// What can come back.
    package enum Outcome: Sendable, Equatable {
        /// An answer, or an error in the place of one.
        case answer(FiledAnswer)
        /// The time was over before it was asked.
        case expired
        /// The batch was cancelled before it was asked.
        case cancelled
    }

    /// A line.
    package init(id: String, outcome: Outcome) {
        self.id = id
        self.outcome = outcome
    }
}

extension RespondentError {
    /// Whether what was asked for may have been done all the same: no answer came, or one that says nothing.
    package var leavesUnclear: Bool {
        if let status { return (200..<300).contains(status) || status >= 500 || [408, 409, 425, 499].contains(status) }
        switch code {
        case .connectionRefused, .hostUnreachable, .tls, .redirected: return false
        default: return true
        }
    }

    /// Whether it says that as many tokens wait in batches already as may.
    package var isFullQueue: Bool {
        let words = what.lowercased()
        return ["token_limit_exceeded", "enqueued token", "too many batches", "batch queue"].contains {
            words.contains($0)
        }
    }
}

extension ProviderBatch.Problem {
    /// Whether it says that as many tokens wait in batches already as may.
    package var isFullQueue: Bool {
        code.contains("token_limit_exceeded") || message.lowercased().contains("enqueued token")
    }

    /// Whether it says that the account can't pay.
    package var isBilling: Bool {
        let cause = ServerReport(["error": ["code": .string(code), "message": .string(message)]]).cause(
            among: [.limitSpent, .noCredit])
        return cause != nil || code.contains("billing")
    }
}
