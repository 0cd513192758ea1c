/// The formats that a loopback server answers in, each written after its public documentation.
package enum LoopbackFormat: Sendable, CaseIterable {
    case openAI, anthropic, google

    /// How an answer ends.
    package enum Ending: Sendable, CaseIterable {
        case stop, length, contentFilter, refusal, toolCall
    }
}

extension LoopbackFormat {
    /// An answer of 12 tokens read and 30 written, 20 of them thoughts where `reasoning` is given.
    ///
    /// - Parameters:
    ///   - text: nil sends no content in the way of the format.
    ///   - choices: how many alternatives, all with the same text; one format knows only one.
    package func answer(
        _ text: String?, ending: Ending = .stop, reasoning: String? = nil, choices: Int = 1, model: String = "loopback",
        headers: [(String, String)] = []
    ) -> LoopbackServer.Response {
        let body =
            switch self {
            case .openAI: openAI(text, ending, reasoning, choices, model)
            case .anthropic: anthropic(text, ending, reasoning, model)
            case .google: google(text, ending, reasoning, choices, model)
            }
        return .answer(200, body, headers: [("content-type", "application/json")] + headers)
    }

    /// An answer of status 200 in which none is.
    package var withoutAnswer: LoopbackServer.Response {
        switch self {
        case .openAI: .answer(200, #"{"id":"c","object":"chat.completion","model":"loopback","choices":[]}"#)
        case .anthropic: .answer(200, #"{"id":"msg_1","type":"message","role":"assistant","model":"loopback"}"#)
        case .google: .answer(200, #"{"candidates":[],"modelVersion":"loopback"}"#)
        }
    }

    /// An error as the format words it.
    package func error(
        _ status: Int, _ message: String, headers: [(String, String)] = []
    ) -> LoopbackServer.Response {
        let text = LoopbackServer.Response.quoted(message)
        let body =
            switch self {
            case .openAI: #"{"error":{"message":\#(text),"type":"error","param":null,"code":null}}"#
            case .anthropic:
                #"{"type":"error","error":{"type":"\#(anthropicType(status))","message":\#(text)},"request_id":"req_1"}"#
            case .google: #"{"error":{"code":\#(status),"message":\#(text),"status":"\#(googleStatus(status))"}}"#
            }
        return .answer(status, body, headers: [("content-type", "application/json")] + headers)
    }
}

extension LoopbackFormat {
    private func quoted(_ text: String?) -> String { text.map(LoopbackServer.Response.quoted) ?? "null" }

    private func openAI(
        _ text: String?, _ ending: Ending, _ reasoning: String?, _ choices: Int, _ model: String
    ) -> String {
        let reason =
            switch ending {
            case .stop, .refusal: "stop"
            case .length: "length"
            case .contentFilter: "content_filter"
            case .toolCall: "tool_calls"
            }
        let extra =
            switch ending {
            case .refusal: #","refusal":"I cannot answer that.""#
            case .toolCall:
                #","tool_calls":[{"id":"call_1","type":"function","function":{"name":"f","arguments":"{}"}}]"#
            default: #","refusal":null"#
            }
        let thought = reasoning.map { #","reasoning_content":\#(quoted($0))"# } ?? ""
        let list = (0..<choices).map {
            #"{"index":\#($0),"message":{"role":"assistant","content":\#(quoted(text))\#(thought)\#(extra)},"#
                + #""logprobs":null,"finish_reason":"\#(reason)"}"#
        }
        let details = reasoning == nil ? "" : #","completion_tokens_details":{"reasoning_tokens":20}"#
        return #"{"id":"chatcmpl-1","object":"chat.completion","created":1,"model":\#(quoted(model)),"#
            + #""choices":[\#(list.joined(separator: ","))],"#
            + #""usage":{"prompt_tokens":12,"completion_tokens":30,"total_tokens":42\#(details)}}"#
    }

    private func anthropic(_ text: String?, _ ending: Ending, _ reasoning: String?, _ model: String) -> String {
        let reason =
            switch ending {
            case .stop: "end_turn"
            case .length: "max_tokens"
            case .contentFilter, .refusal: "refusal"
            case .toolCall: "tool_use"
            }
        let thought = reasoning.map { #"{"type":"thinking","thinking":\#(quoted($0)),"signature":"x"}"# }
        let call = ending == .toolCall ? #"{"type":"tool_use","id":"toolu_1","name":"f","input":{}}"# : nil
        let blocks = [thought, text.map { #"{"type":"text","text":\#(quoted($0))}"# }, call].compactMap(\.self)
        return #"{"id":"msg_1","type":"message","role":"assistant","model":\#(quoted(model)),"#
            + #""content":[\#(blocks.joined(separator: ","))],"stop_reason":"\#(reason)","stop_sequence":null,"#
            + #""usage":{"input_tokens":2,"cache_creation_input_tokens":0,"cache_read_input_tokens":10,"output_tokens":30}}"#
    }

    private func google(
        _ text: String?, _ ending: Ending, _ reasoning: String?, _ choices: Int, _ model: String
    ) -> String {
        let reason =
            switch ending {
            case .stop, .toolCall: "STOP"
            case .length: "MAX_TOKENS"
            case .contentFilter: "SAFETY"
            case .refusal: "PROHIBITED_CONTENT"
            }
        let thought = reasoning.map { #"{"text":\#(quoted($0)),"thought":true}"# }
        let call = ending == .toolCall ? #"{"functionCall":{"name":"f","args":{}}}"# : nil
        let parts = [thought, text.map { #"{"text":\#(quoted($0))}"# }, call].compactMap(\.self)
        let content = parts.isEmpty ? "" : #""content":{"parts":[\#(parts.joined(separator: ","))],"role":"model"},"#
        let list = (0..<choices).map { #"{\#(content)"finishReason":"\#(reason)","index":\#($0)}"# }
        let counts =
            reasoning == nil ? #""candidatesTokenCount":30"# : #""candidatesTokenCount":10,"thoughtsTokenCount":20"#
        return #"{"candidates":[\#(list.joined(separator: ","))],"modelVersion":\#(quoted(model)),"#
            + #""usageMetadata":{"promptTokenCount":12,\#(counts),"totalTokenCount":42},"responseId":"r"}"#
    }

    private func anthropicType(_ status: Int) -> String {
        switch status {
        case 400, 422: "invalid_request_error"
        case 401: "authentication_error"
        case 402: "billing_error"
        case 403: "permission_error"
        case 404: "not_found_error"
        case 413: "request_too_large"
        case 429: "rate_limit_error"
        case 529: "overloaded_error"
        default: "api_error"
        }
    }

    private func googleStatus(_ status: Int) -> String {
        switch status {
        case 400, 413, 422: "INVALID_ARGUMENT"
        case 401: "UNAUTHENTICATED"
        case 402: "FAILED_PRECONDITION"
        case 403: "PERMISSION_DENIED"
        case 404: "NOT_FOUND"
        case 429: "RESOURCE_EXHAUSTED"
        case 503, 529: "UNAVAILABLE"
        default: "INTERNAL"
        }
    }
}
