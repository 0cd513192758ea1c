extension BaseURL {
    /// The address given, else the provider's own, else the one that the provider's variable in `environment` begins.
    static func resolve(
        _ name: ModelName, provider: Provider?, given: String?, environment: [String: String]
    ) throws(SetupError) -> BaseURL {
        guard let addressing = provider?.dialect.addressing else {
            if let given { return try BaseURL(given) }
            guard let provider else { throw SetupError.unknownProvider(name) }
            return try BaseURL(provider.baseURL)
        }
        let found = given ?? environment[addressing.endpointVariable] ?? ""
        guard !found.isEmpty else {
            throw SetupError(
                .malformedBaseURL,
                "\(name) has no address and \(addressing.endpointVariable) is not set: `export "
                    + "\(addressing.endpointVariable)=\(provider?.baseURL ?? "")` with the name of your resource, or give "
                    + "it by --base-url")
        }
        let endpoint = try BaseURL(found)
        guard !endpoint.hasPath else { return endpoint }
        let version = environment[addressing.versionVariable] ?? ""
        let path = addressing.path.replacing("{model}", with: name.model.percentEncoded)
            .replacing("{version}", with: version.isEmpty ? addressing.usualVersion : version)
        return try BaseURL(endpoint.text + path)
    }
}

extension String {
    /// With everything escaped that the path of an address cannot hold.
    var percentEncoded: String {
        var escaped = ""
        for byte in utf8 {
            let letter = Character(Unicode.Scalar(byte))
            if letter.isASCII, letter.isLetter || letter.isNumber || "/-._~:@".contains(letter) {
                escaped.append(letter)
            } else {
                escaped += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return escaped
    }
}
