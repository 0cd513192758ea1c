import Elicitation
import Respondents
import Testing

@Suite(.timeLimit(.minutes(5)))
struct PacerTests {
    private let time = TestTime()
    private let monitor = RunMonitor()
    private let answer = Result<RespondentReply, RespondentError>.success(RespondentReply(text: ""))

    private func pacer(_ pacing: Pacing = Pacing(), concurrency: Int = 2, failures: Int = 16) -> Pacer {
        let pace = Pace(
            pacing, concurrency: concurrency, failures: failures, longestPause: .seconds(300), now: time.start)
        return Pacer(pace, time: time.keeper, monitor: monitor)
    }

    private func enter(_ pacer: Pacer) async throws -> Pace.Permit {
        guard case .granted(let permit) = await pacer.enter(promptBytes: 40) else { throw NoPermit() }
        return permit
    }

    private struct NoPermit: Error {}

    /// Lets other tasks run until something is so.
    private func until(_ condition: () -> Bool) async {
        while !condition() { await Task.yield() }
    }

    @Test func `a question that never comes back takes one place, and the others take turns in the rest`() async throws
    {
        let pacer = pacer()
        _ = try await enter(pacer)
        for _ in 0..<100 { pacer.leave(try await enter(pacer), promptBytes: 40, answer) }
    }

    @Test func `the server's pause ends by itself, and is shown until then`() async throws {
        let pacer = pacer()
        let permit = try await enter(pacer)
        let slow = RespondentError(
            code: .rateLimited, classification: .rateLimit(retryAfter: .seconds(20)), what: "slow down")
        pacer.leave(permit, promptBytes: 40, .failure(slow))
        async let next = enter(pacer)
        await until { time.alarms == [.seconds(20)] }
        #expect(
            monitor.snapshot.pause
                == RunSnapshot.Pause(
                    reason: "the server asks for a pause", questions: 1, until: time.start + .seconds(20)))
        #expect(monitor.snapshot.limit == 1)
        time.move(to: .seconds(20))
        _ = try await next
        await until { monitor.snapshot.pause == nil }
    }

    @Test func `requests leave no faster than their cap`() async throws {
        let pacer = pacer(Pacing(requestsPerMinute: 30), concurrency: 8)
        _ = try await enter(pacer)
        for number in 1...3 {
            async let next = enter(pacer)
            await until { time.alarms == [.seconds(2 * number)] }
            time.move(to: .seconds(2 * number))
            _ = try await next
        }
    }

    @Test func `a server that stays away ends the run after its patience, with the last error`() async throws {
        let pacer = pacer(Pacing(patience: .seconds(3)), concurrency: 1, failures: 1)
        let gone = Result<RespondentReply, RespondentError>.failure(
            RespondentError(code: .connectionRefused, what: "gone"))
        pacer.leave(try await enter(pacer), promptBytes: 40, gone)
        for moment in [Duration.seconds(0.5), .seconds(1.5), .seconds(3.5)] {
            async let trial = enter(pacer)
            await until { time.alarms == [moment] }
            time.move(to: moment)
            pacer.leave(try await trial, promptBytes: 40, gone)
        }
        guard case .hopeless(failures: 4, let last) = await pacer.enter(promptBytes: 40) else {
            Issue.record("the run goes on")
            return
        }
        #expect(last.what == "gone")
    }

    @Test func `a run that stops leaves nobody waiting`() async throws {
        let pacer = pacer(concurrency: 1)
        _ = try await enter(pacer)
        async let waiting = pacer.enter(promptBytes: 40)
        await Task.yield()
        pacer.close()
        guard case .closed = await waiting, case .closed = await pacer.enter(promptBytes: 40) else {
            Issue.record("a permit was granted")
            return
        }
    }
}
