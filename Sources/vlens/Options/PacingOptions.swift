import ArgumentParser
import Elicitation

/// How fast a respondent is asked.
struct PacingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Requests in flight however much the server is in difficulty, 1 to --concurrency."))
    var minConcurrency = 1

    @Option(help: ArgumentHelp("The most requests a minute.", valueName: "requests"))
    var rpm: Int?

    @Option(help: ArgumentHelp("The most tokens a minute, prompts and answers together.", valueName: "tokens"))
    var tpm: Int?

    @Option(
        help: ArgumentHelp(
            "Seconds to wait for a server that stopped answering, or asks for a pause.",
            valueName: "seconds"))
    var patience: Double = 300

    func validate() throws {
        if let rpm, rpm < 1 { throw ValidationError("--rpm \(rpm): at least one is needed") }
        if let tpm, tpm < 1 { throw ValidationError("--tpm \(tpm): at least one is needed") }
        if !(0...86_400).contains(patience) {
            throw ValidationError("--patience \(patience) is outside 0…86400 seconds")
        }
    }

    /// Checks what depends on the other options.
    func check(concurrency: Int) throws {
        if !(1...concurrency).contains(minConcurrency) {
            throw ValidationError("--min-concurrency \(minConcurrency) is outside 1…\(concurrency), the --concurrency")
        }
    }

    /// When to send a question again. Patience for an hour allows a pause of an hour, where a server asks for one.
    func retry(attempts: Int) -> RetryPolicy {
        var policy = RetryPolicy(transientAttempts: attempts)
        policy.longestWait = max(policy.longestWait, .seconds(patience))
        policy.rateLimitTime = max(policy.rateLimitTime, .seconds(2 * patience))
        return policy
    }

    /// The pacing for the library that asks.
    ///
    /// - Parameter concurrency: how many requests are really in flight, which may be fewer than asked for.
    func pacing(concurrency: Int) -> Pacing {
        Pacing(
            minimumConcurrency: min(minConcurrency, concurrency), requestsPerMinute: rpm, tokensPerMinute: tpm,
            patience: .seconds(patience))
    }
}
