/// One question, both as prose for a model and in structured form for a respondent that does not read prose.
public struct RespondentRequest: Sendable, Hashable {
    /// The question's stable identity; it is never sent to a provider.
    public var questionID: String
    /// The system message, where the study has one.
    public var system: String?
    /// The user message.
    public var prompt: String
    /// What the prompt asks for.
    public var asked: Asked
    /// Which repetition of the question this is, from 0.
    public var replicate: Int

    /// A question to be put to a respondent.
    public init(questionID: String, system: String? = nil, prompt: String, asked: Asked, replicate: Int = 0) {
        self.questionID = questionID
        self.system = system
        self.prompt = prompt
        self.asked = asked
        self.replicate = replicate
    }
}

extension RespondentRequest {
    /// What a prompt asks for, in structured form.
    public enum Asked: Sendable, Hashable {
        /// Task 1: a rating of every value on one scale. `options` are the labels, option 1 (most agreement) first.
        case stated(country: String, topic: String, values: [String], options: [String], wantsReasons: Bool)
        /// Task 2: a choice between the two actions of one cell. `first` and `second` are their texts as shown.
        case acted(
            country: String, topic: String, value: String, firstIsAgree: Bool, first: String, second: String,
            wantsJustification: Bool)
        /// Something else, such as an action to be written: only the prompt says what.
        case other
    }
}
