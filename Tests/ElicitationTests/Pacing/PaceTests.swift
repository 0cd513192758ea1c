import Elicitation
import Respondents
import Testing

struct PaceTests {
    private let start = ContinuousClock.now

    private func pace(
        _ pacing: Pacing = Pacing(), concurrency: Int = 4, failures: Int = 16
    ) -> Pace {
        Pace(pacing, concurrency: concurrency, failures: failures, longestPause: .seconds(300), now: start)
    }

    private func granted(_ admission: Pace.Admission) throws -> Pace.Permit {
        guard case .granted(let permit) = admission else { throw Refused(admission: admission) }
        return permit
    }

    private struct Refused: Error { let admission: Pace.Admission }

    @Test func `as many are out as may be, and one that comes back lets one go`() throws {
        var pace = pace()
        var permits: [Pace.Permit] = []
        for _ in 0..<4 { permits.append(try granted(pace.admit(tokens: 0, now: start))) }
        #expect(pace.admit(tokens: 0, now: start) == .full)
        pace.leave(permits[0], .answered(tokens: nil, pause: nil), now: start)
        #expect(try granted(pace.admit(tokens: 0, now: start)) == permits[0])
    }

    @Test func `a burst of 429 halves the limit once, and the questions over it come back first`() throws {
        var pace = pace()
        let permits = try (0..<4).map { _ in try granted(pace.admit(tokens: 0, now: start)) }
        for permit in permits.prefix(2) { pace.leave(permit, .failed(overloaded: true, pause: nil), now: start) }
        #expect(pace.limit.current == 2)
        #expect(pace.admit(tokens: 0, now: start) == .full)
        pace.leave(permits[2], .failed(overloaded: true, pause: nil), now: start)
        #expect(pace.limit.current == 2)
        #expect(try granted(pace.admit(tokens: 0, now: start)).setbacks == 1)
    }

    @Test func `a failure that has nothing to do with load leaves the limit as it is`() throws {
        var pace = pace()
        let permit = try granted(pace.admit(tokens: 0, now: start))
        pace.leave(permit, .failed(overloaded: false, pause: nil), now: start)
        #expect(pace.limit.current == 4)
    }

    @Test func `a pause the server asks for holds every question; one above the ceiling does not`()
        throws
    {
        var pace = pace()
        let permits = try (0..<3).map { _ in try granted(pace.admit(tokens: 0, now: start)) }
        pace.leave(permits[0], .failed(overloaded: true, pause: .seconds(20)), now: start)
        pace.leave(permits[1], .failed(overloaded: true, pause: .seconds(5)), now: start)
        pace.leave(permits[2], .failed(overloaded: true, pause: .seconds(301)), now: start)
        let end = start + .seconds(20)
        #expect(
            pace.admit(tokens: 0, now: start + .seconds(19)) == .wait(until: end, reason: "the server asks for a pause")
        )
        _ = try granted(pace.admit(tokens: 0, now: end))
    }

    @Test func `an answer that says nothing is left holds the next question until the reset`() throws {
        let used = RateLimit(
            requests: RateLimit.Allowance(remaining: 0, reset: .seconds(6)),
            tokens: RateLimit.Allowance(remaining: 0, reset: .seconds(9)))
        #expect(used.pause == .seconds(9))
        #expect(RateLimit(requests: RateLimit.Allowance(remaining: 3, reset: .seconds(6))).pause == nil)
        #expect(RateLimit(requests: RateLimit.Allowance(remaining: 0)).pause == nil)
        var reply = RespondentReply(text: "")
        reply.rateLimit = used
        let outcome = Pace.Outcome(.success(reply))
        #expect(outcome == .answered(tokens: nil, pause: .seconds(9)))
        var pace = pace()
        let permit = try granted(pace.admit(tokens: 0, now: start))
        pace.leave(permit, outcome, now: start)
        #expect(
            pace.admit(tokens: 0, now: start)
                == .wait(until: start + .seconds(9), reason: "the server asks for a pause"))
    }

    @Test func `caps of requests and tokens hold questions back and say so`() throws {
        var requests = pace(Pacing(requestsPerMinute: 60))
        _ = try granted(requests.admit(tokens: 0, now: start))
        #expect(requests.admit(tokens: 0, now: start) == .wait(until: start + .seconds(1), reason: "--rpm"))
        // 1,200 a minute are 20 a second, 100 saved.
        var tokens = pace(Pacing(tokensPerMinute: 1200))
        let first = try granted(tokens.admit(tokens: 100, now: start))
        #expect(tokens.admit(tokens: 40, now: start) == .wait(until: start + .seconds(2), reason: "--tpm"))
        // It used 70 of the 100: 30 come back, and 10 more take half a second.
        tokens.leave(first, .answered(tokens: 70, pause: nil), now: start)
        #expect(tokens.admit(tokens: 40, now: start) == .wait(until: start + .seconds(0.5), reason: "--tpm"))
    }

    @Test func `after a row of failures one question tries, and its answer lets all go`() throws {
        var pace = pace(failures: 2)
        for _ in 0..<2 {
            let permit = try granted(pace.admit(tokens: 0, now: start))
            pace.leave(permit, .failed(overloaded: false, pause: nil), now: start)
        }
        let next = start + .seconds(0.5)
        #expect(pace.admit(tokens: 0, now: start) == .wait(until: next, reason: "the server does not answer"))
        let trial = try granted(pace.admit(tokens: 0, now: next))
        #expect(trial.isTrial)
        #expect(pace.admit(tokens: 0, now: next) == .full)
        pace.leave(trial, .answered(tokens: nil, pause: nil), now: next)
        #expect(try granted(pace.admit(tokens: 0, now: next)).isTrial == false)
    }

    @Test(arguments: [
        (RespondentError.Code.rateLimited, true), (.http(503), true), (.http(529), true), (.timeout, true),
        (.http(500), false), (.connectionLost, false), (.notJSON, false),
    ])
    func `429, 503, 529 and timeouts are signs of overload`(code: RespondentError.Code, overloaded: Bool) {
        let error = RespondentError(code: code, what: "")
        #expect(Pace.Outcome(.failure(error)) == .failed(overloaded: overloaded, pause: nil))
    }

    @Test func `a rejected question shows that the server is there, and one that was cancelled shows nothing`() {
        #expect(
            Pace.Outcome(.failure(RespondentError(code: .http(400), what: ""))) == .answered(tokens: nil, pause: nil))
        #expect(
            Pace.Outcome(.failure(RespondentError(code: .generationFailed, what: "")))
                == .answered(tokens: nil, pause: nil))
        #expect(Pace.Outcome(.failure(RespondentError(code: .cancelled, what: ""))) == .left)
        let usage = RespondentReply.Usage(promptTokens: 30, completionTokens: 12)
        #expect(
            Pace.Outcome(.success(RespondentReply(text: "", usage: usage))) == .answered(tokens: 42, pause: nil))
    }
}
