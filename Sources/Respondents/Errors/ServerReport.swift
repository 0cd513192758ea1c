import Text

/// What a server says about an error, in any of the shapes that are in use:
/// `{"error": {"message", "type", "code"}}`, `{"error": "…"}`, `[{"error": …}]`, `{"detail": …}`, `{"message": …}`,
/// `{"errors": […]}`, `{"base_resp": {"status_code", "status_msg"}}`, what gateways pass on of their upstream, and the
/// lists of complaints of servers that check a request field by field.
struct ServerReport {
    /// The server's own words; empty where it has none.
    let message: String
    /// Its code, type and words in lower case, for what the status alone does not tell.
    let words: String
    /// Its codes alone, in lower case.
    let codes: Set<String>
    /// An HTTP status inside the report, as gateways put it under status 200.
    let status: Int?
    /// How long to wait, as Google says it among the details.
    let retryDelay: Duration?
    /// Whether nothing at all came with the error.
    let isEmpty: Bool

    /// Reads a body; one that is no JSON has no message but is not empty.
    init(_ body: [UInt8]) {
        self.init(JSONReader.read(body, manner: .ofServers) ?? .null, isEmpty: body.isEmpty)
    }

    init(_ document: JSONValue, isEmpty: Bool = false) {
        self.init(document, isEmpty: isEmpty, depth: 0)
    }

    /// - Parameter depth: how many reports this one is inside of.
    private init(_ document: JSONValue, isEmpty: Bool, depth: Int) {
        self.isEmpty = isEmpty
        let root = document.array?.first ?? document
        let error = Self.error(in: root)
        let own = Self.message(of: error) ?? Self.message(of: root) ?? Self.complaints(error) ?? ""
        let upstream =
            depth < 3 ? Self.upstream(of: error).map { ServerReport($0, isEmpty: false, depth: depth + 1) } : nil
        message = Self.joined(own, upstream?.message ?? "", error["metadata"])
        let codeNames = ["code", "error_code", "status_code"]
        let found =
            codeNames.compactMap { error[$0]?.word ?? root[$0]?.word }
            + [error["innererror"]?["code"]?.word].compactMap(\.self)
        codes = Set(found.map { $0.lowercased() }).union(upstream?.codes ?? [])
        let kinds = ["type", "status", "param", "error_type", "reason", "__type"].compactMap { error[$0]?.string }
        let marks = error["failed_generation"] == nil ? [] : ["failed_generation"]
        let reasons = error["details"]?.array?.compactMap { $0["reason"]?.string } ?? []
        words = (found + kinds + marks + reasons + [message, upstream?.words ?? ""]).joined(separator: " ").lowercased()
        let delay = error["details"]?.array?.compactMap { $0["retryDelay"]?.string }.first
        retryDelay = delay.flatMap { SpelledDuration($0)?.duration }.map { min($0, .seconds(86_400)) }
        let numbers = [error["code"], root["code"], error["status"], root["status"], error["status_code"]]
        status = numbers.compactMap { $0?.integer }.first { (400..<600).contains($0) } ?? upstream?.status
    }
}

extension ServerReport {
    /// Where the error stands; the document itself where it has no place of its own.
    private static func error(in root: JSONValue) -> JSONValue {
        for name in ["error", "errors", "detail", "base_resp"] {
            guard let value = root[name], value != .bool(true) else { continue }
            // A list under `detail` complains of fields; elsewhere its first entry is the error.
            return name == "detail" ? value : value.array?.first ?? value
        }
        return root
    }

    private static func message(of error: JSONValue) -> String? {
        if let text = error.string { return text }
        let names = [
            "message", "msg", "error_msg", "status_msg", "error_message", "Message", "detail", "error", "title",
        ]
        return names.lazy.compactMap {
            error[$0]?.string ?? error[$0]?["message"]?.string ?? error[$0]?["error"]?.string
        }.first { !$0.isEmpty }
    }

    /// `[{"loc": ["body", "max_tokens"], "msg": "Extra inputs are not permitted"}]`, once or inside a `detail`.
    private static func complaints(_ error: JSONValue) -> String? {
        let list = error.array ?? error["detail"]?.array ?? error["message"]?["detail"]?.array
        return list?.map { complaint in
            let place = complaint["loc"]?.array?.compactMap(\.word).joined(separator: ".") ?? ""
            return "\(place): \(complaint["msg"]?.string ?? "")"
        }.joined(separator: "; ")
    }

    /// What a gateway passes on of its upstream: JSON, JSON in a string, or words.
    private static func upstream(of error: JSONValue) -> JSONValue? {
        let places = [
            error["metadata"]?["raw"], error["upstream_error"], error["provider_error"], error["original_error"],
            error["cause"],
        ]
        guard let place = places.compactMap(\.self).first else { return nil }
        guard let text = place.string else { return place }
        guard let document = JSONReader.read(Array(text.utf8), manner: .ofServers) else {
            return ["message": .string(text)]
        }
        if case .string(let inner) = document { return ["message": .string(inner)] }
        return document
    }

    /// "Provider returned error (Groq): max_tokens must be at most 2048", with the reasons of a moderation.
    private static func joined(_ own: String, _ upstream: String, _ metadata: JSONValue?) -> String {
        let reasons = metadata?["reasons"]?.array?.compactMap(\.string) ?? []
        var parts = [own]
        if let provider = metadata?["provider_name"]?.string, !own.isEmpty { parts = ["\(own) (\(provider))"] }
        if !own.contains(upstream) { parts.append(upstream) }
        parts += reasons.filter { !own.contains($0) }
        return parts.filter { !$0.isEmpty }.joined(separator: ": ")
    }
}
