import Elicitation
import Testing

struct AllowanceTests {
    private let start = ContinuousClock.now

    @Test func `a full bucket covers a second's worth, and then one at a time`() {
        // 120 a minute are 2 a second.
        var requests = Allowance(perMinute: 120, saved: .seconds(1), now: start)
        for _ in 0..<2 {
            #expect(requests.ready(for: 1, now: start) == start)
            requests.take(1, now: start)
        }
        #expect(requests.ready(for: 1, now: start) == start + .seconds(0.5))
        #expect(requests.ready(for: 1, now: start + .seconds(0.5)) == start + .seconds(0.5))
    }

    @Test func `a minute of asking as fast as allowed spends the allowance and what was saved`() {
        var requests = Allowance(perMinute: 120, saved: .seconds(1), now: start)
        var now = start
        var count = 0
        while true {
            now = max(now, requests.ready(for: 1, now: now))
            guard now < start + .seconds(60) else { break }
            requests.take(1, now: now)
            count += 1
        }
        // 2 at once, then one every half second from 0.5 to 59.5.
        #expect(count == 2 + 119)
    }

    @Test func `what is larger than the bucket passes when it is full, and is paid off afterwards`() {
        // 600 a minute are 10 a second; 5 seconds save 50.
        var tokens = Allowance(perMinute: 600, saved: .seconds(5), now: start)
        #expect(tokens.ready(for: 80, now: start) == start)
        tokens.take(80, now: start)
        // −30 has to become 10.
        #expect(tokens.ready(for: 10, now: start) == start + .seconds(4))
    }

    @Test func `an estimate that was too high is given back, but never more than the bucket holds`() {
        var tokens = Allowance(perMinute: 600, saved: .seconds(5), now: start)
        tokens.take(50, now: start)
        tokens.take(-20, now: start)
        #expect(tokens.ready(for: 20, now: start) == start)
        tokens.take(-500, now: start)
        tokens.take(50, now: start)
        #expect(tokens.ready(for: 1, now: start) == start + .seconds(0.1))
    }

    @Test func `a clock that seems to go back changes nothing`() {
        var requests = Allowance(perMinute: 60, saved: .seconds(1), now: start)
        requests.take(1, now: start)
        #expect(requests.ready(for: 1, now: start - .seconds(9)) == start - .seconds(9) + .seconds(1))
        #expect(requests.ready(for: 1, now: start + .seconds(1)) == start + .seconds(1))
    }

    @Test func `tokens are guessed from bytes and corrected by what servers report`() {
        var estimate = LearnedTokens()
        // 400 bytes are 100 tokens, and an answer is taken for 100.
        #expect(estimate.tokens(promptBytes: 400) == 200)
        // Together with the first guess: 401 tokens in 804 bytes, and 400 tokens in two answers.
        estimate.learn(promptBytes: 800, promptTokens: 400, answerTokens: 300)
        #expect(estimate.tokens(promptBytes: 804) == 401 + 200)
        estimate.learn(promptBytes: 800, promptTokens: nil, answerTokens: nil)
        #expect(estimate.tokens(promptBytes: 804) == 601)
        #expect(LearnedTokens().tokens(promptBytes: 0) == 100)
    }
}
