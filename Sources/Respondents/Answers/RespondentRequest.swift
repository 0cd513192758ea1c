/// One question, as prose for a model, with the form of the answer that the prose asks for.
package struct RespondentRequest: Sendable {
    /// The question's stable identity; it is never sent to a provider.
    package var questionID: String
    /// The system message, where there is one.
    package var system: String?
    /// The user message.
    package var prompt: String
    /// The form of the answer; nil where only the prompt says what is asked.
    package var form: AnswerForm?
    /// What the question is about, for a respondent that does not read prose; whoever asks and such a respondent agree on
    /// its type. It is never sent to a provider.
    package var about: (any Sendable)?
    /// Which repetition of the question this is, from 0.
    package var replicate: Int

    /// A question to be put to a respondent.
    package init(
        questionID: String, system: String? = nil, prompt: String, form: AnswerForm? = nil,
        about: (any Sendable)? = nil, replicate: Int = 0
    ) {
        self.questionID = questionID
        self.system = system
        self.prompt = prompt
        self.form = form
        self.about = about
        self.replicate = replicate
    }
}
