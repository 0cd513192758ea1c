import Foundation
import TestServers
import TestSupport
import Testing

/// Wrong names and keys of models, and that a key stays where it is.
struct BadModelsTests {
    @Test(arguments: [
        ("gpt4", "the model 'gpt4' names no provider: write provider/model, such as openai/gpt-4o-mini"),
        ("openai/", "the model 'openai/' has nothing after its slash"),
        ("/gpt", "the model '/gpt' has nothing before its slash"),
        ("opnai/gpt-4o", "unknown provider 'opnai': did you mean 'openai/gpt-4o'? Known are openai, "),
        ("nobody/m", "for any other server give --base-url"),
        ("simulated/subject?gap=2", "gap"),
    ])
    func `a wrong name is a misuse that leaves nothing behind`(name: String, message: String) async throws {
        try await withProgram { vlens in
            let result = try await vlens.run("run", "--model", name)
            expect(result, exits: 2, says: ["vlens: ", message])
            #expect(try vlens.names() == [])
        }
    }

    @Test func `without its key a provider is not asked, and the variable is named`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.run("run", "--model", "openai/gpt-4o")
            expect(
                result, exits: 1,
                says: [
                    "vlens: openai/gpt-4o needs an API key and OPENAI_API_KEY is not set",
                    "then `export OPENAI_API_KEY=…` or give --key-file",
                ])
            #expect(try vlens.names() == [])
        }
    }

    @Test func `a key file that is absent or empty, or a key on two lines, is told`() async throws {
        try await withProgram { vlens in
            let name = ["run", "--model", "openai/gpt-4o"]
            let absent = try await vlens.run(name + ["--key-file", "none.txt"])
            expect(absent, exits: 1, says: ["the key file 'none.txt' does not exist"])
            try vlens.write("\n", to: "empty.txt")
            let empty = try await vlens.run(name + ["--key-file", "empty.txt"])
            expect(empty, exits: 1, says: ["the key file 'empty.txt' has an empty first line"])
            try vlens.write("sk secret", to: "broken.txt")
            let broken = try await vlens.run(name + ["--key-file", "broken.txt"])
            expect(broken, exits: 1, says: ["the key file 'broken.txt' holds a character that no API key holds"])
            #expect(!broken.error.contains("secret"))
        }
    }

    @Test func `a key does not travel unencrypted to another machine`() async throws {
        try await withProgram { program in
            var vlens = program
            vlens.environment["VLENS_API_KEY"] = Self.key
            let result = try await vlens.run("run", "--model", "local/m", "--base-url", "http://models.example/v1")
            expect(
                result, exits: 1,
                says: ["the API key would travel unencrypted to 'models.example'", "--allow-http-key"])
            #expect(!result.error.contains(Self.key))
        }
    }

    private static let key = "sk-example-0123456789abcdef"

    @Test func `a wrong key is told, and an answer that echoes it is scrubbed everywhere`() async throws {
        try await withProgram { program in
            var vlens = program
            vlens.environment["VLENS_API_KEY"] = Self.key
            try await LoopbackServer.run(handler: { request in
                let sent = request.header("authorization") ?? ""
                return .answer(401, #"{"error": {"message": "Incorrect API key provided: \#(sent)"}}"#)
            }) { server in
                let result = try await vlens.run(SmallPart.run(server))
                expect(
                    result, exits: 1,
                    says: [
                        "answered with HTTP 401: \"Incorrect API key provided: ",
                        "check the API key, and that it may use 'm'",
                    ])
                #expect(server.lastRequest?.header("authorization") == "Bearer \(Self.key)")
                try expectNoKey(in: result, vlens)
            }
        }
    }

    @Test func `failures that echo the key are stored without it`() async throws {
        try await withProgram { program in
            var vlens = program
            vlens.environment["VLENS_API_KEY"] = Self.key
            try await LoopbackServer.run(handler: { request in
                request.number <= 6
                    ? SmallPart.answer(request)
                    : .answer(500, #"{"error": {"message": "worker \#(request.header("authorization") ?? "") died"}}"#)
            }) { server in
                let result = try await vlens.run(SmallPart.run(server, "--attempts", "1"))
                expect(result, exits: 3, says: ["5 of 11 questions have no reply", "died"])
                try expectNoKey(in: result, vlens)
            }
        }
    }

    @Test func `a run that succeeds leaves no trace of the key, even where replies echo it`() async throws {
        try await withProgram { program in
            var vlens = program
            vlens.environment["VLENS_API_KEY"] = Self.key
            try await LoopbackServer.run(handler: { request in
                let sent = request.header("authorization") ?? ""
                return .chat("\(SmallPart.text(request))\nYou sent \(sent).", model: "m \(sent)")
            }) { server in
                let result = try await vlens.run(SmallPart.run(server))
                expect(result, exits: 0, says: ["report: "])
                try expectNoKey(in: result, vlens)
                let shown = try await vlens.run("replies", "--limit", "20")
                expect(shown, exits: 0, says: [])
                try expectNoKey(in: shown, vlens)
            }
        }
    }

    private func expectNoKey(in result: Program.Result, _ vlens: Program) throws {
        #expect(!result.output.contains(Self.key))
        #expect(!result.error.contains(Self.key))
        let files = try vlens.allBytes()
        #expect(!files.isEmpty)
        for file in files where file.bytes.firstRange(of: Data(Self.key.utf8)) != nil {
            Issue.record("the key stands in \(file.name)")
        }
    }
}
