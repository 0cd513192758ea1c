import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study
import Synchronization
import Testing
import Workbench

/// Runs against respondents that fail for a while, or in part.
@Suite(.timeLimit(.minutes(5)))
struct FaultyServersTests {
    /// Which questions were asked, in order.
    private final class Order: Sendable {
        private let ids = Mutex<[String]>([])

        @discardableResult
        func add(_ id: String) -> Int {
            ids.withLock { ids in
                ids.append(id)
                return ids.count
            }
        }

        var all: [String] { ids.withLock { $0 } }
    }

    @Test func `one reply that hangs does not hold up the others`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let order = Order()
        let slow = try #require(bench.plan.ids.dropFirst(3).first)
        let rest = bench.plan.count - 1
        let respondent = Scripted { request, _ throws(RespondentError) in
            if request.questionID == slow {
                // Answers when all others have been answered.
                while order.all.count < rest { await Task.yield() }
            } else {
                order.add(request.questionID)
            }
            return readable(request)
        }
        let snapshot = try await bench.ask(respondent, concurrency: 2)
        #expect(snapshot.answered == bench.plan.count)
    }

    @Test func `a question that failed in a way that may pass is asked again when all others are through`() async throws
    {
        let bench = try Bench()
        defer { bench.remove() }
        let order = Order()
        let bad = try #require(bench.plan.ids.dropFirst(3).first)
        let respondent = Scripted { request, before throws(RespondentError) in
            order.add(request.questionID)
            if request.questionID == bad, before < 2 { throw RespondentError(code: .http(500), what: "trouble") }
            return readable(request)
        }
        var policy = quick
        policy.transientAttempts = 2
        let snapshot = try await bench.ask(respondent, retry: policy, concurrency: 1)
        #expect(snapshot.answered == bench.plan.count)
        #expect(snapshot.failed == 0)
        #expect(order.all.last == bad)
        #expect(try bench.store.failures(run: bench.run.id).isEmpty)
    }

    @Test func `a question that fails in the last pass, too, stays a failure`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let bad = try #require(bench.plan.ids.dropFirst(3).first)
        let respondent = Scripted { request, _ throws(RespondentError) in
            if request.questionID == bad { throw RespondentError(code: .http(500), what: "trouble") }
            return readable(request)
        }
        let snapshot = try await bench.ask(respondent)
        #expect(snapshot.failed == 1)
        #expect(snapshot.answered == bench.plan.count - 1)
        // Six attempts in each pass.
        #expect(respondent.counts[bad] == 12)
        #expect(try bench.store.failures(run: bench.run.id).map(\.questionID) == [bad])
    }

    @Test func `a server that is gone for a while costs no question, even with one attempt each`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let order = Order()
        let respondent = Scripted { request, _ throws(RespondentError) in
            let number = order.add(request.questionID)
            // Gone from the 21st request on, until 16 in a row and the first try have failed; then once more.
            if (21...37).contains(number) || (61...77).contains(number) {
                throw RespondentError(code: .connectionRefused, what: "gone")
            }
            return readable(request)
        }
        var policy = quick
        policy.transientAttempts = 1
        let snapshot = try await bench.ask(
            respondent, retry: policy, concurrency: 4, pacing: Pacing(patience: .seconds(300)))
        #expect(snapshot.answered == bench.plan.count)
        #expect(snapshot.failed == 0)
        #expect(order.all.count == bench.plan.count + 2 * 17)
    }

    @Test func `a setting that the server takes for no question ends the run after twenty, not sixty thousand`()
        async throws
    {
        let bench = try Bench(Selection())
        defer { bench.remove() }
        let respondent = Scripted { _, _ throws(RespondentError) in
            throw RespondentError(code: .http(400), what: "logprobs are not supported", status: 400)
        }
        let error = await #expect(throws: ElicitationError.self) {
            try await bench.ask(respondent)
        }
        #expect(error?.description == "20 questions in a row were rejected, the last with: logprobs are not supported")
        #expect(respondent.counts.count == 20)
        #expect(try bench.store.failures(run: bench.run.id).count == 20)
    }

    @Test(arguments: [RespondentError.Code.contextTooLong, .contentBlocked, .http(413)])
    func `questions that are too long for a model, or that a filter blocks, do not end a run however many`(
        code: RespondentError.Code
    ) async throws {
        let bench = try Bench(Selection(countries: ["Philippines"]))
        defer { bench.remove() }
        let respondent = Scripted { request, _ throws(RespondentError) in
            if request.isStated { throw RespondentError(code: code, what: "not this one", status: 400) }
            return readable(request)
        }
        let snapshot = try await bench.ask(respondent)
        let stated = bench.plan.count(of: .stated)
        #expect(stated > 20)
        #expect(snapshot.failed == stated)
        #expect(snapshot.answered == bench.plan.count - stated)
    }

    @Test func `generations that fail by luck are drawn again, and end no run however many fail in a row`() async throws
    {
        let bench = try Bench(Selection(countries: ["Philippines"]))
        defer { bench.remove() }
        let unlucky = Set(bench.plan.ids.dropFirst(1).prefix(40))
        let respondent = Scripted { request, before throws(RespondentError) in
            if unlucky.contains(request.questionID), before < 4 {
                throw RespondentError(code: .generationFailed, what: "no JSON", status: 400)
            }
            return readable(request)
        }
        var policy = quick
        policy.transientAttempts = 2
        // Two draws, and two more when all others are through: the forty fail in a row, and none of them is lost.
        let first = try await bench.ask(respondent, retry: policy, concurrency: 1)
        #expect(first.failed == 40)
        let second = try await bench.ask(respondent, retry: policy, concurrency: 1)
        #expect(second.failed == 0)
        #expect(second.left == 0)
    }

    @Test func `a run that goes on waits for a server that is gone at its first question; a new one gives up`()
        async throws
    {
        let bench = try Bench()
        defer { bench.remove() }
        let gone = Mutex(0)
        let respondent = Scripted { request, _ throws(RespondentError) in
            let isGone = gone.withLock { left in
                left -= 1
                return left >= 0
            }
            if isGone { throw RespondentError(code: .connectionRefused, what: "nobody listens") }
            return readable(request)
        }
        gone.withLock { $0 = .max }
        let error = await #expect(throws: ElicitationError.self) { try await bench.ask(respondent) }
        #expect(error?.description == "nobody listens")
        #expect(respondent.counts.values.reduce(0, +) == 3)
        gone.withLock { $0 = 0 }
        let options = Elicitation.Options(concurrency: 2, retry: quick, bounds: Bounds(limit: 10))
        _ = try await Elicitation(store: bench.store, respondent: respondent, options: options)
            .ask(bench.plan, run: bench.run)
        gone.withLock { $0 = 18 }
        let snapshot = try await bench.ask(respondent, pacing: Pacing(patience: .seconds(300)))
        #expect(snapshot.left == 0)
        #expect(snapshot.failed == 0)
    }
}
