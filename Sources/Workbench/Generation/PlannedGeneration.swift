package import AnswerStore
package import Costs
package import Elicitation
import Foundation
package import Respondents
package import Study

/// Actions that are to be written: of which study, which of them, and by whom.
package struct PlannedGeneration: Sendable {
    package let study: LoadedStudy
    package let selection: GenerationSelection
    package let plan: GenerationPlan
    package let specification: RespondentSpecification
    package let identity: RunIdentity

    /// As it was named: `provider/model`.
    package var respondent: String { identity.respondent }

    /// - Throws: `SelectionError`.
    package init(
        _ study: LoadedStudy, _ selection: GenerationSelection, asking respondent: String,
        _ specification: RespondentSpecification
    ) throws {
        (self.study, self.selection, self.specification) = (study, selection, specification)
        plan = try selection.plan(of: study.definition)
        identity = try RunIdentity(generating: respondent, specification, study: study.definition)
    }

    /// The run of the same identity, if a store has it.
    package func stored(in store: AnswerStore?) throws -> RunRecord? { try store?.run(key: identity.key) }

    /// Begins the run in a store, or goes on with the one of the same identity.
    package func begin(in store: AnswerStore) throws -> RunRecord {
        try store.begin(identity.record(selection: try selection.json, at: Date()), of: study.record)
    }

    /// Tokens of one request and its answer, estimated as everywhere: four bytes a token, and some 120 for the answer.
    package var each: (input: Int, output: Int) {
        let prompt = plan.count > 0 ? plan.question(plan[0]) : nil
        return (((prompt?.prompt.utf8.count ?? 0) + (prompt?.system?.utf8.count ?? 0) + 3) / 4 + 8, 120)
    }

    /// A request that says what was wrong is longer.
    var longestPrompt: Int { each.input + 600 }

    /// The actions as far as a store has them.
    ///
    /// - Parameter run: `nil` where none was begun.
    package func state(of run: RunRecord?, in store: AnswerStore?) async throws -> GenerationRounds {
        var rounds = GenerationRounds(plan)
        guard let run, let store else { return rounds }
        repeat {
            rounds.take(try await Self.readings(rounds.questions, run, store))
        } while rounds.round + 1 < selection.rounds && rounds.advance()
        return rounds
    }

    static func readings(
        _ questions: [GenerationQuestion], _ run: RunRecord, _ store: AnswerStore
    ) async throws -> [ReadingRecord?] {
        var readings: [ReadingRecord?] = []
        readings.reserveCapacity(questions.count)
        for start in stride(from: 0, to: questions.count, by: 500) {
            let ids = questions[start..<min(start + 500, questions.count)].map(\.id)
            readings += try await store.currentReadings(run: run.id, questions: ids).map { $0?.reading }
        }
        return readings
    }
}

extension PlannedGeneration {
    /// How an ask ended.
    package struct Ending: Sendable {
        /// The actions as they stand.
        package let rounds: GenerationRounds
        /// What was counted on the way, all rounds together.
        package let snapshot: RunSnapshot
    }

    /// Asks for what is not there yet, round by round. Every reply is stored before the next round is made of what was read.
    ///
    /// - Parameters:
    ///   - bounds: what to leave unasked in this start; its limit is that of all rounds together.
    ///   - retriesRefusals: whether what was declined is asked once more, in place of the first reply, which is kept set aside.
    /// - Throws: `ElicitationError`; all replies until then are stored.
    package func ask(
        _ run: RunRecord, in store: AnswerStore, _ options: Elicitation.Options, retriesRefusals: Bool = false,
        monitor: RunMonitor = RunMonitor(), stop: StopSwitch
    ) async throws -> Ending {
        let result: Result<GenerationRounds, any Error> = await specification.withRespondent { respondent in
            do {
                var work = GenerationWork(
                    planned: self, run: run, store: store, respondent: respondent, options: options, monitor: monitor,
                    stop: stop)
                return .success(try await work.all(retriesRefusals: retriesRefusals))
            } catch {
                return .failure(error)
            }
        }
        return Ending(rounds: try result.get(), snapshot: monitor.snapshot)
    }

    /// What this start may take.
    package func bounds(_ bounds: StartBounds, prices: PriceTable, replyTokens: Int?) throws -> Bounds {
        Bounds(
            limit: bounds.limit,
            caps: try bounds.caps(
                respondent, longestPrompt: longestPrompt, prices: prices, replyTokens: replyTokens))
    }
}
