/// Where API keys are found: a key file, else the environment that is handed in.
enum APIKey {
    /// The variable that serves every provider whose own is not set.
    static let commonVariable = "VLENS_API_KEY"

    /// The key of a provider, nil where none is set and none is required.
    static func find(
        for name: ModelName, provider: Provider?, required: Bool, keyFile: String?, environment: [String: String]
    ) throws(SetupError) -> Secret? {
        if let keyFile { return try checked(firstLine(of: keyFile), from: "the key file '\(keyFile)'") }
        let own = provider.map { [$0.keyVariable] + $0.otherKeyVariables } ?? []
        for variable in own + [commonVariable] {
            let key = Secret(environment[variable] ?? "")
            if !key.isEmpty { return try checked(key, from: "the environment variable \(variable)") }
        }
        guard required, let provider else { return nil }
        throw SetupError(
            .missingKey,
            "\(name) needs an API key and \(provider.keyVariable) is not set: \(provider.hint), then "
                + "`export \(provider.keyVariable)=…` or give --key-file; for a server of your own give --base-url")
    }

    private static func firstLine(of path: String) throws(SetupError) -> Secret {
        var bytes: [UInt8]
        do throws(BoundedFile.Failure) {
            bytes = try BoundedFile.read(path, limit: 1 << 20) { $0.contains(0x0A) || $0.count > longest + 3 }
        } catch {
            throw SetupError(
                .unreadableKeyFile,
                "the key file '\(path)' \(error.why): give the path of a file whose first line is the key")
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
            throw SetupError(
                .unreadableKeyFile, "the key file '\(path)' is written in UTF-16: save it as UTF-8, with the key alone")
        }
        let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        let key = Secret(String(decoding: line, as: UTF8.self))
        guard !key.isEmpty else {
            throw SetupError(
                .unreadableKeyFile, "the key file '\(path)' has an empty first line: write the key there")
        }
        return key
    }

    /// A line break or a control character in a key would end the header that carries it.
    private static func checked(_ key: Secret, from source: String) throws(SetupError) -> Secret {
        guard key.reveal().utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw SetupError(
                .malformedKey, "\(source) holds a character that no API key holds: copy the key again, on one line")
        }
        guard key.reveal().utf8.count <= longest else {
            throw SetupError(
                .malformedKey,
                "\(source) holds more than \(longest) characters, which no API key has: copy the key again")
        }
        return key
    }

    /// Tokens that carry their holder's rights in them are of a few thousand characters.
    private static let longest = 16 << 10
}
