/// How questions are asked in batches.
package struct BatchOptions: Sendable {
    /// The most questions of a batch; `nil` for as many as the provider takes.
    package var size: Int?
    /// The share of the usual price that a batch costs, 0…1.
    package var factor: Double = 1
    /// Whether the batches that are out are cancelled, and nothing more is asked.
    package var cancels = false
    /// Whether the provider's files are removed once all is read.
    package var cleans = false
    /// How long after a batch was made it is looked at first; then ever more seldom, up to ten times as long.
    package var poll: Duration = .seconds(30)
    /// For how long a batch whose making came to an unclear end is looked for before it is made again.
    package var appears: Duration = .seconds(120)
    /// For how long a batch must not be found before it counts as gone.
    package var gone: Duration = .seconds(3600)
    /// How long to wait where too much is in the provider's queue and nothing of it is ours; twice as long each time.
    package var queueWait: Duration = .seconds(60)
    /// Gets sentences for the user.
    package var notice: @Sendable (String) -> Void

    /// The usual ones.
    package init(notice: @escaping @Sendable (String) -> Void = { _ in }) {
        self.notice = notice
    }

    /// A question that came back without an answer so often, in one start, is given up.
    static let mostTries = 3
}

/// How the batches of a start stand.
package struct BatchSnapshot: Sendable, Hashable {
    /// Batches that the provider has.
    package var out = 0
    /// Their questions.
    package var questions = 0
    /// How many of those the provider counts as answered, and as failed.
    package var answered = 0, failed = 0
    /// What is being done, or the provider's word for how the only batch stands: "in_progress".
    package var word = ""
    /// When the next look is due.
    package var nextLook: ContinuousClock.Instant?

    /// No batches.
    package init() {}
}

/// Why batches can't go on. What was answered is stored, and batches that are out go on at the provider.
package enum BatchProblem: Sendable, Hashable, CustomStringConvertible {
    /// The provider refused a batch as a whole.
    case refused(String)
    /// One question alone is more than the provider's queue takes.
    case queueTooSmall(String)
    /// A file beside the store can't be written or read.
    case file(path: String, reason: String)

    /// What happened and what to do.
    package var description: String {
        switch self {
        case .refused(let message):
            "the provider refused the batch: \(message). Nothing of it was asked: correct what it names and give the same "
                + "command again"
        case .queueTooSmall(let message):
            "even a batch of one question is more than the provider's queue takes (\(message)): wait until other batches "
                + "of the account have ended, or ask without --batch"
        case .file(let path, let reason):
            "'\(path)' can't be used (\(reason)): free space or make its folder writable, then give the same command again"
        }
    }
}
