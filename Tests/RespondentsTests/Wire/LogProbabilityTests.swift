import Respondents
import TestServers
import Testing

/// The probabilities of the options, at the token in which they differ.
@Suite("The log-probabilities of a choice", .timeLimit(.minutes(2)))
struct LogProbabilityTests {
    typealias Alternatives = [(String, Double)]

    private func openAI(_ tokens: [(String, Alternatives)]) -> LoopbackServer.Response {
        func object(_ token: String, _ logarithm: Double) -> String {
            #""token":\#(LoopbackServer.Response.quoted(token)),"logprob":\#(logarithm),"bytes":null"#
        }
        let content = tokens.map { token, alternatives in
            let own = alternatives.first { $0.0 == token }?.1 ?? -9
            let top = alternatives.map { "{\(object($0.0, $0.1))}" }.joined(separator: ",")
            return #"{\#(object(token, own)),"top_logprobs":[\#(top)]}"#
        }
        let text = LoopbackServer.Response.quoted(tokens.map(\.0).joined())
        return .answer(
            200,
            #"{"choices":[{"message":{"content":\#(text)},"logprobs":{"content":[\#(content.joined(separator: ","))]}}]}"#
        )
    }

    private func alternatives(
        _ response: LoopbackServer.Response, provider: String = "openai", of request: RespondentRequest = anyQuestion
    ) async throws -> [TokenLogProbability] {
        let provider = try #require(Provider.named(provider))
        let options = ConnectionOptions(request: RequestOptions(topLogProbabilities: 2))
        return try await provider.outcome(of: request, options: options) { _ in response }.result.get()
            .optionLogProbabilities
    }

    private let both = [
        TokenLogProbability(token: "2", logProbability: -0.25), TokenLogProbability(token: "1", logProbability: -1.5),
    ]
    private let pair: Alternatives = [("1", -1.5), ("2", -0.25)]

    @Test
    func `stand at the option's number, the most probable first`() async throws {
        let json = [("{\"", []), ("action", []), ("\":\"", []), ("Option", []), (" ", []), ("2", pair), ("\"}", [])]
        #expect(try await alternatives(openAI(json)) == both)
        #expect(try await alternatives(openAI([("2", pair)])) == both)
        #expect(try await alternatives(openAI([("**", []), ("Option", []), (" ", []), ("2", pair)])) == both)
    }

    @Test
    func `are not those of another number, or of one among the thoughts`() async throws {
        let earlier: Alternatives = [("1", -7)]
        let counted = [("1", earlier), (" person", []), (": Option", []), (" ", []), ("2", pair)]
        #expect(try await alternatives(openAI(counted)) == both)
        let thought = [
            ("<think>Option", []), (" ", []), ("1", earlier), ("</think>Option", []), (" ", []), ("2", pair),
        ]
        #expect(try await alternatives(openAI(thought)) == both)
        #expect(try await alternatives(openAI([("Option", []), (" ", []), ("3", pair)])).isEmpty)
    }

    @Test
    func `hold what was written even where it is not among the likeliest`() async throws {
        let found = try await alternatives(openAI([("Option ", []), ("2", [("1", -0.1), ("3", -3)])]))
        #expect(found.map(\.token) == ["1", "3", "2"])
    }

    @Test
    func `are read from Google's two lists`() async throws {
        let body = #"""
            {"candidates":[{"content":{"parts":[{"text":"Option 2"}]},"finishReason":"STOP","logprobsResult":{
            "chosenCandidates":[{"token":"Option","logProbability":0},{"token":" 2","logProbability":-0.25}],
            "topCandidates":[{"candidates":[]},{"candidates":[{"token":" 2","logProbability":-0.25},
            {"token":" 1","logProbability":-1.5}]}]}}]}
            """#
        let found = try await alternatives(.answer(200, body), provider: "google")
        #expect(
            found == [
                TokenLogProbability(token: " 2", logProbability: -0.25),
                TokenLogProbability(token: " 1", logProbability: -1.5),
            ])
    }

    @Test
    func `are neither asked for nor kept where an answer has many ratings`() async throws {
        let question = RespondentRequest(
            questionID: "q", prompt: "?", form: ratings(["a", "b"], on: ["yes", "no"]))
        #expect(try await alternatives(openAI([("1", pair)]), of: question).isEmpty)
        let one = RespondentRequest(
            questionID: "q", prompt: "?", form: ratings(["a"], on: ["yes", "no"]))
        #expect(try await alternatives(openAI([("1", pair)]), of: one) == both)
    }

    @Test
    func `stand where the study's own labels differ`() async throws {
        func asking(_ labels: [String]) -> RespondentRequest {
            RespondentRequest(questionID: "q", prompt: "?", form: choice(labels))
        }
        let cases: [([String], [String], [String])] = [
            (["Möglichkeit 1", "Möglichkeit 2"], ["{\"action\": \"", "Mög", "lichkeit", " "], ["1", "2"]),
            (["选项一", "选项二"], ["我", "选择", "选", "项"], ["一", "二"]),
            (["选项一", "选项二"], ["{\"", "action", "\":\""], ["选项一", "选项二"]),
            (["الخيار ١", "الخيار ٢"], ["الخيار", " "], ["١", "٢"]),
            (["Person A", "Person B"], ["A person says: ", "Person"], [" A", " B"]),
            (["X", "Y"], ["{\"", "action", "\":\""], ["X", "Y"]),
            (["Yes, I do", "No"], ["<think>No", "</think>", "**"], ["Yes", "No"]),
            (["Option 2", "Option 1"], ["Option", " "], ["2", "1"]),
        ]
        for (labels, before, options) in cases {
            let pair: Alternatives = [(options[0], -1.5), (options[1], -0.25)]
            let tokens = before.map { ($0, Alternatives()) } + [(options[1], pair)]
            let found = try await alternatives(openAI(tokens), of: asking(labels))
            #expect(found.map(\.token) == [options[1], options[0]], "\(labels)")
            for (number, token) in zip(1..., [options[0], options[1]]) {
                let alternative = TokenLogProbability(token: token, logProbability: 0)
                #expect(alternative.means(option: number, of: labels))
                #expect(!alternative.means(option: 3 - number, of: labels))
            }
        }
    }

    @Test
    func `are empty where the server gives none`() async throws {
        #expect(try await alternatives(LoopbackFormat.openAI.answer("Option 1")).isEmpty)
    }
}
