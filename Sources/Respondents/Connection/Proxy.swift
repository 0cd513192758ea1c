/// A way out through another machine, as an environment variable names it.
package struct Proxy: Sendable, Hashable {
    /// What it speaks.
    package enum Kind: String, Sendable, Hashable {
        case http
        case socks5
    }

    /// What it speaks.
    package let kind: Kind
    /// Its name, without brackets.
    package let host: String
    /// Its port.
    package let port: Int
    /// The variable that names it.
    package let variable: String
    /// The name that it is told; nil where it asks for none.
    let user: String?
    /// The password that goes with the name, decoded.
    let password: Secret?

    /// Reads `[http://|socks5://][user[:password]@]host[:port]`.
    ///
    /// - Throws: `SetupError.Code.malformedProxy`, which names the variable and never shows its value.
    init(_ typed: String, variable: String) throws(SetupError) {
        let text = String(typed.trimmingSpace())
        let parts = try Self.parts(of: text, variable: variable)
        kind = parts.kind
        let mark = parts.rest.lastIndex(of: "@")
        let place = mark.map { parts.rest[parts.rest.index(after: $0)...] } ?? parts.rest
        (host, port) = try Self.place(
            place, usualPort: parts.kind == .socks5 ? 1080 : 80, variable)
        let login = mark.map { parts.rest[..<$0] } ?? ""
        let words = login.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        user = login.isEmpty ? nil : String(words[0]).percentDecoded
        password = words.count > 1 ? Secret(String(words[1]).percentDecoded) : nil
        self.variable = variable
        guard kind == .http || user == nil else {
            throw Self.malformed(variable, "gives a name to a SOCKS proxy, which is not supported: leave it out")
        }
    }

    private static func parts(
        of text: String, variable: String
    ) throws(SetupError) -> (kind: Kind, rest: Substring) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw malformed(variable, "holds a character that no address holds")
        }
        guard let mark = text.firstRange(of: "://") else { return (.http, text[...].withoutPath) }
        let rest = text[mark.upperBound...].withoutPath
        switch text[..<mark.lowerBound].lowercased() {
        case "http": return (.http, rest)
        case "socks5", "socks5h": return (.socks5, rest)
        case "https", "socks", "socks4", "socks4a":
            throw malformed(variable, "names a kind of proxy that is not supported: http:// and socks5:// are")
        default: throw malformed(variable, "begins with no known scheme: write it like http://proxy.example:3128")
        }
    }

    private static func place(
        _ text: Substring, usualPort: Int, _ variable: String
    ) throws(SetupError) -> (String, Int) {
        var host = text
        var port: Substring?
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") {
            let rest = host[host.index(after: end)...]
            port = rest.isEmpty ? nil : rest.dropFirst()
            host = host[host.index(after: host.startIndex)..<end]
        } else if let colon = host.lastIndex(of: ":") {
            port = host[host.index(after: colon)...]
            host = host[..<colon]
        }
        guard !host.isEmpty, host.allSatisfy({ $0.isLetter || $0.isNumber || "-._:".contains($0) }) else {
            throw malformed(variable, "names no host: write it like http://proxy.example:3128")
        }
        guard let port else { return (host.lowercased(), usualPort) }
        guard let number = Int(port), (1...65535).contains(number) else {
            throw malformed(variable, "has no port of 1…65535 after its host: write it like http://proxy.example:3128")
        }
        return (host.lowercased(), number)
    }

    static func malformed(_ variable: String, _ problem: String) -> SetupError {
        SetupError(.malformedProxy, "the environment variable \(variable), which names a proxy, \(problem)")
    }
}

extension Proxy: CustomStringConvertible {
    /// Its address, without name and password.
    package var description: String {
        "\(kind.rawValue)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }
}

extension Substring {
    /// Up to the first slash: a proxy's address has no path.
    fileprivate var withoutPath: Substring { prefix { $0 != "/" && $0 != "?" && $0 != "#" } }
}

extension String {
    /// With `%2B` and its like as the characters that they stand for; what is no escape stays.
    var percentDecoded: String {
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
                rest.count >= 2, rest.prefix(2).allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
