import AnswerStore
import Foundation
import TestServers
import TestSupport
import Testing
import Workbench

/// The real Inspect AI asks our questions of a server, and its log comes back.
@Suite(
    .enabled(if: PeerInspect.isExpected, Comment(rawValue: PeerInspect.absence)), .serialized, .timeLimit(.minutes(5)))
struct PeerInspectTests {
    private func logs(_ vlens: Program) throws -> [String] { try vlens.names("logs").map { "logs/\($0)" } }

    private func withServer(_ body: (Program, LoopbackServer) async throws -> Void) async throws {
        try await withProgram { vlens in
            try await LoopbackServer.run {
                .chat(PilotAnswers.answer(to: $0.body))
            } _: {
                try await body(vlens, $0)
            }
        }
    }

    @Test func `our task asks what a run asks, and the log is that run's replies`() async throws {
        try await withServer { vlens, server in
            _ = try await vlens.questions("inspect")
            let asked = try await PeerInspect.run(
                [
                    "eval", "plan.inspect/vlens_questions.py", "--model", "openai-api/local/tiny", "--log-format",
                    "json",
                ], in: vlens,
                server: server.baseURL)
            #expect(asked.status == 0, "\(asked.output)\(asked.error)")
            #expect(server.requestCount == 11)
            let result = try await vlens.bring(try #require(try logs(vlens).first), model: nil)
            #expect(result.output.contains("11 answered, 0 refused, 0 unreadable, 0 missing of 11."), "\(result.error)")
            let own = try await vlens.run(
                ["run", "--no-report", "--quiet", "--model", "local/tiny", "--base-url", server.baseURL]
                    + ExchangePlan.selection)
            #expect([0, 3].contains(own.status), "\(own.error)")
            let store = try AnswerStore(path: vlens.file("vlens.sqlite").path, mode: .readOnly)
            let replies = try [1, 2].map { try store.replies(run: $0, limit: 20) }
            #expect(replies.map(\.count) == [11, 11])
            #expect(Set(replies[0].map(\.question)) == Set(replies[1].map(\.question)))
            let settings = try store.run(named: "openai-api/local/tiny").settings
            #expect(settings.contains(#""temperature":"0.2""#) && settings.contains(#""maxTokens":"4096""#))
        }
    }

    @Test func `epochs, a limit of samples and a binary log`() async throws {
        try await withServer { vlens, server in
            _ = try await vlens.questions("inspect")
            let asked = try await PeerInspect.run(
                [
                    "eval", "plan.inspect/vlens_questions.py", "--model", "openai-api/local/tiny", "--epochs", "2",
                    "--limit", "4",
                    "--temperature", "0.9", "--log-format", "eval",
                ], in: vlens, server: server.baseURL)
            #expect(asked.status == 0, "\(asked.output)\(asked.error)")
            let binary = try #require(try logs(vlens).first)
            expect(try await vlens.bring(binary, model: nil), exits: 1, says: ["inspect log convert"])
            let made = try await PeerInspect.run(
                ["log", "convert", binary, "--to", "json", "--output-dir", "json"], in: vlens, server: server.baseURL)
            #expect(made.status == 0, "\(made.error)")
            let result = try await vlens.bring("json/\(try #require(try vlens.names("json").first))", model: nil)
            #expect(
                result.output.contains("8 answered, 0 refused, 0 unreadable, 0 missing of 8."),
                "\(result.output)\(result.error)")
            let store = try AnswerStore(path: vlens.file("vlens.sqlite").path, mode: .readOnly)
            #expect(try store.run(named: nil).settings.contains(#""temperature":"0.9""#))
        }
    }
}
