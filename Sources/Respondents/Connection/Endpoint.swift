import NIOHTTP1

/// Where questions go, with the headers of every one of them.
struct Endpoint: Sendable {
    let format: WireFormat
    let settings: ServerSettings
    /// The whole address.
    let url: String
    /// The address without its query, which may hold what should not be shown, and the proxy on the way.
    let shown: String
    /// What the format puts after a base URL.
    let ending: String
    /// Takes everything secret out of what comes back.
    let scrubber: Scrubber

    /// The verb of the requests.
    let method: String

    /// Where questions go.
    init(_ format: WireFormat, _ settings: ServerSettings) {
        let ending = format.ending(model: settings.model)
        self.init(format, settings, method: "POST", url: settings.baseURL.appending(ending), ending: ending)
    }

    /// Where something else than a question goes, with the same headers by the same way.
    init(_ format: WireFormat, _ settings: ServerSettings, method: String, url: String, ending: String = "") {
        self.format = format
        self.settings = settings
        self.method = method
        self.ending = ending
        self.url = url
        shown = BaseURL.withoutQuery(url) + (settings.proxy.map { " (by the proxy \($0))" } ?? "")
        scrubber = Scrubber(settings.secrets)
    }

    /// Where the request is sent first: a proxy that is asked for the address by its whole name, else the server.
    var wireURL: String {
        guard let proxy = settings.proxy, proxy.isAskedByName(for: settings.baseURL) else { return url }
        return proxy.description + url.dropFirst(settings.baseURL.origin.count)
    }

    var headers: HTTPHeaders {
        var headers: HTTPHeaders = [
            "content-type": "application/json", "accept": "application/json", "accept-encoding": "gzip, deflate",
            "user-agent": "vlens",
        ]
        if format == .anthropicMessages { headers.add(name: "anthropic-version", value: "2023-06-01") }
        if let key = settings.apiKey {
            let (name, prefix) = settings.dialect.keyHeader.map { ($0, "") } ?? format.keyHeader
            headers.add(name: name, value: prefix + key.reveal())
        }
        // The client would name the proxy.
        if wireURL != url { headers.add(name: "host", value: String(settings.baseURL.origin.dropFirst(7))) }
        return headers
    }
}
