import Text

/// The body of one chat completion request.
struct ChatRequest {
    let body: JSONValue

    init(settings: ServerSettings, request: RespondentRequest, form: RequestForm) {
        var messages: [JSONValue] = []
        if let system = settings.request.system(of: request) { messages.append(Self.message("system", system)) }
        messages.append(Self.message("user", request.prompt))
        var body: JSONValue = ["model": .string(settings.model), "messages": .array(messages)]
        // Some gateways stream unless they are told not to.
        if form.sendsStream { body["stream"] = .bool(false) }
        if form.sendsTemperature { body["temperature"] = settings.temperature.map { .number($0) } }
        body[form.tokenField.rawValue] = settings.maxTokens.map { .number(Double($0)) }
        let options = settings.request
        body["top_p"] = options.topP.map { .number($0) }
        body[settings.dialect.seedField] = options.seed(of: request)
        if case .object(let members)? = options.thinking?.members(at: settings.dialect.thinking) {
            body = body.merging(members)
        }
        Self.addForm(to: &body, settings, request.form)
        if let count = options.topLogProbabilities, request.form?.onlyChoice != nil {
            body["logprobs"] = .bool(true)
            body["top_logprobs"] = .number(Double(count))
        }
        self.body = body
    }

    /// Holds the answer to its form, where that is wished for and known.
    private static func addForm(to body: inout JSONValue, _ settings: ServerSettings, _ form: AnswerForm?) {
        guard let form else { return }
        switch settings.request.structuredOutput {
        case .none: break
        case .jsonObject: body["response_format"] = ["type": "json_object"]
        case .jsonSchema:
            body["response_format"] = [
                "type": "json_schema",
                "json_schema": ["name": "answer", "strict": .bool(true), "schema": form.jsonSchema],
            ]
        case .grammar:
            let grammar = JSONValue.string(form.grammar)
            switch settings.dialect.grammar {
            case .member(let name): body[name] = grammar
            case .nested(let outer, let name): body[outer] = .object([JSONValue.Member(name, grammar)])
            case .responseFormat: body["response_format"] = ["type": "grammar", "grammar": grammar]
            case nil: break
            }
        }
    }

    private static func message(_ role: String, _ content: String) -> JSONValue {
        ["role": .string(role), "content": .string(content)]
    }
}
