import AnswerStore
import Foundation
import Synchronization
import TestServers
import TestSupport
import Testing
import Text

/// `vlens generate` as a process: what it writes, how it ends, how it goes on.
struct GenerateTests {
    private static let part = [
        "generate", "--countries", "Philippines", "--topics", "Politics", "--quiet", "--model",
    ]

    /// A server that writes an action for every request, another one for each.
    private static func answer(_ request: LoopbackServer.Request) -> String {
        var number: UInt64 = request.body.reduce(7) { ($0 &* 31 &+ UInt64($1)) & 0xFFFF_FFFF }
        let seed = number
        var words: [String] = []
        for _ in 0..<8 {
            var word = ""
            for _ in 0..<5 {
                number = (number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407) & 0xFFFF_FFFF_FFFF
                word.append(Character(Unicode.Scalar(UInt8(97 + (number >> 24) % 26))))
            }
            words.append(word)
        }
        let action = "I take \(words.joined(separator: " ")) home \(seed) times."
        return "{\"action\": \"\(action)\", \"explanation\": \"It shows.\", \"attributions\": [\"\(words[0])\"]}"
    }

    @Test func `it writes a file whose actions Task 2 asks about, and says what came of it`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.run(
                Self.part + ["simulated/generator?mistakes=0&capitals=0.3", "--out", "a.jsonl"])
            #expect(result.status == 0, "\(result.error)")
            #expect(
                result.output.hasPrefix("actions   20 of 20 written; 10 of 10 pairs whole\nrounds    1 of at most 3; "))
            #expect(
                result.output.contains(
                    "\nrefused   0\ngiven up  0\nno reply  0\nleaks     0 actions name their value\n"))
            let lines = try String(contentsOf: vlens.file("a.jsonl"), encoding: .utf8).split(separator: "\n")
            #expect(lines.count == 20)
            let first = try #require(JSONReader.read(Array(lines[0].utf8), manner: .strict))
            #expect(first["generator"]?.string == "simulated/generator?mistakes=0&capitals=0.3")
            #expect(first["prompt_variant"]?.integer == 0 && first["language"]?.string == "en")
            #expect(try vlens.names() == ["a.jsonl", "vlens.sqlite"])
            let run = try await vlens.run(
                "run", "--countries", "Philippines", "--topics", "Politics", "--actions", "a.jsonl", "--quiet",
                "--no-report")
            #expect(run.status == 0, "\(run.error)")
            let runs = try await vlens.run("runs")
            #expect(runs.output.contains("  pilot@2  actions written, finished: 20 replies (0 refused, 0 unreadable)"))
            let json = try #require(
                JSONReader.read(Array(try await vlens.run("runs", "--json").output.utf8), manner: .strict))
            #expect(json.array?.map { $0["origin"]?.string } == ["generated", "asked"])
        }
    }

    @Test func `some cells without an action end with 3, and the list names each with its last answer`() async throws {
        try await withProgram { vlens in
            let model = "simulated/generator?mistakes=0&long=0.2&refusal=0.1&follows=0&seed=2"
            let result = try await vlens.run(Self.part + [model, "--out", "a.jsonl"])
            #expect(result.status == 3)
            let pattern =
                #/vlens: (\d+) of 20 actions are missing: (\d+) refused, (\d+) given up after 3 rounds\. The same /#
            let match = try #require(result.error.firstMatch(of: pattern), "\(result.error)")
            #expect(
                result.error.hasSuffix(
                    "command with --list names them; more --rounds ask for what was given up again, --retry-refusals for what was "
                        + "refused\n"))
            let list = try await vlens.run(Self.part + [model, "--list"])
            #expect(list.status == 0 && list.error.isEmpty)
            #expect(list.output.matches(of: #/\((?:dis)?agree, variant 0\): refused\n/#).count == Int(match.2))
            #expect(
                list.output.matches(of: #/\((?:dis)?agree, variant 0\): given up: too long\n    \S/#).count
                    == Int(match.3))
            let json = try #require(
                JSONReader.read(
                    Array(try await vlens.run(Self.part + [model, "--list", "--json"]).output.utf8), manner: .strict))
            #expect(json["refused_actions"]?.array?.count == Int(match.2))
            #expect(json["given_up_actions"]?.array?.first?["problems"]?.array?.first?.string == "tooLong")
            // Nothing was asked for it, and the file holds what there is.
            let again = try await vlens.run(Self.part + [model, "--json"])
            let listed = try await vlens.run(Self.part + [model, "--list", "--json"]).output
            #expect(again.status == 3 && again.output == listed)
            let lines = try String(contentsOf: vlens.file("a.jsonl"), encoding: .utf8).split(separator: "\n")
            #expect(lines.count + (Int(match.1) ?? 0) == 20)
        }
    }

    @Test(arguments: [SIGKILL, SIGINT])
    func `stopped in the middle and started again it asks for nothing that it has`(signal: Int32) async throws {
        let asked = Mutex<[String]>([])
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: { request in
                let body = String(decoding: request.body, as: UTF8.self)
                let count = asked.withLock { asked in
                    asked.append(body)
                    return asked.count
                }
                // Every fifth answer is not in order, so that there are rounds.
                let text = count.isMultiple(of: 5) ? "Nothing, \(count)." : Self.answer(request)
                return .chat(text, delay: .milliseconds(10))
            }) { server in
                let arguments =
                    [
                        "generate", "--model", "local/m", "--base-url", server.baseURL, "--concurrency", "2", "--out",
                        "a.jsonl",
                        "--rounds", "10",
                    ]
                for goal in [30, 90, 150] {
                    let program = try vlens.start(arguments)
                    for _ in 0..<2000 where asked.withLock(\.count) < goal {
                        try await Task.sleep(for: .milliseconds(5))
                    }
                    program.signal(signal)
                    let result = try await program.result()
                    #expect(result.status == -signal)
                    if signal == SIGINT {
                        #expect(
                            result.error.contains(
                                "questions have their reply; go on with: vlens generate --model local/m"))
                    }
                }
                let result = try await vlens.run(arguments)
                #expect(result.status == 0, "\(result.error)")
                let all = asked.withLock(\.self)
                // At most what was out at a kill was asked twice.
                #expect(
                    all.count - Set(all).count <= (signal == SIGKILL ? 3 * 2 * 2 : 0), "\(all.count - Set(all).count)")
                #expect(all.count >= 160 + 160 / 5)
                let lines = try String(contentsOf: vlens.file("a.jsonl"), encoding: .utf8).split(separator: "\n")
                #expect(lines.count == 160)
            }
        }
    }

    @Test func `a cap and a limit stop it cleanly, and the next start goes on`() async throws {
        try await withProgram { vlens in
            let model = ["simulated/generator?mistakes=0"]
            let limited = try await vlens.run(Self.part + model + ["--limit", "5"])
            expect(
                limited, exits: 3,
                says: ["--limit is reached: 5 of 20 questions have their reply; go on with: vlens generate"])
            let capped = try await vlens.run(Self.part + model + ["--max-tokens-total", "8000"])
            expect(
                capped, exits: 3,
                says: ["the cap is reached: ", " of 20 questions have their reply; raise it to go on"])
            let whole = try await vlens.run(Self.part + model)
            expect(whole, exits: 0, says: [])
        }
    }

    @Test func `a pilot asks for some cells under every variant`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.run(
                "generate", "--model", "simulated/generator?mistakes=0", "--pilot", "4", "--quiet", "--out", "p.jsonl")
            expect(result, exits: 0, says: [])
            let lines = try String(contentsOf: vlens.file("p.jsonl"), encoding: .utf8).split(separator: "\n")
                .compactMap { JSONReader.read(Array($0.utf8), manner: .strict) }
            #expect(lines.count == 64 && Set(lines.compactMap { $0["prompt_variant"]?.integer }) == Set(0..<8))
            #expect(Set(lines.compactMap { $0["country"]?.string }).count == 2)
        }
    }

    @Test func `a dry run shows each variant's prompt and asks nothing`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.run(Self.part + ["simulated/generator", "--pilot", "2", "--dry-run"])
            #expect(result.status == 0 && result.error.isEmpty)
            #expect(
                result.output.replacing("\n", with: " ").hasPrefix(
                    "32 actions: 2 cells, both inclinations, variants 0, 1, 2, 3, 4, 5, 6, 7; 32 to be asked"))
            #expect(result.output.matches(of: #/── variant \d: /#).count == 8)
            #expect(result.output.contains("── variant 3: plain request, attributions first, checklist ──"))
            #expect(try vlens.names() == [])
        }
    }

    @Test func `what can't be right is told in words, and leaves nothing behind`() async throws {
        let cases: [([String], Int32, String)] = [
            (
                [], 2,
                "'simulated/subject' answers Tasks 1 and 2 only: write --model simulated/generator to try it out, or name a model"
            ),
            (
                ["--model", "simulated/generator", "--variants", "8"], 2,
                "there is no variant 8 of the prompts for actions; there are 0 to 7"
            ),
            (
                ["--model", "simulated/generator", "--values", "Wealht"], 2,
                "unknown value \"Wealht\" in study \"pilot\""
            ),
            (["--model", "simulated/generator", "--rounds", "11"], 2, "--rounds 11 is outside 1…10"),
            (
                ["--model", "simulated/generator", "--pilot", "2", "--variants", "1"], 2,
                "--pilot asks under every variant: leave --variants out"
            ),
            (
                ["--model", "simulated/generator", "--pilot", "2", "--sample", "1"], 2,
                "--pilot draws cells itself: leave --sample out"
            ),
            (
                ["--model", "simulated/generator", "--out", "a.csv"], 2,
                "--out 'a.csv': actions are JSON Lines, so give a file that ends in .jsonl"
            ),
            (["--model", "simulated/generator", "--out", "no/a.jsonl"], 1, "--out 'no/a.jsonl': there is no folder '"),
            (
                ["--model", "simulated/generator", "--list"], 1,
                "no actions were asked for of 'simulated/generator' with this wording and "
                    + "these settings: give the command that asked for them, with --list"
            ),
            (
                ["--model", "simulated/generator?lng=1"], 2,
                "a simulated respondent has no parameter 'lng': did you mean 'long'?"
            ),
        ]
        try await withProgram { vlens in
            for (arguments, status, message) in cases {
                let result = try await vlens.run(["generate"] + arguments)
                let words = result.error.replacing("\n", with: " ")
                #expect(result.status == status && words.contains(message), "\(arguments): \(result.error)")
                #expect(try vlens.names() == [], "\(arguments)")
            }
        }
    }

    @Test func `a store that holds nothing but actions has nothing to measure, and says so`() async throws {
        try await withProgram { vlens in
            _ = try await vlens.run(Self.part + ["simulated/generator?mistakes=0"])
            for command in [["measure"], ["report"], ["measure", "--run", "1"]] {
                expect(try await vlens.run(command), exits: 1, says: ["no run '"])
            }
            expect(try await vlens.run("doctor"), exits: 0, says: [])
            expect(try await vlens.run("reread"), exits: 0, says: [])
        }
    }

    @Test(arguments: ["de", "zh", "ar"])
    func `a study in another language is written in it`(language: String) async throws {
        try await withProgram { vlens in
            let shown = try await vlens.run("study", "show", "pilot")
            #expect(shown.status == 0)
            let pilot = try String(
                contentsOf: SharedFolder.projectRoot.appending(path: "Sources/Study/Resources/pilot.yaml"),
                encoding: .utf8)
            try vlens.write(pilot + "\nlanguage: \(language)\n", to: "own.yaml")
            let result = try await vlens.run(
                Self.part + [
                    "simulated/generator?mistakes=0", "--study", "own.yaml", "--rounds", "6", "--out", "a.jsonl",
                ])
            expect(result, exits: 0, says: [])
            #expect(!result.output.contains("another language"), "\(result.output)")
            let text = try String(contentsOf: vlens.file("a.jsonl"), encoding: .utf8)
            #expect(text.matches(of: try Regex("\"language\": ?\"\(language)\"")).count == 20)
        }
    }
}
