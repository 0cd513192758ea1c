/// The word by which a server says why it stopped writing, in any case of letters: gateways pass on what their upstream
/// says, so that each format can bring the words of all.
struct FinishWord {
    private let folded: String

    init(_ word: String) {
        folded = String(word.trimmingSpace()).lowercased()
    }

    /// What the word means for a reply.
    var reason: RespondentReply.FinishReason? {
        if Self.stops.contains(folded) { return .stop }
        if Self.lengths.contains(folded) { return .length }
        if isFilter { return .contentFilter }
        if Self.refusals.contains(folded) { return .refusal }
        if Self.toolCalls.contains(folded) { return .toolCall }
        return nil
    }

    /// Whether the server broke off, so that what it wrote until then is no answer: `error`, `network_error`.
    var isFailure: Bool {
        reason == nil && (Self.failures.contains(folded) || Self.failureStems.contains { folded.hasPrefix($0) })
    }

    /// Whether an answer without a text came to nothing by the luck of the draw, so that another draw may succeed.
    var isLuck: Bool { Self.luck.contains(folded) || folded.hasPrefix("malformed") }

    /// A filter of the provider, in the words of any: `content_filter: PROHIBITED_CONTENT`, `SAFETY`, `sensitive`.
    private var isFilter: Bool {
        folded == "language" || Self.filterStems.contains { folded.contains($0) }
    }

    private static let stops: Set = [
        "stop", "eos", "eos_token", "end_turn", "stop_sequence", "complete", "end_of_text",
    ]
    private static let lengths: Set = [
        "length", "max_tokens", "max_output_tokens", "max_length", "model_length", "model_context_window_exceeded",
        "error_limit", "token_limit", "alternative_status_truncated_final",
    ]
    private static let refusals: Set = ["refusal", "refused"]
    private static let toolCalls: Set = [
        "tool_calls", "tool_call", "function_call", "tool_use", "malformed_function_call", "unexpected_tool_call",
        "too_many_tool_calls",
    ]
    private static let failures: Set = [
        "abort", "aborted", "network_error", "insufficient_system_resource", "server_error", "internal_error",
        "service_unavailable", "overloaded", "overloaded_error", "rate_limit", "timeout", "timed_out", "cancelled",
        "canceled", "user_cancel", "upstream_error", "provider_error", "unavailable", "incomplete_generation",
    ]
    private static let failureStems = ["error", "failed", "failure"]
    private static let luck: Set = [
        "unexpected_tool_call", "too_many_tool_calls", "missing_thought_signature", "other",
    ]
    private static let filterStems = [
        "content_filter", "content-filter", "content filter", "contentfilter", "content_policy", "content_blocked",
        "safety", "recitation", "blocklist", "blacklist", "prohibited", "spii", "sensitive", "toxic", "guardrail",
        "moderation", "moderated", "censor", "model_armor", "jailbreak", "policy_violation", "content_risk",
        "high_risk",
        "敏感", "违规", "审核", "屏蔽",
    ]
}

extension RespondentReply.FinishReason {
    /// Reads a provider's word, in any case of letters; an empty one is `.none`.
    package init(word: String) {
        if word.isEmpty {
            self = .none
        } else {
            self = FinishWord(word).reason ?? .other(word)
        }
    }
}
