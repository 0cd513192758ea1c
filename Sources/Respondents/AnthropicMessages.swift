/// A model behind a server that speaks Anthropic's Messages format.
///
/// One call is one `POST {base}/messages`. The key travels in `x-api-key`.
public struct AnthropicMessages: Respondent {
    /// What it was made with.
    public let settings: ServerSettings
    private let server: ModelServer

    /// A respondent with connections of its own, or with those that others use too.
    ///
    /// - Parameter connections: those of others, who close them; the limits are then theirs.
    public init(_ settings: ServerSettings, connections: Connections? = nil) {
        self.settings = settings
        server = ModelServer(.anthropicMessages, settings, connections: connections)
    }

    /// Asks the model once.
    ///
    /// - Throws: `RespondentError`; see its codes. A refusal, content that is empty, cut off or a tool call is a reply.
    public func reply(to request: RespondentRequest) async throws(RespondentError) -> RespondentReply {
        let answer = try await server.ask { form in body(of: request, form) }
        guard let content = answer.document["content"]?.array else { throw answer.withoutChoice }
        return reply(from: answer, content: content)
    }

    /// Closes its own connections; a request in flight ends with `.cancelled`.
    public func shutdown() async {
        await server.shutdown()
    }
}

extension AnthropicMessages {
    /// The system prompt stands beside the messages, not among them.
    private func body(of request: RespondentRequest, _ form: RequestForm) -> JSONValue {
        var body: JSONValue = ["model": .string(settings.model)]
        body["max_tokens"] = settings.maxTokens.map { .number(Double($0)) }
        body["system"] = settings.request.system(of: request).map { .string($0) }
        body["messages"] = .array([["role": "user", "content": .string(request.prompt)]])
        if settings.sendsTemperature(in: form, as: .anthropicMessages) {
            body["temperature"] = settings.temperature.map { .number($0) }
        }
        body["top_p"] = settings.request.topP.map { .number($0) }
        var output: JSONValue = [:]
        if let tokens = settings.request.reasoningTokens {
            body["thinking"] = ["type": "enabled", "budget_tokens": .number(Double(tokens))]
        } else {
            output["effort"] = settings.request.reasoningEffort.map { .string($0) }
        }
        if settings.request.structuredOutput == .jsonSchema, let schema = AnswerSchema(request.asked) {
            output["format"] = ["type": "json_schema", "schema": schema.jsonSchema]
        }
        if output != [:] { body["output_config"] = output }
        return body
    }

    /// The text blocks are the answer, the thinking ones the reasoning; a tool's call has no text.
    private func reply(from answer: ServerAnswer, content: [JSONValue]) -> RespondentReply {
        var reply = answer.reply(text: content.compactMap { $0["text"]?.string }.joined())
        let thinking = content.compactMap { $0["thinking"]?.string }
        if !thinking.isEmpty { reply.reasoning = thinking.joined(separator: "\n\n") }
        let document = answer.document
        reply.finishReason = RespondentReply.FinishReason(word: document["stop_reason"]?.string ?? "")
        if reply.finishReason == .refusal { reply.refusal = document["stop_details"]?["explanation"]?.string ?? "" }
        reply.usage = usage(document["usage"])
        reply.reportedModel = document["model"]?.string
        return reply
    }

    /// Tokens that came from a cache, or went into one, were read as well; the count apart leaves them out.
    private func usage(_ usage: JSONValue?) -> RespondentReply.Usage {
        let read = ["input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens"]
            .compactMap { usage?[$0]?.integer }
        return RespondentReply.Usage(
            promptTokens: read.isEmpty ? nil : read.reduce(0, +), completionTokens: usage?["output_tokens"]?.integer)
    }
}
