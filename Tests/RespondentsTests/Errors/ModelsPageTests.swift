import Foundation
import Respondents
import TestServers
import TestSupport
import Testing

/// Every line of docs/models.md that can be typed, replayed in its provider's own words.
@Suite("The page of models", .timeLimit(.minutes(2)))
struct ModelsPageTests {
    struct Line: Sendable, CustomTestStringConvertible {
        var name: String
        var options: [String: String]

        var testDescription: String { name }
    }

    /// The lines that begin `vlens run --model`, those with an address of their own, and simulated
    /// respondents, left out.
    static let lines: [Line] = {
        let page = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
            .appending(path: "docs/models.md")
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter {
            $0.hasPrefix("vlens run ") && !$0.contains("--base-url") && !$0.contains("simulated/")
        }.map {
            let words = $0.split(separator: " ").dropFirst(2).map(String.init)
            let pairs = stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
            let options = Dictionary(pairs) { first, _ in first }
            return Line(name: options["--model"] ?? "", options: options)
        }
    }()

    private static func thinks(_ model: String) -> Bool {
        ["deepseek-r1", "qwq"].contains { model.lowercased().contains($0) }
    }

    @Test
    func `names the seven models of the paper and QwQ, each by a hosted provider, and the open ones by local servers`()
    {
        let hosted = Set(Provider.all.filter(\.needsKey).map(\.name))
        let families = [
            "llama-?3[.]3-?(70b|:70b)", "gemma-?2(-|:)9b", "gpt-3[.]?5-turbo", "gpt-4o-mini", "gpt-4o(-2024|$)",
            "deepseek-r1", "claude-sonnet-4", "qwq",
        ]
        for family in families {
            let found = Self.lines.filter {
                $0.name.lowercased().range(of: family, options: .regularExpression) != nil
            }.map { $0.name.prefix { $0 != "/" } }
            #expect(found.contains { hosted.contains(String($0)) }, "\(family)")
            if !family.hasPrefix("gpt"), !family.hasPrefix("claude") {
                #expect(
                    Set(["ollama", "vllm", "llamacpp", "lmstudio"]).isSubset(of: found.map(String.init)), "\(family)")
            }
        }
    }

    @Test
    func `lists every provider with the variable of its key`() throws {
        let page = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
            .appending(path: "docs/models.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        for provider in Provider.all {
            #expect(text.contains("`\(provider.name)`"))
            if provider.needsKey { #expect(text.contains("| `\(provider.name)` | `\(provider.keyVariable)`")) }
        }
    }

    @Test(arguments: lines)
    func `has lines that ask the right address for the right model, and read its provider's answer`(line: Line)
        async throws
    {
        let name = try ModelName(line.name)
        let provider = try #require(Provider.named(name.provider))
        let thoughts = Self.thinks(name.model) ? "Let me think." : nil
        let answer = try #require(
            LoopbackDialect.answer(
                of: provider.name, model: name.model, text: #"{"action": "Option 2"}"#, thoughts: thoughts))
        try await LoopbackServer.run { _ in
            answer
        } _: { server in
            let path = URL(string: provider.baseURL)?.path ?? ""
            let maxTokens = line.options["--max-tokens"].flatMap { Int($0) } ?? 4096
            let specification = try RespondentSpecification.resolve(
                name,
                options: ConnectionOptions(baseURL: "http://127.0.0.1:\(server.port)\(path)", maxTokens: maxTokens),
                environment: [provider.keyVariable: testKey])
            let reply = try await specification.withRespondent { (respondent) async throws(RespondentError) in
                try await respondent.reply(to: anyQuestion)
            }
            #expect(reply.text.hasSuffix(#"{"action": "Option 2"}"#))
            let isInText = thoughts.map { reply.text.contains($0) } ?? false
            #expect(reply.reasoning == (isInText ? nil : thoughts))
            #expect(reply.finishReason == .stop)
            #expect(reply.reportedModel == name.model)
            #expect(reply.usage.promptTokens == 12)
            #expect(reply.usage.completionTokens == 30)
            let request = try #require(server.lastRequest)
            let body = String(decoding: request.body, as: UTF8.self)
            #expect(body.contains(#""model":"\#(name.model)""#))
            #expect(body.contains(#""max_tokens":\#(maxTokens)"#))
            #expect(body.contains(#""temperature":0.2"#))
            #expect(request.path == path + Self.ending(of: provider, name.model))
        }
    }

    private static func ending(of provider: Provider, _ model: String) -> String {
        switch provider.name {
        case "anthropic": "/messages"
        case "azure": "/openai/deployments/\(model)/chat/completions?api-version=2024-10-21"
        default: "/chat/completions"
        }
    }
}
