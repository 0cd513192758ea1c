import Pages
package import Text

extension ReplyView {
    package var json: JSONValue {
        [
            "question": question.json,
            "replies": .array(
                answers.flatMap { one in
                    one.replies.map { JSONValue.object([.init("run", .integer(one.run))] + $0.json.members) }
                }),
            "failures": .array(
                answers.compactMap { one in
                    one.failure.map { JSONValue.object([.init("run", .integer(one.run))] + $0.json.members) }
                }),
            "request": JSONValue(raw?.request?.text), "response": JSONValue(raw?.response?.text),
        ]
    }

    package var table: CSVTable {
        CSVTable(
            name: "reply.csv", header: ReplyRow.header,
            rows: answers.flatMap { one in
                one.replies.map { ReplyRow(question, $0, failure: nil).fields }
                    + (one.failure.map { [ReplyRow(question, nil, failure: $0, run: one.run, one.respondent).fields] }
                        ?? [])
            })
    }
}

extension ShownQuestion {
    /// The question for programs; the prompt as far as the page has it.
    var json: JSONValue {
        [
            "id": .string(id), "task": .string(task), "country": JSONValue(country), "topic": JSONValue(topic),
            "value": JSONValue(value), "variant": .integer(variant), "wording": .string(wording),
            "replicate": .integer(replicate), "first": JSONValue(first?.rawValue),
            "labels": .array(options.map(JSONValue.string)), "system": JSONValue(system?.text),
            "prompt": JSONValue(prompt?.text),
        ]
    }
}

extension ShownReply {
    var json: JSONValue {
        func number(_ count: Int?) -> JSONValue { count.map { .integer($0) } ?? .null }
        return [
            "respondent": .string(respondent.name), "text": .string(text.text), "bytes": .integer(text.bytes),
            "part": .integer(text.part), "parts": .integer(text.parts),
            "thoughts": .array(thoughts.map { .string($0.text) }), "finish_reason": JSONValue(finishReason),
            "served_model": JSONValue(model), "provider": JSONValue(provider), "fingerprint": JSONValue(fingerprint),
            "tokens_in": number(promptTokens), "tokens_out": number(completionTokens),
            "tokens_reasoning": number(reasoningTokens), "latency": JSONValue(latency), "attempts": number(attempts),
            "replied": JSONValue(replied), "set_aside": JSONValue(aside?.cause),
            "readings": .array(readings.map(\.json)), "overrules": .array(overrules.map(\.json)),
        ]
    }
}

extension ShownReading {
    var json: JSONValue {
        [
            "reader_version": .integer(version), "state": .string(state), "reason": JSONValue(reason),
            "answer": JSONValue(content), "side": JSONValue(side?.rawValue),
        ]
    }
}

extension ShownOverrule {
    var json: JSONValue {
        [
            "by": .string(by), "at": .string(at), "why": .string(why), "state": JSONValue(reading?.state),
            "answer": JSONValue(reading?.content), "of_this_reply": .bool(isOfThisReply),
        ]
    }
}

extension ShownFailure {
    var json: JSONValue {
        [
            "code": .string(code), "message": .string(message), "failed_at": .string(failed),
            "attempts": .integer(attempts),
        ]
    }
}

/// A question and what came of it, as a row of a table.
struct ReplyRow {
    static let header = [
        "run", "respondent", "question", "task", "country", "topic", "value", "variant", "wording", "replicate",
        "first", "state", "reason", "answer", "side", "reader_version", "overruled_state", "overruled_answer",
        "overruled_by", "finish_reason", "served_model", "provider", "tokens_in", "tokens_out", "tokens_reasoning",
        "latency", "attempts", "replied", "set_aside",
    ]

    let fields: [CSVTable.Field]

    /// - Parameters:
    ///   - reply: nil for a question without one.
    ///   - failure: why there is none, where it was asked in vain.
    init(
        _ question: ShownQuestion, _ reply: ShownReply?, failure: ShownFailure?, run: Int? = nil,
        _ respondent: RespondentSummary? = nil
    ) {
        let (reading, person) = (reply?.reading, reply?.inForce)
        let head: [CSVTable.Field] = [
            .count(reply?.run ?? run), .text((reply?.respondent ?? respondent)?.name ?? ""), .text(question.id),
            .text(question.task), .text(question.country ?? ""), .text(question.topic ?? ""),
            .text(question.value ?? ""), .count(question.variant), .text(question.wording), .count(question.replicate),
            .text(question.first?.rawValue ?? ""),
        ]
        let read: [CSVTable.Field] = [
            .text(reading?.state ?? "missing"), .text(reading?.reason ?? failure?.code ?? ""),
            .text(reading?.content ?? ""), .text(reading?.side?.rawValue ?? ""), .count(reading?.version),
            .text(person?.reading?.state ?? ""), .text(person?.reading?.content ?? ""), .text(person?.by ?? ""),
        ]
        let came: [CSVTable.Field] = [
            .text(reply?.finishReason ?? ""), .text(reply?.model ?? ""), .text(reply?.provider ?? ""),
            .count(reply?.promptTokens), .count(reply?.completionTokens), .count(reply?.reasoningTokens),
            .number(reply?.latency), .count(reply?.attempts ?? failure?.attempts), .text(reply?.replied ?? ""),
            .text(reply?.aside?.cause ?? ""),
        ]
        fields = head + read + came
    }
}
