/// A question with several runs' replies to it, as a page shows it.
package struct SideQuestion: Sendable {
    /// Why it stands where it stands: what differs in it.
    package enum Reason: String, Sendable {
        /// The runs lean to different sides in its cell, and one of them does not act as it speaks.
        case sidesDiffer = "sides differ"
        /// Two runs gave different answers.
        case answersDiffer = "answers differ"
        /// Only some of the runs gave an answer.
        case statesDiffer = "states differ"
    }

    /// One run's reply.
    package struct Reply: Sendable {
        /// How it begins, and how many bytes all of it has.
        package var text: String
        package var bytes: Int
        package var isWhole: Bool
        /// "answered", "refused" or "unreadable", and why the last.
        package var state: String
        package var reason: String?
        /// The inclination that was chosen, and the number of its option as shown; nil for ratings and where there is none.
        package var choice, option: String?
        /// Why the respondent stopped; nil where nobody said.
        package var stop: String?

        package init(
            text: String, bytes: Int, isWhole: Bool, state: String, reason: String?, choice: String?, option: String?,
            stop: String?
        ) {
            (self.text, self.bytes, self.isWhole) = (text, bytes, isWhole)
            (self.state, self.reason, self.choice, self.option, self.stop) = (state, reason, choice, option, stop)
        }
    }

    /// A value that runs rated differently: the option of each run, from 1; nil where it has none.
    package struct Rating: Sendable {
        package let value: String
        package let options: [Int?]

        package init(value: String, options: [Int?]) { (self.value, self.options) = (value, options) }
    }

    /// The question's id.
    package var id: String
    package var task: SideBySideAddress.Task
    package var country, topic: String
    /// nil for Task 1, which asks about all values.
    package var value: String?
    package var reason: Reason
    /// What was asked; nil where that is not known.
    package var prompt: String?
    /// In the order of the runs; nil where one has no reply.
    package var replies: [Reply?]
    /// Values that were rated differently, those farthest apart first.
    package var ratings: [Rating]

    package init(
        id: String, task: SideBySideAddress.Task, country: String, topic: String, value: String?, reason: Reason,
        prompt: String?, replies: [Reply?], ratings: [Rating]
    ) {
        (self.id, self.task, self.country, self.topic, self.value) = (id, task, country, topic, value)
        (self.reason, self.prompt, self.replies, self.ratings) = (reason, prompt, replies, ratings)
    }
}

/// One run's reading of one question, as a file has it.
package struct SideRow: Sendable {
    package var question: String
    package var task: SideBySideAddress.Task
    package var country, topic: String
    package var value: String?
    package var reason: SideQuestion.Reason
    /// The run's number, and the state of its reading: "answered", "refused", "unreadable", or "missing".
    package var run: Int
    package var state: String
    /// Why it is unreadable.
    package var unreadable: String?
    /// The inclination chosen, or the numbers of the options in the theory's order.
    package var answer: String?
    /// The values that runs rated differently.
    package var values: [String]

    package init(
        question: String, task: SideBySideAddress.Task, country: String, topic: String, value: String?,
        reason: SideQuestion.Reason, run: Int, state: String, unreadable: String?, answer: String?, values: [String]
    ) {
        (self.question, self.task, self.country, self.topic) = (question, task, country, topic)
        (self.value, self.reason, self.run, self.state) = (value, reason, run, state)
        (self.unreadable, self.answer, self.values) = (unreadable, answer, values)
    }
}
