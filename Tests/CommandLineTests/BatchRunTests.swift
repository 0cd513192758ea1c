import Foundation
import TestServers
import TestSupport
import Testing

/// Batches by the command line: what is told, what is refused, what is kept from files.
@Suite(.timeLimit(.minutes(5)))
struct BatchRunTests {
    private func withProvider(
        _ change: (inout LoopbackBatches.Script) -> Void = { _ in },
        _ body: (Program, LoopbackBatches, [String]) async throws -> Void
    ) async throws {
        var script = LoopbackBatches.Script()
        script.text = { PilotAnswers.answer(to: $0) }
        change(&script)
        let provider = LoopbackBatches(.openAI, script)
        try await LoopbackServer.run(handler: { provider.answer($0) }) { server in
            try await withProgram { vlens in
                try await body(vlens, provider, BatchKillTests.arguments(.openAI, server))
            }
        }
    }

    @Test func `its report and figures are those of a run without batches`() async throws {
        try await withProvider { vlens, _, arguments in
            let batch = try await vlens.run(arguments + ["--batch", "--json"] + BatchKillTests.quick)
            #expect(batch.status == 0, "\(batch.error)")
            try await withProgram { other in
                let plain = try await other.run(arguments + ["--json"])
                func figures(_ text: String) throws -> Data {
                    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
                    let overall = try #require(object["overall"])
                    return try JSONSerialization.data(withJSONObject: overall, options: .sortedKeys)
                }
                #expect(try figures(batch.output) == figures(plain.output))
            }
        }
    }

