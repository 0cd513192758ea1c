import Text

/// Events of an Anthropic message.
struct AnthropicStream: StreamAssembly {
    private var message: JSONValue = [:]
    private var usage: JSONValue = [:]
    private var blocks: [(index: Int, block: JSONValue)] = []
    private(set) var isFinished = false

    mutating func take(_ event: JSONValue) {
        switch event["type"]?.string {
        case "message_start":
            message.adopt(event["message"], except: ["content", "usage"])
            usage.adopt(event["message"]?["usage"])
        case "content_block_start":
            blocks.append((event["index"]?.integer ?? blocks.count, event["content_block"] ?? [:]))
        case "content_block_delta": append(event["delta"] ?? [:], to: event["index"]?.integer ?? 0)
        case "message_delta":
            message.adopt(event["delta"])
            usage.adopt(event["usage"])
            if event["delta"]?["stop_reason"] != nil { isFinished = true }
        case "message_stop": isFinished = true
        default: break
        }
    }

    private mutating func append(_ delta: JSONValue, to index: Int) {
        if !blocks.contains(where: { $0.index == index }) { blocks.append((index, [:])) }
        guard let place = blocks.firstIndex(where: { $0.index == index }) else { return }
        for name in ["text", "thinking", "signature", "partial_json"] {
            guard let more = delta[name]?.string else { continue }
            let before = blocks[place].block[name]?.string ?? ""
            blocks[place].block[name] = .string(before + more)
        }
    }

    var holdsAnswer: Bool { message != [:] }

    var document: JSONValue {
        var document = message
        document["content"] = .array(blocks.sorted { $0.index < $1.index }.map(\.block))
        if usage != [:] { document["usage"] = usage }
        return document
    }
}

/// Pieces of Google's answer, each of them a whole one with a part of the text.
struct GoogleStream: StreamAssembly {
    private var top: JSONValue = [:]
    private var candidates: [Candidate] = []
    private(set) var isFinished = false

    fileprivate struct Candidate {
        var index: Int
        var members: JSONValue = [:]
        var content: JSONValue = [:]
        var parts: [JSONValue] = []
        var chosen: [JSONValue] = []
        var top: [JSONValue] = []
    }

    mutating func take(_ event: JSONValue) {
        top.adopt(event, except: ["candidates"])
        if event["promptFeedback"]?["blockReason"] != nil { isFinished = true }
        for piece in event["candidates"]?.array ?? [] {
            let index = piece["index"]?.integer ?? 0
            if !candidates.contains(where: { $0.index == index }) { candidates.append(Candidate(index: index)) }
            guard let place = candidates.firstIndex(where: { $0.index == index }) else { continue }
            candidates[place].take(piece)
            if piece["finishReason"] != nil { isFinished = true }
        }
    }

    var holdsAnswer: Bool { !candidates.isEmpty || top["promptFeedback"] != nil }

    var document: JSONValue {
        var document = top
        if !candidates.isEmpty {
            document["candidates"] = .array(candidates.sorted { $0.index < $1.index }.map(\.whole))
        }
        return document
    }
}

extension GoogleStream.Candidate {
    mutating func take(_ piece: JSONValue) {
        members.adopt(piece, except: ["content", "logprobsResult"])
        content.adopt(piece["content"], except: ["parts"])
        parts += piece["content"]?["parts"]?.array ?? []
        chosen += piece["logprobsResult"]?["chosenCandidates"]?.array ?? []
        top += piece["logprobsResult"]?["topCandidates"]?.array ?? []
    }

    var whole: JSONValue {
        var candidate = members
        var content = self.content
        content["parts"] = .array(parts)
        candidate["content"] = content
        if !chosen.isEmpty {
            candidate["logprobsResult"] = ["chosenCandidates": .array(chosen), "topCandidates": .array(top)]
        }
        return candidate
    }
}
