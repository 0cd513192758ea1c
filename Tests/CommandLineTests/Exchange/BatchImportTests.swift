import AnswerStore
import Foundation
import TestSupport
import Testing
import Text
import Workbench

/// Replies in: output and error files of batches.
struct BatchImportTests {
    private func answered(_ line: JSONValue, choosing option: Int = 1) -> JSONValue {
        let prompt = line["body"]?["messages"]?.array?.last?["content"]?.string ?? ""
        return ExchangePlan.completion(ExchangePlan.reply(to: prompt, choosing: option))
    }

    private func id(_ line: JSONValue) -> String { line["custom_id"]?.string ?? "" }

    @Test func `output is read as if it had been asked here, with prompt, order and repetition`() async throws {
        try await withProgram { vlens in
            let plan = try await vlens.questions("openai-batch")
            try vlens.write(lines: plan.map { ExchangePlan.output(id($0), answered($0)) }, to: "out.jsonl")
            let result = try await vlens.bring("out.jsonl")
            expect(result, exits: 0, says: [])
            #expect(result.output.contains("Stored: 11 replies, 0 failures."))
            #expect(result.output.contains("The run now: 11 answered, 0 refused, 0 unreadable, 0 missing of 11."))
            let store = try AnswerStore(path: vlens.file("vlens.sqlite").path, mode: .readOnly)
            let run = try store.run(named: nil)
            #expect(run.origin == .imported && run.respondent == "openai/m" && run.status == .finished)
            let file = try #require(try RunSelection.files(of: run).first)
            #expect(file.name == "out.jsonl" && file.sha256?.count == 64)
            let replies = try store.replies(run: run.id, limit: 100)
            #expect(replies.count == 11)
            for (reply, line) in zip(replies, plan) {
                #expect(reply.question.id == id(line) && reply.reading.state == "answered" && reply.request == nil)
                #expect(reply.question.prompt == line["body"]?["messages"]?.array?.last?["content"]?.string)
                #expect(reply.model == "m-1" && reply.promptTokens == 100 && reply.completionTokens == 20)
                #expect(reply.response.map { String(decoding: $0, as: UTF8.self).contains("chat.completion") } == true)
            }
            #expect(Set(replies.dropFirst().map(\.question.first)) == [0, 1])
            #expect(try await vlens.run("measure", "--json", "--draws", "100").status == 0)
            #expect(try await vlens.run("reread").status == 0)
        }
    }

