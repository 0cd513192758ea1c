package import AnswerStore
package import Respondents

/// Reads the replies to a set of questions.
package protocol AnswerReader: Sendable {
    /// What a reply says; a pure function, called once for each reply before it is stored.
    ///
    /// A reply that can't be read is a reading, too: it has the state "unreadable".
    func read(_ reply: RespondentReply, to question: AskedQuestion) -> ReadAnswer
}

/// A reply that was read.
package struct ReadAnswer: Sendable {
    /// The answer's text, thoughts left out.
    package var text: String
    /// The thoughts, wherever they stood; `nil` without any.
    package var reasoning: String?
    /// What it says.
    package var reading: ReadingRecord

    /// A reply that was read.
    package init(text: String, reasoning: String?, reading: ReadingRecord) {
        self.text = text
        self.reasoning = reasoning
        self.reading = reading
    }
}
