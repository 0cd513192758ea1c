import AnswerStore
import Elicitation
import Foundation
import Respondents
import Synchronization
import TestServers
import Testing

/// A new kind of question needs a source of questions, a reader, and no other line.
struct ToyQuestionTests {
    /// Names the longer word.
    private let willing = Scripted { request, _ throws(RespondentError) in longer(request) }

    private static func longer(_ request: RespondentRequest) -> String {
        (request.about as? [String])?.max { $0.count < $1.count } ?? ""
    }

    @Test func `a new kind of question is asked, stored as what it is, and read`() async throws {
        let bench = try ToyBench()
        defer { bench.remove() }
        let snapshot = try await bench.ask(willing)
        #expect(snapshot.answered == 40)
        #expect(snapshot.repliedByKind == ["longerWord": 40])
        let replies = try bench.replies().sorted { $0.question.id < $1.question.id }
        #expect(replies.count == 40)
        for (reply, pair) in zip(replies, bench.questions.pairs) {
            #expect(reply.question.kind == "longerWord")
            #expect(reply.question.item.kind == "wordPair")
            #expect(reply.question.item["left"] == pair.0)
            #expect(reply.question.item["right"] == pair.1)
            #expect(reply.reading.content == pair.1)
        }
        #expect(try bench.store.runs().map(\.status) == [.finished])
    }

    @Test func `it is resumed where a start stopped, and asks nothing twice`() async throws {
        let bench = try ToyBench()
        defer { bench.remove() }
        let stop = StopSwitch()
        let count = Mutex(0)
        let stopping = Scripted { request, _ throws(RespondentError) in
            let number = count.withLock { count in
                count += 1
                return count
            }
            if number == 15 { stop.stop() }
            return Self.longer(request)
        }
        let first = try await bench.ask(stopping, stop: stop)
        #expect(first.answered >= 15)
        #expect(first.answered < 40)
        let second = try await bench.ask(willing)
        #expect(second.repliedBefore == first.answered)
        #expect(second.answered == 40 - first.answered)
        #expect(Set(stopping.counts.keys).isDisjoint(with: willing.counts.keys))
        #expect(try bench.replies().count == 40)
    }

    @Test func `it keeps within a cap of tokens, and within a number of questions`() async throws {
        let bench = try ToyBench()
        defer { bench.remove() }
        let counted = Scripted(usage: RespondentReply.Usage(promptTokens: 10, completionTokens: 5)) {
            request, _ throws(RespondentError) in Self.longer(request)
        }
        let cap = SpendingCap(
            maximum: 300, perPromptToken: 1, perCompletionToken: 1, promptReserve: 20, completionReserve: 10)
        let capped = try await bench.ask(counted, Bounds(caps: [cap]))
        #expect(capped.bound == .cap)
        #expect((271...300).contains(15 * capped.answered))
        let limited = try await bench.ask(counted, Bounds(limit: 3))
        #expect(limited.bound == .limit)
        #expect(limited.answered == 3)
    }

    @Test func `those that failed, and those that nobody could read, are asked again by themselves`() async throws {
        let bench = try ToyBench()
        defer { bench.remove() }
        let bad = Scripted { request, _ throws(RespondentError) in
            if request.questionID.hasSuffix("7") {
                throw RespondentError(code: .contextTooLong, what: "too long", status: 400)
            }
            return request.questionID.hasSuffix("3") ? "neither" : Self.longer(request)
        }
        let first = try await bench.ask(bad)
        #expect(first.failed == 4)
        #expect(first.unreadable == 4)
        let failed = try Set(bench.store.failures(run: bench.run.id).map(\.questionID))
        let again = try bench.store.unreadable(run: bench.run.id, reasons: ["noWord"])
        let second = try await bench.ask(willing, Bounds(only: failed.union(again.keys), again: again))
        #expect((second.planned, second.answered, second.askedAgain) == (8, 8, 4))
        #expect(Set(willing.counts.keys) == failed.union(again.keys))
        #expect(try bench.replies().allSatisfy { $0.reading.state == "answered" })
    }

    @Test func `a server is held to its form, and its raw answer is kept`() async throws {
        let bench = try ToyBench(3)
        defer { bench.remove() }
        let format = LoopbackFormat.openAI
        try await LoopbackServer.run(handler: { _ in format.answer(#"{"longer": "elephant1x"}"#) }) { server in
            let options = ConnectionOptions(
                baseURL: server.baseURL, request: RequestOptions(structuredOutput: .jsonSchema))
            let specification = try RespondentSpecification.resolve(
                ModelName("local/m"), options: options, environment: [:])
            let snapshot = try await specification.withRespondent { (respondent) async throws(ElicitationError) in
                try await bench.ask(respondent)
            }
            #expect(snapshot.answered == 1)
            #expect(snapshot.unreadable == 2)
        }
        for reply in try bench.replies() {
            let words = ["left", "right"].compactMap { reply.question.item[$0] }
            let request = String(decoding: reply.request ?? Data(), as: UTF8.self)
            #expect(
                request.contains(
                    #""properties":{"longer":{"type":"string","enum":["\#(words.joined(separator: "\",\""))"]}}"#))
            #expect(String(decoding: reply.response ?? Data(), as: UTF8.self).contains("elephant1x"))
        }
    }
}
