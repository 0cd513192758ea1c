/// Tells what is likely to be a key, in texts that nobody has marked as one.
package enum KeyLike {
    /// Whether a member or parameter of that name holds a key: `api_key`, `X-Api-Key`, `clientSecret`, but not
    /// `max_tokens`.
    static func isName(_ name: some StringProtocol) -> Bool {
        let joined = name.lowercased().filter { $0.isLetter || $0.isNumber }
        return names.contains(joined) || endings.contains { joined.hasSuffix($0) }
    }

    /// Whether a text begins as the keys of a known service do.
    static func isValue(_ text: some StringProtocol) -> Bool {
        text.utf8.count >= 8 && beginnings.contains { text.hasPrefix($0) }
    }

    private static let names: Set<String> = [
        "key", "token", "auth", "bearer", "pwd", "passwd", "passphrase", "credential", "sig", "signature", "cookie",
    ]

    private static let endings = [
        "apikey", "apitoken", "secret", "password", "authorization", "accesskey", "secretkey", "privatekey",
        "subscriptionkey", "accesstoken", "authtoken", "bearertoken", "refreshtoken", "sessiontoken", "idtoken",
        "credentials", "authkey",
    ]

    private static let beginnings = [
        "sk-", "sk_", "gsk_", "csk-", "xai-", "hf_", "r8_", "AIza", "AKIA", "ghp_", "github_pat_", "glpat-", "nvapi-",
        "pplx-", "fw_", "tgp_", "Bearer ", "Basic ", "eyJ",
    ]
}

extension KeyLike {
    /// `text` with what is likely to be a key replaced by `<REDACTED>`: values after such names, the beginnings of known
    /// keys, and names and passwords in addresses.
    ///
    /// - Parameter strictly: whether any long mixture of letters and digits is hidden too, as in a text that could not be
    ///   read as what it should be.
    package static func masked(_ text: String, strictly: Bool = false) -> String {
        var result = ""
        var last: Substring = ""
        var expectsValue = false
        var isHiding = false
        for piece in pieces(of: withoutLogins(text)) {
            guard piece.first.map(isPart) == true else {
                // A key may hold these two, so they end none that is being hidden.
                let piece = isHiding ? piece.drop { "/=".contains($0) } : piece
                if piece.isEmpty { continue }
                isHiding = false
                if !expectsValue || piece.contains(where: { !" \"'\\".contains($0) }) {
                    expectsValue = isName(last) && separatesValue(piece, from: last)
                }
                result += piece
                continue
            }
            if isHiding { continue }
            let isScheme = expectsValue && ["bearer", "basic"].contains(piece.lowercased())
            isHiding = isValue(piece) || (expectsValue && !isScheme) || (strictly && looksRandom(piece))
            expectsValue = isScheme
            result += isHiding ? Secret.placeholder : String(piece)
            last = piece
        }
        return result
    }

    /// A colon or equals sign, with quotation marks and spaces; after an option, spaces are enough.
    private static func separatesValue(_ piece: Substring, from name: Substring) -> Bool {
        if name.hasPrefix("-"), piece.allSatisfy({ $0 == " " || $0 == "'" }) { return true }
        return piece.contains { ":=".contains($0) } && piece.allSatisfy { ":=\"'\\ ".contains($0) }
    }

    private static func isPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "-_+~.".contains(character)
    }

    /// Runs of characters of which keys are made, and what is between them.
    private static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = []
        var rest = text[...]
        while let first = rest.first {
            let isPart = isPart(first)
            let piece = rest.prefix { Self.isPart($0) == isPart }
            pieces.append(piece)
            rest = rest.dropFirst(piece.count)
        }
        return pieces
    }

    private static func looksRandom(_ text: Substring) -> Bool {
        text.count >= 24 && text.contains(where: \.isLetter) && text.contains(where: \.isNumber) && !text.contains(".")
    }

    /// `https://name:password@host` as `https://…@host`.
    private static func withoutLogins(_ text: String) -> String {
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        for index in words.indices {
            let word = words[index]
            guard let mark = word.firstRange(of: "://"), let end = word.lastIndex(of: "@"), end >= mark.upperBound
            else {
                continue
            }
            words[index] = word[..<mark.upperBound] + "…" + word[end...]
        }
        return words.joined(separator: " ")
    }
}
