/// The body of one chat completion request.
struct ChatRequest {
    let body: JSONValue

    init(settings: ServerSettings, request: RespondentRequest, form: RequestForm) {
        var messages: [JSONValue] = []
        if let system = settings.request.system(of: request) { messages.append(Self.message("system", system)) }
        messages.append(Self.message("user", request.prompt))
        var body: JSONValue = ["model": .string(settings.model), "messages": .array(messages)]
        if form.sendsTemperature { body["temperature"] = settings.temperature.map { .number($0) } }
        body[form.tokenField.rawValue] = settings.maxTokens.map { .number(Double($0)) }
        let options = settings.request
        body["top_p"] = options.topP.map { .number($0) }
        body[settings.dialect.seedField] = options.seed(of: request)
        body["reasoning_effort"] = options.reasoningEffort.map { .string($0) }
        body["response_format"] = Self.responseFormat(options.structuredOutput, request.asked)
        if let count = options.topLogProbabilities, request.asked.optionCount != nil {
            body["logprobs"] = .bool(true)
            body["top_logprobs"] = .number(Double(count))
        }
        self.body = body
    }

    private static func responseFormat(
        _ output: RequestOptions.StructuredOutput, _ asked: RespondentRequest.Asked
    ) -> JSONValue? {
        guard let schema = AnswerSchema(asked) else { return nil }
        return switch output {
        case .none: nil
        case .jsonObject: ["type": "json_object"]
        case .jsonSchema:
            [
                "type": "json_schema",
                "json_schema": ["name": "answer", "strict": .bool(true), "schema": schema.jsonSchema],
            ]
        }
    }

    private static func message(_ role: String, _ content: String) -> JSONValue {
        ["role": .string(role), "content": .string(content)]
    }
}
