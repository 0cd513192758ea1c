import Text

/// Chunks of a chat completion.
struct ChatStream: StreamAssembly {
    private var top: JSONValue = [:]
    /// In the order in which they began.
    private var choices: [Choice] = []
    private(set) var isFinished = false

    fileprivate struct Choice {
        var index: Int
        var members: JSONValue = [:]
        var message: JSONValue = [:]
        var tokens: [JSONValue] = []
    }

    mutating func take(_ event: JSONValue) {
        top.adopt(event, except: ["choices", "object"])
        if event["usage"] == nil, let usage = event["x_groq"]?["usage"] { top["usage"] = usage }
        for piece in event["choices"]?.array ?? [] {
            let index = piece["index"]?.integer ?? 0
            if !choices.contains(where: { $0.index == index }) { choices.append(Choice(index: index)) }
            guard let place = choices.firstIndex(where: { $0.index == index }) else { continue }
            choices[place].take(piece)
            if piece["finish_reason"] != nil { isFinished = true }
        }
    }

    var holdsAnswer: Bool { !choices.isEmpty }

    var document: JSONValue {
        var document: JSONValue = ["object": "chat.completion"]
        document.adopt(top)
        document["choices"] = .array(choices.sorted { $0.index < $1.index }.map(\.whole))
        return document
    }
}

extension ChatStream.Choice {
    mutating func take(_ piece: JSONValue) {
        members.adopt(piece, except: ["delta", "message", "text", "logprobs"])
        tokens += piece["logprobs"]?["content"]?.array ?? []
        if let message = piece["message"] {
            // A server that sends the whole at the end does not mean it twice.
            let isWhole = (message["content"]?.string ?? "").hasPrefix(self.message["content"]?.string ?? "")
            if isWhole { self.message = message } else { self.message.append(message) }
        }
        if let delta = piece["delta"] { message.append(delta) }
        if let text = piece["text"] { message.append(["content": text]) }
    }

    var whole: JSONValue {
        var choice: JSONValue = ["index": .number(Double(index))]
        choice.adopt(members)
        choice["message"] = message
        if !tokens.isEmpty { choice["logprobs"] = ["content": .array(tokens)] }
        return choice
    }
}

extension JSONValue {
    /// Texts and lists grow, anything else is replaced; a role comes with every piece.
    fileprivate mutating func append(_ delta: JSONValue) {
        guard case .object(let members) = delta else { return }
        for member in members where member.value != .null {
            switch (self[member.name], member.value) {
            case (.string(let before)?, .string(let more)) where member.name != "role":
                self[member.name] = .string(before + more)
            case (.array(let before)?, .array(let more)): self[member.name] = .array(before + more)
            default: self[member.name] = member.value
            }
        }
    }
}

/// Lines of Ollama's own format, which a gateway passes on.
struct OllamaStream: StreamAssembly {
    private var text = ""
    private var thoughts = ""
    private var last: JSONValue = [:]

    mutating func take(_ event: JSONValue) {
        text += event["message"]?["content"]?.string ?? ""
        thoughts += event["message"]?["thinking"]?.string ?? ""
        last.adopt(event, except: ["message"])
    }

    var isFinished: Bool { last["done"] == .bool(true) }
    var holdsAnswer: Bool { true }

    var document: JSONValue {
        var message: JSONValue = ["role": "assistant", "content": .string(text)]
        if !thoughts.isEmpty { message["reasoning_content"] = .string(thoughts) }
        var choice: JSONValue = ["index": .number(0), "message": message]
        choice["finish_reason"] = last["done_reason"]
        var usage: JSONValue = [:]
        usage["prompt_tokens"] = last["prompt_eval_count"]
        usage["completion_tokens"] = last["eval_count"]
        var document: JSONValue = ["object": "chat.completion", "choices": .array([choice]), "usage": usage]
        document["model"] = last["model"]
        return document
    }
}
