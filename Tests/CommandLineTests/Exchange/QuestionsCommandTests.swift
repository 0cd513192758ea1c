import Foundation
import TestSupport
import Testing
import Text

/// Questions out.
struct QuestionsCommandTests {
    @Test func `a question a line has its id, its study's hash and all that is known of it`() async throws {
        try await withProgram { vlens in
            let lines = try await vlens.questions("jsonl")
            #expect(lines.count == 11)
            let names = lines[0].members.map(\.name)
            #expect(
                names == [
                    "id", "protocol", "task", "country", "topic", "value", "variant", "replicate", "first", "options",
                    "system",
                    "prompt",
                ])
            #expect(lines.allSatisfy { $0["id"]?.string?.utf8.count == 32 && $0["protocol"]?.string?.utf8.count == 64 })
            #expect(lines.map { $0["task"]?.string } == ["stated"] + Array(repeating: "acted", count: 10))
            #expect(lines[1]["options"]?.array?.map(\.string) == ["Option 1", "Option 2"])
            #expect(try vlens.names() == ["plan.jsonl"])
        }
    }

    @Test func `standard output has what a file has`() async throws {
        try await withProgram { vlens in
            let file = try await vlens.run(
                ["questions", "--form", "csv", "--out", "plan.csv"] + ExchangePlan.selection)
            #expect(file.status == 0)
            let result = try await vlens.run(["questions", "--form", "csv"] + ExchangePlan.selection)
            #expect(result.status == 0)
            #expect(try result.output == String(contentsOf: vlens.file("plan.csv"), encoding: .utf8))
            #expect(result.error.contains("11 questions written"))
        }
    }

    @Test func `a batch has the bodies that a run sends, without a key`() async throws {
        try await withProgram { vlens in
            let lines = try await vlens.questions("openai-batch", ExchangePlan.selection + ["--temperature", "0.7"])
            #expect(lines.count == 11)
            #expect(lines[0].members.map(\.name) == ["custom_id", "method", "url", "body"])
            #expect(lines[0]["method"]?.string == "POST" && lines[0]["url"]?.string == "/v1/chat/completions")
            let body = try #require(lines[0]["body"])
            #expect(body["model"]?.string == "m" && body["temperature"]?.double == 0.7)
            #expect(body["messages"]?.array?.last?["role"]?.string == "user")
            let ids = try await vlens.questions("jsonl").map { $0["id"]?.string }
            #expect(lines.map { $0["custom_id"]?.string } == ids)
        }
    }

    @Test func `a batch is cut into numbered files, and a file of an earlier plan stops it`() async throws {
        try await withProgram { vlens in
            let arguments =
                ["questions", "--form", "openai-batch", "--model", "openai/m", "--out", "b.jsonl", "--split", "5"]
                + ExchangePlan.selection
            let result = try await vlens.run(arguments)
            #expect(result.status == 0, "\(result.error)")
            #expect(result.error.contains("11 questions written to 3 files, b-001.jsonl to b-003.jsonl"))
            #expect(try vlens.names() == ["b-001.jsonl", "b-002.jsonl", "b-003.jsonl"])
            #expect(try [1, 2, 3].map { try vlens.lines(of: "b-00\($0).jsonl").count } == [5, 5, 1])
            try vlens.write("", to: "b-004.jsonl")
            let again = try await vlens.run(arguments)
            expect(
                again, exits: 1,
                says: ["'b-004.jsonl' exists, and this plan has 3 files: it would be taken for one of them"])
            #expect(try vlens.names() == ["b-001.jsonl", "b-002.jsonl", "b-003.jsonl", "b-004.jsonl"])
        }
    }

    @Test func `a table for people has a row for each value, and one for each choice`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.run(
                ["questions", "--form", "csv", "--by-value", "--out", "s.csv"] + ExchangePlan.selection)
            #expect(result.status == 0)
            var reader = try CSVReader(path: vlens.file("s.csv").path)
            #expect(
                reader.header.prefix(3) == ["id", "protocol", "task"]
                    && reader.header.suffix(2) == ["person", "answer"])
            let columns = try reader.columns(["id", "task", "value", "options", "answer"])
            var rows: [[String]] = []
            while let row = try reader.next() { rows.append(columns.map { row[$0] }) }
            #expect(rows.count == 20)
            #expect(rows.prefix(10).map { $0[2] } == ExchangePlan.values)
            #expect(Set(rows.prefix(10).map { $0[0] }).count == 1)
            #expect(rows[0][3] == "1 = strongly agree | 2 = agree | 3 = disagree | 4 = strongly disagree")
            #expect(rows[10][3].hasPrefix("1 = ") && rows[10][3].contains(" | 2 = "))
        }
    }

    @Test func `a task for Inspect is a folder, made whole or not at all`() async throws {
        try await withProgram { vlens in
            let samples = try await vlens.questions("inspect")
            #expect(samples.count == 11)
            #expect(samples[1]["metadata"]?["country"]?.string == "Philippines" && samples[1]["target"]?.string == "")
            let task = try String(contentsOf: vlens.file("plan.inspect/vlens_questions.py"), encoding: .utf8)
            #expect(task.split(separator: "\n").count == 10)
            #expect(task.contains("solver=generate(), config=GenerateConfig(temperature=0.2, max_tokens=4096)"))
            let again = try await vlens.run(
                ["questions", "--form", "inspect", "--out", "plan.inspect"] + ExchangePlan.selection)
            expect(again, exits: 1, says: ["'plan.inspect' can't be written: it exists; choose another name"])
            #expect(try vlens.names() == ["plan.inspect"])
        }
    }

    @Test(arguments: [
        (["--form", "odd"], "The value 'odd' is invalid for '--form <form>'"),
        (["--form", "csv", "--split", "3"], "--split needs --out FILE"),
        (["--form", "csv", "--split", "0", "--out", "x"], "--split 0: at least one question is needed"),
        (["--form", "inspect"], "--form inspect writes a folder: name it"),
        (["--form", "jsonl", "--by-value"], "--by-value is of --form csv"),
        (
            ["--form", "jsonl", "--system-prompt", "x"],
            "--system-prompt changes what is sent, and --form jsonl does not hold that"
        ),
        (["--form", "openai-batch"], "--form openai-batch holds the model's name: give it"),
        (
            ["--form", "openai-batch", "--model", "anthropic/m"],
            "'anthropic/m' is asked in another format than OpenAI's, which --form openai-batch writes"
        ),
        (
            ["--form", "openai-batch", "--model", "openai/m", "--extra-body", #"{"api_key":"sk-0123456789abcdef"}"#],
            "a file of questions must hold no key"
        ),
    ])
    func `a wrong argument is quoted and leaves nothing behind`(arguments: [String], message: String) async throws {
        try await withProgram { vlens in
            let result = try await vlens.run(["questions"] + arguments)
            expect(result, exits: 2, says: [message])
            #expect(result.output == "" && !result.error.contains("0123456789abcdef"))
            #expect(try vlens.names() == [])
        }
    }
}
