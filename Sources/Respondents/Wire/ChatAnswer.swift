import Text

/// One chat completion as a server sent it, turned into a reply or an error.
struct ChatAnswer {
    private let answer: ServerAnswer

    init(_ answer: ServerAnswer) {
        self.answer = answer
    }

    /// The first choice, unless an error stands beside or inside it.
    func reply(to request: RespondentRequest) throws(RespondentError) -> RespondentReply {
        let document = answer.document
        guard let choices = document["choices"]?.array,
            let choice = choices.first(where: { $0["index"]?.integer == 0 }) ?? choices.first, choice != .null
        else {
            if let reason = blockReason { throw answer.blocked(because: reason) }
            throw answer.withoutChoice
        }
        let message = choice["message"] ?? .null
        let content = Content(message["content"] ?? choice["text"])
        let isBlank = content.text.allSatisfy(\.isWhitespace)
        let word = choice["finish_reason"]?.string
        let callsTool = message["tool_calls"]?.array?.isEmpty == false || message["function_call"] != nil
        try answer.check(
            error: choice["error"] ?? message["error"], word: word ?? choice["native_finish_reason"]?.string,
            isEmpty: isBlank && !callsTool)
        var reply = answer.reply(text: content.text)
        reply.reasoning =
            ["reasoning_content", "reasoning", "thinking"].lazy.compactMap { message[$0]?.string }.first
            ?? content.reasoning
        reply.refusal = message["refusal"]?.string
        reply.finishReason = finishReason(choice: choice, message: message, isBlank: isBlank, callsTool: callsTool)
        reply.choiceCount = choices.count
        reply.usage = Self.usage(document["usage"]).beside(text: content.text)
        reply.reportedModel = document["model"]?.string
        if let tokens = choice["logprobs"]?["content"]?.array, let offered = request.form?.onlyChoice {
            reply.optionLogProbabilities = tokens.compactMap(Self.position).deciding(offered)
        }
        return reply
    }

    /// Why a filter left no choice at all, as MiniMax says it beside the choices.
    private var blockReason: String? {
        ["input_sensitive", "output_sensitive"].first { answer.document[$0] == .bool(true) }
    }

    private static func position(_ value: JSONValue) -> TokenPosition? {
        guard let token = probability(value) else { return nil }
        return TokenPosition(token: token, alternatives: value["top_logprobs"]?.array?.compactMap(probability) ?? [])
    }

    private static func probability(_ value: JSONValue) -> TokenLogProbability? {
        guard let token = value["token"]?.string, let logarithm = value["logprob"]?.double else { return nil }
        return TokenLogProbability(token: token, logProbability: logarithm)
    }

    /// Some servers call a tool and give no reason, or say `stop`; without a text, the call is what the model did.
    private func finishReason(
        choice: JSONValue, message: JSONValue, isBlank: Bool, callsTool: Bool
    ) -> RespondentReply.FinishReason {
        let told = RespondentReply.FinishReason(word: choice["finish_reason"]?.string ?? "")
        guard isBlank, told != .contentFilter else { return told }
        if callsTool { return .toolCall }
        // OpenAI's own servers end a refusal with `stop`, and put its words apart.
        if message["refusal"]?.string != nil { return .refusal }
        if blockReason != nil || choice["content_filter_results"]?.tellsFilter == true { return .contentFilter }
        // A gateway may call `stop` what its upstream calls a filter.
        let native = RespondentReply.FinishReason(word: choice["native_finish_reason"]?.string ?? "")
        return native == .contentFilter || native == .refusal ? native : told
    }

    /// Thoughts count among the tokens written, as with the other providers, where the total shows that a server leaves
    /// them out.
    private static func usage(_ usage: JSONValue?) -> RespondentReply.Usage {
        let prompt = TokenCount.sum(usage?["prompt_tokens"])
        let reasoning = TokenCount.sum(usage?["completion_tokens_details"]?["reasoning_tokens"])
        var completion = TokenCount.sum(usage?["completion_tokens"])
        if let prompt, let reasoning, let written = completion, reasoning > 0,
            TokenCount.sum(usage?["total_tokens"]) == prompt + written + reasoning
        {
            completion = written + reasoning
        }
        return RespondentReply.Usage(reportedPrompt: prompt, completion: completion, reasoning: reasoning)
    }
}

/// A message's content: a string, or parts of which the thinking ones are kept apart.
private struct Content {
    var text = ""
    var reasoning: String?

    init(_ value: JSONValue?) {
        guard let parts = value?.array else {
            text = Self.text(of: value)
            return
        }
        for part in parts {
            if let thinking = Self.thoughts(of: part) {
                reasoning = (reasoning ?? "") + Content(thinking).text
            } else {
                text += part["text"]?.string ?? part.string ?? ""
            }
        }
    }

    /// What a part thinks: told by its type, by the name of its member, or by a mark beside its text, as Gemini's are.
    private static func thoughts(of part: JSONValue) -> JSONValue? {
        let type = part["type"]?.string?.lowercased() ?? ""
        let isThought = ["think", "thought", "reason"].contains { type.contains($0) } || part["thought"] == .bool(true)
        let names = ["thinking", "reasoning", "reasoning_content", "thought"]
        if let named = names.lazy.compactMap({ part[$0] }).first(where: { $0.string != nil || $0.array != nil }) {
            return named
        }
        return isThought ? part["text"] ?? part["summary"] ?? part["content"] ?? .string("") : nil
    }

    /// Some servers parse what the model wrote as JSON and send that in the place of a text.
    private static func text(of value: JSONValue?) -> String {
        switch value {
        case nil, .null?: ""
        case .string(let text)?: text
        case let value?: value["text"]?.string ?? String(decoding: JSONText.bytes(of: value), as: UTF8.self)
        }
    }
}
