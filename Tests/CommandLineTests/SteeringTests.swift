import Foundation
import TestServers
import Text
import TestSupport
import Testing

/// Escape codes, turned writing and forged lines from models, servers, files and names, through every command.
struct SteeringTests {
    static let codes = "\u{1B}]0;T\u{7}\u{1B}[31mR\u{1B}[2J\u{202E}x\u{2066}y\u{9B}31m\r\nfake line\u{7F}\u{200F}"

    @Test func `nothing that a server, a model or a reply says steers a terminal or a file`() async throws {
        try await withProgram { vlens in
            let hostile: @Sendable (LoopbackServer.Request) -> LoopbackServer.Response = { request in
                .chat(SmallPart.text(request) + Self.codes, finishReason: "stop" + Self.codes, model: "m" + Self.codes)
            }
            try await LoopbackServer.run(handler: hostile) { server in
                let model = "local/m" + Self.codes
                let ran = try await vlens.run(
                    ["run", "--model", model, "--base-url", server.baseURL] + SmallPart.options)
                Self.expectInert(ran, "run")
                #expect(ran.status == 0, "\(ran.error)")
                for command in [
                    ["runs"], ["runs", "--json"], ["measure", "--no-intervals"],
                    ["measure", "--json", "--no-intervals"],
                    ["replies", "--limit", "20"], ["report", "--no-intervals"],
                    ["report", "--json", "--no-intervals"],
                    ["measure", "--run", "none" + Self.codes], ["compare", "1", "1", "--draws", "100"],
                    ["run", "--countries", Self.codes], ["study", "show", Self.codes], ["no" + Self.codes],
                    ["doctor", "--model", "local/m", "--base-url", server.baseURL],
                ] {
                    Self.expectInert(try await vlens.run(command), command.joined(separator: " "))
                }
                let runs = try await vlens.run("runs")
                #expect(runs.output.split(separator: "\n").count == 1)
            }
            let files = try vlens.allBytes().filter { $0.name.hasPrefix("report-") }
            #expect(!files.isEmpty)
            // Pictures are no text: what would steer is drawn in them, if at all.
            for (name, bytes) in files where !name.hasSuffix(".png") && !name.hasSuffix(".pdf") {
                Self.expectInert(String(decoding: bytes, as: UTF8.self), name, isTable: name.hasSuffix(".csv"))
            }
        }
    }

    @Test func `an error of a server, a column and a study are shown inert`() async throws {
        try await withProgram { vlens in
            let refusal = "{\"error\": {\"message\": \(LoopbackServer.Response.quoted(Self.codes))}}"
            try await LoopbackServer.run(handler: { _ in .answer(400, refusal) }) { server in
                let ran = try await vlens.run(SmallPart.run(server, "--no-report"))
                #expect(ran.status != 0)
                Self.expectInert(ran, "run")
            }
            try vlens.write("country,\(Self.codes.replacing("\r\n", with: " "))\na,b\n", to: "bad.csv")
            let imported = try await vlens.run("import", "bad.csv")
            #expect(imported.status == 1)
            Self.expectInert(imported, "import")
            expect(try await vlens.run("study", "new", "s"), exits: 0, says: [])
            let text = try String(contentsOf: vlens.file("s.yaml"), encoding: .utf8)
            let title = "\"T\\e[31m\\u202E\\nfake\\x07\\u009b\""
            try vlens.write(text.replacing("\"My study\"", with: title), to: "s.yaml")
            for command in [
                ["study", "show", "s.yaml"], ["study", "show", "s.yaml", "--json"], ["study", "validate", "s.yaml"],
            ] {
                Self.expectInert(try await vlens.run(command), command.joined(separator: " "))
            }
            let shown = try await vlens.run("study", "show", "s.yaml")
            #expect(!shown.output.split(separator: "\n").contains("fake"))
        }
    }

    private static func expectInert(
        _ result: Program.Result, _ name: String, location: SourceLocation = #_sourceLocation
    ) {
        expectInert(result.output, name, location: location)
        expectInert(result.error, name, location: location)
    }

    private static func expectInert(
        _ text: String, _ name: String, isTable: Bool = false, location: SourceLocation = #_sourceLocation
    ) {
        let steering = text.unicodeScalars.filter {
            Plain.isSteering($0) && $0 != "\n" && $0 != "\t" && !(isTable && $0 == "\r")
        }
        #expect(steering.isEmpty, "\(name): \(steering.map { String($0.value, radix: 16) })", sourceLocation: location)
    }
}
