/// A model as people name it: `provider/model`, such as `openai/gpt-4o-mini` or `ollama/llama3.3:70b`.
///
/// Only the first slash separates; the model's part may hold further slashes, colons and question marks.
package struct ModelName: Sendable, Hashable, CustomStringConvertible {
    /// The part before the first slash, in lower case.
    package let provider: String
    /// Everything after the first slash, as typed: the name that the provider is asked for.
    package let model: String

    /// Takes a name apart, without asking whether the provider is known.
    ///
    /// - Throws: `SetupError.Code.malformedName` without a slash, or with nothing before or after it.
    package init(_ text: String) throws(SetupError) {
        let trimmed = text.trimmingSpace()
        guard let slash = trimmed.firstIndex(of: "/") else {
            throw SetupError(
                .malformedName,
                "the model '\(text)' names no provider: write provider/model, such as openai/gpt-4o-mini")
        }
        let provider = trimmed[..<slash]
        let model = trimmed[trimmed.index(after: slash)...]
        guard !provider.isEmpty, !model.isEmpty else {
            let part = provider.isEmpty ? "before" : "after"
            throw SetupError(
                .malformedName,
                "the model '\(text)' has nothing \(part) its slash: write provider/model, such as openai/gpt-4o-mini")
        }
        self.provider = provider.lowercased()
        self.model = String(model)
    }

    /// Whether a simulated subject is meant, which needs neither network nor key.
    package var isSimulated: Bool { provider == "simulated" }

    /// `provider/model`.
    package var description: String { "\(provider)/\(model)" }
}
