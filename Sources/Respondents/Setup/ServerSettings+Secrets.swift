import AsyncHTTPClient
import Text

extension ServerSettings {
    /// Everything that must not be seen: the key, and what looks like one in the address, the body and the proxy's name.
    var secrets: [Secret] {
        let found = [apiKey, proxy?.password, proxy?.basicLogin].compactMap(\.self)
        return found + baseURL.secrets + extraMembers.flatMap(\.secrets)
    }

    /// The members that are added to every body, with what looks like a key hidden: what a run records.
    var shownMembers: [JSONValue.Member] { extraMembers.map(\.shown) }

    /// What was asked for and is not right, though it can be done.
    var warnings: [String] {
        let names = extraMembers.flatMap(\.secretNames)
        guard !names.isEmpty else { return [] }
        return [
            "--extra-body holds what looks like a key (\(names.map { "'\($0)'" }.joined(separator: ", "))): it is sent, and "
                + "hidden in what is stored; the place for a key is the environment or --key-file"
        ]
    }

    /// How the server is reached.
    var way: Connections.Way {
        guard let proxy else { return .direct }
        if proxy.isAskedByName(for: baseURL) {
            return .asking(
                ForwardProxy(origin: baseURL.origin, authorization: proxy.basicLogin.map { "Basic \($0.reveal())" }))
        }
        switch proxy.kind {
        case .socks5: return .tunnel(.socksServer(host: proxy.host, port: proxy.port))
        case .http:
            let login = proxy.user.map { user in
                HTTPClient.Authorization.basic(username: user, password: proxy.password?.reveal() ?? "")
            }
            return .tunnel(.server(host: proxy.host, port: proxy.port, authorization: login))
        }
    }
}

extension Proxy {
    /// Whether it is asked for an address by name; `https` addresses are reached by a tunnel through it.
    func isAskedByName(for address: BaseURL) -> Bool { kind == .http && !address.isSecure }

    /// Name and password as HTTP sends them; nil where there are none.
    var basicLogin: Secret? {
        guard let user else { return nil }
        let header = HTTPClient.Authorization.basic(username: user, password: password?.reveal() ?? "").headerValue
        return Secret(String(header.dropFirst("Basic ".count)))
    }
}

extension BaseURL {
    /// Scheme, host and port as typed.
    var origin: String {
        let scheme = isSecure ? 8 : 7
        return String(text.prefix(scheme) + text.dropFirst(scheme).prefix { $0 != "/" && $0 != "?" })
    }

    /// Parameters and parts of the path that look like a key.
    var secrets: [Secret] {
        let parts = text.dropFirst(origin.count).split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let names = (parts.first ?? "").split { "/@".contains($0) }.filter { KeyLike.isValue($0) }
        let pairs = (parts.count > 1 ? parts[1] : "").split { "&;".contains($0) }.map {
            $0.split(separator: "=", maxSplits: 1)
        }
        let values = pairs.filter { $0.count == 2 && (KeyLike.isName($0[0]) || KeyLike.isValue($0[1])) }.map { $0[1] }
        return (names + values).map { Secret(String($0).percentDecoded) }
    }
}

extension JSONValue.Member {
    fileprivate var isSecret: Bool {
        guard let text = value.string, !text.isEmpty else { return false }
        return KeyLike.isName(name) || KeyLike.isValue(text)
    }

    /// With what looks like a key hidden, at any depth.
    fileprivate var shown: JSONValue.Member {
        JSONValue.Member(name, isSecret ? .string(Secret.placeholder) : value.shown)
    }

    /// The names of members that look like keys, at any depth.
    fileprivate var secretNames: [String] {
        isSecret ? [name] : value.members.flatMap(\.secretNames)
    }

    fileprivate var secrets: [Secret] {
        guard isSecret, let text = value.string else { return value.members.flatMap(\.secrets) }
        let words = text.split(separator: " ", maxSplits: 1)
        return [Secret(text)] + (words.count == 2 ? [Secret(String(words[1]))] : [])
    }
}

extension JSONValue {
    /// The members of an object, and those of objects in a list.
    fileprivate var members: [Member] {
        switch self {
        case .object(let members): members
        case .array(let elements): elements.flatMap(\.members)
        default: []
        }
    }

    fileprivate var shown: JSONValue {
        switch self {
        case .object(let members): .object(members.map(\.shown))
        case .array(let elements): .array(elements.map(\.shown))
        default: self
        }
    }
}