    @Test func `the cost of batches is told before and after`() async throws {
        try await withProvider { vlens, _, arguments in
            // 12 tokens in and 30 out: 0.312 cents a reply, and half of it in a batch.
            try vlens.write("dated: 2026-02-03\nprices:\n  local/*: { in: 10, out: 100 }\n", to: "prices.yaml")
            let priced =
                arguments + ["--prices", "prices.yaml", "--batch", "--batch-discount", "0.5"] + BatchKillTests.quick
            let dry = try await vlens.run(priced + ["--dry-run"])
            let words = dry.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains("about $0.09 at the prices of 2026-02-03, in batches at 50 % of them"), "\(words)")
            let result = try await vlens.run(priced)
            #expect(result.status == 0, "\(result.error)")
            // 0.00312 + 43 × 0.00156.
            #expect(result.error.contains("this start: 44 replies, $0.07\n"), "\(result.error)")
            let runs = try await vlens.run("runs", "--prices", "prices.yaml", "--json")
            let list = try JSONSerialization.jsonObject(with: Data(runs.output.utf8)) as? [[String: Any]]
            let dollars = try #require(list?.first?["dollars"] as? Double)
            #expect(abs(dollars - (0.00312 + 43 * 0.00156)) < 1e-9)
            #expect(list?.first?["batches_open"] as? Int == 0)
        }
    }

    @Test func `a cap lets as many questions into batches as fit at their price`() async throws {
        try await withProvider { vlens, provider, arguments in
            try vlens.write("dated: 2026-02-03\nprices:\n  local/*: { in: 0, out: 100 }\n", to: "prices.yaml")
            // One answer of at most 100 tokens: a cent, half a cent in a batch.
            let capped =
                arguments + ["--prices", "prices.yaml", "--max-tokens", "100", "--batch", "--batch-discount", "0.5"]
                + ["--budget", "0.0535"] + BatchKillTests.quick
            let result = try await vlens.run(capped)
            #expect(result.status == 3, "\(result.error)")
            #expect(result.error.contains("the cap is reached"))
            // (0.0535 - 0.003) / 0.005 in the first batch; what they do not take makes room for more.
            #expect(provider.sizes.first == 10)
            #expect(provider.sizes.count > 1)
            let runs = try await vlens.run("runs", "--prices", "prices.yaml", "--json")
            let list = try JSONSerialization.jsonObject(with: Data(runs.output.utf8)) as? [[String: Any]]
            let dollars = try #require(list?.first?["dollars"] as? Double)
            #expect(dollars <= 0.0535)
        }
    }

    @Test func `progress tells how the batches stand, and that nobody knows when they end`() async throws {
        try await withProvider({ $0.looks = { _ in 90 } }) { vlens, _, arguments in
            let result = try await vlens.run(arguments + ["--batch"] + BatchKillTests.quick)
            #expect(result.status == 0, "\(result.error)")
            #expect(
                result.error.contains(
                    "asked 1 of 44, 1 batch out, 0 of 43 answered there, in_progress, next look in 0:01"))
            #expect(result.error.contains("no ETA: within a day"))
        }
    }

    @Test(arguments: [
        (
            "mistral/m", "MISTRAL_API_KEY",
            "'mistral' has no batches, or another protocol for them than OpenAI's and Anthropic's"
        ),
        (
            "google/m", "GEMINI_API_KEY",
            "write the questions to a file and read the answers back: 'vlens questions --form"
        ),
        (
            "simulated/subject", "NONE",
            "'simulated' answers here and now; leave --batch out, or name a model with --model"
        ),
    ])
    func `who takes no such batches is refused before a store is made`(
        model: String, variable: String, words: String
    ) async throws {
        var vlens = try Program()
        defer { vlens.remove() }
        vlens.environment[variable] = "sk-not-a-key-0123456789"
        let result = try await vlens.run("run", "--model", model, "--batch")
        expect(result, exits: 2, says: [words])
        #expect(!FileManager.default.fileExists(atPath: vlens.file("vlens.sqlite").path))
    }

    @Test(arguments: [
        (["--cancel-batches"], "--cancel-batches is about batches: give --batch, too"),
        (["--batch-size", "5"], "--batch-size is about batches: give --batch, too"),
        (["--batch", "--batch-size", "0"], "--batch-size 0: at least one question is needed"),
        (["--batch", "--batch-discount", "50"], "--batch-discount 50.0 is outside 0…1: 0.5 is half the price"),
    ])
    func `options that make no sense are refused`(options: [String], words: String) async throws {
        try await withProgram { vlens in
            expect(try await vlens.run(["run"] + options), exits: 2, says: [words])
        }
    }

    @Test func `the key reaches no file, though the server says it`() async throws {
        let key = "sk-secret-0123456789abcdefghijklmnop"
        try await withProvider({
            $0.fate = { _, place, text in place == 3 ? .error(400, "bad \(key)") : .answer(text) }
        }) {
            vlens, _, arguments in
            var vlens = vlens
            vlens.environment["VLENS_API_KEY"] = key
            let result = try await vlens.run(arguments + ["--batch"] + BatchKillTests.quick)
            #expect(result.status == 3)
            #expect(!result.error.contains(key))
            let files = FileManager.default.enumerator(at: vlens.folder, includingPropertiesForKeys: nil)
            while let file = files?.nextObject() as? URL {
                guard let data = try? Data(contentsOf: file) else { continue }
                #expect(data.range(of: Data(key.utf8)) == nil, "\(file.lastPathComponent)")
            }
        }
    }

    @Test func `a start that selects otherwise reads what an earlier one's batch answered`() async throws {
        try await withProvider({ $0.looks = { _ in 4 } }) { vlens, provider, arguments in
            let program = try vlens.start(arguments + ["--batch"] + BatchKillTests.quick)
            for _ in 0..<3000 where !provider.events.contains("look") { try await Task.sleep(for: .milliseconds(5)) }
            program.signal(SIGKILL)
            _ = try await program.result()
            let others = arguments.map { $0 == "Philippines" ? "United States" : $0 }
            let result = try await vlens.run(others + ["--batch"] + BatchKillTests.quick)
            #expect(result.status == 0, "\(result.error)")
            #expect(try BatchKillTests.texts(vlens).count == 88)
            #expect(provider.billed.values.allSatisfy { $0 == 1 })
        }
    }
}
