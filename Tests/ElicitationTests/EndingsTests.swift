import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study
import Synchronization
import Testing
import Workbench

/// Every way in which a reply may end is told apart in the store, and read again the same way.
struct EndingsTests {
    /// A respondent whose every reply is the same.
    private struct Fixed: Respondent {
        var reply: RespondentReply

        func reply(to request: RespondentRequest) async throws(RespondentError) -> RespondentReply { reply }
    }

    private static func reply(
        _ text: String, _ ending: RespondentReply.FinishReason, reasoning: String? = nil
    ) -> RespondentReply {
        RespondentReply(text: text, reasoning: reasoning, finishReason: ending)
    }

    /// The stored reply of a question of Task 2 that was answered so.
    private func stored(_ reply: RespondentReply) async throws -> ReplyRecord {
        let bench = try Bench(Selection(countries: ["Philippines"], topics: ["Politics"], tasks: [.acted]))
        defer { bench.remove() }
        let options = Elicitation.Options(concurrency: 1, retry: quick, bounds: Bounds(limit: 1))
        _ = try await Elicitation(store: bench.store, respondent: Fixed(reply: reply), options: options)
            .ask(bench.plan, run: bench.run)
        var records: [ReplyRecord] = []
        try bench.store.forEachReply(run: bench.run.id, raw: true) { records.append($0) }
        return try #require(records.first)
    }

    @Test(
        arguments: [
            (reply("Option 1", .stop), "answered", "1"),
            (reply("Option 1", .other("eos")), "answered", "1"),
            (reply("{\"action\": \"Option 1\", \"explanation\": \"beca", .length), "answered", "1"),
            (reply("I would", .length), "unreadable", "truncated"),
            (reply("", .stop), "unreadable", "empty"),
            (reply("", .refusal), "refused", nil),
            (reply("I was going to say Option 1", .refusal), "refused", nil),
            (reply("", .contentFilter), "refused", nil),
            (reply("I would", .contentFilter), "refused", nil),
            (reply("{\"action\": \"Option 2\", \"explanation\": \"bec", .contentFilter), "answered", "2"),
            (reply("", .toolCall), "unreadable", "toolCall"),
            (reply("Option 2", .toolCall), "answered", "2"),
        ])
    func `each ending has its state`(reply: RespondentReply, state: String, detail: String?) async throws {
        let record = try await stored(reply)
        #expect(record.reading.state == state)
        #expect(record.reading.content ?? record.reading.reason == detail)
        #expect(record.finishReason == reply.finishReason.name)
        let again = StudyReader(study: try StudyDefinition.builtIn(named: "pilot"))
            .acted(record.text, actions: [], finishReason: record.finishReason)
        #expect(again == record.reading)
    }

    @Test(
        arguments: [
            ("content_filter: PROHIBITED_CONTENT", "refused"), ("SAFETY_BLOCKED", "refused"), ("sensitive", "refused"),
            ("REFUSAL", "refused"), ("error", "unreadable"), ("stop", "unreadable"),
        ])
    func `a word that was stored as it came is understood when its reply is read again`(
        word: String, state: String
    ) throws {
        let reader = StudyReader(study: try StudyDefinition.builtIn(named: "pilot"))
        #expect(reader.acted("", actions: [], finishReason: word).state == state)
    }

    @Test func `who served a reply, and what was not sent, is stored with it`() async throws {
        var reply = Self.reply("Option 1", .stop)
        reply.servedBy = "Groq"
        reply.systemFingerprint = "fp_1"
        reply.omittedSettings = ["temperature"]
        let record = try await stored(reply)
        #expect(record.provider == "Groq")
        #expect(record.fingerprint == "fp_1")
        #expect(record.omittedSettings == ["temperature"])
    }

    @Test func `thoughts in the text are stored apart from the answer, behind those that came apart`() async throws {
        let record = try await stored(Self.reply("<think>in the text</think>\n\nOption 2", .stop, reasoning: "apart"))
        #expect(record.text == "Option 2")
        #expect(record.reasoning == "apart\n\nin the text")
        #expect(record.reading.content == "2")
        let unended = try await stored(Self.reply("<think>in the text", .length))
        #expect(unended.text == "<think>in the text")
        #expect(unended.reading.reason == "truncated")
    }

    @Test func `the probabilities of the options are stored and summed by number`() async throws {
        var reply = Self.reply("Option 1", .stop)
        reply.optionLogProbabilities = [
            TokenLogProbability(token: "1", logProbability: log(0.5)),
            TokenLogProbability(token: " 2", logProbability: log(0.25)),
            TokenLogProbability(token: "2", logProbability: log(0.125)),
            TokenLogProbability(token: "x", logProbability: -300),
        ]
        let text = try #require(try await stored(reply).optionLogProbabilities)
        let probabilities = try #require(OptionProbabilities(json: text))
        #expect(probabilities.alternatives == reply.optionLogProbabilities)
        #expect(abs(probabilities.probability(ofOption: 1) - 0.5) < 1e-12)
        #expect(abs(probabilities.probability(ofOption: 2) - 0.375) < 1e-12)
        #expect(probabilities.probability(ofOption: 3) == 0)
        #expect(abs(probabilities.probability(ofOption: 1, among: ["Person 2", "Person 1"]) - 0.375) < 1e-12)
        #expect(try await stored(Self.reply("Option 1", .stop)).optionLogProbabilities == nil)
        #expect(OptionProbabilities(json: "no JSON") == nil)
    }
}
