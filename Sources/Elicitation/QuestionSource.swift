package import AnswerStore
package import Respondents

/// The questions of a run, made when they are looked at: nothing grows with their number.
///
/// The same source gives the same questions in the same order at every start, so that a later start goes on with an
/// earlier one's run.
package protocol QuestionSource: Sendable {
    /// How many questions there are.
    var count: Int { get }

    /// The question at a position, 0 ..< ``count``.
    subscript(position: Int) -> AskedQuestion { get }

    /// The id of the question at a position, where it is to be had for less than the question.
    func id(at position: Int) -> String
}

extension QuestionSource {
    /// Makes the question.
    package func id(at position: Int) -> String { self[position].record.id }

    /// The positions of the questions named, in order. Every question up to the last of them is looked at once.
    func positions(of ids: Set<String>) -> [Int] {
        var positions: [Int] = []
        for position in 0..<count where positions.count < ids.count && ids.contains(id(at: position)) {
            positions.append(position)
        }
        return positions
    }
}

/// One question, as the store keeps it and as a respondent gets it.
package struct AskedQuestion: Sendable {
    /// What is kept of it.
    package let record: QuestionRecord
    /// What is sent.
    package let request: RespondentRequest

    /// A question that is sent as it is kept.
    ///
    /// - Parameters:
    ///   - record: the question; one without a prompt is sent with an empty one.
    ///   - form: the form of the answer; `nil` where only the prompt says what is asked.
    ///   - about: see ``RespondentRequest/about``.
    package init(_ record: QuestionRecord, form: AnswerForm? = nil, about: (any Sendable)? = nil) {
        self.record = record
        request = RespondentRequest(
            questionID: record.id, system: record.system, prompt: record.prompt ?? "", form: form, about: about,
            replicate: record.replicate)
    }
}
