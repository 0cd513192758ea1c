import Foundation
import Respondents
import Synchronization
import TestServers
import Testing

/// How batches are asked for: where, by whom, how often, and what becomes of answers that are none.
struct BatchCallsTests {
    private func specification(
        _ name: String, _ baseURL: String? = nil, timeout: Duration = .seconds(20),
        _ environment: [String: String] = [:]
    ) throws -> RespondentSpecification {
        try RespondentSpecification.resolve(
            ModelName(name), options: ConnectionOptions(baseURL: baseURL, timeout: timeout), environment: environment)
    }

    @Test(arguments: [
        ("openai/gpt-4o-mini", "OPENAI_API_KEY", 0.5, true), ("anthropic/m", "ANTHROPIC_API_KEY", 0.5, true),
        ("groq/m", "GROQ_API_KEY", nil, false),
    ])
    func `the share of the price is what the provider documents at its own address`(
        name: String, variable: String, factor: Double?, isFree: Bool
    ) async throws {
        let provider = try #require(name.split(separator: "/").first.map(String.init))
        let own = try specification(name, nil, [variable: "sk-a-key-of-nobody-0123"]).batchProvider(named: provider)
        #expect(own.factor == factor)
        #expect(own.provider.expiredIsFree == isFree)
        let elsewhere = try specification(name, "http://127.0.0.1:9/v1").batchProvider(named: provider)
        #expect(elsewhere.factor == nil)
        #expect(!elsewhere.provider.expiredIsFree)
        await own.provider.shutdown()
        await elsewhere.provider.shutdown()
    }

    @Test(arguments: ["mistral/m", "together/m", "fireworks/m", "google/m", "openrouter/m"])
    func `providers with another protocol are refused with the way by files`(name: String) throws {
        let provider = try #require(name.split(separator: "/").first.map(String.init))
        let variable = try #require(Provider.named(provider)?.keyVariable)
        let specification = try specification(name, nil, [variable: "sk-a-key-of-nobody-0123"])
        let error = #expect(throws: SetupError.self) { try specification.batchProvider(named: provider) }
        #expect(error?.code == .badParameter)
        #expect(
            error?.description
                == "--batch: '\(provider)' has no batches, or another protocol for them than OpenAI's and Anthropic's; write the "
                + "questions to a file and read the answers back: 'vlens questions --form openai-batch', docs/exchange.md"
        )
    }

    @Test func `what looks like a key in the body keeps batches from being written to files`() throws {
        var options = ConnectionOptions(baseURL: "http://127.0.0.1:9/v1")
        options.request.extraBody = #"{"api_key": "sk-0123456789abcdef0123456789"}"#
        let specification = try RespondentSpecification.resolve(
            ModelName("local/m"), options: options, environment: [:])
        let error = #expect(throws: SetupError.self) { try specification.batchProvider(named: "local") }
        #expect(error?.description.hasPrefix("--batch writes requests to files, and --extra-body holds") == true)
    }

    @Test func `Azure's batches belong to the resource, its questions to the deployment`() async throws {
        let paths = Mutex<[String]>([])
        let keys = Mutex<[String?]>([])
        try await LoopbackServer.run(handler: { request in
            paths.withLock { $0.append("\(request.method) \(request.path)") }
            keys.withLock { $0.append(request.header("api-key")) }
            return .answer(200, #"{"id":"batch_1","status":"in_progress"}"#)
        }) { server in
            let provider = try specification(
                "azure/deployed", nil,
                [
                    "AZURE_OPENAI_ENDPOINT": "http://127.0.0.1:\(server.port)",
                    "AZURE_OPENAI_API_KEY": "0123456789abcdef",
                ]
            ).batchProvider(named: "azure").provider
            _ = try await provider.batch("batch_1")
            _ = try await provider.cancel("../evil")
            await provider.shutdown()
        }
        #expect(
            paths.withLock { $0 } == [
                "GET /openai/batches/batch_1?api-version=2024-10-21",
                "POST /openai/batches/..%2Fevil/cancel?api-version=2024-10-21",
            ])
        #expect(keys.withLock { $0 } == ["0123456789abcdef", "0123456789abcdef"])
    }

    @Test func `a wish for a batch is sent once, whatever comes of it`() async throws {
        for response in [
            LoopbackServer.Response.close, .answer(500, "{}"), .answer(200, "<html>"), .raw("nonsense\r\n\r\n"),
        ] {
            try await LoopbackServer.run(handler: { _ in response }) { server in
                let provider = try specification("local/m", server.baseURL).batchProvider(named: "local").provider
                let error = await #expect(throws: RespondentError.self) {
                    try await provider.create(BatchOrder(path: "", nonce: "0", questions: 1, fileID: "file-1"))
                }
                #expect(error?.leavesUnclear == true, "\(String(describing: error))")
                await provider.shutdown()
                #expect(server.connectionCount == 1)
                #expect(server.requestCount <= 1)
            }
        }
    }

    @Test(arguments: [400, 401, 403, 404, 413, 429])
    func `a refusal is clear`(status: Int) async throws {
        try await LoopbackServer.run(handler: { _ in LoopbackFormat.openAI.error(status, "no") }) { server in
            let provider = try specification("local/m", server.baseURL).batchProvider(named: "local").provider
            let error = await #expect(throws: RespondentError.self) { try await provider.batch("b") }
            #expect(error?.leavesUnclear == false)
            #expect(error?.status == status)
            await provider.shutdown()
        }
    }

    @Test func `a server that stands still is not waited for, and its verb is told`() async throws {
        try await LoopbackServer.run(handler: { _ in .hang }) { server in
            let provider = try specification("local/m", server.baseURL, timeout: .milliseconds(300))
                .batchProvider(named: "local").provider
            let error = await #expect(throws: RespondentError.self) { try await provider.batch("b") }
            #expect(error?.code == .timeout)
            #expect(
                error?.what.hasPrefix("GET http://127.0.0.1:\(server.port)/v1/batches/b was not answered within")
                    == true)
            await provider.shutdown()
        }
    }

    @Test func `results that break off are no results`() async throws {
        let broken = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{\"custom_id\":\"a\"}\n{\"custom_id\":"
        try await LoopbackServer.run(handler: { _ in .raw(broken) }) { server in
            let provider = try specification("local/m", server.baseURL).batchProvider(named: "local").provider
            let lines = Lines()
            let error = await #expect(throws: RespondentError.self) { try await provider.fetch("f") { lines.add($0) } }
            #expect(error?.code == .connectionLost)
            await provider.shutdown()
        }
    }

    @Test func `lines come one by one however they are cut, the last without its end, empty ones left out`()
        async throws
    {
        let text = "{\"custom_id\":\"a\"}\n\n  \r\n{\"custom_id\":\"b\"}"
        try await LoopbackServer.run(handler: { _ in .trickle(text, every: .milliseconds(1)) }) { server in
            let provider = try specification("local/m", server.baseURL).batchProvider(named: "local").provider
            let lines = Lines()
            try await provider.fetch("f") { lines.add($0) }
            #expect(lines.all == [#"{"custom_id":"a"}"#, #"{"custom_id":"b"}"#])
            await provider.shutdown()
        }
    }

    private final class Lines: Sendable {
        private let kept = Mutex<[String]>([])

        func add(_ line: [UInt8]) -> Bool {
            kept.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
            return true
        }

        var all: [String] { kept.withLock { $0 } }
    }
}
