/// How a model is to be reached and asked, as given on the command line; what is not given has a default.
package struct ConnectionOptions: Sendable, Hashable {
    /// Where the server answers, up to and without `/chat/completions`; replaces the provider's own address.
    package var baseURL: String?
    /// What is kept of that address with a run, in its place: of a server that every start has at another port.
    package var recordedBaseURL: String?
    /// A file whose first line is the API key; it goes before the environment.
    package var keyFile: String?
    /// A PEM file of certificates that are trusted besides the system's.
    package var certificateFile: String?
    /// Whether a key may travel over plain `http` to another machine, as on a cluster's own network.
    package var allowsKeyOverHTTP: Bool
    /// Sampling temperature, 0…2; nil leaves it to the server, as models that refuse the setting need.
    package var temperature: Double?
    /// The most tokens a reply may have, at least 1; nil leaves it to the server.
    package var maxTokens: Int?
    /// The longest that one attempt may take, connecting included.
    package var timeout: Duration
    /// The most requests in flight at once, 1…512.
    package var maximumConnections: Int

    /// What is asked for beyond the question itself: system prompt, seed, form of the answer, …
    package var request: RequestOptions

    /// Options; 0.2 is the temperature of the published study.
    ///
    /// - Parameter maxTokens: 4,096 hold 56 ratings with a reason each (about 55 tokens a rating, 3,100 in all), and are
    ///   what the smallest of the usual models can write.
    package init(
        baseURL: String? = nil, keyFile: String? = nil, certificateFile: String? = nil, allowsKeyOverHTTP: Bool = false,
        temperature: Double? = 0.2,
        maxTokens: Int? = 4096, timeout: Duration = .seconds(120), maximumConnections: Int = 512,
        request: RequestOptions = RequestOptions()
    ) {
        self.baseURL = baseURL
        self.keyFile = keyFile
        self.certificateFile = certificateFile
        self.allowsKeyOverHTTP = allowsKeyOverHTTP
        self.temperature = temperature
        self.maxTokens = maxTokens
        self.timeout = timeout
        self.maximumConnections = maximumConnections
        self.request = request
    }
}
