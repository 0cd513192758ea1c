import AnswerStore
import Foundation
import TestServers
import TestSupport
import Testing

/// The program is killed for real at each step of a batch, and started again.
@Suite(.timeLimit(.minutes(10)))
struct BatchKillTests {
    /// The steps, by what the provider is asked when the program is killed.
    static let steps = ["upload", "create", "look", "results", "read"]

    @Test(arguments: [LoopbackFormat.openAI, .anthropic], steps)
    func `killed at any step, nothing is paid twice, nothing is lost, and all replies are those of a calm run`(
        format: LoopbackFormat, step: String
    ) async throws {
        guard format == .openAI || step != "upload" else { return }
        var script = LoopbackBatches.Script()
        script.text = { PilotAnswers.answer(to: $0) }
        // What the program is killed over takes long, so that the kill hits it in there.
        script.delay = { $0 == step ? .seconds(3) : .zero }
        let provider = LoopbackBatches(format, script)
        try await LoopbackServer.run(handler: { provider.answer($0) }) { server in
            try await withProgram { vlens in
                let arguments = Self.arguments(format, server)
                let program = try vlens.start(arguments + ["--batch", "--batch-size", "25"] + Self.quick)
                let event = step == "read" ? "results" : step
                for _ in 0..<3000 where !provider.events.contains(event) { try await Task.sleep(for: .milliseconds(5)) }
                #expect(provider.events.contains(event), "\(program.errorSoFar)")
                if step == "read" { try await Task.sleep(for: .milliseconds(15)) }
                program.signal(SIGKILL)
                _ = try await program.result()
                provider.change { $0.delay = { _ in .zero } }
                // A plain start asks nothing that a batch may hold.
                if step == "look" {
                    let plain = try await vlens.run(arguments)
                    #expect(plain.status == 3, "\(plain.error)")
                    #expect(
                        plain.error.contains(
                            "are in batches that go on at the provider; read their answers with: vlens"))
                }
                let rest = try await vlens.run(arguments + ["--batch", "--batch-size", "25"] + Self.quick)
                #expect(rest.status == 0, "\(rest.error)")
                #expect(provider.billed.values.allSatisfy { $0 == 1 })
                let texts = try Self.texts(vlens)
                #expect(texts.count == 44)
                #expect(provider.billed.count == 44)
                try await withProgram { calm in
                    let other = try await calm.run(arguments)
                    #expect(other.status == 0, "\(other.error)")
                    #expect(try Self.texts(calm) == texts)
                }
            }
        }
    }

    @Test func `interrupted, it tells how to go on and how to cancel, and cancelling keeps what was answered`()
        async throws
    {
        var script = LoopbackBatches.Script()
        script.text = { PilotAnswers.answer(to: $0) }
        script.looks = { _ in 1000 }
        script.fate = { _, place, text in place < 10 ? .answer(text) : .cancelled }
        let provider = LoopbackBatches(.openAI, script)
        try await LoopbackServer.run(handler: { provider.answer($0) }) { server in
            try await withProgram { vlens in
                let arguments = Self.arguments(.openAI, server) + ["--batch"] + Self.quick
                let program = try vlens.start(arguments)
                for _ in 0..<3000 where !provider.events.contains("look") {
                    try await Task.sleep(for: .milliseconds(5))
                }
                program.signal(SIGINT)
                let stopped = try await program.result()
                #expect(stopped.status == -SIGINT)
                #expect(stopped.error.contains("stopped: 1 of 44 questions have their reply; go on with: vlens run"))
                #expect(
                    stopped.error.contains(
                        "43 questions are in batches that go on at the provider; cancel them with: vlens"))
                let runs = try await vlens.run("runs")
                #expect(runs.output.contains("1 batch out with 43 questions"))
                let cancelled = try await vlens.run(arguments + ["--cancel-batches"])
                #expect(cancelled.status == 3)
                #expect(
                    cancelled.error.contains(
                        "11 of 44 questions have their reply, and 33 are not asked, since their batches were cancelled or are "
                            + "gone; ask them with: vlens run"), "\(cancelled.error)")
                #expect(provider.made == 1)
                #expect(try Self.texts(vlens).count == 11)
            }
        }
    }

    static let quick = ["--batch-poll", "0.05", "--batch-appears", "0.5"]

    static func arguments(_ format: LoopbackFormat, _ server: LoopbackServer) -> [String] {
        [
            "run", "--model", format == .anthropic ? "anthropic/m" : "local/m", "--base-url", server.baseURL,
            "--countries", "Philippines", "--variants", "0", "--no-report", "--yes",
        ]
    }

    static func texts(_ vlens: Program) throws -> [String: String] {
        let store = try AnswerStore(path: vlens.file("vlens.sqlite").path)
        var texts: [String: String] = [:]
        for run in try store.runs() {
            try store.forEachReply(run: run.id, raw: true) { reply in
                texts[reply.question.id] = reply.text + " " + (reply.reading.content ?? "?")
            }
        }
        return texts
    }
}
