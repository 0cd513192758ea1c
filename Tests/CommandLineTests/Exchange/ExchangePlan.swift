import AnswerStore
import Foundation
import TestSupport
import Testing
import Text
import Workbench

/// A small plan of the pilot study, 11 questions, and answers to it as others write them.
enum ExchangePlan {
    /// One scenario in one wording: a question of Task 1 and ten of Task 2.
    static let selection = ["--countries", "Philippines", "--topics", "Politics", "--variants", "0"]
    static let values = [
        "Politeness", "Respect for Tradition", "Family Security", "Authority", "Social Justice", "Independent",
        "Ambitious",
        "Daring", "Helpful", "Enjoying Life",
    ]

    /// What a model says to a prompt, the same each time.
    static func reply(to prompt: String, choosing option: Int = 1) -> String {
        prompt.contains("Option 1:")
            ? "{\"action\": \"Option \(option)\"}"
            : "{" + values.map { "\"\($0)\": 2" }.joined(separator: ", ") + "}"
    }

    /// A completion in OpenAI's form.
    static func completion(_ text: String, model: String = "m-1") -> JSONValue {
        [
            "id": "c", "object": "chat.completion", "model": .string(model),
            "choices": [
                ["index": 0, "message": ["role": "assistant", "content": .string(text)], "finish_reason": "stop"]
            ],
            "usage": ["prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120],
        ]
    }

    /// A line of a batch's output.
    static func output(_ id: String, _ body: JSONValue, status: Int = 200) -> JSONValue {
        [
            "id": "batch_req_1", "custom_id": .string(id),
            "response": ["status_code": .integer(status), "request_id": "r", "body": body], "error": .null,
        ]
    }
}

extension Program {
    /// Writes the small plan and reads its lines, or those of another selection.
    func questions(_ form: String, _ more: [String] = ExchangePlan.selection) async throws -> [JSONValue] {
        let model = form == "openai-batch" ? ["--model", "openai/m"] : []
        let result = try await run(["questions", "--form", form, "--out", "plan.\(form)"] + model + more)
        try #require(result.status == 0, "\(result.error)")
        let name = form == "inspect" ? "plan.inspect/questions.jsonl" : "plan.\(form)"
        return try lines(of: name)
    }

    /// The JSON lines of a file in its folder.
    func lines(of name: String) throws -> [JSONValue] {
        try String(contentsOf: file(name), encoding: .utf8).split(separator: "\n").map { line in
            let document = JSONReader.read(Array(line.utf8), manner: .strict)
            return try #require(document)
        }
    }

    /// Writes JSON lines into its folder.
    func write(lines: [JSONValue], to name: String) throws {
        try write(lines.map { String(decoding: JSONText.bytes(of: $0), as: UTF8.self) + "\n" }.joined(), to: name)
    }

    /// Imports files into the pilot study.
    func bring(_ files: String..., model: String? = "openai/m", _ more: [String] = []) async throws -> Result {
        try await run(["import"] + files + ["--study", "pilot"] + (model.map { ["--model", $0] } ?? []) + more)
    }

    /// The whole store as it can be seen: every row of every run.
    func everything() throws -> [String] {
        let store = try AnswerStore(path: file("vlens.sqlite").path, mode: .readOnly)
        return try store.everyRun().flatMap { run in
            var rows = ["\(run)"]
            try store.forEachReply(run: run.id, raw: true) { rows.append("\($0)") }
            return rows + (try store.failures(run: run.id)).map { "\($0)" }
        }
    }
}
