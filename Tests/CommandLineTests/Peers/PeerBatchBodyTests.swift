import Foundation
import TestServers
import TestSupport
import Testing
import Text

/// A real LiteLLM gateway takes the bodies of a batch as they stand in the file, and what it answers, errors too, is read from files.
@Suite(
    .enabled(if: PeerProgram.gateway.isExpected, Comment(rawValue: PeerProgram.absence)), .serialized,
    .timeLimit(.minutes(5)))
struct PeerBatchBodyTests {
    /// Sends each line's body, as a batch's worker does, and writes the lines of its output.
    private static let worker = """
        import json, sys, urllib.request, urllib.error
        base, key, source, target = sys.argv[1:]
        with open(source) as lines, open(target, "w") as out:
            for line in map(json.loads, lines):
                request = urllib.request.Request(base + "/chat/completions", json.dumps(line["body"]).encode(),
                    {"Authorization": "Bearer " + key, "Content-Type": "application/json"})
                try:
                    answer = urllib.request.urlopen(request, timeout=60)
                except urllib.error.HTTPError as error:
                    answer = error
                response = {"status_code": answer.status, "request_id": "r", "body": json.loads(answer.read())}
                out.write(json.dumps({"id": "x", "custom_id": line["custom_id"], "response": response, "error": None}) + "\\n")
        """

    /// Models of the gateway, and what comes of their answers.
    private static let models = [
        ("mock-ok", "10 answered, 0 refused, 0 unreadable, 0 missing of 10.", "10 replies (0 refused"),
        ("mock-429", "0 answered, 0 refused, 0 unreadable, 10 missing of 10.", "10 × rate limit"),
        ("mock-500", "0 answered, 0 refused, 0 unreadable, 10 missing of 10.", "10 × status 500"),
        ("mock-ctx", "0 answered, 0 refused, 0 unreadable, 10 missing of 10.", "10 × context too long"),
    ]

    @Test func `bodies are taken and answers are read`() async throws {
        // It takes its time to start, and serves all of them.
        let gateway = try await PeerServer.start(.gateway, settings: ["UPSTREAM": "http://127.0.0.1:9"])
        do {
            let key = try await gateway.script("key").output.split(separator: "\n").first.map(String.init) ?? ""
            for (model, outcome, failures) in Self.models {
                try await ask(model, at: gateway.baseURL, key, outcome, failures)
            }
        } catch {
            await gateway.stop()
            throw error
        }
        await gateway.stop()
    }

    private func ask(
        _ model: String, at address: String, _ key: String, _ outcome: String, _ failures: String
    ) async throws {
        try await withProgram { vlens in
            let questions = [
                "questions", "--form", "openai-batch", "--model", "gateway/\(model)", "--task", "acted", "--out",
                "b.jsonl",
            ]
            let made = try await vlens.run(questions + ExchangePlan.selection)
            #expect(made.status == 0, "\(made.error)")
            try vlens.write(Self.worker, to: "worker.py")
            let sent = try await vlens.start(
                "/usr/bin/env", ["python3", "worker.py", address, key, "b.jsonl", "out.jsonl"]
            ).result()
            #expect(sent.status == 0, "\(sent.error)")
            let result = try await vlens.bring("out.jsonl", model: "gateway/\(model)")
            #expect(result.output.contains(outcome), "\(model): \(result.output)\(result.error)")
            let runs = try await vlens.run("runs").output
            #expect(runs.contains(failures), "\(model): \(runs)")
        }
    }
}
