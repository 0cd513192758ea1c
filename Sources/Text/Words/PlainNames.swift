/// The program's own names in words for people. Files, stores and JSON keep the names.
package enum PlainNames {
    /// "context too long" for `contextTooLong`, "rate limit" for `rateLimited`, "status 503" for `http-503`.
    package static func words(_ name: String) -> String {
        if let words = known[name] { return words }
        if name.hasPrefix("http-"), let status = Int(name.dropFirst(5)) { return "status \(status)" }
        return spread(name, with: " ")
    }

    /// "no-answer" for `noAnswer`: the name as it is typed behind an option.
    package static func typed(_ name: String) -> String { spread(name, with: "-") }

    /// Names whose letters say less than a reader needs.
    private static let known = [
        "rateLimited": "rate limit", "connectionRefused": "nobody listens", "hostUnreachable": "host not reached",
        "tls": "no secure connection", "redirected": "the server points elsewhere", "unauthorized": "key not accepted",
        "noCredit": "no credit", "contentBlocked": "blocked by a filter", "unsupportedLocation": "place not served",
        "turnedAway": "turned away by a firewall", "notJSON": "no JSON", "malformed": "incomplete body",
        "badEncoding": "damaged compression", "tooLarge": "too large", "notAnOption": "no option of the scale",
        "toolCall": "a tool call without a text", "baseURL": "address", "extraBody": "extra members of requests",
        "topP": "top p", "maxTokens": "limit of tokens", "modelSeed": "model seed",
    ]

    private static func spread(_ name: String, with mark: Character) -> String {
        name.reduce(into: "") { words, letter in
            guard letter.isUppercase, words.last?.isLowercase == true else {
                words.append(letter)
                return
            }
            words.append(mark)
            words += letter.lowercased()
        }
    }
}
