/// What one provider wants otherwise than the format that it speaks.
struct Dialect: Sendable, Hashable {
    /// The header that carries the bare key; nil is the format's own.
    var keyHeader: String?
    /// The name of the field that carries a seed.
    var seedField = "seed"
    /// Where OpenAI's format carries how much a model shall think.
    var thinking = Thinking.Place.effort
    /// Where a grammar goes; nil where none is taken.
    var grammar: GrammarPlace?
    /// How the address is made where every customer has an own one.
    var addressing: Addressing?

    /// Where a request carries a grammar in GBNF.
    enum GrammarPlace: Sendable, Hashable {
        /// In a member of the body.
        case member(String)
        /// In a member of a member of the body.
        case nested(String, String)
        /// As a form of `response_format`.
        case responseFormat
    }

    /// An address that begins with the customer's endpoint.
    struct Addressing: Sendable, Hashable {
        /// The variable that holds the endpoint.
        var endpointVariable: String
        /// What follows an endpoint without a path; `{model}` and `{version}` are put in.
        var path: String
        /// The variable that holds the version, and the version where it is not set.
        var versionVariable: String
        var usualVersion: String
    }
}

extension Dialect {
    /// A deployment behind Azure OpenAI: the model's name is the deployment's.
    static let azure = Dialect(
        keyHeader: "api-key",
        addressing: Addressing(
            endpointVariable: "AZURE_OPENAI_ENDPOINT",
            path: "/openai/deployments/{model}?api-version={version}", versionVariable: "OPENAI_API_VERSION",
            usualVersion: "2024-10-21"))
}
