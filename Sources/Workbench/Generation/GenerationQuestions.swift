import AnswerStore
import Elicitation
import Respondents
import Study

/// The requests of one round.
struct GenerationQuestions: QuestionSource {
    /// How the store names their kind.
    static let kind = "generated"

    let questions: [GenerationQuestion]

    var count: Int { questions.count }

    subscript(position: Int) -> AskedQuestion {
        let question = questions[position]
        return AskedQuestion(QuestionRecord(question), form: question.form, about: question)
    }

    func id(at position: Int) -> String { questions[position].id }
}

extension QuestionRecord {
    /// A request for an action, for the store. The round is no repetition of the same prompt, and stands in its place.
    init(_ question: GenerationQuestion) {
        let scenario = question.cell.scenario
        self.init(
            id: question.id, kind: GenerationQuestions.kind,
            item: .place(country: scenario.country, topic: scenario.topic, value: question.cell.value),
            variant: question.variant.index, replicate: question.round, first: Int(question.inclination.code),
            system: question.system, prompt: question.prompt)
    }
}

extension GenerationQuestion {
    /// The form of the answer: the action, and behind it the two other parts in the order that the variant asks for.
    var form: AnswerForm {
        let attributions = AnswerForm.Field("attributions", .list(of: .text))
        let explanation = AnswerForm.Field("explanation", .text)
        return AnswerForm(
            [.init("action", .text)]
                + (first == .explanation ? [explanation, attributions] : [attributions, explanation]))
    }
}
