import AnswerStore
import Elicitation
import Foundation
import GRDB
import Respondents
import Study
import Synchronization
import Testing

/// A process that others took off the list while it ran.
struct TakenForDeadTests {
    @Test func `it enters anew, goes on, and nothing is asked twice or fails`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        let sent = Mutex(0)
        let path = bench.path
        let respondent = Scripted { request, _ throws(RespondentError) in
            let number = sent.withLock { number in
                number += 1
                return number
            }
            // In the middle of the run another process takes it for dead, and frees all that it had claimed.
            if number == 30 { try? drop(path) }
            return readable(request)
        }
        let snapshot = try await bench.ask(respondent)
        #expect(snapshot.answered == bench.plan.count)
        #expect(respondent.counts.values.allSatisfy { $0 == 1 })
        let counts = try bench.store.counts(run: bench.run.id)
        #expect(counts.answered == bench.plan.count)
        #expect(counts.spending.replies == bench.plan.count)
    }

    private func drop(_ path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "DELETE FROM claim; DELETE FROM worker") }
        try queue.close()
    }
}
