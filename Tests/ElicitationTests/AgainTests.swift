import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study
import Testing
import Workbench

/// Questions whose reply could not be read are asked again where the user wishes it.
struct AgainTests {
    private func ask(_ bench: Bench, _ bounds: Bounds, _ respondent: any Respondent) async throws -> RunSnapshot {
        let options = Elicitation.Options(concurrency: 4, retry: quick, bounds: bounds)
        return try await Elicitation(store: bench.store, respondent: respondent, options: options)
            .ask(bench.plan, run: bench.run)
    }

    @Test func `unreadable replies are asked again once, counted, and the earlier ones kept`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let some = Set(bench.plan.ids.prefix(3))
        let respondent = Scripted { request, before throws(RespondentError) in
            before == 0 && some.contains(request.questionID) ? "" : readable(request)
        }
        let first = try await ask(bench, Bounds(), respondent)
        #expect((first.unreadable, first.askedAgain) == (3, 0))
        let again = try bench.store.unreadable(run: bench.run.id, reasons: ["empty"])
        #expect(Set(again.keys) == some)
        let second = try await ask(bench, Bounds(only: Set(again.keys), again: again), respondent)
        #expect((second.planned, second.answered, second.askedAgain) == (3, 3, 3))
        let counts = try bench.store.counts(run: bench.run.id)
        #expect((counts.answered, counts.unreadable, counts.askedAgain) == (bench.plan.count, 0, 3))
        #expect(counts.spending.replies == bench.plan.count + 3)
        // The same wish again finds that these have another reply by now.
        let third = try await ask(bench, Bounds(only: Set(again.keys), again: again), respondent)
        #expect((third.answered, third.repliedBefore) == (0, 3))
        #expect(respondent.counts.values.reduce(0, +) == bench.plan.count + 3)
    }

    @Test func `two processes that both wish it ask each question once more`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let empty = Scripted { _, _ throws(RespondentError) in "" }
        _ = try await ask(bench, Bounds(), empty)
        let again = try bench.store.unreadable(run: bench.run.id, reasons: nil)
        let bounds = Bounds(only: Set(again.keys), again: again)
        async let first = ask(bench, bounds, empty)
        async let second = ask(bench, bounds, empty)
        let ends = try await (first, second)
        #expect(ends.0.askedAgain + ends.1.askedAgain == bench.plan.count)
        #expect(empty.counts.values.allSatisfy { $0 == 2 })
    }
}
