import ArgumentParser
import Foundation
import Respondents
import Simulated

/// How a question reaches whoever answers it, whichever model that is.
struct ServerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Address of an OpenAI-compatible server, such as http://127.0.0.1:8000/v1.",
            discussion: "A proxy is used as HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say.", valueName: "url"))
    var baseURL: String?

    @Option(
        help: ArgumentHelp("A file whose first line is the API key, instead of the environment.", valueName: "file"))
    var keyFile: String?

    @Option(
        help: ArgumentHelp(
            "Certificates (PEM) to trust beside the system's, such as a gateway's of your own.", valueName: "file"))
    var caFile: String?

    @Flag(help: "Send the key over plain http to another machine, where anyone on the way can read it.")
    var allowHTTPKey = false

    @Option(help: "Sampling temperature, 0 to 2, or 'none' to leave it to the server.")
    var temperature = "0.2"

    @Option(help: "The most tokens of a reply, or 'none' to leave it to the server.")
    var maxTokens = "4096"

    @Option(help: ArgumentHelp("Seconds until an attempt counts as lost.", valueName: "seconds"))
    var timeout: Double = 120

    @Option(help: "Requests in flight, 1 to 512.")
    var concurrency = 16

    @Option(help: "How often to send a question at most, where the fault may pass.")
    var attempts = 6

    @OptionGroup(title: "Request") var request: RequestFlags

    func validate() throws {
        if !(1...512).contains(concurrency) {
            throw ValidationError("--concurrency \(concurrency) is outside 1…512")
        }
        if attempts < 1 { throw ValidationError("--attempts \(attempts): at least one is needed") }
        if !(timeout > 0 && timeout <= 86_400) {
            throw ValidationError("--timeout \(timeout) is outside 0…86400 seconds")
        }
        _ = try connection()
    }

    /// The options for the respondents' library.
    func connection() throws -> ConnectionOptions {
        var options = ConnectionOptions(
            baseURL: baseURL, keyFile: keyFile, certificateFile: caFile, allowsKeyOverHTTP: allowHTTPKey,
            temperature: try number(temperature, "--temperature", Double.init),
            maxTokens: try number(maxTokens, "--max-tokens", { Int($0) }),
            timeout: .seconds(timeout), maximumConnections: concurrency)
        options.request = request.options
        return options
    }

    /// The respondent, with no more connections than the process may open; its warnings go to standard error.
    ///
    /// - Parameter recordedBaseURL: what is kept of the address with a run, where it is not the address itself.
    func specification(of model: String, recordedBaseURL: String? = nil) throws -> RespondentSpecification {
        var options = try connection()
        options.recordedBaseURL = recordedBaseURL
        let specification = try RespondentSpecification.named(
            ModelName(model), options: options, environment: ProcessInfo.processInfo.environment)
        let (fitting, notice) = try OpenFiles.fitting(specification, wanted: concurrency)
        for warning in specification.warnings.map({ "warning: \($0)" }) + [notice].compactMap(\.self) {
            Terminal.error.line(Terminal.error.wrapped(warning))
        }
        return fitting
    }

    private func number<Number>(
        _ text: String, _ option: String, _ read: (String) -> Number?
    ) throws -> Number? {
        if text == "none" { return nil }
        guard let number = read(text) else {
            throw ValidationError("\(option) '\(text)' is no number; give one, or 'none'")
        }
        return number
    }
}
