import Text

extension RespondentReply {
    /// With secrets hidden that no single piece of the answer shows: one that a stream or a list of parts has cut up.
    ///
    /// The raw answer then holds the pieces, and is replaced by a document that says so.
    func scrubbed(by scrubber: Scrubber) -> RespondentReply {
        guard !scrubber.isEmpty else { return self }
        var reply = self
        reply.text = scrubber.scrubbed(text)
        reply.reasoning = reasoning.map(scrubber.scrubbed)
        reply.refusal = refusal.map(scrubber.scrubbed)
        reply.reportedModel = reportedModel.map(scrubber.scrubbed)
        reply.servedBy = servedBy.map(scrubber.scrubbed)
        reply.systemFingerprint = systemFingerprint.map(scrubber.scrubbed)
        if case .other(let word) = finishReason { reply.finishReason = .other(scrubber.scrubbed(word)) }
        guard reply != self else { return self }
        reply.rawResponse = JSONText.bytes(
            of: [
                "scrubbed": "the answer held an API key in pieces, and is not kept as it came",
                "text": .string(reply.text),
            ])
        return reply
    }
}
