import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study
import Testing

/// What served a reply is stored with it.
struct ServedTests {
    private struct Gateway: Respondent {
        func reply(to request: RespondentRequest) async throws(RespondentError) -> RespondentReply {
            var reply = RespondentReply(text: readable(request), finishReason: .stop)
            (reply.servedBy, reply.systemFingerprint) = ("Together", "fp_7")
            reply.omittedSettings = ["temperature"]
            return reply
        }
    }

    @Test func `provider, fingerprint and settings that were not sent reach the store`() async throws {
        let bench = try Bench()
        defer { bench.remove() }
        _ = try await bench.ask(Gateway())
        let served = try bench.store.counts(run: bench.run.id).served
        #expect(served.map(\.provider) == ["Together"])
        #expect(served.map(\.fingerprint) == ["fp_7"])
        #expect(served.map(\.omittedSettings) == [["temperature"]])
        #expect(served.map(\.replies) == [bench.plan.count])
    }
}
