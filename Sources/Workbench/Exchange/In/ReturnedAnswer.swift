import Respondents

/// One answer as a file has it, before anything is known of its question.
struct ReturnedAnswer: Sendable {
    /// What says which question is answered.
    enum Key: Sendable, Hashable {
        /// The question's id, or what stands in its place.
        case id(String)
        /// The prompt's own text.
        case prompt(String)
    }

    /// What came of the question.
    enum Outcome: Sendable {
        /// A server's answer in OpenAI's form.
        case completion(FiledAnswer)
        /// An answer that is taken apart already.
        case reply(RespondentReply)
        /// A person's words, or some for values of Task 1 by their names; without a name for the whole question.
        case words([(value: String, answer: String)])
        /// Nothing came, and why: the code is a word, the message a sentence.
        case failure(code: String, message: String)
    }

    /// The prompt as the file says that it was asked.
    struct Prompt: Sendable, Hashable {
        /// `nil` where the file does not say whether there was one.
        var system: String??
        var user: String
        /// Whether a template of the model may stand around it.
        var isEmbedded = false
    }

    /// Where it stands, for messages: "line 3".
    var place: String
    var key: Key
    var outcome: Outcome
    /// How often the same id was asked by itself, from 0; nil where the file doesn't repeat.
    var epoch: Int?
    /// Who answered, where a column names people.
    var person: String?
    var prompt: Prompt?
    /// The hash of the study that was asked.
    var protocolHash: String?
    /// What the question must be about, where the file's own members say so: names of ours.
    var about: [String: String] = [:]
    /// How often the question was sent.
    var attempts = 1

    init(place: String, key: Key, outcome: Outcome) {
        (self.place, self.key, self.outcome) = (place, key, outcome)
    }
}

/// Answers in the order of a file.
protocol AnswerSource {
    /// The next one; `nil` behind the last.
    ///
    /// - Throws: ``ExchangeError`` where the file is damaged.
    mutating func next() throws -> ReturnedAnswer?
}
