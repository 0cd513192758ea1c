/// A respondent that has been checked and can be made: everything about it that is known before the first question.
package enum RespondentSpecification: Sendable, Hashable {
    /// A model behind a server that speaks the OpenAI format.
    case openAICompatible(OpenAICompatible.Settings)
    /// A model behind a server that speaks Anthropic's Messages format.
    case anthropicMessages(ServerSettings)
    /// A model behind Google's `generateContent`.
    case googleGemini(ServerSettings)
    /// One whose answers are computed in this process.
    case local(LocalRespondent)

    /// Checks the name of a model behind a server and its options, and finds the key. Nothing is sent.
    ///
    /// The key comes from `options.keyFile`, else from the provider's variable in `environment`, else from
    /// `VLENS_API_KEY`. With `options.baseURL` the provider may be any word, and a key is not required.
    ///
    /// - Parameter demandsKey: whether a provider that needs a key must have one: not where its questions travel in files.
    /// - Throws: `SetupError`, whose message quotes what is wrong and names the remedy.
    package static func resolve(
        _ name: ModelName, options: ConnectionOptions = ConnectionOptions(), environment: [String: String],
        demandsKey: Bool = true
    ) throws(SetupError) -> RespondentSpecification {
        let provider = Provider.named(name.provider)
        let baseURL = try BaseURL.resolve(
            name, provider: provider, given: options.baseURL, environment: environment)
        let key = try APIKey.find(
            for: name, provider: provider,
            required: demandsKey && options.baseURL == nil && provider?.needsKey == true,
            keyFile: options.keyFile, environment: environment)
        if key != nil, !options.allowsKeyOverHTTP { try baseURL.refuseUnlessPrivate() }
        var settings = try ServerSettings(
            baseURL: baseURL, model: name.model, apiKey: key, temperature: options.temperature,
            maxTokens: options.maxTokens, timeout: options.timeout, maximumConnections: options.maximumConnections)
        settings.dialect = provider?.dialect ?? Dialect()
        settings.recordedAddress = options.recordedBaseURL
        settings.proxy = try Proxy.find(for: baseURL, environment: environment)
        if let file = options.certificateFile { settings.trusted = try TrustedCertificates(file: file) }
        let format = provider?.format ?? .openAIChat
        try settings.adopt(options.request, for: format)
        return switch format {
        case .openAIChat: .openAICompatible(settings)
        case .anthropicMessages: .anthropicMessages(settings)
        case .googleGemini: .googleGemini(settings)
        }
    }

    /// The respondent itself. It holds connections: end it with `shutdown()`, or use `withRespondent`.
    package func makeRespondent() -> any Respondent {
        switch self {
        case .openAICompatible(let settings): OpenAICompatible(settings)
        case .anthropicMessages(let settings): AnthropicMessages(settings)
        case .googleGemini(let settings): GoogleGemini(settings)
        case .local(let local): local.make()
        }
    }

    /// Lends the respondent to `body` and lets go of its connections afterwards, whatever happens.
    package func withRespondent<Result, Failure: Error>(
        _ body: (any Respondent) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        let respondent = makeRespondent()
        do throws(Failure) {
            let result = try await body(respondent)
            await respondent.shutdown()
            return result
        } catch {
            await respondent.shutdown()
            throw error
        }
    }
}

extension RespondentSpecification {
    /// Whether the answers are computed here and tell nothing about any model.
    package var isSimulated: Bool {
        if case .local = self { return true }
        return false
    }

    /// What a run should tell its user before it begins; none for a respondent that needs no network.
    package var warnings: [String] { settings?.warnings ?? [] }

    /// The proxy by which the server is reached; nil where it is reached directly.
    package var proxy: Proxy? { settings?.proxy }

    /// The most connections at once.
    package var maximumConnections: Int { settings?.maximumConnections ?? .max }

    /// The same with fewer connections.
    package func limited(toConnections most: Int) -> RespondentSpecification {
        func limited(_ settings: ServerSettings) -> ServerSettings {
            var settings = settings
            settings.maximumConnections = min(settings.maximumConnections, max(1, most))
            return settings
        }
        return switch self {
        case .openAICompatible(let settings): .openAICompatible(limited(settings))
        case .anthropicMessages(let settings): .anthropicMessages(limited(settings))
        case .googleGemini(let settings): .googleGemini(limited(settings))
        case .local: self
        }
    }

    /// Whether the server has a name that must be looked up, and no address of numbers.
    package var needsNameLookup: Bool {
        guard let settings else { return false }
        return IPAddress(Substring(settings.proxy?.host ?? settings.baseURL.host)) == nil
    }

    var settings: ServerSettings? {
        switch self {
        case .openAICompatible(let settings), .anthropicMessages(let settings), .googleGemini(let settings): settings
        case .local: nil
        }
    }

    /// Everything that can change an answer, by name, without any key: what a run records.
    package var recordedSettings: [String: String] {
        switch self {
        case .openAICompatible(let settings): settings.recorded(as: .openAIChat)
        case .anthropicMessages(let settings): settings.recorded(as: .anthropicMessages)
        case .googleGemini(let settings): settings.recorded(as: .googleGemini)
        case .local(let local): local.recordedSettings
        }
    }
}
