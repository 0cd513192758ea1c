extension RespondentSpecification {
    /// Who takes batches of this respondent's questions, and the share of the usual price that it documents for them. It holds
    /// connections: end it with `shutdown()`.
    ///
    /// - Parameter provider: the first part of the respondent's name.
    /// - Throws: `SetupError.Code.badParameter` where the provider has no batches, or another protocol for them.
    package func batchProvider(
        named provider: String
    ) throws(SetupError) -> (provider: any BatchProvider, factor: Double?) {
        let name = provider.lowercased()
        let elsewhere =
            "write the questions to a file and read the answers back: 'vlens questions --form openai-batch', "
            + "docs/exchange.md"
        if !warnings.isEmpty {
            throw SetupError(
                .badParameter,
                "--batch writes requests to files, and --extra-body holds what looks like a key: give the key by the "
                    + "environment or --key-file")
        }
        // Under another address than its own, a name says little of who answers.
        let hasBaseURL = settings.map { !$0.isAt(Provider.named(name)) } ?? false
        switch self {
        case .openAICompatible(let settings) where hasBaseURL || Self.takingBatches.contains(name):
            let isDocumented = !hasBaseURL && Self.halvingPrices.contains(name)
            return (OpenAIBatches(settings, isDocumented: isDocumented), isDocumented ? 0.5 : nil)
        case .anthropicMessages(let settings):
            return (AnthropicBatches(settings, isDocumented: !hasBaseURL), hasBaseURL ? nil : 0.5)
        case .openAICompatible, .googleGemini:
            throw SetupError(
                .badParameter,
                "--batch: '\(provider)' has no batches, or another protocol for them than OpenAI's and Anthropic's; \(elsewhere)"
            )
        case .local:
            throw SetupError(
                .badParameter,
                "--batch: '\(provider)' answers here and now; leave --batch out, or name a model with --model")
        }
    }

    /// Providers whose batches are OpenAI's.
    private static let takingBatches: Set = ["openai", "azure", "groq"]
    /// Those that document half the price, and that nothing is paid for what was not answered in time.
    private static let halvingPrices: Set = ["openai", "azure"]
}

extension ServerSettings {
    /// Whether the address is the provider's own.
    fileprivate func isAt(_ provider: Provider?) -> Bool {
        guard let provider else { return false }
        return dialect.addressing != nil || provider.baseURL == baseURL.text
    }
}
