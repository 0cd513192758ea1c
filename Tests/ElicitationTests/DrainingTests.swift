import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study
import Synchronization
import Testing

/// What is out when a run ends may be paid for: it is waited for and stored.
@Suite(.timeLimit(.minutes(5)))
struct DrainingTests {
    /// Counts what was sent.
    private final class Counter: Sendable {
        private let count = Mutex(0)

        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }

        var current: Int { count.withLock { $0 } }
    }

    private static let pacing = Pacing(refusalWait: .milliseconds(1))

    private static let refusals = [
        RespondentError(code: .unauthorized, what: "401"), RespondentError(code: .redirected, what: "307"),
        RespondentError(code: .http(404), what: "404"), RespondentError(code: .noCredit, what: "402"),
    ]

    @Test(arguments: refusals)
    func `one refusal in a run that had answers is tried again, and all questions get their reply`(
        refusal: RespondentError
    ) async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let sent = Counter()
        let respondent = Scripted { request, _ throws(RespondentError) in
            if sent.next() == 20 { throw refusal }
            return readable(request)
        }
        let snapshot = try await bench.ask(respondent, pacing: Self.pacing)
        #expect(snapshot.answered == bench.plan.count)
        #expect(snapshot.failed == 0)
        #expect(snapshot.retries == 1)
    }

    @Test func `a key that is revoked ends the run after three tries more, and what is out is stored`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let (sent, answered) = (Counter(), Counter())
        // Eight are out; the first of them to be refused does not cost the others their answers.
        let respondent = Scripted { request, _ throws(RespondentError) in
            let number = sent.next()
            if number >= 17 { throw RespondentError(code: .unauthorized, what: "no such key") }
            if number > 8 { try? await Task.sleep(for: .milliseconds(50)) }
            _ = answered.next()
            return readable(request)
        }
        let error = await #expect(throws: ElicitationError.self) {
            try await bench.ask(respondent, pacing: Self.pacing)
        }
        guard case .respondent(let reason) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(reason.what == "no such key")
        #expect(answered.current == 16)
        #expect(try bench.store.counts(run: bench.run.id).answered == 16)
        // Those that were out, and a few tries: far from all.
        #expect(sent.current < 60)
        #expect(try bench.store.runs().map(\.status) == [.stopped])
    }

    @Test func `a first question that is refused ends the run at once`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let respondent = Scripted { _, _ throws(RespondentError) in
            throw RespondentError(code: .unauthorized, what: "no such key")
        }
        await #expect(throws: ElicitationError.self) { try await bench.ask(respondent, pacing: Self.pacing) }
        #expect(respondent.counts.values.reduce(0, +) == 1)
    }

    @Test func `a question that alone is refused is given up, and the others are asked`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let bad = try #require(bench.plan.ids.dropFirst(5).first)
        let respondent = Scripted { request, _ throws(RespondentError) in
            if request.questionID == bad { throw RespondentError(code: .http(404), what: "no such page") }
            return readable(request)
        }
        let snapshot = try await bench.ask(respondent, pacing: Self.pacing)
        #expect(snapshot.answered == bench.plan.count - 1)
        #expect(snapshot.failed == 1)
        #expect(try bench.store.failures(run: bench.run.id).map(\.questionID) == [bad])
    }

    @Test func `twenty rejections in a row end a run, and what is out is stored`() async throws {
        let bench = try Bench(Selection(countries: ["Philippines"]))
        defer { bench.remove() }
        let (sent, answered) = (Counter(), Counter())
        let respondent = Scripted { request, _ throws(RespondentError) in
            let number = sent.next()
            if number.isMultiple(of: 8) || number == 1 {
                try? await Task.sleep(for: .milliseconds(number == 1 ? 1 : 300))
                _ = answered.next()
                return readable(request)
            }
            throw RespondentError(code: .http(400), what: "unknown field")
        }
        await #expect(throws: ElicitationError.self) {
            try await bench.ask(respondent, concurrency: 24, pacing: Self.pacing)
        }
        #expect(answered.current > 1)
        #expect(try bench.store.counts(run: bench.run.id).answered == answered.current)
    }
}
