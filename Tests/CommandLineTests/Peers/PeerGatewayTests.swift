import Reading
import Respondents
import Study
import TestServers
import TestSupport
import Testing

/// A real LiteLLM gateway, with models of its own that answer or fail as asked, and a llama-server behind it.
@Suite(
    .enabled(
        if: PeerProgram.llama.isExpected && PeerProgram.gateway.isExpected, Comment(rawValue: PeerProgram.absence)),
    .gateway, .serialized, .timeLimit(.minutes(5)))
struct PeerGatewayTests {
    /// The gateway's own key, which its script knows.
    func key(_ gateway: PeerServer) async throws -> String {
        let key = try await gateway.script("key").output.split(separator: "\n").first
        return String(try #require(key))
    }

    @Test(arguments: [("gateway/mock-ok", 1), ("anthropic/mock-claude", 2)])
    func `an answer of its own comes through, in either format`(model: String, option: Int) async throws {
        let gateway = try Peers.gateway()
        let reply = try await PeerAsking.reply(of: model, at: gateway, key: key(gateway))
        #expect(ReplyReader().choice(in: reply.text) == .answered(option))
        #expect(reply.finishReason == .stop)
        #expect(reply.reportedModel == model.split(separator: "/").last.map(String.init))
        #expect(try #require(reply.usage.promptTokens) > 0)
        #expect(try #require(reply.usage.completionTokens) > 0)
    }

    @Test(arguments: ["gateway/tiny", "anthropic/tiny", "anthropic/tiny-anthropic"])
    func `an answer of the server behind it comes through, in either format on either side`(
        model: String
    ) async throws {
        let gateway = try Peers.gateway()
        let reply = try await PeerAsking.reply(of: model, at: gateway, key: key(gateway))
        #expect([.length, .stop].contains(reply.finishReason))
        #expect(try #require(reply.usage.promptTokens) >= PeerAsking.acted.prompt.utf8.count)
        #expect((1...16).contains(try #require(reply.usage.completionTokens)))
    }

    @Test func `a schema and log-probabilities reach the server behind it`() async throws {
        let gateway = try Peers.gateway()
        let options = RequestOptions(structuredOutput: .jsonSchema, topLogProbabilities: 5)
        let reply = try await PeerAsking.reply(
            of: "gateway/tiny", at: gateway, key: key(gateway), maxTokens: 200, request: options)
        let option = try #require(ReplyReader().choice(in: reply.text).answer)
        #expect(reply.optionLogProbabilities.contains { $0.token.contains("\(option)") })
    }

    struct Failure: Sendable, CustomTestStringConvertible {
        let model: String
        let code: RespondentError.Code
        let classification: RespondentError.Classification
        let status: Int
        let says: String

        var testDescription: String { model }
    }

    private static let limited = RespondentError.Classification.rateLimit(retryAfter: nil)

    static let failures =
        ["gateway", "anthropic"].flatMap { format in
            [
                Failure(
                    model: "\(format)/mock-429", code: .rateLimited, classification: limited, status: 429,
                    says: "this is a mock rate limit error"),
                Failure(
                    model: "\(format)/mock-500", code: .http(500), classification: .transient, status: 500,
                    says: "this is a mock internal server error"),
                Failure(
                    model: "\(format)/mock-ctx", code: .contextTooLong, classification: .permanentForQuestion,
                    status: 400,
                    says: "ContextWindowExceededError"),
                Failure(
                    model: "\(format)/dead", code: .http(500), classification: .transient, status: 500,
                    says: "litellm.InternalServerError"),
                Failure(
                    model: "\(format)/nobody", code: .unknownModel, classification: .permanentForRun, status: 400,
                    says: "Invalid model name passed in model=nobody"),
            ]
        } + [
            Failure(
                model: "gateway/mock-timeout", code: .http(408), classification: .transient, status: 408,
                says: "litellm.Timeout")
        ]

    @Test(arguments: failures)
    func `an error of it means for the question and the run what it says`(expected: Failure) async throws {
        let gateway = try Peers.gateway()
        let error = try await PeerAsking.failure(of: expected.model, at: gateway, key: key(gateway))
        #expect(error.code == expected.code)
        #expect(error.classification == expected.classification)
        #expect(error.status == expected.status)
        #expect(error.what.contains(expected.says), "\(error)")
    }

    @Test func `its limit of five requests a minute is a rate limit without a time to wait`() async throws {
        let gateway = try Peers.gateway()
        try await PeerAsking.with("gateway/mock-rpm", at: gateway, key: key(gateway)) { respondent in
            var errors: [RespondentError] = []
            // A minute may end in the middle; six requests do not fit one, nor twelve two.
            for _ in 0..<12 {
                do throws(RespondentError) {
                    _ = try await respondent.reply(to: PeerAsking.acted)
                } catch {
                    errors.append(error)
                }
            }
            #expect(!errors.isEmpty)
            #expect(errors.allSatisfy { $0.code == .rateLimited && $0.classification == Self.limited })
        }
    }

    @Test(arguments: ["gateway/mock-ok", "anthropic/mock-claude"])
    func `a wrong key, which it reports as a want of a database, and none are errors of the run`(
        model: String
    ) async throws {
        for key in ["sk-wrong-5c4e0ff1ce", nil] {
            let error = try await PeerAsking.failure(of: model, at: Peers.gateway(), key: key)
            #expect(error.code == .unauthorized)
            #expect(error.classification == .permanentForRun)
        }
    }
}
