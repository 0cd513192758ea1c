import Foundation
import TestServers
import TestSupport
import Testing

/// Batches through a real LiteLLM gateway, whose own client of OpenAI's asks the provider behind it: what we send has to pass its checks,
/// and what the tests' provider answers has to be what that client reads.
@Suite(
    .enabled(if: PeerProgram.gateway.isExpected, Comment(rawValue: PeerProgram.absence)), .timeLimit(.minutes(10)))
struct PeerBatchTests {
    @Test func `a run in batches passes a real gateway, whole and cleaned up`() async throws {
        var script = LoopbackBatches.Script()
        script.text = { PilotAnswers.answer(to: $0) }
        script.fate = { _, place, text in place == 1 ? .error(400, "maximum context length exceeded") : .answer(text) }
        let provider = LoopbackBatches(.openAI, script)
        try await LoopbackServer.run(handler: { request in
            // The gateway looks which models there are.
            request.path.hasPrefix("/v1/models")
                ? .answer(200, #"{"object":"list","data":[]}"#) : provider.answer(request)
        }) { server in
            try await withGateway(before: server.baseURL) { address, key in
                var vlens = try Program()
                defer { vlens.remove() }
                vlens.environment["VLENS_API_KEY"] = key
                let result = try await vlens.run([
                    "run", "--model", "local/m", "--base-url", address, "--countries", "Philippines", "--variants", "0",
                    "--no-report", "--batch", "--batch-size", "25", "--clean", "--batch-poll", "0.2",
                ])
                expect(result, exits: 3, says: ["2 of 44 questions have no reply", "maximum context length exceeded"])
                #expect(provider.sizes == [25, 18])
                #expect(try BatchKillTests.texts(vlens).count == 42)
                #expect(provider.removed.count == 6)
            }
        }
    }

    @Test func `a batch that is cancelled through a real gateway keeps what it answered`() async throws {
        var script = LoopbackBatches.Script()
        script.text = { PilotAnswers.answer(to: $0) }
        script.looks = { _ in 1000 }
        script.fate = { _, place, text in place < 10 ? .answer(text) : .cancelled }
        let provider = LoopbackBatches(.openAI, script)
        try await LoopbackServer.run(handler: { provider.answer($0) }) { server in
            try await withGateway(before: server.baseURL) { address, key in
                var vlens = try Program()
                defer { vlens.remove() }
                vlens.environment["VLENS_API_KEY"] = key
                let arguments = [
                    "run", "--model", "local/m", "--base-url", address, "--countries", "Philippines", "--variants", "0",
                    "--no-report", "--batch", "--batch-poll", "0.2",
                ]
                let program = try vlens.start(arguments)
                for _ in 0..<6000 where !provider.events.contains("look") {
                    try await Task.sleep(for: .milliseconds(10))
                }
                program.signal(SIGKILL)
                _ = try await program.result()
                let cancelled = try await vlens.run(arguments + ["--cancel-batches"])
                expect(cancelled, exits: 3, says: ["11 of 44 questions have their reply, and 33 are not asked"])
                #expect(provider.made == 1)
            }
        }
    }

    /// Lends a gateway that relays questions, files and batches.
    private func withGateway(before upstream: String, _ body: (String, String) async throws -> Void) async throws {
        guard PeerProgram.gateway.isInstalled else { throw Absent(description: PeerProgram.absence) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "vlens-gateway-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let settings = """
            model_list:
              - {model_name: m, litellm_params: {model: openai/m, api_base: '\(upstream)', api_key: x}}
            files_settings:
              - {custom_llm_provider: openai, api_base: '\(upstream)', api_key: x}
            litellm_settings: {num_retries: 0, request_timeout: 30, telemetry: false}
            router_settings: {num_retries: 0, disable_cooldowns: true}
            general_settings: {disable_spend_logs: true}

            """
        try Data(settings.utf8).write(to: folder.appending(path: "config.yaml"))
        let (port, key) = (try await FreePort.draw(), "sk-\(UUID().uuidString)")
        let gateway = try RunningProgram(
            path: PeerProgram.gateway.file("venv/bin/litellm").path,
            arguments: [
                "--config", "config.yaml", "--host", "127.0.0.1", "--port", "\(port)", "--telemetry", "False",
                "--num_workers", "1",
            ], folder: folder,
            environment: [
                "PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8", "LITELLM_LOCAL_MODEL_COST_MAP": "True",
                "LITELLM_MODE": "PRODUCTION", "LITELLM_LOG": "ERROR", "NO_DOCS": "True", "DISABLE_ADMIN_UI": "True",
                "LITELLM_MASTER_KEY": key,
            ])
        do {
            try await waitUntilUp(port, gateway)
            try await body("http://127.0.0.1:\(port)/v1", key)
        } catch {
            gateway.signal(SIGKILL)
            _ = try await gateway.result()
            throw error
        }
        gateway.signal(SIGKILL)
        _ = try await gateway.result()
    }

    private struct Absent: Error, CustomStringConvertible {
        let description: String
    }

    private func waitUntilUp(_ port: Int, _ gateway: RunningProgram) async throws {
        let arguments = ["-sf", "-m", "5", "http://127.0.0.1:\(port)/health/liveliness"]
        let folder = FileManager.default.temporaryDirectory
        for _ in 0..<480 {
            guard gateway.isRunning else { throw Absent(description: "the gateway ended: \(gateway.errorSoFar)") }
            let asked = try RunningProgram(
                path: "/usr/bin/curl", arguments: arguments, folder: folder, environment: ["PATH": "/usr/bin:/bin"])
            if try await asked.result().status == 0 { return }
            try await Task.sleep(for: .milliseconds(500))
        }
        throw Absent(description: "the gateway did not come up: \(gateway.errorSoFar)")
    }
}
