/// The formats in which servers are asked, and what errors say about each.
package enum WireFormat: String, Sendable, Hashable, CaseIterable {
    /// OpenAI's chat completions, which most servers speak.
    case openAIChat
    /// Anthropic's Messages.
    case anthropicMessages
    /// Google's `generateContent`.
    case googleGemini
}

extension WireFormat {
    /// A stable word for what a run records.
    var name: String {
        switch self {
        case .openAIChat: "openai-chat"
        case .anthropicMessages: "anthropic-messages"
        case .googleGemini: "google-gemini"
        }
    }

    /// What follows the base URL.
    func ending(model: String) -> String {
        switch self {
        case .openAIChat: "/chat/completions"
        case .anthropicMessages: "/messages"
        case .googleGemini: "/\(Self.resource(model)):generateContent"
        }
    }

    /// How the kind of server is called.
    var server: String {
        switch self {
        case .openAIChat: "an OpenAI-compatible server"
        case .anthropicMessages: "a server of Anthropic's Messages format"
        case .googleGemini: "a server of Google's generateContent format"
        }
    }

    /// Where a base URL ends, for a remedy.
    var usualEnd: String {
        switch self {
        case .openAIChat: "it should end where /chat/completions begins, often in /v1"
        case .anthropicMessages: "it should end where /messages begins, often in /v1"
        case .googleGemini: "it should end where /models begins, often in /v1beta"
        }
    }

    /// What an answer of this format must have.
    var answer: String {
        switch self {
        case .openAIChat: "a choice"
        case .anthropicMessages: "content"
        case .googleGemini: "a candidate"
        }
    }

    /// The header that carries the key, and what stands before the key in it.
    var keyHeader: (name: String, prefix: String) {
        switch self {
        case .openAIChat: ("authorization", "Bearer ")
        case .anthropicMessages: ("x-api-key", "")
        case .googleGemini: ("x-goog-api-key", "")
        }
    }

    /// `models/…`, `tunedModels/…` as typed, a bare name among the models.
    private static func resource(_ model: String) -> String {
        (model.contains("/") ? model : "models/\(model)").percentEncoded
    }
}
