/// An address up to and without `/chat/completions` or what else a format adds, kept as typed but for slashes at its end.
package struct BaseURL: Sendable, Hashable, CustomStringConvertible {
    /// The address as typed, without slashes at its end.
    package let text: String
    /// The host alone, without port or brackets, in lower case.
    package let host: String
    /// The port, the scheme's own where none is typed.
    let port: Int
    /// Whether the connection is encrypted.
    package let isSecure: Bool

    /// Checks an address. The path stays as typed: `/v1` is neither added nor taken away, because servers differ in it.
    ///
    /// - Throws: `SetupError.Code.malformedBaseURL` for any other scheme than http and https, no host, a bad port, a user
    ///   name or password, a fragment, or a character that no address holds.
    package init(_ typed: String) throws(SetupError) {
        var text = String(typed.trimmingSpace())
        let lowered = text.lowercased()
        guard lowered.hasPrefix("http://") || lowered.hasPrefix("https://") else {
            throw Self.malformed(typed, "does not start with http:// or https://")
        }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !#""<>\^`{|}"#.utf8.contains($0) }) else {
            throw Self.malformed(typed, "holds a character that no address holds")
        }
        guard !text.contains("#") else { throw Self.malformed(typed, "holds a fragment (#)") }
        isSecure = lowered.hasPrefix("https://")
        let afterScheme = text.dropFirst(isSecure ? 8 : 7)
        let authority = afterScheme.prefix { $0 != "/" && $0 != "?" }
        guard !authority.contains("@") else {
            throw SetupError(
                .malformedBaseURL,
                "the base URL holds a user name or password: take it out and give the key by --key-file or the environment"
            )
        }
        (host, port) = try Self.place(authority, usualPort: isSecure ? 443 : 80, typed: typed)
        if !text.contains("?") {
            while text.hasSuffix("/") { text.removeLast() }
            if text.hasSuffix(Self.completions) { text.removeLast(Self.completions.count) }
        }
        self.text = text
    }

    /// Where questions are sent: `ending` is added unless it is there. A query, as some gateways want one, stays last.
    func appending(_ ending: String) -> String {
        guard let mark = text.firstIndex(of: "?") else { return text.hasSuffix(ending) ? text : text + ending }
        var path = text[..<mark]
        while path.hasSuffix("/") { path.removeLast() }
        return "\(path)\(path.hasSuffix(ending) ? "" : ending)\(text[mark...])"
    }

    /// The address without its query and whatever looks like a key, none of which should be shown.
    package var description: String { Self.withoutQuery(text) }

    static func withoutQuery(_ url: String) -> String {
        let parts = url.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false)
        return parts.map { KeyLike.masked(String($0)) }.joined(separator: "/")
    }

    private static let completions = "/chat/completions"
}

extension BaseURL {
    /// Whether the host is this machine, which plain http does not leave.
    package var isLoopback: Bool {
        host == "localhost" || host.hasSuffix(".localhost") || host == "::1"
            || (host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." })
    }

    /// - Throws: `SetupError.Code.insecureBaseURL` where a key would be readable on the way.
    func refuseUnlessPrivate() throws(SetupError) {
        guard !isSecure, !isLoopback else { return }
        throw SetupError(
            .insecureBaseURL,
            "the API key would travel unencrypted to '\(host)': use https://, unset the key, or allow it with "
                + "--allow-http-key on a network that you trust")
    }

    /// Whether anything follows the host and its port.
    var hasPath: Bool {
        text.dropFirst(isSecure ? 8 : 7).contains { $0 == "/" || $0 == "?" }
    }

    private static func place(
        _ authority: Substring, usualPort: Int, typed: String
    ) throws(SetupError) -> (host: String, port: Int) {
        var host = authority
        var port: Substring?
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            let rest = host[host.index(after: end)...]
            port = rest.isEmpty ? nil : rest.dropFirst()
            host = host[host.index(after: host.startIndex)..<end]
        } else if let colon = host.firstIndex(of: ":") {
            port = host[host.index(after: colon)...]
            host = host[..<colon]
        }
        guard !host.isEmpty else { throw malformed(typed, "names no host") }
        // Only an address of IPv6 may name its interface so; elsewhere it is a login in disguise.
        guard !host.contains("%") || authority.hasPrefix("[") else { throw malformed(typed, "has a host with '%'") }
        guard let port else { return (host.lowercased(), usualPort) }
        guard let number = Int(port), (1...65535).contains(number) else {
            throw malformed(
                typed,
                "has the port '\(port.count <= 6 && port.allSatisfy(\.isNumber) ? String(port) : Secret.placeholder)'")
        }
        return (host.lowercased(), number)
    }

    private static func malformed(_ typed: String, _ problem: String) -> SetupError {
        SetupError(
            .malformedBaseURL, "the base URL '\(shown(typed))' \(problem): write it like http://127.0.0.1:8000/v1")
    }

    /// As much of an address that is none as can be shown: no name or password, no query or fragment, nothing that looks
    /// like a key.
    private static func shown(_ typed: String) -> String {
        var text = typed.trimmingSpace()
        var start = ""
        if let mark = text.lastIndex(of: "@") {
            let scheme = text.prefix { $0.isLetter }
            let slashes = text.dropFirst(scheme.count).prefix { ":/".contains($0) }
            start = (slashes.contains("/") ? "\(scheme)\(slashes)" : "") + "…"
            text = text[mark...]
        }
        let end = text.firstIndex { "?#".contains($0) || $0.isWhitespace } ?? text.endIndex
        let rest = text[..<end].prefix(200)
        let mark = end < text.endIndex && !text[end].isWhitespace ? String(text[end]) : ""
        let isPlace = !start.isEmpty || rest.contains("://") || looksLikePlace(rest)
        return start + (isPlace || rest.isEmpty ? upToDoubt(rest) : Secret.placeholder) + mark
            + (rest.endIndex < text.endIndex ? "…" : "")
    }

    /// Whether a text without a scheme begins like a host: `localhost`, `api.example.org`, `box:8000`.
    private static func looksLikePlace(_ text: Substring) -> Bool {
        let host = text.prefix { $0 != "/" && $0 != ":" }
        let port = text.dropFirst(host.count).dropFirst().prefix { $0 != "/" }
        return host.contains(".") || host.lowercased() == "localhost" || (!port.isEmpty && port.allSatisfy(\.isNumber))
    }

    /// The parts of an address up to the first that may be a key or a piece of one: a key may hold slashes and colons.
    private static func upToDoubt(_ text: Substring) -> String {
        var shown = ""
        var rest = text
        while !rest.isEmpty {
            let marks = rest.prefix { "/:@[]".contains($0) }
            shown += marks
            rest = rest.dropFirst(marks.count)
            let part = rest.prefix { !"/:@[]".contains($0) }
            guard isPlain(part) else { return shown + Secret.placeholder }
            shown += part
            rest = rest.dropFirst(part.count)
        }
        return shown
    }

    private static func isPlain(_ part: Substring) -> Bool {
        let isWord = part.allSatisfy { $0.isASCII && $0.isLetter }
        let isName = part.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || "-_.~".contains($0)) }
        return (isWord || isName) && part.count <= 60 && KeyLike.masked(String(part), strictly: true) == part
    }
}
