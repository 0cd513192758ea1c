/// The form in which one model takes settings that its relatives take otherwise.
struct RequestForm: Sendable, Hashable {
    /// Whether a temperature may be sent at all.
    var sendsTemperature = true
    /// The field that carries the most tokens of a reply.
    var tokenField = TokenField.maxTokens
    /// Whether it is said that the answer shall come whole.
    var sendsStream = true

    enum TokenField: String, Sendable, Hashable {
        case maxTokens = "max_tokens"
        case maxCompletionTokens = "max_completion_tokens"
    }

    /// The usual form.
    init() {}

    /// The form that the model's family is known for, by the last part of its name: `openai/o3-mini` behind a gateway is
    /// `o3-mini`.
    init(model: String) {
        let name = (model.split(separator: "/").last ?? "").lowercased()
        guard let family = Self.families.first(where: { $0.includes(name) }) else { return }
        sendsTemperature = family.takesTemperature
        tokenField = .maxCompletionTokens
    }
}

extension RequestForm {
    /// Models that want `max_completion_tokens`; the first that fits counts.
    private struct Family {
        var stem: String
        var takesTemperature: Bool

        /// `o3` and `o3-mini`, but not `o30b`.
        func includes(_ name: String) -> Bool {
            guard name.hasPrefix(stem) else { return false }
            let next = name.dropFirst(stem.count).first
            return next == nil || next == "-" || next == "." || next == ":"
        }
    }

    private static let families = [
        Family(stem: "gpt-5-chat", takesTemperature: true),
        Family(stem: "gpt-5", takesTemperature: false),
        Family(stem: "o1", takesTemperature: false),
        Family(stem: "o3", takesTemperature: false),
        Family(stem: "o4", takesTemperature: false),
    ]
}

extension RequestForm {
    /// What a refusal of a field teaches, or nil where it teaches nothing that was not known.
    ///
    /// - Parameter words: what the server says, in lower case.
    func corrected(by words: String) -> RequestForm? {
        let isRefusal = Self.refusals.contains { words.contains($0) }
        guard isRefusal else { return nil }
        var form = self
        switch tokenField {
        // A message that only asks for `max_completion_tokens` names the other field too, so the wish is looked for first.
        case .maxTokens where words.contains(TokenField.maxCompletionTokens.rawValue):
            form.tokenField = .maxCompletionTokens
        case .maxCompletionTokens where words.contains(TokenField.maxCompletionTokens.rawValue):
            form.tokenField = .maxTokens
        default: if words.contains("temperature") { form.sendsTemperature = false }
        }
        if form == self, words.contains("stream") { form.sendsStream = false }
        return form == self ? nil : form
    }

    private static let refusals = [
        "unsupported", "not support", "deprecated", "not permitted", "not allowed", "unrecognized", "unknown",
        "unexpected", "extra_forbidden", "extra inputs", "cannot be used", "only the default", "does not accept",
        "cannot both", "may only be set",
    ]
}
