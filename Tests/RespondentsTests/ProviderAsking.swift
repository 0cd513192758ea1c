import Respondents
import TestServers
import TestSupport
import Testing

extension WireFormat {
    /// The loopback server's side of the format.
    var loopback: LoopbackFormat {
        switch self {
        case .openAIChat: .openAI
        case .anthropicMessages: .anthropic
        case .googleGemini: .google
        }
    }
}

extension Provider {
    /// A respondent of this provider that asks a loopback server, with the test's key in the provider's variable.
    func specification(
        at server: LoopbackServer, model: String = "some/model", options: ConnectionOptions = ConnectionOptions()
    ) throws -> RespondentSpecification {
        var options = options
        options.baseURL = server.baseURL
        return try RespondentSpecification.resolve(
            ModelName("\(name)/\(model)"), options: options, environment: [keyVariable: testKey])
    }

    /// Asks a server that answers so, once, and gives the last request with it.
    func outcome(
        of request: RespondentRequest = anyQuestion, model: String = "some/model",
        options: ConnectionOptions = ConnectionOptions(), _ handler: @escaping LoopbackServer.Handler
    ) async throws -> (result: Result<RespondentReply, RespondentError>, request: LoopbackServer.Request?) {
        try await LoopbackServer.run(handler: handler) { server in
            let respondent = try specification(at: server, model: model, options: options).makeRespondent()
            let result: Result<RespondentReply, RespondentError>
            do throws(RespondentError) {
                result = .success(try await respondent.reply(to: request))
            } catch {
                result = .failure(error)
            }
            await respondent.shutdown()
            return (result, server.lastRequest)
        }
    }

    func reply(_ response: LoopbackServer.Response) async throws -> RespondentReply {
        try await outcome { _ in response }.result.get()
    }

    func failure(_ response: LoopbackServer.Response) async throws -> RespondentError {
        guard case .failure(let error) = try await outcome({ _ in response }).result else { throw UnexpectedReply() }
        return error
    }
}
