import Foundation
import Text

extension ReplyRecord {
    /// A reply in an entry. What is not known is left out.
    var journalMembers: [JSONValue.Member] {
        var members = question.journalMembers
        func add(_ name: String, _ value: JSONValue?) {
            if let value { members.append(JSONValue.Member(name, value)) }
        }
        add("text", .string(text))
        add("reasoning", reasoning.map(JSONValue.string))
        add("finishReason", finishReason.map(JSONValue.string))
        add("model", model.map(JSONValue.string))
        add("provider", provider.map(JSONValue.string))
        add("fingerprint", fingerprint.map(JSONValue.string))
        add("omitted", omittedSettings.isEmpty ? nil : .array(omittedSettings.map(JSONValue.string)))
        add("promptTokens", promptTokens.map(JSONValue.integer))
        add("completionTokens", completionTokens.map(JSONValue.integer))
        add("reasoningTokens", reasoningTokens.map(JSONValue.integer))
        add("latency", latency.map(JSONValue.number))
        add("attempts", .integer(attempts))
        add("replied", .number(replied.timeIntervalSince1970))
        add("optionLogProbabilities", optionLogProbabilities.map(JSONValue.string))
        add("request", request.map { sentForm($0) })
        add("response", response.map(Self.json))
        add(
            "reading",
            [
                "readerVersion": .integer(reading.readerVersion), "state": .string(reading.state),
                "reason": JSONValue(reading.reason), "content": JSONValue(reading.content),
            ])
        return members
    }

    /// A request without the prompt, which stands in the entry already, where that gives it back.
    private func sentForm(_ request: Data) -> JSONValue {
        guard let sent = SentRequest(request, system: question.system, prompt: question.prompt) else {
            return Self.json(request)
        }
        return [
            "without": Self.json(sent.bytes), "systemAt": sent.systemAt.map(JSONValue.integer) ?? .null,
            "promptAt": sent.promptAt.map(JSONValue.integer) ?? .null,
        ]
    }

    /// Bytes as the text that they are, or in base 64.
    private static func json(_ bytes: Data) -> JSONValue {
        if let text = String(validating: bytes, as: UTF8.self) { return .string(text) }
        return ["base64": .string(bytes.base64EncodedString())]
    }

    private static func bytes(_ json: JSONValue) -> Data? {
        json.string.map { Data($0.utf8) } ?? json["base64"]?.string.flatMap { Data(base64Encoded: $0) }
    }

    /// The reply of an entry; `nil` where something is missing that every reply has.
    init?(journal json: JSONValue) {
        guard let question = QuestionRecord(journal: json), let text = json["text"]?.string,
            let attempts = json["attempts"]?.integer, let replied = json["replied"]?.double,
            let reading = json["reading"],
            let version = reading["readerVersion"]?.integer, let state = reading["state"]?.string
        else { return nil }
        self.init(
            question: question, text: text, reasoning: json["reasoning"]?.string,
            finishReason: json["finishReason"]?.string, model: json["model"]?.string,
            promptTokens: json["promptTokens"]?.integer, completionTokens: json["completionTokens"]?.integer,
            reasoningTokens: json["reasoningTokens"]?.integer, latency: json["latency"]?.double, attempts: attempts,
            request: json["request"].flatMap { Self.request($0, question) },
            response: json["response"].flatMap(Self.bytes),
            replied: Date(timeIntervalSince1970: replied),
            reading: ReadingRecord(
                readerVersion: version, state: state, reason: reading["reason"]?.string,
                content: reading["content"]?.string))
        provider = json["provider"]?.string
        fingerprint = json["fingerprint"]?.string
        omittedSettings = json["omitted"]?.array?.compactMap(\.string) ?? []
        optionLogProbabilities = json["optionLogProbabilities"]?.string
    }

    private static func request(_ json: JSONValue, _ question: QuestionRecord) -> Data? {
        guard let without = json["without"] else { return bytes(json) }
        return bytes(without).flatMap {
            SentRequest(bytes: $0, systemAt: json["systemAt"]?.integer, promptAt: json["promptAt"]?.integer)
                .restored(system: question.system, prompt: question.prompt)
        }
    }
}

extension QuestionRecord {
    fileprivate var journalMembers: [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("question", .string(id)), .init("task", .string(kind)),
            .init(
                "item",
                [
                    "kind": .string(item.kind),
                    "dimensions": .array(item.dimensions.map { [.string($0.name), .string($0.value)] }),
                ]), .init("variant", .integer(variant)), .init("replicate", .integer(replicate)),
        ]
        if let first { members.append(.init("first", .integer(first))) }
        if let system { members.append(.init("system", .string(system))) }
        if let prompt { members.append(.init("prompt", .string(prompt))) }
        return members
    }

    fileprivate init?(journal json: JSONValue) {
        guard let id = json["question"]?.string, let kind = json["task"]?.string, let item = json["item"],
            let itemKind = item["kind"]?.string, let dimensions = item["dimensions"]?.array,
            let variant = json["variant"]?.integer, let replicate = json["replicate"]?.integer
        else { return nil }
        var names: [(name: String, value: String)] = []
        for dimension in dimensions {
            guard let pair = dimension.array, pair.count == 2, let name = pair[0].string, let value = pair[1].string
            else {
                return nil
            }
            names.append((name, value))
        }
        self.init(
            id: id, kind: kind, item: ItemRecord(kind: itemKind, dimensions: names), variant: variant,
            replicate: replicate, first: json["first"]?.integer, system: json["system"]?.string,
            prompt: json["prompt"]?.string)
    }
}
