import Elicitation
import Respondents
import Testing

struct RetryPolicyTests {
    let policy = RetryPolicy()

    private func wait(_ error: RespondentError, attempt: Int, chance: Double) -> Duration? {
        guard case .retry(let wait) = policy.decision(after: error, attempt: attempt, chance: chance) else {
            return nil
        }
        return wait
    }

    @Test func `waits double and lie in the upper half of their ceiling`() {
        let lost = RespondentError(code: .connectionLost, what: "lost")
        for (attempt, ceiling) in zip(1...5, [500, 1000, 2000, 4000, 8000]) {
            #expect(wait(lost, attempt: attempt, chance: 0) == .milliseconds(ceiling / 2))
            #expect(wait(lost, attempt: attempt, chance: 0.5) == .milliseconds(ceiling * 3 / 4))
        }
        #expect(policy.decision(after: lost, attempt: 6, chance: 0) == .giveUp)
    }

    @Test func `no wait of ours is above the cap, however often a question was sent`() {
        let patient = RetryPolicy(transientAttempts: .max)
        let lost = RespondentError(code: .timeout, what: "late")
        for attempt in [7, 8, 60, 1000, Int.max - 1] {
            #expect(patient.decision(after: lost, attempt: attempt, chance: 0.5) == .retry(after: .seconds(22.5)))
        }
    }

    @Test func `a server's own wait is obeyed, with a little jitter`() {
        let slow = RespondentError(
            code: .rateLimited, classification: .rateLimit(retryAfter: .seconds(20)), what: "slow down")
        #expect(wait(slow, attempt: 1, chance: 0) == .seconds(20))
        #expect(wait(slow, attempt: 1, chance: 0.5) == .seconds(20.25))
    }

    @Test func `a server that asks for an hour ends the question`() {
        let slow = RespondentError(
            code: .rateLimited, classification: .rateLimit(retryAfter: .seconds(3600)), what: "come back later")
        #expect(policy.decision(after: slow, attempt: 1, chance: 0) == .giveUp)
    }

    @Test func `a generation that failed by luck is drawn again, six times at most`() {
        let failed = RespondentError(code: .generationFailed, what: "no JSON")
        #expect(wait(failed, attempt: 1, chance: 0) == .milliseconds(250))
        #expect(wait(failed, attempt: 5, chance: 0) != nil)
        #expect(policy.decision(after: failed, attempt: 6, chance: 0) == .giveUp)
    }

    @Test func `what can't pass is not tried again`() {
        #expect(policy.decision(after: RespondentError(code: .http(422), what: "no"), attempt: 1, chance: 0) == .giveUp)
        #expect(policy.decision(after: RespondentError(code: .noCredit, what: "no"), attempt: 1, chance: 0) == .stopRun)
    }
}

extension RetryPolicyTests {
    @Test func `no attempt begins after the total time of its class`() {
        let lost = RespondentError(code: .connectionLost, what: "lost")
        // The second wait is 0.5 s at least: 899.4 + 0.5 is within 900 s, 899.6 + 0.5 is not.
        #expect(
            policy.decision(after: lost, attempt: 2, elapsed: .seconds(899.4), chance: 0)
                == .retry(after: .seconds(0.5)))
        #expect(policy.decision(after: lost, attempt: 2, elapsed: .seconds(899.6), chance: 0) == .giveUp)
        let slow = RespondentError(
            code: .rateLimited, classification: .rateLimit(retryAfter: .seconds(60)), what: "slow down")
        #expect(
            policy.decision(after: slow, attempt: 2, elapsed: .seconds(3540), chance: 0) == .retry(after: .seconds(60)))
        #expect(policy.decision(after: slow, attempt: 2, elapsed: .seconds(3541), chance: 0) == .giveUp)
    }
}
