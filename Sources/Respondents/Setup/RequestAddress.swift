/// Where a stored run's requests went, as far as it may be told: a hosted provider's own address, of any other server only what its format
/// adds, since an address may name a machine of the researcher's.
package struct RequestAddress: Sendable, Hashable {
    /// The whole address; nil where it is a server of somebody's own.
    package let url: String?
    /// What follows a base URL: "/chat/completions".
    package let ending: String
    /// The header that carries the key, and what stands before the key in it.
    package let keyHeader, keyPrefix: String
    /// Other headers that the format wants.
    package let headers: [String]

    /// The address by a run's recorded settings; nil where no server was asked.
    package init?(settings: [String: String]) {
        guard let name = settings["format"], let format = WireFormat.allCases.first(where: { $0.name == name }),
            let base = settings["baseURL"], let model = settings["model"]
        else { return nil }
        let hosted = Provider.all.first { $0.needsKey && $0.baseURL == base && $0.dialect.keyHeader == nil }
        ending = format.ending(model: model)
        url = hosted.map { $0.baseURL + format.ending(model: model) }
        (keyHeader, keyPrefix) = (format.keyHeader.name, format.keyHeader.prefix)
        headers = format == .anthropicMessages ? ["anthropic-version: 2023-06-01"] : []
    }
}
