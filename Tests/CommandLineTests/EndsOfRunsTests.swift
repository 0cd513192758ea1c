import AnswerStore
import Foundation
import TestServers
import TestSupport
import Testing

/// How a run ends: by a signal, by a fault, by its store's.
@Suite(.timeLimit(.minutes(10)))
struct EndsOfRunsTests {
    private func arguments(_ server: LoopbackServer, _ more: String...) -> [String] {
        [
            "run", "--model", "local/m", "--base-url", server.baseURL, "--concurrency", "4", "--no-report",
            "--countries",
            "Philippines", "--topics", "Politics",
        ] + more
    }

    private func until(_ condition: () throws -> Bool) async throws {
        for _ in 0..<6000 where try !condition() { try await Task.sleep(for: .milliseconds(10)) }
    }

    @Test func `a closed terminal stops a run in good order, and it dies of that signal`() async throws {
        try await withProgram { vlens in
            let server = Behaviour { $0.number <= 9 ? .chat(PilotAnswers.answer(to: $0.body)) : .hang }
            try await LoopbackServer.run(handler: server.answer) { server in
                let program = try vlens.start(arguments(server, "--grace", "0.2"))
                try await until { server.requestCount >= 13 }
                program.signal(SIGHUP)
                let result = try await program.result()
                #expect(result.status == -SIGHUP)
                #expect(result.error.contains("stopped: 9 of 88 questions have their reply"))
                #expect(try vlens.replyCount() == 9)
            }
        }
    }

    @Test func `a run that was told to outlive its session does`() async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: { .chat(PilotAnswers.answer(to: $0.body), delay: .milliseconds(20)) })
            {
                server in
                let line = (["trap '' HUP; exec", Program.path] + arguments(server).map { "'\($0)'" }).joined(
                    separator: " ")
                let program = try vlens.start("/bin/sh", ["-c", line])
                try await until { server.requestCount >= 10 }
                program.signal(SIGHUP)
                let result = try await program.result()
                #expect(result.status == 0, "\(result.error)")
                #expect(try vlens.replyCount() == 88)
            }
        }
    }

    @Test func `--limit says why questions failed, with the server's words, and so does runs`() async throws {
        try await withProgram { vlens in
            let words = "This model's maximum context length is 2048 tokens"
            let body = "{\"error\": {\"message\": \"\(words)\", \"code\": \"context_length_exceeded\"}}"
            try await LoopbackServer.run(handler: { _ in .answer(400, body) }) { server in
                let result = try await vlens.run(arguments(server, "--limit", "5", "--quiet"))
                expect(
                    result, exits: 3,
                    says: ["--limit is reached, and 5 failed: 0 of 88", "5 × context too long, the last: ", words])
                let runs = try await vlens.run("runs")
                #expect(runs.output.contains("5 failed\n     5 × context too long, the last: "), "\(runs.output)")
                #expect(runs.output.contains(words))
                let json = try await vlens.run("runs", "--json")
                #expect(json.output.contains("\"code\": \"contextTooLong\""), "\(json.output)")
            }
        }
    }

    @Test(arguments: ["--retry-failed", "--retry-unreadable=all"])
    func `to ask again needs a run with the same settings, and none is begun without`(option: String) async throws {
        try await withProgram { vlens in
            let name = String(option.split(separator: "=")[0])
            let refusal = "\(name) asks again what a stored run has, and none was asked with these settings"
            expect(try await vlens.run(["run", option]), exits: 1, says: [refusal])
            #expect(try vlens.names().isEmpty)
            let part = ["run", "--countries", "Philippines", "--topics", "Politics", "--no-report", "--quiet"]
            expect(try await vlens.run(part), exits: 0, says: [])
            expect(
                try await vlens.run(part + [option, "--temperature", "1", "--model", "simulated/subject?seed=2"]),
                exits: 1, says: [refusal])
            let store = try AnswerStore(path: vlens.file("vlens.sqlite").path, mode: .readOnly)
            #expect(try store.runs().count == 1)
        }
    }

    @Test func `empty replies are told, and asked again with --retry-unreadable`() async throws {
        try await withProgram { vlens in
            let server = Behaviour { $0.number <= 3 ? .chat("") : .chat(PilotAnswers.answer(to: $0.body)) }
            try await LoopbackServer.run(handler: server.answer) { server in
                let first = try await vlens.run(arguments(server, "--quiet"))
                expect(first, exits: 0, says: ["3 of 88 replies are empty", "--retry-unreadable empty"])
                let again = try await vlens.run(arguments(server, "--quiet", "--retry-unreadable", "empty,truncated"))
                expect(again, exits: 0, says: ["3 asked again; 3 earlier replies kept"])
                #expect(server.requestCount == 91)
                let runs = try await vlens.run("runs")
                #expect(runs.output.contains("88 replies (0 refused, 0 unreadable), 3 asked again"), "\(runs.output)")
                // Nothing is left to ask.
                _ = try await vlens.run(arguments(server, "--quiet", "--retry-unreadable", "all"))
                #expect(server.requestCount == 91)
            }
        }
    }

    @Test(arguments: [
        ("refused", "--retry-unreadable 'refused': a refusal was read, and stands; give empty, "),
        (
            "emtpy",
            "--retry-unreadable 'emtpy': is none of them; did you mean 'empty'? give empty, ambiguous, truncated, "
                + "no-answer, not-an-option, "
        ),
    ])
    func `a reason that is none is a misuse`(reason: String, problem: String) async throws {
        try await withProgram { vlens in
            expect(try await vlens.run("run", "--retry-unreadable", reason), exits: 2, says: [problem])
        }
    }

    @Test func `a store that is removed under a run is noticed, and its replies are saved`() async throws {
        try await withProgram { vlens in
            let server = Behaviour { $0.number <= 9 ? .chat(PilotAnswers.answer(to: $0.body)) : .hang }
            try await LoopbackServer.run(handler: server.answer) { server in
                let program = try vlens.start(arguments(server, "--grace", "0.2"))
                try await until { server.requestCount >= 13 }
                for suffix in ["", "-wal", "-shm"] {
                    try FileManager.default.removeItem(at: vlens.file("vlens.sqlite" + suffix))
                }
                let result = try await program.result()
                expect(
                    result, exits: 1,
                    says: [
                        "was removed or moved while the run wrote to it",
                        "all its replies are in 'vlens.sqlite.rescued'",
                    ])
                let runs = try await vlens.run("runs", "--store", "vlens.sqlite.rescued")
                #expect(runs.output.contains("9 replies"), "\(runs.output)")
            }
        }
    }
}
