import Text

extension Proxy {
    /// The proxy for an address, as curl and most clients find it; nil where it is reached directly.
    ///
    /// For `https` addresses `https_proxy` or `HTTPS_PROXY`, for `http` ones `http_proxy` or `HTTP_PROXY`, for both
    /// `all_proxy` or `ALL_PROXY`; hosts in `no_proxy` or `NO_PROXY` are reached directly. This machine always is, unlike
    /// with curl: a proxy would look for the model on its own machine. `HTTP_PROXY` in capitals is not believed where a
    /// web server started the program, because there anyone's header `Proxy:` sets it.
    ///
    /// - Throws: `SetupError.Code.malformedProxy`.
    package static func find(for address: BaseURL, environment: [String: String]) throws(SetupError) -> Proxy? {
        guard !address.isLoopback, address.host != "0.0.0.0" else { return nil }
        let exceptions = ["no_proxy", "NO_PROXY"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        guard !ProxyExceptions(exceptions).include(address) else { return nil }
        var names = address.isSecure ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy", "HTTP_PROXY"]
        if environment["REQUEST_METHOD"] != nil { names.removeAll { $0 == "HTTP_PROXY" } }
        for name in names + ["all_proxy", "ALL_PROXY"] {
            guard let value = environment[name], !value.allSatisfy(\.isWhitespace) else { continue }
            return try Proxy(value, variable: name)
        }
        return nil
    }
}

/// Hosts that are reached without a proxy: `*`, names with all below them, addresses, ranges of addresses (CIDR), each
/// with a port where only that is meant.
struct ProxyExceptions {
    private let entries: [Substring]

    init(_ text: String) {
        entries = text.lowercased().split { $0 == "," || $0.isWhitespace }
    }

    func include(_ address: BaseURL) -> Bool {
        entries.contains { entry in
            if entry == "*" { return true }
            let (place, port) = Self.split(entry)
            if let port, port != address.port { return false }
            if let range = AddressRange(place), let host = IPAddress(address.host[...]) { return range.contains(host) }
            let name = place.hasPrefix("*.") ? place.dropFirst(2) : place.hasPrefix(".") ? place.dropFirst() : place
            let host = address.host.hasSuffix(".") ? address.host.dropLast() : address.host[...]
            return !name.isEmpty && (host == name || host.hasSuffix(".\(name)"))
        }
    }

    /// A port follows a name, an address of four numbers, or brackets.
    private static func split(_ entry: Substring) -> (place: Substring, port: Int?) {
        if entry.hasPrefix("["), let end = entry.firstIndex(of: "]") {
            let inside = entry[entry.index(after: entry.startIndex)..<end]
            return (inside, Int(entry[entry.index(after: end)...].dropFirst()))
        }
        let parts = entry.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let port = Int(parts[1]) else { return (entry, nil) }
        return (parts[0], port)
    }
}

/// An address as its bytes: four, or sixteen.
struct IPAddress: Equatable {
    let bytes: [UInt8]

    init?(_ text: Substring) {
        if text.contains(":") {
            guard let bytes = Self.long(text) else { return nil }
            self.bytes = bytes
        } else {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            bytes = parts.compactMap { $0.allSatisfy(\.isWholeNumber) ? UInt8($0) : nil }
            guard parts.count == 4, bytes.count == 4 else { return nil }
        }
    }

    private static func long(_ text: Substring) -> [UInt8]? {
        let halves = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = halves.map { half in
            half.isEmpty
                ? [] : half.split(separator: ":", omittingEmptySubsequences: false).map { UInt16($0, radix: 16) }
        }
        let missing = 8 - groups.reduce(0) { $0 + $1.count }
        guard halves.count == 2 ? missing > 0 : missing == 0 else { return nil }
        let all = halves.count == 2 ? groups[0] + Array(repeating: 0, count: missing) + groups[1] : groups[0]
        let known = all.compactMap(\.self)
        return known.count == 8 ? known.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } : nil
    }
}

/// Addresses that begin with the same bits: `10.0.0.0/8`, or one alone.
struct AddressRange {
    private let first: IPAddress
    private let bits: Int

    init?(_ text: Substring) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = IPAddress(parts[0]) else { return nil }
        let all = address.bytes.count * 8
        guard let bits = parts.count == 2 ? Int(parts[1]) : all, (0...all).contains(bits) else { return nil }
        first = address
        self.bits = bits
    }

    func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == first.bytes.count else { return false }
        return zip(first.bytes, address.bytes).enumerated().allSatisfy { index, pair in
            let counted = min(max(bits - index * 8, 0), 8)
            return (pair.0 ^ pair.1) >> UInt8(8 - counted) == 0 || counted == 0
        }
    }
}
