import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study

/// One start of a generation, with all that it needs.
struct GenerationWork {
    let planned: PlannedGeneration
    let run: RunRecord
    let store: AnswerStore
    let respondent: any Respondent
    var options: Elicitation.Options
    let monitor: RunMonitor
    let stop: StopSwitch

    /// Asks round after round, until all is in order, the ceiling or a bound is reached, or the user has enough.
    mutating func all(retriesRefusals: Bool) async throws -> GenerationRounds {
        if retriesRefusals { try await askRefusedAgain() }
        var rounds = GenerationRounds(planned.plan)
        repeat {
            try await ask(rounds.questions)
            rounds.take(try await PlannedGeneration.readings(rounds.questions, run, store))
        } while !isOver && rounds.round + 1 < planned.selection.rounds && rounds.advance()
        let isWhole = !isOver && !rounds.standings.contains { $0.outcome == .missing }
        try store.end(run: run.id, status: isWhole ? .finished : .stopped, at: Date())
        return rounds
    }

    private var isOver: Bool { stop.isOn || Task.isCancelled || monitor.snapshot.bound != nil }

    /// A start that has all replies of a round need not ask a respondent whether it is there.
    private mutating func ask(_ questions: [GenerationQuestion]) async throws {
        let before = monitor.snapshot
        let elicitation = Elicitation(store: store, respondent: respondent, options: options)
        _ = try await elicitation.ask(
            GenerationQuestions(questions: questions), reader: GenerationReader(study: planned.study.definition),
            run: run, monitor: monitor, stop: stop)
        let after = monitor.snapshot
        guard let limit = options.bounds.limit else { return }
        let left = limit - (after.replied + after.failed - before.replied - before.failed)
        options.bounds.limit = max(0, left)
        // Whether it stopped anything shows in the next round, which then has no question to ask.
    }

    /// Requests that were declined, in whatever round, once more.
    private mutating func askRefusedAgain() async throws {
        let refused = try await planned.state(of: run, in: store).standings.filter { $0.outcome == .refused }
        var again: [String: Int64] = [:]
        for one in refused {
            if let standing = try store.standing(run: run.id, question: one.question.id) {
                again[one.question.id] = standing.reply
            }
        }
        guard !again.isEmpty else { return }
        options.bounds.again = again
        try await ask(refused.map(\.question).filter { again[$0.id] != nil })
        options.bounds.again = [:]
    }
}
