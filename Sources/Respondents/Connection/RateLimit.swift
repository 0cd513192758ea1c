import NIOHTTP1

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a server says is left of its limits, as of one answer.
package struct RateLimit: Sendable, Hashable {
    /// Requests that are allowed in a period, and how many of them are left.
    package var requests = Allowance()
    /// Tokens that are allowed in a period, and how many of them are left.
    package var tokens = Allowance()

    /// One limit; each part missing where the server does not say.
    package struct Allowance: Sendable, Hashable {
        /// How much is allowed in a period.
        package var limit: Int?
        /// How much of it is left.
        package var remaining: Int?
        /// How long until all of it is there again.
        package var reset: Duration?

        /// A limit.
        package init(limit: Int? = nil, remaining: Int? = nil, reset: Duration? = nil) {
            self.limit = limit
            self.remaining = remaining
            self.reset = reset
        }
    }

    /// Limits.
    package init(requests: Allowance = Allowance(), tokens: Allowance = Allowance()) {
        self.requests = requests
        self.tokens = tokens
    }
}

extension RateLimit {
    /// Reads `x-ratelimit-*`, as OpenAI, Groq and Azure send them, and `anthropic-ratelimit-*`; nil where neither is there.
    init?(_ headers: HTTPHeaders) {
        guard headers.contains(where: { $0.name.utf8.count > 16 && $0.name.lowercased().contains("ratelimit-") }) else {
            return nil
        }
        let now = headers.first(name: "date").flatMap { HTTPDate($0)?.seconds }
        func allowance(_ limit: String, _ remaining: String, _ reset: String) -> Allowance {
            Allowance(
                limit: headers.first(name: limit).flatMap { Int($0) },
                remaining: headers.first(name: remaining).flatMap { Int($0) },
                reset: headers.first(name: reset).flatMap { Self.wait($0, from: now) })
        }
        func spoken(_ kind: String) -> Allowance {
            allowance("x-ratelimit-limit-\(kind)", "x-ratelimit-remaining-\(kind)", "x-ratelimit-reset-\(kind)")
        }
        func anthropic(_ kind: String) -> Allowance {
            let prefix = "anthropic-ratelimit-\(kind)"
            return allowance("\(prefix)-limit", "\(prefix)-remaining", "\(prefix)-reset")
        }
        requests = Self.tightest([spoken("requests"), anthropic("requests")])
        tokens = Self.tightest(
            [spoken("tokens")] + ["tokens", "input-tokens", "output-tokens"].map { anthropic($0) })
        if requests == Allowance(), tokens == Allowance() { return nil }
    }

    /// How long to wait until every limit that is used up is there again; nil where none is, or none says.
    var waitWhereUsedUp: Duration? {
        [requests, tokens].filter { $0.remaining == 0 }.compactMap(\.reset).max()
    }

    /// Of limits that apply together, the one with the least left.
    private static func tightest(_ allowances: [Allowance]) -> Allowance {
        let known = allowances.filter { $0 != Allowance() }
        return known.min { ($0.remaining ?? .max) < ($1.remaining ?? .max) } ?? Allowance()
    }

    /// A duration such as `6m0s`, or a moment as RFC 3339 writes it, against the answer's own clock where it has one.
    private static func wait(_ text: String, from now: Int?) -> Duration? {
        if let duration = SpelledDuration(text)?.duration { return min(duration, .seconds(86_400)) }
        guard let moment = Timestamp(text)?.seconds else { return nil }
        let start = now.map(Double.init) ?? Date().timeIntervalSince1970
        return .seconds(min(max(0, moment - start), 86_400))
    }
}
