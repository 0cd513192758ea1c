import Text

/// A model behind a server that speaks Anthropic's Messages format.
///
/// One call is one `POST {base}/messages`. The key travels in `x-api-key`.
package struct AnthropicMessages: FiledRespondent {
    /// What it was made with.
    package let settings: ServerSettings
    private let server: ModelServer

    /// A respondent with connections of its own, or with those that others use too.
    ///
    /// - Parameter connections: those of others, who close them; the limits are then theirs.
    package init(_ settings: ServerSettings, connections: Connections? = nil) {
        self.settings = settings
        server = ModelServer(.anthropicMessages, settings, connections: connections)
    }

    /// Asks the model once.
    ///
    /// - Throws: `RespondentError`; see its codes. A refusal, content that is empty, cut off or a tool call is a reply.
    package func reply(to request: RespondentRequest) async throws(RespondentError) -> RespondentReply {
        try read(await server.ask { form in body(of: request, form) })
    }

    /// The body of one message.
    package func body(of request: RespondentRequest) -> [UInt8] { server.body { form in body(of: request, form) } }

    /// Reads one message.
    package func reply(
        to request: RespondentRequest, from answer: FiledAnswer
    ) throws(RespondentError) -> RespondentReply {
        try read(server.answer(answer) { form in body(of: request, form) })
    }

    private func read(_ answer: ServerAnswer) throws(RespondentError) -> RespondentReply {
        guard let content = answer.document["content"]?.array else { throw answer.withoutChoice }
        return try answer.finished(reply(from: answer, content: content))
    }

    /// Tasks that ask are best run on the thread that serves the connections.
    package var executor: (any TaskExecutor)? { server.executor }

    /// Closes its own connections; a request in flight ends with `.cancelled`.
    package func shutdown() async {
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
        if form.sendsStream { body["stream"] = .bool(false) }
        if settings.sendsTemperature(in: form, as: .anthropicMessages) {
            body["temperature"] = settings.temperature.map { .number($0) }
        }
        body["top_p"] = settings.request.topP.map { .number($0) }
        var output: JSONValue = [:]
        let thinking = settings.request.thinking?.anthropic(model: settings.model)
        body["thinking"] = thinking?.thinking
        output["effort"] = thinking?.effort
        if settings.request.structuredOutput == .jsonSchema, let answer = request.form {
            output["format"] = ["type": "json_schema", "schema": answer.jsonSchema]
        }
        if output != [:] { body["output_config"] = output }
        return body
    }

    /// The text blocks are the answer, the thinking ones the reasoning; a tool's call has no text.
    private func reply(from answer: ServerAnswer, content: [JSONValue]) throws(RespondentError) -> RespondentReply {
        var reply = answer.reply(text: content.compactMap { $0["text"]?.string }.joined())
        let document = answer.document
        let word = document["stop_reason"]?.string
        let callsTool = content.contains { $0["type"] == "tool_use" }
        try answer.check(error: nil, word: word, isEmpty: reply.text.allSatisfy(\.isWhitespace) && !callsTool)
        let thinking = content.compactMap { $0["thinking"]?.string }
        if !thinking.isEmpty { reply.reasoning = thinking.joined(separator: "\n\n") }
        reply.finishReason = RespondentReply.FinishReason(word: word ?? "")
        if reply.finishReason == .refusal { reply.refusal = document["stop_details"]?["explanation"]?.string ?? "" }
        reply.usage = usage(document["usage"]).beside(text: reply.text)
        reply.reportedModel = document["model"]?.string
        return reply
    }

    /// Tokens that came from a cache, or went into one, were read as well; the count apart leaves them out.
    private func usage(_ usage: JSONValue?) -> RespondentReply.Usage {
        RespondentReply.Usage(
            reportedPrompt: TokenCount.sum(
                usage?["input_tokens"], usage?["cache_creation_input_tokens"], usage?["cache_read_input_tokens"]),
            completion: TokenCount.sum(usage?["output_tokens"]), reasoning: nil)
    }
}
