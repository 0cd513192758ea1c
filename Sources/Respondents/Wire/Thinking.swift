import Text

/// How much a reasoning model shall think: the provider's word, or a number of tokens, put into a request in the form
/// that the provider and the model's family take today.
struct Thinking: Sendable, Hashable {
    /// What `--reasoning-effort` says.
    let effort: String

    /// The effort as a number of tokens, where it is one.
    var tokens: Int? { Int(effort) }

    /// Whether thinking shall be off or on, where the word says no more than that.
    var isSwitch: Bool? {
        switch effort.lowercased() {
        case "none", "off": false
        case "on": true
        default: nil
        }
    }
}

extension Thinking {
    /// Where OpenAI's format carries it.
    enum Place: Sendable, Hashable {
        /// `"reasoning_effort": "low"`.
        case effort
        /// `"reasoning": {"effort": "low"}`, or with a number of tokens: OpenRouter's own.
        case reasoning
        /// `"reasoning_effort": "low"`; off and on by `"reasoning": {"enabled": …}`.
        case enabled
        /// `"thinking": {"type": …}` beside an effort.
        case type
        /// `"reasoning_effort": "low"`; off and on by what the model's template calls it. Qwen's and most others' word
        /// is `enable_thinking`, that of DeepSeek and Granite `thinking`; a template passes over what it does not know.
        case template(tokens: String?)
    }

    /// The members of a body; nil where the place takes no number of tokens.
    func members(at place: Place) -> JSONValue? {
        if let tokens { return Self.members(tokens: .number(Double(tokens)), at: place) }
        let word: JSONValue = ["reasoning_effort": .string(effort)]
        switch place {
        case .effort: return word
        case .reasoning:
            return ["reasoning": isSwitch == nil || effort == "none" ? ["effort": .string(effort)] : enabled]
        case .enabled: return isSwitch == nil ? word : ["reasoning": enabled]
        case .type:
            let type: JSONValue = ["type": .string(isSwitch == false ? "disabled" : "enabled")]
            return isSwitch == nil
                ? ["thinking": type, "reasoning_effort": .string(effort)] : ["thinking": type]
        case .template:
            guard let isSwitch else { return word }
            return ["chat_template_kwargs": ["enable_thinking": .bool(isSwitch), "thinking": .bool(isSwitch)]]
        }
    }

    private var enabled: JSONValue { ["enabled": .bool(isSwitch ?? true)] }

    private static func members(tokens: JSONValue, at place: Place) -> JSONValue? {
        switch place {
        case .reasoning: return ["reasoning": ["max_tokens": tokens]]
        case .template(let name): return name.map { .object([JSONValue.Member($0, tokens)]) }
        case .effort, .enabled, .type: return nil
        }
    }
}

extension Thinking {
    /// Anthropic's: a budget of tokens for models up to 4.6, an effort with adaptive thinking from 4.6 on. An effort alone
    /// goes to a model whose version its name does not tell.
    func anthropic(model: String) -> (thinking: JSONValue?, effort: JSONValue?) {
        if let tokens { return (["type": "enabled", "budget_tokens": .number(Double(tokens))], nil) }
        if isSwitch == false { return (["type": "disabled"], nil) }
        guard let version = ClaudeVersion(model), version >= .adaptive else { return (nil, .string(effort)) }
        var thinking: JSONValue = ["type": "adaptive"]
        // From 4.7 on thoughts are left out of the answer unless they are asked for.
        if version >= .withoutBudget { thinking["display"] = "summarized" }
        return (thinking, isSwitch == true ? nil : .string(effort))
    }

    /// Google's: a number of tokens for Gemini 2.5, for which Google's own table says what a word amounts to, a word for
    /// newer ones. Thoughts are asked for where there are any, so that they are kept.
    func google(model: String) -> JSONValue {
        let isOlder = model.lowercased().contains("gemini-2.5")
        if let budget = tokens ?? (isOlder ? Self.googleBudgets[effort.lowercased()] : nil) {
            var thinking: JSONValue = ["thinkingBudget": .number(Double(budget))]
            if budget != 0 { thinking["includeThoughts"] = .bool(true) }
            return thinking
        }
        return ["thinkingLevel": .string(effort), "includeThoughts": .bool(true)]
    }

    private static let googleBudgets = [
        "none": 0, "off": 0, "minimal": 1024, "low": 1024, "medium": 8192, "high": 24_576,
    ]
}

/// The version in a model's name: 4.6 of `claude-opus-4-6-20260205` and of `anthropic/claude-opus-4.6`.
struct ClaudeVersion: Comparable {
    let major: Int
    let minor: Int

    /// The first that thinks adaptively, and the first that takes no budget of tokens.
    static let adaptive = ClaudeVersion(major: 4, minor: 6)
    static let withoutBudget = ClaudeVersion(major: 4, minor: 7)

    private init(major: Int, minor: Int) {
        self.major = major
        self.minor = minor
    }

    /// Nil for a name that is not a Claude's, or tells no version.
    init?(_ model: String) {
        let name = (model.split(separator: "/").last ?? "").lowercased()
        guard name.contains("claude") else { return nil }
        // A date is no version.
        let numbers = name.split { "-.:@_".contains($0) }.prefix { Int($0).map { $0 < 100 } ?? true }.compactMap {
            Int($0)
        }
        guard let major = numbers.first else { return nil }
        self.init(major: major, minor: numbers.dropFirst().first ?? 0)
    }

    static func < (one: ClaudeVersion, other: ClaudeVersion) -> Bool {
        (one.major, one.minor) < (other.major, other.minor)
    }
}
