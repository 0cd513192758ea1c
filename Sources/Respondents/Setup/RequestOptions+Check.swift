import Text

extension RequestOptions {
    /// Members of a body that no option may touch: what is asked, of whom, and how the answer comes.
    private static let untouchable = ["model", "messages", "contents", "system", "systemInstruction", "stream"]

    /// - Throws: `SetupError.Code.badParameter` for a value out of its range.
    func checkRanges() throws(SetupError) {
        if let topP { try ServerSettings.check(topP, in: 0...1, as: "top-p", flag: "--top-p") }
        if let seed {
            try ServerSettings.check(seed, in: 0...Int(Int32.max) - 1_000_000, as: "seed", flag: "--model-seed")
        }
        if let topLogProbabilities {
            try ServerSettings.check(
                topLogProbabilities, in: 1...20, as: "number of log-probabilities", flag: "--logprobs")
        }
        guard let reasoningEffort else { return }
        guard !reasoningEffort.isEmpty, reasoningEffort.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else {
            throw SetupError(
                .badParameter, "the reasoning effort '\(reasoningEffort)' is no word: give low, medium or high")
        }
    }

    /// The members that `extraBody` adds.
    ///
    /// - Throws: `SetupError.Code.badParameter` where it is no JSON object, or sets what it may not.
    func extraMembers() throws(SetupError) -> [JSONValue.Member] {
        guard let extraBody else { return [] }
        guard case .object(let members)? = JSONReader.read(Array(extraBody.utf8), manner: .ofServers) else {
            throw SetupError(
                .badParameter,
                "the extra body '\(KeyLike.masked(String(extraBody.prefix(200)), strictly: true))' is no JSON object: "
                    + "write it like {\"top_k\": 40}")
        }
        // It is sent so anyway, where the format has it.
        let told = members.filter { $0.name != "stream" || $0.value != .bool(false) }
        for member in told where Self.untouchable.contains(member.name) {
            throw SetupError(
                .badParameter,
                "the extra body sets '\(member.name)', which is not its to set: take it out of --extra-body")
        }
        return told
    }
}

extension WireFormat {
    /// - Throws: `SetupError.Code.badParameter` for a setting that the format does not have, or has in another range.
    func check(_ settings: ServerSettings) throws(SetupError) {
        try checkStructuredOutput(settings)
        switch self {
        case .openAIChat:
            guard let thinking = settings.request.thinking, thinking.members(at: settings.dialect.thinking) == nil
            else { return }
            throw SetupError(
                .badParameter,
                "the reasoning effort \(thinking.effort) is a number, which this format does not take: give low, medium or "
                    + "high")
        case .anthropicMessages: try Self.checkAnthropic(settings)
        case .googleGemini: break
        }
    }

    private func checkStructuredOutput(_ settings: ServerSettings) throws(SetupError) {
        switch (settings.request.structuredOutput, self) {
        case (.grammar, _) where self != .openAIChat || settings.dialect.grammar == nil:
            let takers = Provider.all.filter { $0.dialect.grammar != nil }.map(\.name).joined(separator: ", ")
            throw SetupError(
                .badParameter,
                "--structured-output grammar is not offered for '\(settings.model)': these take one: \(takers) (a server of "
                    + "your own is named like llamacpp/MODEL with --base-url); take json-schema elsewhere")
        case (.jsonObject, .anthropicMessages):
            throw SetupError(
                .badParameter,
                "--structured-output json-object is not offered by Anthropic's format: take json-schema for "
                    + "'\(settings.model)'")
        default: break
        }
    }

    private static func checkAnthropic(_ settings: ServerSettings) throws(SetupError) {
        let request = settings.request
        let flags = [
            ("--model-seed", request.seed != nil), ("--logprobs", request.topLogProbabilities != nil),
        ]
        if let flag = flags.first(where: \.1)?.0 {
            throw SetupError(
                .badParameter, "\(flag) is not offered by Anthropic's format: leave it out for '\(settings.model)'")
        }
        if let temperature = settings.temperature {
            try ServerSettings.check(temperature, in: 0...1, as: "temperature", flag: "--temperature")
        }
        guard let maxTokens = settings.maxTokens else {
            throw SetupError(
                .badParameter,
                "anthropic/\(settings.model) cannot be asked without a limit of tokens: give --max-tokens a number")
        }
        if let tokens = request.reasoningTokens, let version = ClaudeVersion(settings.model),
            version >= .withoutBudget
        {
            throw SetupError(
                .badParameter,
                "the reasoning effort \(tokens) is a number, which '\(settings.model)' does not take: give low, medium or "
                    + "high")
        }
        guard let tokens = request.reasoningTokens, !(1024..<max(maxTokens, 1025)).contains(tokens) else { return }
        throw SetupError(
            .badParameter,
            "the reasoning effort \(tokens) is outside 1024…\(maxTokens - 1) tokens: give --reasoning-effort a number in "
                + "that range, or raise --max-tokens")
    }
}
