package import AnswerStore
package import Elicitation
import Respondents
package import Study

/// A study's questions, as any run asks them.
package struct StudyQuestions: QuestionSource {
    private let plan: QuestionPlan
    private let forms: StudyForms

    /// The questions of a plan.
    package init(_ plan: QuestionPlan) {
        self.plan = plan
        forms = StudyForms(plan.study)
    }

    package var count: Int { plan.count }

    package subscript(position: Int) -> AskedQuestion {
        let question = plan[position]
        return AskedQuestion(QuestionRecord(question), form: forms[question], about: question)
    }

    package func id(at position: Int) -> String { plan[position].id }
}

extension QuestionRecord {
    /// A study's question, for the store.
    package init(_ question: Question) {
        self.init(
            id: question.id, kind: question.task.rawValue,
            item: .place(country: question.scenario.country, topic: question.scenario.topic, value: question.value),
            variant: question.variant.index, replicate: question.replicate, first: question.first.map { Int($0.code) },
            system: question.system, prompt: question.prompt)
    }
}

extension Elicitation {
    /// Asks a study's questions, and reads the replies by its labels; see
    /// ``ask(_:reader:run:monitor:stop:)``.
    package func ask(
        _ plan: QuestionPlan, run: RunRecord, monitor: RunMonitor = RunMonitor(), stop: StopSwitch = StopSwitch()
    ) async throws(ElicitationError) -> RunSnapshot {
        try await ask(
            StudyQuestions(plan), reader: StudyReader(study: plan.study), run: run, monitor: monitor, stop: stop)
    }
}
