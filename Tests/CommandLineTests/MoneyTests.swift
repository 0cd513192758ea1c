import Foundation
import TestServers
import TestSupport
import Testing

/// What a run costs, before it asks, while it asks, and afterwards; every reply reports 1,000 tokens in and 100 out.
@Suite(.timeLimit(.minutes(5)))
struct MoneyTests {
    /// 1,000 × 10 $/M + 100 × 100 $/M = 2 cents a reply.
    private static let prices = "dated: 2026-02-03\nprices:\n  local/*: { in: 10, out: 100 }\n"

    private static func answer(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        let content = LoopbackServer.Response.quoted(SmallPart.text(request))
        return .answer(
            200,
            """
            {"model": "m", "choices": [{"message": {"content": \(content)}, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 1000, "completion_tokens": 100,
            "completion_tokens_details": {"reasoning_tokens": 60}}}
            """)
    }

    private func withServer(_ body: (Program, LoopbackServer) async throws -> Void) async throws {
        try await withProgram { vlens in
            try vlens.write(Self.prices, to: "prices.yaml")
            try await LoopbackServer.run(handler: Self.answer) { server in try await body(vlens, server) }
        }
    }

    private func arguments(_ server: LoopbackServer, _ more: String...) -> [String] {
        ["run", "--model", "local/m", "--base-url", server.baseURL, "--prices", "prices.yaml", "--variants", "0"] + more
    }

