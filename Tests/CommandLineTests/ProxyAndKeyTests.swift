import Foundation
import TestServers
import TestSupport
import Testing

/// What the environment and the command line bring beside the questions, seen from outside.
@Suite(.timeLimit(.minutes(3)))
struct ProxyAndKeyTests {
    @Test func `a run asks through the proxy that the environment names, and doctor says which`() async throws {
        try await LoopbackServer.run(handler: SmallPart.answer) { server in
            try await withProgram { vlens in
                var vlens = vlens
                vlens.environment["http_proxy"] = "http://me:hush-hush@127.0.0.1:\(server.port)"
                let url = "http://models.invalid/v1"
                let run = try await vlens.run(
                    ["run", "--model", "local/m", "--base-url", url, "--no-report", "--limit", "1"] + SmallPart.options)
                expect(run, exits: 3, says: ["--limit is reached: 1 of 11"])
                #expect(server.lastRequest?.path == "\(url)/chat/completions")
                let doctor = try await vlens.run("doctor", "--base-url", url)
                #expect(doctor.output.contains("proxy: models.invalid by http://127.0.0.1:\(server.port) (http_proxy)"))
                vlens.environment["http_proxy"] = "hush-:/hush-hush"
                let broken = try await vlens.run("run", "--model", "local/m", "--base-url", url)
                expect(
                    broken, exits: 1,
                    says: ["vlens: the environment variable http_proxy, which names a proxy, has no port"])
                for result in [run, doctor, broken] { #expect(!"\(result.output)\(result.error)".contains("hush-")) }
                for file in try vlens.allBytes() {
                    #expect(file.bytes.range(of: Data("hush-".utf8)) == nil, "\(file.name)")
                }
            }
        }
    }

    @Test func `keys in a base URL and an extra body are sent, and neither shown nor stored`() async throws {
        try await LoopbackServer.run(handler: SmallPart.answer) { server in
            try await withProgram { vlens in
                let more = [
                    "--base-url", "\(server.baseURL)?api-key=hush-4711-a", "--extra-body",
                    #"{"api_key":"hush-4711-b"}"#,
                ]
                let arguments = ["run", "--model", "local/m", "--no-report", "--limit", "1"] + more + SmallPart.options
                let result = try await vlens.run(arguments)
                expect(
                    result, exits: 3,
                    says: [
                        "warning: --extra-body holds what looks like a key ('api_key')", "?api-key=<REDACTED>",
                        #"{"api_key":"<REDACTED>"}"#,
                    ])
                #expect(server.lastRequest?.path == "/v1/chat/completions?api-key=hush-4711-a")
                #expect(String(decoding: try #require(server.lastRequest).body, as: UTF8.self).contains("hush-4711-b"))
                #expect(!"\(result.output)\(result.error)".contains("hush-"))
                for file in try vlens.allBytes() {
                    #expect(file.bytes.range(of: Data("hush-".utf8)) == nil, "\(file.name)")
                }
            }
        }
    }
}
