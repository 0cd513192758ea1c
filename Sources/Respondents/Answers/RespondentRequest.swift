/// One question, both as prose for a model and in structured form for a respondent that does not read prose.
package struct RespondentRequest: Sendable, Hashable {
    /// The question's stable identity; it is never sent to a provider.
    package var questionID: String
    /// The system message, where the study has one.
    package var system: String?
    /// The user message.
    package var prompt: String
    /// What the prompt asks for.
    package var asked: Asked
    /// Which repetition of the question this is, from 0.
    package var replicate: Int

    /// A question to be put to a respondent.
    package init(questionID: String, system: String? = nil, prompt: String, asked: Asked, replicate: Int = 0) {
        self.questionID = questionID
        self.system = system
        self.prompt = prompt
        self.asked = asked
        self.replicate = replicate
    }
}

extension RespondentRequest {
    /// What a prompt asks for, in structured form.
    package enum Asked: Sendable, Hashable {
        /// Task 1: a rating of every value on one scale. `options` are the labels, option 1 (most agreement) first.
        case stated(country: String, topic: String, values: [String], options: [String], wantsReasons: Bool)
        /// Task 2: a choice between the two actions of one cell. `first` and `second` are their texts as shown, `labels`
        /// what the study calls the two.
        case acted(
            country: String, topic: String, value: String, firstIsAgree: Bool, first: String, second: String,
            labels: [String] = ["Option 1", "Option 2"], wantsJustification: Bool)
        /// Something else, such as an action to be written: only the prompt says what.
        case other
    }
}

extension RespondentRequest.Asked {
    /// Whether a label of the scale holds a number, so that a number alone may mean that label or the option at that
    /// place.
    var labelsCarryNumbers: Bool { ratingWords != nil }

    /// What a rating may be where a number alone does not tell: the labels, or, where one of them is a number and no
    /// more, the place and the label, as prompts list them. Nil where numbers tell.
    package var ratingWords: [String]? {
        guard case .stated(_, _, _, let options, _) = self else { return nil }
        let carryNumbers = options.contains { label in
            label.unicodeScalars.contains { $0.properties.numericType == .decimal }
        }
        guard carryNumbers else { return nil }
        let areWords = options.allSatisfy { label in label.unicodeScalars.contains { $0.properties.isAlphabetic } }
        return areWords ? options : options.enumerated().map { "\($0.offset + 1): \($0.element)" }
    }
}
