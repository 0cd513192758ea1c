extension WireFormat {
    /// - Throws: `SetupError.Code.badParameter` for a setting that the format does not have, or has in another range.
    func check(_ settings: ServerSettings) throws(SetupError) {
        guard self == .anthropicMessages else { return }
        if let temperature = settings.temperature {
            try ServerSettings.check(temperature, in: 0...1, as: "temperature", flag: "--temperature")
        }
        guard settings.maxTokens != nil else {
            throw SetupError(
                .badParameter,
                "anthropic/\(settings.model) cannot be asked without a limit of tokens: give --max-tokens a number")
        }
    }
}
