import Reading
import Respondents
import Study
import TestServers
import Testing

/// Single replies of a real llama-server whose model is random: what it writes is noise, how it answers is not.
@Suite(
    .enabled(if: PeerProgram.llama.isExpected, Comment(rawValue: PeerProgram.absence)), .llama(), .serialized,
    .timeLimit(.minutes(5)))
struct PeerLlamaReplyTests {
    @Test(arguments: ["llamacpp/tiny", "anthropic/tiny"])
    func `a plain reply comes with its tokens, its end and the model's name, in either format`(
        model: String
    ) async throws {
        let reply = try await PeerAsking.reply(of: model, at: Peers.llama(), maxTokens: 16)
        #expect(reply.reportedModel == "tiny")
        #expect(reply.status == 200)
        #expect(reply.choiceCount == 1)
        // A token is a byte here; the template adds its own.
        let prompt = PeerAsking.acted.prompt.utf8.count
        #expect((prompt...prompt + 64).contains(try #require(reply.usage.promptTokens)))
        let written = try #require(reply.usage.completionTokens)
        switch reply.finishReason {
        case .length: #expect(written == 16)
        case .stop: #expect(written <= 16)
        default: Issue.record("it ended with \(reply.finishReason)")
        }
    }

    @Test(arguments: ["llamacpp/tiny", "anthropic/tiny"])
    func `the same question again counts the tokens that the server still knew`(model: String) async throws {
        let server = try Peers.llama()
        let counts = try await PeerAsking.with(model, at: server) { respondent in
            var counts: [Int?] = []
            for _ in 0..<3 { counts.append(try await respondent.reply(to: PeerAsking.acted).usage.promptTokens) }
            return counts
        }
        #expect(Set(counts).count == 1)
        #expect(counts.first != .some(nil))
    }

    @Test(arguments: [RequestOptions.StructuredOutput.jsonSchema, .grammar])
    func `a schema or a grammar makes every choice readable, though the model knows nothing`(
        form: RequestOptions.StructuredOutput
    ) async throws {
        let server = try Peers.llama()
        let schema = RequestOptions(structuredOutput: form)
        try await PeerAsking.with("llamacpp/tiny", at: server, maxTokens: 200, request: schema) { respondent in
            for number in 1...10 {
                let reply = try await respondent.reply(to: PeerAsking.acted("I speak \(number) times."))
                #expect(reply.finishReason == .stop)
                guard case .answered(1...2) = ReplyReader().choice(in: reply.text) else {
                    Issue.record("no choice is in: \(reply.text)")
                    continue
                }
            }
        }
    }

    @Test(arguments: [RequestOptions.StructuredOutput.jsonSchema, .grammar])
    func `a schema or a grammar makes every rating readable, each value rated once`(
        form: RequestOptions.StructuredOutput
    ) async throws {
        let schema = RequestOptions(structuredOutput: form)
        let reply = try await PeerAsking.reply(
            of: "llamacpp/tiny", at: Peers.llama(), to: PeerAsking.stated, maxTokens: 400, request: schema)
        let reading = ReplyReader().ratings(in: reply.text, values: ValueIndex(names: PeerAsking.values))
        let ratings = try #require(reading.answer)
        #expect(ratings.count == PeerAsking.values.count)
        #expect(ratings.options.allSatisfy { (1...4).contains($0 ?? 0) })
    }

    @Test func `log-probabilities stand at the token that decides, with the option that was chosen`() async throws {
        let server = try Peers.llama()
        let options = RequestOptions(structuredOutput: .jsonSchema, topLogProbabilities: 5)
        try await PeerAsking.with("llamacpp/tiny", at: server, maxTokens: 200, request: options) { respondent in
            for number in 1...5 {
                let reply = try await respondent.reply(to: PeerAsking.acted("I speak \(number) times."))
                let found = reply.optionLogProbabilities
                // The server says what the model would have written without the schema, so the choice may come beside.
                #expect((5...6).contains(found.count))
                #expect(found.map(\.logProbability) == found.map(\.logProbability).sorted(by: >))
                #expect(found.allSatisfy { $0.logProbability <= 0 })
                guard case .answered(let option) = ReplyReader().choice(in: reply.text) else {
                    Issue.record("no choice is in: \(reply.text)")
                    continue
                }
                #expect(found.contains { $0.token.contains("\(option)") }, "\(found)")
            }
            let several = try await respondent.reply(to: PeerAsking.stated)
            #expect(several.optionLogProbabilities.isEmpty)
        }
    }

    @Test func `a form that the server can't hold the model to is its trouble, and may pass`() async throws {
        let server = try Peers.llama()
        let object = RequestOptions(structuredOutput: .jsonObject)
        let outcomes = try await PeerAsking.with(
            "llamacpp/tiny", at: server, maxTokens: 64, temperature: 1, request: object
        ) { respondent in
            var outcomes: [RespondentError?] = []
            for _ in 0..<40 {
                do throws(RespondentError) {
                    _ = try await respondent.reply(to: PeerAsking.acted)
                    outcomes.append(nil)
                } catch {
                    outcomes.append(error)
                }
            }
            return outcomes
        }
        let errors = outcomes.compactMap { $0 }
        #expect(errors.count < outcomes.count)
        for error in errors {
            #expect(error.code == .generationFailed)
            #expect(error.classification == .transient)
            #expect(error.what.contains("The model produced output that does not match the expected"))
        }
        #expect(!errors.isEmpty)
    }

    @Test func `connections that the server closed while nothing was asked cost no question`() async throws {
        let server = try Peers.llama()
        try await PeerAsking.with("llamacpp/tiny", at: server) { respondent in
            try await askTogether(respondent)
            // The server closes what is idle for five seconds.
            try await Task.sleep(for: .seconds(5.5))
            try await askTogether(respondent)
        }
    }

    private func askTogether(_ respondent: any Respondent) async throws {
        try await withThrowingTaskGroup { group in
            for number in 0..<4 {
                group.addTask { _ = try await respondent.reply(to: PeerAsking.acted("I speak \(number) times.")) }
            }
            try await group.waitForAll()
        }
    }
}
