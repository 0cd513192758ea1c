import Foundation
import TestServers
import TestSupport
import Testing

/// What was sent and who served it, as the store, `runs`, `measure`, the report and `doctor` tell it.
struct ServingTests {
    /// A gateway in front of two providers and three builds, to a model that takes no temperature.
    @Sendable private static func gateway(_ request: LoopbackServer.Request) -> LoopbackServer.Response {
        guard !String(decoding: request.body, as: UTF8.self).contains("temperature") else {
            return .answer(
                400, #"{"error":{"message":"Unsupported value: 'temperature' does not support 0.2 with this model."}}"#)
        }
        let text = LoopbackServer.Response.quoted(SmallPart.text(request))
        let (provider, build) = request.number.isMultiple(of: 4) ? ("Together", "fp_b") : ("Groq", "fp_a")
        return .answer(
            200,
            #"{"provider":"\#(provider)","system_fingerprint":"\#(build)","model":"m","choices":[{"message":{"content":\#(text)}}]}"#
        )
    }

    @Test func `a setting that the model refuses is told as not sent, and several providers are warned of`()
        async throws
    {
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: Self.gateway) { server in
                let run = try await vlens.run(SmallPart.run(server))
                expect(run, exits: 0, says: [])
            }
            let warning =
                "2 providers served this run (Groq 8, Together 3): its replies may come from different versions"
            let runs = try await vlens.run("runs")
            #expect(runs.output.contains(", temperature not sent, served by Groq and Together"))
            let listed = try await vlens.run("runs", "--json").output
            #expect(listed.filter { !$0.isWhitespace }.contains(#""not_sent":[{"name":"temperature","replies":11}]"#))
            #expect(listed.contains(warning))
            let measured = try await vlens.run("measure", "--json", "--no-intervals")
            expect(measured, exits: 0, says: [])
            #expect(measured.error.replacing("\n", with: " ").contains("warning: \(warning)"))
            #expect(measured.error.contains("note: temperature: not sent, the model refuses it\n"))
            let document = measured.output.filter { !$0.isWhitespace }
            #expect(document.contains(#"{"label":"temperature","text":"notsent,themodelrefusesit"}"#))
            #expect(
                document.contains(#""system_fingerprints":[{"name":"fp_a","replies":8},{"name":"fp_b","replies":3}]"#))
            expect(try await vlens.run("report", "--out", "r", "--no-intervals"), exits: 0, says: [])
            let page = try #require(try vlens.names("r").first { $0.hasSuffix(".html") })
            let html = try String(contentsOf: vlens.file("r/\(page)"), encoding: .utf8)
            #expect(html.contains("not sent, the model refuses it"))
            #expect(html.contains("Groq 8, Together 3"))
        }
    }

    /// What a model named so answers to doctor's short question.
    static let answers = [
        (
            "empty", #"{"choices":[{"message":{"content":""},"finish_reason":"stop"}]}"#,
            #"answered with an empty text (finish reason "stop")"#
        ),
        (
            "thoughts", #"{"choices":[{"message":{"content":null,"reasoning":"hm"},"finish_reason":"stop"}]}"#,
            #"answered with an empty text, though with thoughts (finish reason "stop")"#
        ),
        (
            "failed",
            #"{"choices":[{"message":{"content":""},"finish_reason":"error","error":{"code":502,"message":"upstream overloaded"}}]}"#,
            #"answered with an error: "upstream overloaded""#
        ),
        (
            "cut", #"{"choices":[{"message":{"content":"<think>hm"},"finish_reason":"length"}]}"#,
            "reached the limit of 1024 tokens before its answer: a model that thinks needs more room, by --max-tokens here"
        ),
        (
            "filtered", #"{"choices":[{"message":{"content":null},"finish_reason":"SAFETY"}]}"#,
            "a filter of the provider took the answer away"
        ),
        (
            "declined", #"{"choices":[{"message":{"content":null,"refusal":"no"},"finish_reason":"stop"}]}"#,
            "declined to answer"
        ),
    ]

    @Test func `doctor fails where no answer came, and says why`() async throws {
        let answers = Dictionary(uniqueKeysWithValues: Self.answers.map { ($0.0, $0.1) })
        try await withProgram { vlens in
            try await LoopbackServer.run { request in
                let body = String(decoding: request.body, as: UTF8.self)
                let name = answers.keys.first { body.contains("\"model\":\"\($0)\"") }
                return name.flatMap { answers[$0] }.map { .answer(200, $0) } ?? .chat("Yes", finishReason: "length")
            } _: { server in
                for (name, _, says) in Self.answers {
                    let result = try await vlens.run("doctor", "--model", "local/\(name)", "--base-url", server.baseURL)
                    #expect(result.status == 1, "\(name)")
                    let line = result.output.split(separator: "\n").last ?? ""
                    #expect(line.hasPrefix("BAD  local/\(name): ") && line.contains(says), "\(line)")
                }
                let good = try await vlens.run("doctor", "--model", "local/m", "--base-url", server.baseURL)
                expect(good, exits: 0, says: [])
                #expect(good.output.contains("ms; cut off at the limit of 1024 tokens"))
            }
        }
    }
}
