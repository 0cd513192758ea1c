import Respondents
import TestServers
import Testing

/// What servers say is left of their limits.
@Suite("A rate limit", .timeLimit(.minutes(2)))
struct RateLimitTests {
    private func limit(_ provider: String, _ headers: [(String, String)]) async throws -> RateLimit? {
        let provider = try #require(Provider.named(provider))
        return try await provider.reply(provider.format.loopback.answer("x", headers: headers)).rateLimit
    }

    @Test
    func `of OpenAI comes with durations`() async throws {
        let found = try await limit(
            "openai",
            [
                ("x-ratelimit-limit-requests", "60"), ("x-ratelimit-remaining-requests", "59"),
                ("x-ratelimit-reset-requests", "20ms"), ("x-ratelimit-limit-tokens", "150000"),
                ("x-ratelimit-remaining-tokens", "149984"), ("x-ratelimit-reset-tokens", "6m0s"),
            ])
        #expect(found?.requests == RateLimit.Allowance(limit: 60, remaining: 59, reset: .milliseconds(20)))
        #expect(found?.tokens == RateLimit.Allowance(limit: 150_000, remaining: 149_984, reset: .seconds(360)))
    }

    @Test(
        arguments: [
            ("2m59.56s", Duration.seconds(179.56)), ("7.66s", .seconds(7.66)), ("1h2m", .seconds(3720)),
            ("12", .seconds(12)), ("1d", .seconds(86_400)), ("100h", .seconds(86_400)), ("soon", nil), ("", nil),
            ("5m3", nil), ("1737979200000", nil),
        ] as [(String, Duration?)])
    func `is reset after a duration in any spelling`(text: String, expected: Duration?) async throws {
        let found = try await limit(
            "groq", [("x-ratelimit-remaining-tokens", "1"), ("x-ratelimit-reset-tokens", text)])
        #expect(found?.tokens == RateLimit.Allowance(remaining: 1, reset: expected))
    }

    @Test
    func `of Anthropic is reset at a moment, by the server's own clock`() async throws {
        let found = try await limit(
            "anthropic",
            [
                ("date", "Tue, 27 Jan 2026 12:00:00 GMT"), ("anthropic-ratelimit-requests-limit", "50"),
                ("anthropic-ratelimit-requests-remaining", "49"),
                ("anthropic-ratelimit-requests-reset", "2026-01-27T12:00:30Z"),
                ("anthropic-ratelimit-input-tokens-remaining", "9000"),
                ("anthropic-ratelimit-input-tokens-reset", "2026-01-27T13:00:10.5+01:00"),
                ("anthropic-ratelimit-output-tokens-remaining", "100"),
                ("anthropic-ratelimit-output-tokens-reset", "2026-01-27T12:01:00Z"),
            ])
        #expect(found?.requests == RateLimit.Allowance(limit: 50, remaining: 49, reset: .seconds(30)))
        #expect(found?.tokens == RateLimit.Allowance(remaining: 100, reset: .seconds(60)))
        let offset = try await limit(
            "anthropic",
            [
                ("date", "Tue, 27 Jan 2026 12:00:00 GMT"),
                ("anthropic-ratelimit-input-tokens-reset", "2026-01-27T13:00:10.5+01:00"),
            ])
        #expect(offset?.tokens.reset == .seconds(10.5))
    }

    @Test
    func `is missing where a server says nothing`() async throws {
        #expect(try await limit("openai", []) == nil)
    }

    @Test
    func `that is used up says how long to wait, where the server says it nowhere else`() async throws {
        let provider = try #require(Provider.named("openai"))
        let headers = [
            ("x-ratelimit-remaining-requests", "0"), ("x-ratelimit-reset-requests", "1s"),
            ("x-ratelimit-remaining-tokens", "5"), ("x-ratelimit-reset-tokens", "9s"),
        ]
        let error = try await provider.failure(.answer(429, "", headers: headers))
        #expect(error.classification == .rateLimit(retryAfter: .seconds(1)))
        #expect(error.rateLimit?.tokens.remaining == 5)
        let told = try await provider.failure(.answer(429, "", headers: headers + [("retry-after", "4")]))
        #expect(told.classification == .rateLimit(retryAfter: .seconds(4)))
    }

    @Test
    func `of Google is waited for as its details say`() async throws {
        let provider = try #require(Provider.named("google"))
        let body = #"""
            {"error":{"code":429,"message":"You exceeded your current quota.","status":"RESOURCE_EXHAUSTED","details":[
            {"@type":"type.googleapis.com/google.rpc.Help"},
            {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"36.5s"}]}}
            """#
        let error = try await provider.failure(.answer(429, body))
        #expect(error.code == .rateLimited)
        #expect(error.classification == .rateLimit(retryAfter: .seconds(36.5)))
    }
}
