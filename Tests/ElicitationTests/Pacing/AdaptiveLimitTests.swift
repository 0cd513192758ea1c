import Elicitation
import Testing

struct AdaptiveLimitTests {
    @Test func `it begins at its ceiling, so that a healthy server is asked at full speed`() {
        #expect(AdaptiveLimit(floor: 1, ceiling: 64).current == 64)
    }

    @Test func `one burst of setbacks halves it once`() {
        var limit = AdaptiveLimit(floor: 1, ceiling: 64)
        // 64 questions were sent before the first setback, and all come back with 429.
        for _ in 0..<64 { limit.setBack(sentAfter: 0) }
        #expect(limit.current == 32)
        #expect(limit.setbacks == 1)
    }

    @Test func `setbacks of questions sent later halve it again, down to the floor`() {
        var limit = AdaptiveLimit(floor: 3, ceiling: 20)
        var seen: [Int] = []
        for sent in 0..<5 {
            limit.setBack(sentAfter: sent)
            seen.append(limit.current)
        }
        // 20 → 10 → 5 → 2.5, which is below 3.
        #expect(seen == [10, 5, 3, 3, 3])
    }

    @Test func `a round of answers adds one, up to the ceiling`() {
        var limit = AdaptiveLimit(floor: 1, ceiling: 8)
        limit.setBack(sentAfter: 0)
        #expect(limit.current == 4)
        // 4 + 1/4 + 1/4.25 + 1/4.485 + 1/4.708 = 4.921; the fifth answer adds 1/4.921 and passes 5.
        for _ in 0..<4 { limit.succeeded() }
        #expect(limit.current == 4)
        limit.succeeded()
        #expect(limit.current == 5)
        for _ in 0..<1000 { limit.succeeded() }
        #expect(limit.current == 8)
    }

    @Test func `bounds that make no sense become ones that do`() {
        #expect(AdaptiveLimit(floor: 0, ceiling: 0).current == 1)
        #expect(AdaptiveLimit(floor: 9, ceiling: 4).current == 9)
    }
}
