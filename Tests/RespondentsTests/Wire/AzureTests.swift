import Respondents
import TestServers
import Testing

@Suite("A deployment behind Azure", .timeLimit(.minutes(2)))
struct AzureTests {
    private func settings(
        _ baseURL: String? = nil, environment: [String: String]
    ) throws -> ServerSettings? {
        let specification = try RespondentSpecification.resolve(
            ModelName("azure/my deployment"), options: ConnectionOptions(baseURL: baseURL),
            environment: environment.merging(["AZURE_OPENAI_API_KEY": "k"]) { first, _ in first })
        guard case .openAICompatible(let settings) = specification else { return nil }
        return settings
    }

    @Test
    func `is found by the resource's endpoint, the deployment and the version`() throws {
        let endpoint = ["AZURE_OPENAI_ENDPOINT": "https://lab.openai.azure.com/"]
        #expect(
            try settings(environment: endpoint)?.baseURL.text
                == "https://lab.openai.azure.com/openai/deployments/my%20deployment?api-version=2024-10-21")
        let dated = endpoint.merging(["OPENAI_API_VERSION": "2025-04-01-preview"]) { first, _ in first }
        #expect(
            try settings("https://other.openai.azure.com", environment: dated)?.baseURL.text
                == "https://other.openai.azure.com/openai/deployments/my%20deployment?api-version=2025-04-01-preview")
    }

    @Test
    func `is found at the address as typed where that has a path`() throws {
        let url = "https://lab.openai.azure.com/openai/v1"
        #expect(try settings(url, environment: [:])?.baseURL.text == url)
    }

    @Test
    func `is not asked without an endpoint`() throws {
        let error = #expect(throws: SetupError.self) { try settings(environment: [:]) }
        #expect(error?.code == .malformedBaseURL)
        #expect(
            error?.description == """
                azure/my deployment has no address and AZURE_OPENAI_ENDPOINT is not set: `export \
                AZURE_OPENAI_ENDPOINT=https://RESOURCE.openai.azure.com` with the name of your resource, or give it by \
                --base-url
                """)
    }

    @Test
    func `gets the key in its own header, and the question at the deployment`() async throws {
        try await LoopbackServer.run { _ in
            LoopbackFormat.openAI.answer("Option 1")
        } _: { server in
            let specification = try RespondentSpecification.resolve(
                ModelName("azure/mini"), options: ConnectionOptions(baseURL: "http://127.0.0.1:\(server.port)"),
                environment: ["AZURE_OPENAI_API_KEY": testKey])
            let text = try await specification.withRespondent { try await $0.reply(to: anyQuestion).text }
            #expect(text == "Option 1")
            #expect(
                server.lastRequest?.path == "/openai/deployments/mini/chat/completions?api-version=2024-10-21")
            #expect(server.lastRequest?.header("api-key") == testKey)
            #expect(server.lastRequest?.header("authorization") == nil)
        }
    }

    @Test
    func `that is not there ends the run`() async throws {
        let provider = try #require(Provider.named("azure"))
        let error = try await provider.failure(
            .answer(
                404,
                #"{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}"#
            ))
        #expect(error.code == .unknownModel)
        #expect(error.classification == .permanentForRun)
    }
}
