package import AnswerStore
package import Elicitation
import Foundation
package import Respondents
package import Study
import Text

/// A run that is to be asked: its study, what is selected of it, and who answers.
package struct PlannedRun: Sendable {
    package let study: LoadedStudy
    package let plan: QuestionPlan
    package private(set) var specification: RespondentSpecification
    package let identity: RunIdentity
    private let selection: Selection
    /// The part of the plan that this start asks; `nil` for all. It is no part of what makes a run.
    package var shard: Shard?

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

    /// The same run, asked of the same model at another address.
    package func reached(by specification: RespondentSpecification) -> PlannedRun {
        var planned = self
        planned.specification = specification
        return planned
    }

    /// Tells which questions of which run are to be asked: 16 hexadecimal digits.
    package func mark() throws -> String {
        let text = identity.key + "\u{1F}" + (try RunSelection(selection, plan: plan).json)
        return Digest(of: Array(text.utf8)).hexadecimal(bytes: 8)
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

    /// What is selected, as it is stored.
    var selectionText: String { get throws { try RunSelection(selection, plan: plan).json } }

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
                var options = options
                options.shard = shard
                let elicitation = Elicitation(store: store, respondent: respondent, options: options)
                return .success(try await elicitation.ask(plan, run: run, monitor: monitor, stop: stop))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Asks in batches what has no reply yet, or reads what earlier ones came to.
    ///
    /// - Parameter provider: shut down at the end.
    /// - Throws: `ElicitationError`; all replies until then are stored.
    package func askInBatches(
        _ run: RunRecord, in store: AnswerStore, _ options: Elicitation.Options, by provider: any BatchProvider,
        _ batches: BatchOptions, monitor: RunMonitor, stop: StopSwitch
    ) async throws -> RunSnapshot {
        // What earlier starts selected may be out; this start may select otherwise.
        let others = try RunSelection.plans(of: run, study: study.definition).map { StudyQuestions($0) }
        let result: Result<RunSnapshot, any Error> = await specification.withRespondent { respondent in
            do {
                guard let respondent = respondent as? any FiledRespondent else {
                    throw WorkbenchError(.lostPiece("a respondent that takes batches"))
                }
                let elicitation = BatchElicitation(
                    store: store, respondent: respondent, provider: provider, asking: options, options: batches)
                return .success(
                    try await elicitation.ask(
                        StudyQuestions(plan), others: others, reader: StudyReader(study: plan.study), run: run,
                        monitor: monitor, stop: stop))
            } catch {
                return .failure(error)
            }
        }
        await provider.shutdown()
        return try result.get()
    }

    /// How many questions a start would ask: those without a reply, or those that it is restricted to.
    ///
    /// - Parameter run: the stored run; `nil` where none was begun.
    func left(_ bounds: StartBounds, run: RunRecord?, in store: AnswerStore?) throws -> Int {
        guard let run, let store else { return bounds.limited(count) }
        if let only = try bounds.only(run: run, store: store) {
            return bounds.limited(only.isEmpty ? 0 : ids.count { only.contains($0) })
        }
        guard try store.spending(run: run.id).replies > 0 else { return bounds.limited(count) }
        return bounds.limited(count - (try store.replied(run: run.id, of: ids)))
    }
}