    @Test func `errors are failures with their reasons, and a later file completes the run`() async throws {
        try await withProgram { vlens in
            let plan = try await vlens.questions("openai-batch")
            try vlens.write(lines: plan.prefix(7).map { ExchangePlan.output(id($0), answered($0)) }, to: "out.jsonl")
            let limited: JSONValue = ["error": ["message": "Rate limit reached", "code": "rate_limit_exceeded"]]
            let wrong: JSONValue = [
                "error": ["message": "no sk-0123456789abcdef0123", "type": "invalid_request_error"]
            ]
            let expired: JSONValue = ["code": "batch_expired", "message": "Too late."]
            try vlens.write(
                lines: [
                    ExchangePlan.output(id(plan[7]), limited, status: 429),
                    ExchangePlan.output(id(plan[8]), wrong, status: 400),
                    ["id": "b", "custom_id": .string(id(plan[9])), "response": .null, "error": expired],
                    ["custom_id": .string(id(plan[10])), "error": ["message": "gone", "type": "server_error"]],
                ], to: "err.jsonl")
            expect(try await vlens.bring("out.jsonl", "err.jsonl"), exits: 0, says: [])
            let runs = try await vlens.run("runs").output
            #expect(runs.contains("7 replies") && runs.contains("4 failed"))
            #expect(
                runs.contains(#"1 × rate limit, the last: the server answered with HTTP 429: "Rate limit reached""#))
            #expect(runs.contains("1 × batch_expired, the last: the batch says: Too late."))
            #expect(runs.contains("1 × server_error, the last: the batch says: gone"))
            #expect(runs.contains("<REDACTED>") && !runs.contains("0123456789abcdef"))
            try vlens.write(lines: plan.suffix(4).map { ExchangePlan.output(id($0), answered($0)) }, to: "retry.jsonl")
            let last = try await vlens.bring("retry.jsonl")
            #expect(last.output.contains("The run now: 11 answered, 0 refused, 0 unreadable, 0 missing of 11."))
            #expect(try await !vlens.run("runs").output.contains("failed"))
            // An answer stands, whatever comes late.
            let late = try await vlens.bring("err.jsonl")
            #expect(late.output.contains("Nothing is new: the run has all of it, and stays as it was."))
        }
    }

    @Test func `a file that comes twice, as another file too, changes nothing`() async throws {
        try await withProgram { vlens in
            let plan = try await vlens.questions("openai-batch")
            try vlens.write(lines: plan.map { ExchangePlan.output(id($0), answered($0)) }, to: "out.jsonl")
            _ = try await vlens.bring("out.jsonl")
            let before = try vlens.everything()
            let again = try await vlens.bring("out.jsonl")
            expect(again, exits: 0, says: [])
            #expect(again.output.contains("Nothing is new"))
            #expect(try vlens.everything() == before)
            try vlens.write(String(contentsOf: vlens.file("out.jsonl"), encoding: .utf8) + "\n", to: "copy.jsonl")
            #expect(try await vlens.bring("copy.jsonl").output.contains("Nothing is new"))
            #expect(try vlens.everything() == before)
            let both = try await vlens.bring("out.jsonl", "out.jsonl")
            #expect(both.output.contains("11 answers that say the same again"))
            #expect(try vlens.everything() == before)
        }
    }

    @Test func `the forms of others are read: Together, Azure, vLLM, a completion in place of the response`()
        async throws
    {
        try await withProgram { vlens in
            let plan = try await vlens.questions("openai-batch")
            let forms: [(JSONValue, JSONValue) -> JSONValue] = [
                { ["custom_id": $0, "body": $1] },
                {
                    ["custom_id": $0, "response": ["body": $1, "request_id": "r", "status_code": 200], "error": .null]
                },
                {
                    [
                        "id": "vllm-1", "custom_id": $0,
                        "response": ["status_code": 200, "request_id": "r", "body": $1], "error": .null,
                    ]
                },
                { ["custom_id": $0, "response": $1] },
            ]
            let lines = plan.enumerated().map { forms[$0 % forms.count](.string(id($1)), answered($1)) }
            try vlens.write(lines: lines, to: "out.jsonl")
            let result = try await vlens.bring("out.jsonl", model: "vllm/m")
            #expect(result.output.contains("Stored: 11 replies, 0 failures."), "\(result.error)")
        }
    }

    @Test func `unknown ids and a doubled id with another text are refused with counts, and nothing is stored`()
        async throws
    {
        try await withProgram { vlens in
            let plan = try await vlens.questions("openai-batch")
            let body = answered(plan[1])
            let strangers = (0..<4).map { ExchangePlan.output("0000000000000000000000000000000\($0)", body) }
            let twice = [1, 2].map { ExchangePlan.output(id(plan[1]), answered(plan[1], choosing: $0)) }
            try vlens.write(lines: strangers + twice + [ExchangePlan.output("my-own-id", body)], to: "bad.jsonl")
            let result = try await vlens.bring("bad.jsonl")
            expect(
                result, exits: 1,
                says: [
                    "5 answers are to no question of 'pilot@2' as it was selected: choose the study with --study",
                    #"'bad.jsonl', line 1: id "00000000000000000000000000000000""#,
                    "1 question has two different answers: keep one of them",
                    "nothing was stored",
                ])
            #expect(try !vlens.names().contains { $0.hasPrefix("vlens.sqlite") })
        }
    }

    @Test func `another answer than the stored one is refused, and another name takes it`() async throws {
        try await withProgram { vlens in
            let plan = try await vlens.questions("openai-batch")
            try vlens.write(lines: plan.map { ExchangePlan.output(id($0), answered($0)) }, to: "a.jsonl")
            try vlens.write(lines: plan.map { ExchangePlan.output(id($0), answered($0, choosing: 2)) }, to: "b.jsonl")
            _ = try await vlens.bring("a.jsonl")
            let before = try vlens.everything()
            expect(
                try await vlens.bring("b.jsonl"), exits: 1,
                says: [
                    "10 questions have another answer in the stored run: import the file under another name with --model"
                ])
            #expect(try vlens.everything() == before)
            #expect(try await vlens.bring("b.jsonl", model: "openai/second").status == 0)
        }
    }

    @Test func `a plan that was not answered yet, a damaged line and a nameless respondent are told`() async throws {
        try await withProgram { vlens in
            let plan = try await vlens.questions("openai-batch")
            expect(
                try await vlens.bring("plan.openai-batch"), exits: 1,
                says: [
                    "'plan.openai-batch', line 1, is a question: the file was written to be sent; give the one that came back"
                ])
            try vlens.write(lines: [ExchangePlan.output(id(plan[0]), answered(plan[0]))], to: "out.jsonl")
            expect(
                try await vlens.bring("out.jsonl", model: nil), exits: 1,
                says: ["'out.jsonl' does not say who answered: name the respondent, such as --model openai/gpt-4o-mini"]
            )
            let whole = try String(contentsOf: vlens.file("out.jsonl"), encoding: .utf8)
            try vlens.write(whole + String(whole.prefix(80)), to: "cut.jsonl")
            expect(
                try await vlens.bring("cut.jsonl"), exits: 1,
                says: ["'cut.jsonl', line 2, is no JSON object; is the file complete?"])
            #expect(try !vlens.names().contains { $0.hasPrefix("vlens.sqlite") })
        }
    }

    @Test func `a named plan counts what is missing, and a later repetition is found`() async throws {
        try await withProgram { vlens in
            let plan = try await vlens.questions("openai-batch", ExchangePlan.selection + ["--repeats", "3"])
            #expect(plan.count == 33)
            try vlens.write(lines: plan.suffix(11).map { ExchangePlan.output(id($0), answered($0)) }, to: "third.jsonl")
            let alone = try await vlens.bring("third.jsonl")
            #expect(alone.output.contains("0 missing of 11."), "\(alone.error)")
            let named = try await vlens.bring(
                "third.jsonl", model: "openai/named", ExchangePlan.selection + ["--repeats", "3"])
            #expect(named.output.contains("11 answered, 0 refused, 0 unreadable, 22 missing of 33."))
            let store = try AnswerStore(path: vlens.file("vlens.sqlite").path, mode: .readOnly)
            let replies = try store.replies(run: 1, limit: 100)
            #expect(replies.allSatisfy { $0.question.replicate == 2 })
        }
    }
}
