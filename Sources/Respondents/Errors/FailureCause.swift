import Text

/// Why a server says it gave no answer, as far as its words tell more than the status. Providers use one status for many
/// things: 403 is a filter here, a country there, a spent limit elsewhere.
enum FailureCause: Sendable, CaseIterable {
    /// A filter kept the question or its answer back.
    case contentBlocked
    /// The model's output was not what the server could take: another draw may succeed.
    case generationFailed
    case contextTooLong
    /// The provider does not serve this place.
    case location
    /// A limit of spending was reached.
    case limitSpent
    case noCredit
    case badKey
    case unknownModel
    /// There is nothing at this address.
    case wrongEndpoint
    case rateLimited
    /// The server is in trouble, whatever the status.
    case overloaded
    /// Something before the server turned the request away.
    case turnedAway
}

extension FailureCause {
    var code: RespondentError.Code {
        switch self {
        case .contentBlocked: .contentBlocked
        case .generationFailed: .generationFailed
        case .contextTooLong: .contextTooLong
        case .location: .unsupportedLocation
        case .limitSpent, .noCredit: .noCredit
        case .badKey: .unauthorized
        case .unknownModel: .unknownModel
        case .wrongEndpoint: .http(404)
        case .rateLimited: .rateLimited
        // As the status says it elsewhere: fewer questions at once help.
        case .overloaded: .http(503)
        case .turnedAway: .turnedAway
        }
    }

    /// What a 400 can mean, in the order in which it is looked for.
    static let ofBadRequest: [FailureCause] = [
        .contentBlocked, .generationFailed, .contextTooLong, .location, .limitSpent, .noCredit, .badKey, .unknownModel,
        .wrongEndpoint, .rateLimited, .overloaded,
    ]
}

extension FailureCause {
    /// Pieces of what servers write, in lower case, in the languages in which they write. Each is long enough not to stand
    /// in a message about something else.
    var phrases: [String] {
        switch self {
        case .contentBlocked: Self.filterPhrases
        case .generationFailed:
            [
                "json_validate_failed", "failed to generate json", "failed_generation", "tool_use_failed",
                "failed to parse model output", "failed to parse tool call", "output_parse_failed",
                "failed to call a function", "model produced output that does not match",
                "failed to parse input at pos",
                "incomplete generation", "incomplete_generation", "request failed during generation",
                "malformed_function_call", "malformed_response", "unexpected tokens remaining in message",
                "while expecting start token", "error while processing the model", "model output error",
                "failed to generate tool", "invalid model output", "could not parse model output",
            ]
        case .contextTooLong:
            [
                "context_length", "context length", "exceed_context_size", "context size", "maximum context",
                "context window", "contextwindowexceeded", "prompt is too long", "input is too long",
                "maximum number of tokens allowed", "request too large", "reduce the length",
                "string_above_max_length", "range of input length", "maximum input length",
                "max_new_tokens` must be <=",
                "超出最大长度", "输入过长", "超长", "上下文长度",
            ]
        case .location:
            [
                "location is not supported", "region, or territory", "unsupported_country", "unsupported countries",
                "unsupported region", "not available in your", "not supported in your", "in your country",
                "in your region", "your country or region", "the country or region", "error code: 1009", "geoblock",
                "geo-block", "该地区", "地区不支持", "所在地区", "所在国家",
            ]
        case .limitSpent:
            [
                "monthly limit", "monthly spend", "monthly quota", "monthly usage", "spending limit", "spend limit",
                "spend_limit", "spending cap", "hard limit", "hard_limit", "api usage limits", "usage limit reached",
                "key limit exceeded", "limit exceeded (total", "credit limit", "budget has been exceeded",
                "budget_exceeded", "exceeded budget", "exceededbudget",
                "daily request limit",
            ]
        case .noCredit: Self.creditPhrases
        case .badKey:
            // LiteLLM without a database says the last of a key that is not its own.
            [
                "invalid_api_key", "invalid api key", "api_key_invalid", "api key not valid", "incorrect api key",
                "invalid x-api-key", "api key expired", "invalid_authentication", "authentication_error",
                "no_db_connection", "organization has been disabled",
            ]
        case .unknownModel:
            [
                "model_not_found", "model not found", "does not exist", "unknown model", "unknown_model",
                "invalid model", "not a valid model", "no such model", "model not exist", "unsupported model",
                "model_not_supported", "not supported by any provider", "模型不存在",
            ]
        case .wrongEndpoint:
            [
                "unexpected endpoint", "invalid url (", "unknown endpoint", "endpoint not found", "no such endpoint",
                "route not found", "no route matched", "page not found", "404 not found", "cannot post /",
                "unknown_url",
            ]
        case .rateLimited:
            [
                "rate_limit", "rate limit", "ratelimit", "too many requests", "throttl", "resource_exhausted",
                "requests per minute", "tokens per minute", "error code: 1015", "请求过于频繁", "访问量过大", "速率限制", "请求频率",
            ]
        case .overloaded:
            [
                "overloaded", "server is busy", "server busy", "service unavailable", "temporarily unavailable",
                "internal server error", "internal_server_error", "bad gateway", "system is busy", "服务繁忙", "系统繁忙",
            ]
        case .turnedAway:
            [
                "request not allowed", "error code: 10", "error 1020", "attention required", "just a moment",
                "you have been blocked", "security service to protect", "incapsula", "cloudflare", "akamai",
                "check your network settings", "firewall", "virtual network", "public network access",
                "private endpoint",
                "private link", "ip address is not", "ip is not", "ip_not", "ip not allowed", "ip allowlist",
                "ip whitelist", "ip access list", "白名单",
            ]
        }
    }

