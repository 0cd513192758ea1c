package import AnswerStore
package import Elicitation
import Foundation
package import Respondents
package import Study

/// A run that is to be asked: its study, what is selected of it, and who answers.
package struct PlannedRun: Sendable {
    package let study: LoadedStudy
    package let plan: QuestionPlan
    package let specification: RespondentSpecification
    package let identity: RunIdentity
    private let selection: Selection

    /// As it was named: `provider/model`.
    package var respondent: String { identity.respondent }

    /// - Throws: ``WorkbenchError`` where Task 2 is selected of a study without actions; `SelectionError`.
    package init(
        _ study: LoadedStudy, selection: Selection, asking respondent: String, _ specification: RespondentSpecification
    ) throws {
        self.study = study
        self.selection = selection
        self.specification = specification
        plan = try study.definition.questions(selection)
        identity = try RunIdentity(asking: respondent, specification, study: study)
        if !study.definition.hasActions, selection.tasks.contains(.acted) {
            throw WorkbenchError(
                .noActions(study: study.definition.name), .importActions, .giveActions, .askStatedAlone)
        }
    }

    /// The run of the same identity, if a store has it.
    package func stored(in store: AnswerStore?) throws -> RunRecord? {
        try store?.run(key: identity.key)
    }

    /// What tells it from other runs of the same respondent; nil where there is none.
    package func distinction(in store: AnswerStore?) throws -> RunDistinction? {
        let run = try stored(in: store) ?? identity.record(RunSelection(selection, plan: plan), at: Date())
        return try RunDistinction.of(run, study: (study.definition.name, study.protocolHash), in: store)
    }

    /// Begins the run in a store, or goes on with the one of the same identity.
    ///
    /// - Parameter record: the study as it is stored, where it was made before.
    package func begin(in store: AnswerStore, as record: StudyRecord? = nil) throws -> RunRecord {
        let run = try identity.record(RunSelection(selection, plan: plan), at: Date())
        return try store.begin(run, of: record ?? study.record)
    }

    /// Asks what has no reply yet.
    ///
    /// - Throws: `ElicitationError`; all replies until then are stored.
    package func ask(
        _ run: RunRecord, in store: AnswerStore, _ options: Elicitation.Options, monitor: RunMonitor = RunMonitor(),
        stop: StopSwitch
    ) async throws -> RunSnapshot {
        let result: Result<RunSnapshot, any Error> = await specification.withRespondent { respondent in
            do {
                let elicitation = Elicitation(store: store, respondent: respondent, options: options)
                return .success(try await elicitation.ask(plan, run: run, monitor: monitor, stop: stop))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// How many questions a start would ask: those without a reply, or those that it is restricted to.
    ///
    /// - Parameter run: the stored run; `nil` where none was begun.
    func left(_ bounds: StartBounds, run: RunRecord?, in store: AnswerStore?) throws -> Int {
        guard let run, let store else { return bounds.limited(plan.count) }
        if let only = try bounds.only(run: run, store: store) {
            return bounds.limited(only.isEmpty ? 0 : plan.ids.count { only.contains($0) })
        }
        guard try store.spending(run: run.id).replies > 0 else { return bounds.limited(plan.count) }
        return bounds.limited(plan.count - (try store.replied(run: run.id, of: plan.ids)))
    }
}
