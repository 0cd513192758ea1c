/// The body of one chat completion request.
struct ChatRequest {
    let body: JSONValue

    init(settings: ServerSettings, request: RespondentRequest, form: RequestForm) {
        var messages: [JSONValue] = []
        if let system = request.system { messages.append(Self.message("system", system)) }
        messages.append(Self.message("user", request.prompt))
        var body: JSONValue = ["model": .string(settings.model), "messages": .array(messages)]
        if form.sendsTemperature { body["temperature"] = settings.temperature.map { .number($0) } }
        body[form.tokenField.rawValue] = settings.maxTokens.map { .number(Double($0)) }
        self.body = body
    }

    private static func message(_ role: String, _ content: String) -> JSONValue {
        ["role": .string(role), "content": .string(content)]
    }
}