    @Test func `the cost is said before, at the end, in the list of runs and in the report`() async throws {
        try await withServer { vlens, server in
            let result = try await vlens.run(
                arguments(server, "--countries", "United States", "--topics", "Politics", "--report", "page"))
            #expect(result.status == 0, "\(result.error)")
            #expect(result.error.contains("11 questions: 1 stated, 10 acted; 11 to be asked of local/m"))
            #expect(result.error.contains("at the prices of 2026-02-03"))
            #expect(result.error.contains("this start: 11 replies, $0.22\n"))
            let runs = try await vlens.run("runs", "--prices", "prices.yaml")
            #expect(
                runs.output == """
                    1  local/m  pilot@2  finished: 11 replies (0 refused, 0 unreadable), 11,000 tokens in, 1,100 out (660 of \
                    them hidden reasoning), $0.22

                    """)
            let page = try String(contentsOf: vlens.file("page/report.html"), encoding: .utf8)
            #expect(page.contains("$0.22, at the prices of 2026-02-03"))
            #expect(page.contains("11,000 in, 1,100 out (660 of them hidden reasoning)"))
        }
    }

    @Test func `what is left to ask counts the questions selected, not those of earlier starts`() async throws {
        try await withServer { vlens, server in
            let first = try await vlens.run(arguments(server, "--countries", "United States", "--no-report"))
            #expect(first.error.contains("44 questions: 4 stated, 40 acted; 44 to be asked"))
            let second = try await vlens.run(arguments(server, "--countries", "Philippines", "--no-report"))
            #expect(second.error.contains("44 questions: 4 stated, 40 acted; 44 to be asked"))
            // 44 × 1,000 tokens and 44 × 100, as the replies so far took.
            #expect(second.error.contains("about 44,000 tokens in and 4,400 out (by the replies so far); about $0.88"))
            let third = try await vlens.run(arguments(server, "--dry-run"))
            #expect(third.output.contains("88 questions: 8 stated, 80 acted; 0 to be asked of local/m"))
            #expect(server.requestCount == 88)
        }
    }

    @Test func `of a budget and a cap of tokens the tighter one ends the run, and both may be raised`() async throws {
        try await withServer { vlens, server in
            // A reply may take 100 tokens at most: the reserve is 1 cent and the prompt's.
            let options = ["--countries", "United States", "--no-report", "--max-tokens", "100", "--concurrency", "1"]
            let budget = try await vlens.run(
                arguments(server) + options + ["--budget", "0.20", "--max-tokens-total", "1000000"])
            expect(budget, exits: 3, says: ["the cap is reached", "raise it to go on"])
            let runs = try JSONSerialization.jsonObject(
                with: Data(try await vlens.run("runs", "--json", "--prices", "prices.yaml").output.utf8))
            let dollars = try #require(((runs as? [[String: Any]])?.first?["dollars"]) as? Double)
            #expect(dollars <= 0.20 && dollars > 0.12)
            let tokens = try await vlens.run(
                arguments(server) + options + ["--budget", "100", "--max-tokens-total", "20000"])
            expect(tokens, exits: 3, says: ["the cap is reached"])
            let raised = try await vlens.run(
                arguments(server) + options + ["--budget", "100", "--max-tokens-total", "1000000"])
            expect(raised, exits: 0, says: [])
            #expect(server.requestCount == 44)
        }
    }

    @Test func `a sample counts its own cells, and none outside it as missing`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.run("run", "--sample", "20", "--sample-seed", "3", "--json", "--no-report")
            #expect(result.status == 0, "\(result.error)")
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            let counts = try #require(object["counts"] as? [String: Any])
            #expect(counts["cells"] as? Int == 20)
            let more = try await vlens.run("run", "--json", "--no-report")
            let whole = try #require(try JSONSerialization.jsonObject(with: Data(more.output.utf8)) as? [String: Any])
            #expect((whole["counts"] as? [String: Any])?["cells"] as? Int == 80)
        }
    }

    @Test func `a setting that the server does not take ends the run at once, with its own words`() async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: { _ in
                .answer(400, #"{"error": {"message": "top_p and temperature exclude one another"}}"#)
            }) { server in
                let result = try await vlens.run(["run", "--model", "local/m", "--base-url", server.baseURL])
                expect(
                    result, exits: 1,
                    says: [
                        "20 questions in a row were rejected, the last with:",
                        "top_p and temperature exclude one another",
                    ])
                #expect(server.requestCount == 20)
            }
        }
    }

    @Test func `probabilities of the options that were asked for are shown with the reply`() async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: { request in
                let text = SmallPart.text(request)
                let token =
                    #"{"token": "1", "logprob": -0.223143551, "top_logprobs": [{"token": "1", "logprob": "#
                    + #"-0.223143551}, {"token": "2", "logprob": -1.60943791}]}"#
                return .answer(
                    200,
                    """
                    {"choices": [{"message": {"content": \(LoopbackServer.Response.quoted(text))}, "logprobs": {"content": [
                    {"token": "Option ", "logprob": 0, "top_logprobs": []}, \(token)]}}]}
                    """)
            }) { server in
                let result = try await vlens.run(SmallPart.run(server, "--logprobs", "2", "--task", "acted"))
                #expect(result.status == 0, "\(result.error)")
                let shown = try await vlens.run("replies", "--limit", "1")
                #expect(shown.output.contains("p(1) ≥ 0.800, p(2) ≥ 0.200"))
            }
        }
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "'script' is not here"),
        arguments: [[], ["--quiet"]])
    func `on a terminal a dear run asks first, and a quiet one no less`(options: [String]) async throws {
        try await withServer { vlens, server in
            func run(answering answer: String, _ more: String...) async throws -> Program.Result {
                let words = arguments(server, "--confirm-above", "0.01", "--no-report") + options + more
                let line = (["vlens"] + words).joined(separator: " ")
                return try await vlens.shell("printf '\(answer)\\n' | /usr/bin/script -qec '\(line)' /dev/null")
            }
            let refused = try await run(answering: "n")
            #expect(refused.status == 1, "\(refused.output)")
            #expect(refused.output.contains("go on? [y/N]"))
            #expect(refused.output.contains("nothing was asked; --yes goes on without this question"))
            #expect(refused.output.contains("at the prices of 2026-02-03"), "what it costs is said with the question")
            #expect(server.requestCount == 0)
            let agreed = try await run(answering: "y", "--countries", "Philippines", "--topics", "Politics")
            #expect(agreed.status == 0, "\(agreed.output)")
            #expect(server.requestCount == 11)
            let told = try await run(answering: "", "--yes", "--countries", "Philippines")
            #expect(told.status == 0)
            #expect(!told.output.contains("go on?"))
        }
    }

    @Test func `a run that costs nothing shows no cost`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.run("run", "--report", "page")
            expect(result, exits: 0, says: [])
            #expect(!result.error.contains("$"))
            let page = try String(contentsOf: vlens.file("page/report.html"), encoding: .utf8)
            #expect(page.contains("<dt>Tokens</dt>"))
            #expect(!page.contains("<dt>Cost</dt>"))
        }
    }
}
