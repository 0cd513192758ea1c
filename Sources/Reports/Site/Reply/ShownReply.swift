/// A reply as it was received, with all that is known of it.
package struct ShownReply: Sendable, Equatable {
    /// Why a reply does not stand.
    package struct Aside: Sendable, Equatable {
        /// "askedAgain" or "late".
        package var cause: String
        /// When, as shown to people.
        package var at: String?

        package init(cause: String, at: String?) { (self.cause, self.at) = (cause, at) }
    }

    /// The run's number, and who was asked.
    package var run: Int
    package var respondent: RespondentSummary
    /// What it said, thoughts aside.
    package var text: ShownText
    /// Its thoughts: those that the server gave apart, and those in the text.
    package var thoughts: [ShownText]
    /// What is known of how it came; nil where it is not.
    package var finishReason, model, provider, fingerprint, replied: String?
    package var promptTokens, completionTokens, reasoningTokens, attempts: Int?
    /// Seconds.
    package var latency: Double?
    /// Settings of the run that were not sent.
    package var omitted: [String]
    /// Nil where it stands.
    package var aside: Aside?
    /// All readings, the oldest reader's first.
    package var readings: [ShownReading]
    /// What people said of its reading, the earliest first.
    package var overrules: [ShownOverrule]

    /// A reply with its text; the rest is set as far as it is known.
    package init(run: Int, respondent: RespondentSummary, text: ShownText) {
        (self.run, self.respondent, self.text) = (run, respondent, text)
        (thoughts, omitted, readings, overrules) = ([], [], [], [])
    }

    /// The reading that counts where people's readings don't.
    package var reading: ShownReading? { readings.last }
    /// The overrule that is in force; nil where none is.
    package var inForce: ShownOverrule? { overrules.last.flatMap { $0.reading == nil || !$0.isOfThisReply ? nil : $0 } }
}

/// What was read in a reply.
package struct ShownReading: Sendable, Equatable {
    /// A value's rating.
    package struct Rating: Sendable, Equatable {
        /// The value.
        package var value: String
        /// The option, from 1 (most agreement); nil where it was not read.
        package var option: Int?
        /// Its label; nil where it is not known.
        package var label: String?

        package init(value: String, option: Int?, label: String?) {
            (self.value, self.option, self.label) = (value, option, label)
        }
    }

    /// The reader's version; 0 for a person.
    package var version: Int
    /// "answered", "refused" or "unreadable".
    package var state: String
    /// Why it is unreadable.
    package var reason: String?
    /// The answer as the store keeps it.
    package var content: String?
    /// The label of the option chosen in Task 2, and the side of its action.
    package var choice: String?
    package var side: ShownQuestion.Side?
    /// Task 1: the ratings, in the theory's order.
    package var ratings: [Rating]
    /// Task 1: how many options the scale has; nil where that is not known.
    package var scale: Int?

    package init(
        version: Int, state: String, reason: String? = nil, content: String? = nil, choice: String? = nil,
        side: ShownQuestion.Side? = nil, ratings: [Rating] = []
    ) {
        (self.version, self.state, self.reason, self.content) = (version, state, reason, content)
        (self.choice, self.side, self.ratings) = (choice, side, ratings)
    }
}

/// What a person said of a reading.
package struct ShownOverrule: Sendable, Equatable {
    /// The store's number.
    package var id: Int
    /// Who, when, and why.
    package var by, at, why: String
    /// How the reply is to be read; nil took the one before back.
    package var reading: ShownReading?
    /// Whether it is of the reply that stands; else of one that was set aside since.
    package var isOfThisReply: Bool

    package init(id: Int, by: String, at: String, why: String, reading: ShownReading?, isOfThisReply: Bool = true) {
        (self.id, self.by, self.at, self.why) = (id, by, at, why)
        (self.reading, self.isOfThisReply) = (reading, isOfThisReply)
    }
}

/// A question that was asked in vain.
package struct ShownFailure: Sendable, Equatable {
    /// The error's identity, its text, and when the last attempt failed.
    package var code, message, failed: String
    /// How many times the question was sent.
    package var attempts: Int

    package init(code: String, message: String, failed: String, attempts: Int) {
        (self.code, self.message, self.failed, self.attempts) = (code, message, failed, attempts)
    }
}
