import Text

/// How a model behind a server is reached and asked, whatever format the server speaks.
package struct ServerSettings: Sendable, Hashable {
    /// Where the server answers.
    package var baseURL: BaseURL
    /// The name that the server is asked for.
    package var model: String
    /// Sent in a header, never in an address or a body; nil sends none.
    package var apiKey: Secret?
    /// Sampling temperature, 0…2; nil leaves it to the server.
    package var temperature: Double?
    /// The most tokens a reply may have; nil leaves it to the server.
    package var maxTokens: Int?
    /// The longest that one attempt may take, connecting included.
    package var timeout: Duration
    /// The most connections at once, 1…512.
    package var maximumConnections: Int
    /// The longest answer that is read, in bytes after decompression; reading stops there.
    package var maximumResponseBytes: Int
    /// What is asked for beyond the question, checked.
    package internal(set) var request = RequestOptions()
    /// The members that are added to every body.
    var extraMembers: [JSONValue.Member] = []
    /// What the provider wants otherwise than its format says.
    var dialect = Dialect()
    /// Trusted besides the system's certificates.
    var trusted = TrustedCertificates()
    /// The way out; nil reaches the server directly.
    package internal(set) var proxy: Proxy?
    /// What is kept of the address with a run, where it is not the address itself.
    var recordedAddress: String?

    /// Settings, checked.
    ///
    /// - Parameter maxTokens: 4,096 hold 56 ratings with a reason each; see `ConnectionOptions`.
    /// - Throws: `SetupError.Code.badParameter` for a number outside its range.
    package init(
        baseURL: BaseURL, model: String, apiKey: Secret? = nil, temperature: Double? = 0.2,
        maxTokens: Int? = 4096, timeout: Duration = .seconds(120), maximumConnections: Int = 512,
        maximumResponseBytes: Int = 16 << 20
    ) throws(SetupError) {
        if let temperature { try Self.check(temperature, in: 0...2, as: "temperature", flag: "--temperature") }
        if let maxTokens {
            try Self.check(maxTokens, in: 1...10_000_000, as: "number of tokens", flag: "--max-tokens")
        }
        try Self.check(maximumConnections, in: 1...512, as: "number of connections", flag: "--concurrency")
        try Self.check(maximumResponseBytes, in: 1...(1 << 30), as: "limit of bytes", flag: "it")
        guard timeout > .zero, timeout <= .seconds(86_400) else {
            throw SetupError(
                .badParameter,
                "the timeout \(timeout) is outside 0…86400 seconds: give --timeout a number in that range")
        }
        self.baseURL = baseURL
        self.model = model
        self.apiKey = apiKey
        self.temperature = temperature
        self.maxTokens = maxTokens
        self.timeout = timeout
        self.maximumConnections = maximumConnections
        self.maximumResponseBytes = maximumResponseBytes
    }

    static func check<Number: Comparable>(
        _ number: Number, in range: ClosedRange<Number>, as what: String, flag: String
    ) throws(SetupError) {
        guard !range.contains(number) else { return }
        throw SetupError(
            .badParameter,
            "the \(what) \(number) is outside \(range.lowerBound)…\(range.upperBound): "
                + "give \(flag) a number in that range")
    }
}

extension ServerSettings {
    /// Takes what is asked for beyond the question.
    ///
    /// - Throws: `SetupError.Code.badParameter` for what is out of its range, or not offered by the format.
    mutating func adopt(_ options: RequestOptions, for format: WireFormat) throws(SetupError) {
        try options.checkRanges()
        extraMembers = try options.extraMembers()
        request = options
        try format.check(self)
    }

    /// Whether a temperature is sent in this form. Anthropic's models take none while they think.
    func sendsTemperature(in form: RequestForm, as format: WireFormat) -> Bool {
        guard format == .anthropicMessages, let thinking = request.thinking?.anthropic(model: model).thinking else {
            return form.sendsTemperature
        }
        return form.sendsTemperature && thinking["type"] == "disabled"
    }

    /// Everything that can change an answer, by name; no key, and nothing that only concerns speed.
    func recorded(as format: WireFormat) -> [String: String] {
        var recorded = ["format": format.name, "baseURL": recordedAddress ?? baseURL.description, "model": model]
        let sendsTemperature = sendsTemperature(in: RequestForm(model: model), as: format)
        if let temperature, sendsTemperature { recorded["temperature"] = "\(temperature)" }
        if let maxTokens { recorded["maxTokens"] = "\(maxTokens)" }
        recorded.merge(request.recorded) { first, _ in first }
        if !extraMembers.isEmpty {
            recorded["extraBody"] = String(decoding: JSONText.bytes(of: .object(shownMembers)), as: UTF8.self)
        }
        return recorded
    }
}
