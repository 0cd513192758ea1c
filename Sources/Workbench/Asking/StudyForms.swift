import Respondents
import Study

/// The forms of a study's answers, in its own words, made once for all of its questions.
struct StudyForms: Sendable {
    /// Of each framing of Task 1, the scale from agreement, then from disagreement: without reasons, and with them.
    private let stated: [[Pair]]
    /// Of each requirement of Task 2, in the same way.
    private let acted: [Pair]
    private let statedVariants: Int

    private struct Pair {
        let plain: AnswerForm
        let reasoned: AnswerForm
    }

    init(_ study: StudyDefinition) {
        let names = study.theory.valuesByItem.map(\.name)
        stated = study.stated.framings.map { framing in
            [false, true].map { isReversed in
                let scale = AnswerForm.Scale(framing.shown(isReversed: isReversed))
                let rating = AnswerForm.Kind.place(on: scale)
                let reasoned = AnswerForm.Kind.object(AnswerForm([.init("rating", rating), .init("reason", .text)]))
                return Pair(
                    plain: AnswerForm(names.map { .init($0, rating) }),
                    reasoned: AnswerForm(names.map { .init($0, reasoned) }))
            }
        }
        statedVariants = max(1, study.stated.orders.count * study.stated.requirements.count)
        let choices = study.acted.choiceKeys
        acted = study.acted.requirements.map { requirement in
            let own = ActedWording.fieldNames(in: requirement.text)
            let choice = AnswerForm.Field(
                own.first { choices.contains($0) } ?? choices.first ?? "action", .oneOf(study.acted.options))
            let reason = AnswerForm.Field(own.first { !choices.contains($0) } ?? "explanation", .text)
            return Pair(plain: AnswerForm([choice]), reasoned: AnswerForm([choice, reason]))
        }
    }

    /// The form of a question's answer; `nil` for one that is not the study's.
    subscript(question: Question) -> AnswerForm? {
        guard let pair = pair(of: question) else { return nil }
        return question.wantsReasons ? pair.reasoned : pair.plain
    }

    private func pair(of question: Question) -> Pair? {
        switch question.task {
        case .stated:
            let framing = question.variant.index / statedVariants
            return stated.indices.contains(framing) ? stated[framing][question.startsAtDisagreement ? 1 : 0] : nil
        case .acted:
            let requirement = question.variant.index % max(1, acted.count)
            return acted.indices.contains(requirement) ? acted[requirement] : nil
        }
    }
}
