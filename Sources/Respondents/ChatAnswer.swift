/// One chat completion as a server sent it, turned into a reply or an error.
struct ChatAnswer {
    private let answer: ServerAnswer

    init(_ answer: ServerAnswer) {
        self.answer = answer
    }

    /// The first choice. An answer that holds a choice is a reply, even if it holds an error beside it.
    func reply(to asked: RespondentRequest.Asked) throws(RespondentError) -> RespondentReply {
        let document = answer.document
        guard let choices = document["choices"]?.array, let choice = choices.first else { throw answer.withoutChoice }
        let message = choice["message"] ?? .null
        let content = Content(message["content"] ?? choice["text"])
        var reply = answer.reply(text: content.text)
        reply.reasoning = (message["reasoning_content"] ?? message["reasoning"])?.string ?? content.reasoning
        reply.refusal = message["refusal"]?.string
        reply.finishReason = Self.finishReason(choice: choice, message: message, text: content.text)
        reply.choiceCount = choices.count
        reply.usage = Self.usage(document["usage"])
        reply.reportedModel = document["model"]?.string
        if let count = asked.optionCount, let tokens = choice["logprobs"]?["content"]?.array {
            reply.optionLogProbabilities = tokens.compactMap(Self.position).deciding(among: count)
        }
        return reply
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
    private static func finishReason(
        choice: JSONValue, message: JSONValue, text: String
    ) -> RespondentReply.FinishReason {
        if text.isEmpty, message["tool_calls"]?.array?.isEmpty == false || message["function_call"] != nil {
            return .toolCall
        }
        // OpenAI's own servers end a refusal with `stop`, and put its words apart.
        if text.isEmpty, message["refusal"]?.string != nil { return .refusal }
        return RespondentReply.FinishReason(word: choice["finish_reason"]?.string ?? "")
    }

    private static func usage(_ usage: JSONValue?) -> RespondentReply.Usage {
        RespondentReply.Usage(
            promptTokens: usage?["prompt_tokens"]?.integer,
            completionTokens: usage?["completion_tokens"]?.integer,
            reasoningTokens: usage?["completion_tokens_details"]?["reasoning_tokens"]?.integer)
    }
}

/// A message's content: a string, or parts of which the thinking ones are kept apart.
private struct Content {
    var text = ""
    var reasoning: String?

    init(_ value: JSONValue?) {
        guard let parts = value?.array else {
            text = value?.string ?? ""
            return
        }
        for part in parts {
            if let thinking = part["thinking"] {
                reasoning = (reasoning ?? "") + Content(thinking).text
            } else {
                text += part["text"]?.string ?? part.string ?? ""
            }
        }
    }
}
