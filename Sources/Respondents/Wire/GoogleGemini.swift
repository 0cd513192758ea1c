import Text

/// A model behind Google's `generateContent`.
///
/// One call is one `POST {base}/models/{model}:generateContent`. The key travels in `x-goog-api-key`, never in the
/// address, where proxies would log it.
package struct GoogleGemini: FiledRespondent {
    /// What it was made with.
    package let settings: ServerSettings
    private let server: ModelServer

    /// A respondent with connections of its own, or with those that others use too.
    ///
    /// - Parameter connections: those of others, who close them; the limits are then theirs.
    package init(_ settings: ServerSettings, connections: Connections? = nil) {
        self.settings = settings
        server = ModelServer(.googleGemini, settings, connections: connections)
    }

    /// Asks the model once.
    ///
    /// - Throws: `RespondentError`; see its codes. A question that a filter keeps from the model is `.contentBlocked`; an
    ///   answer that a filter takes away, or that is empty, cut off or a function call, is a reply.
    package func reply(to request: RespondentRequest) async throws(RespondentError) -> RespondentReply {
        try read(await server.ask { form in body(of: request, form) }, to: request)
    }

    /// The body of one `generateContent`.
    package func body(of request: RespondentRequest) -> [UInt8] { server.body { form in body(of: request, form) } }

    /// Reads one answer.
    package func reply(
        to request: RespondentRequest, from answer: FiledAnswer
    ) throws(RespondentError) -> RespondentReply {
        try read(server.answer(answer) { form in body(of: request, form) }, to: request)
    }

    private func read(
        _ answer: ServerAnswer, to request: RespondentRequest
    ) throws(RespondentError) -> RespondentReply {
        let candidates = answer.document["candidates"]?.array ?? []
        guard let candidate = candidates.first else {
            guard let reason = answer.document["promptFeedback"]?["blockReason"]?.string else {
                throw answer.withoutChoice
            }
            throw answer.blocked(because: reason)
        }
        var reply = try reply(from: answer, candidate, of: candidates.count)
        if let logarithms = candidate["logprobsResult"], let choice = request.form?.onlyChoice {
            reply.optionLogProbabilities = Self.positions(logarithms).deciding(choice)
        }
        return answer.finished(reply)
    }

    /// Tasks that ask are best run on the thread that serves the connections.
    package var executor: (any TaskExecutor)? { server.executor }

    /// Closes its own connections; a request in flight ends with `.cancelled`.
    package func shutdown() async {
        await server.shutdown()
    }
}

extension GoogleGemini {
    private func body(of request: RespondentRequest, _ form: RequestForm) -> JSONValue {
        var body: JSONValue = [:]
        body["systemInstruction"] = settings.request.system(of: request).map {
            ["parts": .array([["text": .string($0)]])]
        }
        body["contents"] = .array([["role": "user", "parts": .array([["text": .string(request.prompt)]])]])
        var configuration: JSONValue = [:]
        if form.sendsTemperature { configuration["temperature"] = settings.temperature.map { .number($0) } }
        configuration["maxOutputTokens"] = settings.maxTokens.map { .number(Double($0)) }
        configuration["topP"] = settings.request.topP.map { .number($0) }
        configuration["seed"] = settings.request.seed(of: request)
        configuration["thinkingConfig"] = settings.request.thinking?.google(model: settings.model)
        if settings.request.structuredOutput != .none, let answer = request.form {
            configuration["responseMimeType"] = "application/json"
            if settings.request.structuredOutput == .jsonSchema {
                configuration["responseSchema"] = answer.googleSchema
            }
        }
        if let count = settings.request.topLogProbabilities, request.form?.onlyChoice != nil {
            configuration["responseLogprobs"] = .bool(true)
            configuration["logprobs"] = .number(Double(count))
        }
        if configuration != [:] { body["generationConfig"] = configuration }
        return body
    }

    /// Parts that are marked as thoughts are the reasoning, all others the answer.
    private func reply(from answer: ServerAnswer, _ candidate: JSONValue, of count: Int) throws(RespondentError)
        -> RespondentReply
    {
        let parts = candidate["content"]?["parts"]?.array ?? []
        let thoughts = parts.filter { $0["thought"] == .bool(true) }.compactMap { $0["text"]?.string }
        let texts = parts.filter { $0["thought"] != .bool(true) }.compactMap { $0["text"]?.string }
        let callsFunction = parts.contains { $0["functionCall"] != nil }
        let word = candidate["finishReason"]?.string
        var reply = answer.reply(text: texts.joined())
        let isBlank = reply.text.allSatisfy(\.isWhitespace)
        try answer.check(error: candidate["error"], word: word, isEmpty: isBlank && !callsFunction)
        if !thoughts.isEmpty { reply.reasoning = thoughts.joined() }
        reply.finishReason = RespondentReply.FinishReason(word: word ?? "")
        // A function call ends with STOP, as an answer does; without a text, the call is what the model did.
        if isBlank, callsFunction { reply.finishReason = .toolCall }
        if isBlank, candidate["safetyRatings"]?.tellsFilter == true { reply.finishReason = .contentFilter }
        reply.choiceCount = count
        reply.usage = usage(answer.document["usageMetadata"]).beside(text: reply.text)
        reply.reportedModel = answer.document["modelVersion"]?.string
        return reply
    }

    /// What was chosen and what could have been come in two lists of the same length.
    private static func positions(_ result: JSONValue?) -> [TokenPosition] {
        let chosen = result?["chosenCandidates"]?.array ?? []
        let top = result?["topCandidates"]?.array ?? []
        return chosen.enumerated().compactMap { index, value in
            guard let token = probability(value) else { return nil }
            let alternatives = index < top.count ? top[index]["candidates"]?.array ?? [] : []
            return TokenPosition(token: token, alternatives: alternatives.compactMap(probability))
        }
    }

    private static func probability(_ value: JSONValue) -> TokenLogProbability? {
        guard let token = value["token"]?.string, let logarithm = value["logProbability"]?.double else { return nil }
        return TokenLogProbability(token: token, logProbability: logarithm)
    }

    /// Google counts thoughts apart; here they are among the tokens written, as with the other providers.
    private func usage(_ usage: JSONValue?) -> RespondentReply.Usage {
        let thoughts = usage?["thoughtsTokenCount"]
        return RespondentReply.Usage(
            reportedPrompt: TokenCount.sum(usage?["promptTokenCount"]),
            completion: TokenCount.sum(usage?["candidatesTokenCount"], thoughts), reasoning: TokenCount.sum(thoughts))
    }
}
