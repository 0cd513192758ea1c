import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study
import Synchronization
import Testing
import Workbench

struct BoundsTests {
    private func ask(_ bench: Bench, _ bounds: Bounds, _ respondent: any Respondent) async throws -> RunSnapshot {
        let options = Elicitation.Options(concurrency: 8, retry: quick, bounds: bounds)
        return try await Elicitation(store: bench.store, respondent: respondent, options: options)
            .ask(bench.plan, run: bench.run)
    }

    private let willing = Scripted { request, _ throws(RespondentError) in readable(request) }

    @Test func `a limit ends a start after so many questions and the next goes on`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let first = try await ask(bench, Bounds(limit: 30), willing)
        #expect(first.answered == 30)
        #expect(first.bound == .limit)
        #expect(try bench.store.runs().map(\.status) == [.stopped])
        let second = try await ask(bench, Bounds(), willing)
        #expect(second.answered == bench.plan.count - 30)
        #expect(second.bound == nil)
        #expect(willing.counts.values.allSatisfy { $0 == 1 })
    }

    @Test func `a limit that is not reached is no bound`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let snapshot = try await ask(bench, Bounds(limit: 10_000), willing)
        #expect(snapshot.bound == nil)
        #expect(snapshot.answered == bench.plan.count)
    }

    @Test func `only the questions named are asked`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let some = Set(bench.plan.ids.prefix(5))
        _ = try await ask(bench, Bounds(only: some), willing)
        #expect(Set(willing.counts.keys) == some)
    }

    /// Every reply reports 10 tokens in and 5 out, and may have 20 and 10 at most.
    private func counted() -> Scripted {
        Scripted(usage: RespondentReply.Usage(promptTokens: 10, completionTokens: 5)) {
            request, _ throws(RespondentError) in
            readable(request)
        }
    }

    private func cap(_ maximum: Double) -> SpendingCap {
        SpendingCap(
            maximum: maximum, perPromptToken: 1, perCompletionToken: 1, promptReserve: 20, completionReserve: 10)
    }

    @Test func `a cap is never exceeded and nearly used`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let snapshot = try await ask(bench, Bounds(caps: [cap(300)]), counted())
        #expect(snapshot.bound == .cap)
        let counts = try bench.store.counts(run: bench.run.id)
        let taken = counts.spending.promptTokens + counts.spending.completionTokens
        #expect(taken <= 300)
        // The last question is refused once less than its reserve of 30 is left.
        #expect(taken > 300 - 30)
        let raised = try await ask(bench, Bounds(caps: [cap(1_000_000)]), counted())
        #expect(raised.bound == nil)
        #expect(raised.left == 0)
    }

    @Test func `a cap holds over two processes`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let other = try AnswerStore(path: bench.path)
        let options = Elicitation.Options(concurrency: 8, retry: quick, bounds: Bounds(caps: [cap(400)]))
        async let first = ask(bench, Bounds(caps: [cap(400)]), counted())
        async let second = Elicitation(store: other, respondent: counted(), options: options)
            .ask(bench.plan, run: bench.run)
        let ends = try await (first, second)
        #expect(ends.0.bound == .cap)
        #expect(ends.1.bound == .cap)
        let counts = try bench.store.counts(run: bench.run.id)
        #expect(counts.spending.promptTokens + counts.spending.completionTokens <= 400)
    }

    @Test func `a cap below one question asks nothing`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let respondent = counted()
        let snapshot = try await ask(bench, Bounds(caps: [cap(29)]), respondent)
        #expect(snapshot.bound == .cap)
        #expect(respondent.counts.isEmpty)
    }

    @Test func `of two caps the tighter one ends a start`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let snapshot = try await ask(bench, Bounds(caps: [cap(1_000_000), cap(300)]), counted())
        #expect(snapshot.bound == .cap)
        #expect(try bench.store.spending(run: bench.run.id).promptTokens <= 200)
    }

    @Test func `an attempt that timed out counts under a cap as an average reply does`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let usage = RespondentReply.Usage(promptTokens: 10, completionTokens: 5)
        // Every question's first attempt is lost: what it may have cost is as much as what its reply cost.
        let losing = Scripted(usage: usage) { request, before throws(RespondentError) in
            if before == 0 { throw RespondentError(code: .timeout, what: "too slow") }
            return readable(request)
        }
        _ = try await ask(bench, Bounds(caps: [cap(600)]), losing)
        let spending = try bench.store.spending(run: bench.run.id)
        #expect(spending.lost >= spending.replies)
        #expect(spending.replies * 15 + spending.lost * 15 <= 600)
        #expect(spending.replies > 0)
    }

    @Test func `attempts that are lost one at a time leave the rest of the cap to replies`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let usage = RespondentReply.Usage(promptTokens: 10, completionTokens: 5)
        let losing = Scripted(usage: usage) { request, before throws(RespondentError) in
            if before == 0 { throw RespondentError(code: .timeout, what: "too slow") }
            return readable(request)
        }
        let options = Elicitation.Options(concurrency: 1, retry: quick, bounds: Bounds(caps: [cap(600)]))
        _ = try await Elicitation(store: bench.store, respondent: losing, options: options)
            .ask(bench.plan, run: bench.run)
        let spending = try bench.store.spending(run: bench.run.id)
        #expect(spending.replies * 15 + spending.lost * 15 <= 600)
        #expect(spending.replies > 5)
    }

    @Test func `attempts that are lost one after another stop at the cap, too`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let usage = RespondentReply.Usage(promptTokens: 20, completionTokens: 10)
        let answered = Mutex(0)
        // Ten questions are answered; from then on the server takes each question and never says a word.
        let failing = Scripted(usage: usage) { request, _ throws(RespondentError) in
            let number = answered.withLock { number in
                number += 1
                return number
            }
            if number > 10 { throw RespondentError(code: .timeout, what: "too slow") }
            return readable(request)
        }
        let snapshot = try await ask(bench, Bounds(caps: [cap(660)]), failing)
        #expect(snapshot.bound == .cap)
        let spending = try bench.store.spending(run: bench.run.id)
        #expect(spending.replies == 10)
        // 10 × 30 were answered; each attempt that was lost may have cost as much: 12 are left, and no more are sent.
        #expect(cap(660).taken(spending) <= 660)
        #expect(spending.lost == 12)
    }

    @Test func `a refused attempt was not charged and is not counted`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let busy = Scripted { request, before throws(RespondentError) in
            if before == 0 { throw RespondentError(code: .http(503), what: "busy") }
            return readable(request)
        }
        _ = try await ask(bench, Bounds(limit: 20), busy)
        #expect(try bench.store.spending(run: bench.run.id).lost == 0)
    }
}
