import Elicitation
import Testing

struct CircuitBreakerTests {
    private let start = ContinuousClock.now
    private var breaker = CircuitBreaker(threshold: 3, patience: .seconds(60))

    @Test func `failures with an answer between them never open it`() {
        var breaker = breaker
        for _ in 0..<100 {
            breaker.failed(trial: false, now: start)
            breaker.failed(trial: false, now: start)
            breaker.answered()
        }
        #expect(breaker.passage(now: start) == .open)
    }

    @Test func `a row of failures opens it, and one question at a time tries`() {
        var breaker = breaker
        for _ in 0..<3 { breaker.failed(trial: false, now: start) }
        #expect(breaker.passage(now: start) == .closed(until: start + .seconds(0.5)))
        let later = start + .seconds(0.5)
        #expect(breaker.passage(now: later) == .trial)
        breaker.tried()
        #expect(breaker.passage(now: later) == .undecided)
    }

    @Test func `tries come at waits that double up to fifteen seconds`() {
        var breaker = breaker
        for _ in 0..<3 { breaker.failed(trial: false, now: start) }
        var times: [Duration] = []
        while let next = breaker.nextTry, times.count < 8 {
            times.append(next - start)
            breaker.tried()
            breaker.failed(trial: true, now: next)
        }
        // Waits of 0.5, 1, 2, 4, 8, 15, 15, 15.
        #expect(times == [0.5, 1.5, 3.5, 7.5, 15.5, 30.5, 45.5, 60.5].map { Duration.seconds($0) })
    }

    @Test func `failures of questions that were out before count, but put off no try`() {
        var breaker = breaker
        for _ in 0..<3 { breaker.failed(trial: false, now: start) }
        breaker.failed(trial: false, now: start + .seconds(0.4))
        #expect(breaker.failures == 4)
        #expect(breaker.nextTry == start + .seconds(0.5))
    }

    @Test func `any answer closes it and begins anew`() {
        var breaker = breaker
        for _ in 0..<3 { breaker.failed(trial: false, now: start) }
        breaker.tried()
        breaker.failed(trial: true, now: start + .seconds(1))
        breaker.answered()
        #expect(breaker == self.breaker)
    }

    @Test func `a try that was broken off is made by another question`() {
        var breaker = breaker
        for _ in 0..<3 { breaker.failed(trial: false, now: start) }
        breaker.tried()
        breaker.leftUndecided(trial: true)
        #expect(breaker.passage(now: start + .seconds(1)) == .trial)
    }

    @Test func `it is hopeless when patience has ended, and not before`() {
        var breaker = breaker
        #expect(!breaker.isHopeless(now: start + .seconds(1000)))
        for _ in 0..<3 { breaker.failed(trial: false, now: start) }
        #expect(!breaker.isHopeless(now: start + .seconds(59.9)))
        #expect(breaker.isHopeless(now: start + .seconds(60)))
        var hasty = CircuitBreaker(threshold: 1, patience: .zero)
        hasty.failed(trial: false, now: start)
        #expect(hasty.isHopeless(now: start))
    }
}