    private static let filterPhrases = [
        "content_check", "content check", "is sensitive", "nsfw", "sexual content", "explicit content",
        "offensive content", "illegal content", "content_filter", "content-filter", "content filter", "contentfilter",
        "content_policy", "content policy",
        "contentpolicy", "content management policy", "content filtering", "responsibleaipolicyviolation",
        "invalid_prompt", "usage policy", "usage policies", "usage guidelines", "acceptable use", "safety_check",
        "safety check", "safety reasons", "safety system", "safety policy", "safety filter", "safety guideline",
        "moderation", "flagged", "data_inspection_failed", "datainspectionfailed", "data inspection",
        "inappropriate content",
        "content exists risk", "content risk", "high risk", "sensitive content", "sensitivecontent",
        "sensitive_content",
        "new_sensitive", "input_sensitive", "output_sensitive", "guardrail", "prohibited_content", "prohibited content",
        "content blocked", "content_blocked", "content was blocked", "response was blocked", "prompt was blocked",
        "prompt blocked", "response blocked", "content safety", "request blocked due to", "policy_violation",
        "policy violation",
        "violates our", "censor", "toxic", "unsafe content", "harmful content", "error_toxic", "敏感", "不安全",
        "违规", "内容审核", "审核未通过", "安全审核", "内容安全", "风险内容", "不当内容",
    ]

    private static let creditPhrases = [
        "insufficient_quota", "insufficient balance", "insufficient_balance", "insufficientbalance",
        "balance is insufficient", "balance insufficient", "balance not enough", "insufficient credit",
        "insufficient_credit", "insufficient funds", "not enough credit", "credit balance", "out of credit",
        "available credits", "any credits", "no credits", "purchase credits", "purchase more credits", "buy credits",
        "buy more credits", "credits exhausted", "billing_not_active", "billing not active", "payment required",
        "arrearage",
        "in good standing", "overdue", "exceeded_current_quota_error", "余额不足", "欠费",
    ]

    /// Codes that say the same without words; they must be the whole code.
    var codes: Set<String> {
        switch self {
        // Zhipu's, MiniMax's and Spark's filters.
        case .contentBlocked: ["1301", "1026", "1027", "10013", "10014", "10019"]
        case .noCredit: ["1113", "1008", "30001"]
        case .unknownModel: ["20012"]
        default: []
        }
    }
}
