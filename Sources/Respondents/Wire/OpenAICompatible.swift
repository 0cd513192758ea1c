import Text

/// A model behind any server that speaks OpenAI's chat completions format.
///
/// One call is one `POST {base}/chat/completions`, or two where the model turns out to refuse a setting. Redirects are
/// not followed, because the key would go along.
package struct OpenAICompatible: FiledRespondent {
    /// How a model is reached and asked.
    package typealias Settings = ServerSettings

    /// What it was made with.
    package let settings: Settings
    private let server: ModelServer

    /// A respondent with connections of its own, or with those that others use too.
    ///
    /// - Parameter connections: those of others, who close them; the limits are then theirs.
    package init(_ settings: Settings, connections: Connections? = nil) {
        self.settings = settings
        server = ModelServer(.openAIChat, settings, connections: connections)
    }

    /// Asks the model once.
    ///
    /// - Throws: `RespondentError`; see its codes. Content that is null, filtered, cut off or a tool call is a reply.
    package func reply(to request: RespondentRequest) async throws(RespondentError) -> RespondentReply {
        let answer = try await server.ask { form in body(of: request, form) }
        return try answer.finished(ChatAnswer(answer).reply(to: request))
    }

    /// The body of one chat completion request.
    package func body(of request: RespondentRequest) -> [UInt8] { server.body { form in body(of: request, form) } }

    /// Reads one chat completion.
    package func reply(
        to request: RespondentRequest, from answer: FiledAnswer
    ) throws(RespondentError) -> RespondentReply {
        let answer = try server.answer(answer) { form in body(of: request, form) }
        return try answer.finished(ChatAnswer(answer).reply(to: request))
    }

    private func body(of request: RespondentRequest, _ form: RequestForm) -> JSONValue {
        ChatRequest(settings: settings, request: request, form: form).body
    }

    /// Tasks that ask are best run on the thread that serves the connections.
    package var executor: (any TaskExecutor)? { server.executor }

    /// Closes its own connections; a request in flight ends with `.cancelled`.
    package func shutdown() async {
        await server.shutdown()
    }
}
