import AnswerStore
import Foundation
import TestSupport
import Testing
import Text
import Workbench

/// Replies in: people's answers, answered lines, samples of a harness.
struct SurveyImportTests {
    /// A table of several people's answers: a row a person and item, each answered as `answer` says.
    private func survey(
        _ vlens: Program, people: [String], _ answer: (_ person: Int, _ task: String, _ row: Int) -> String
    ) async throws {
        let made = try await vlens.run(
            ["questions", "--form", "csv", "--by-value", "--out", "plan.csv"] + ExchangePlan.selection)
        try #require(made.status == 0)
        var reader = try CSVReader(path: vlens.file("plan.csv").path)
        let columns = try reader.columns(["id", "task", "value"])
        var writer = CSVWriter(header: ["Participant", "id", "value", "answer"])
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(columns.map { row[$0] }) }
        for (number, person) in people.enumerated() {
            for (place, row) in rows.enumerated() {
                writer.write([person, row[0], row[2], answer(number, row[1], place)])
            }
        }
        try vlens.write(writer.text, to: "survey.csv")
    }

    @Test func `people are a run of their own, each a repetition, and are compared with a model`() async throws {
        try await withProgram { vlens in
            try await survey(vlens, people: ["Ana", "Ben", "Chi"]) { person, task, row in
                task == "stated" ? "\((row + person) % 4 + 1)" : "\((row * 7 + person) % 2 + 1)"
            }
            let result = try await vlens.bring("survey.csv", model: nil)
            expect(result, exits: 0, says: [])
            #expect(result.output.contains("People: 3; each is a repetition of the questions."))
            #expect(result.output.contains("33 answered, 0 refused, 0 unreadable, 0 missing of 33."))
            let store = try AnswerStore(path: vlens.file("vlens.sqlite").path, mode: .readOnly)
            let run = try store.run(named: "people/survey")
            let replies = try store.replies(run: run.id, limit: 100)
            #expect(Set(replies.map(\.question.replicate)) == [0, 1, 2])
            #expect(Set(replies.map(\.question.id)).count == 33)
            // Who they are is not kept.
            #expect(!run.selections.joined().contains("Ana"))
            let asked = try await vlens.run(
                ["run", "--no-report", "--quiet", "--model", "simulated/a?refusal=0&broken=0"] + ExchangePlan.selection)
            try #require([0, 3].contains(asked.status), "\(asked.error)")
            let compared = try await vlens.run("compare", "2", "1", "--draws", "100")
            #expect(compared.status == 0, "\(compared.error)")
            #expect(compared.output.contains("people/survey") && compared.output.contains("10 cells count in both"))
        }
    }

    @Test func `a later table brings further people and keeps the places of those before`() async throws {
        try await withProgram { vlens in
            try await survey(vlens, people: ["Ben", "Ana"]) { _, _, _ in "1" }
            _ = try await vlens.bring("survey.csv", model: "people/all")
            let store = try AnswerStore(path: vlens.file("vlens.sqlite").path, mode: .readOnly)
            let before = try store.replies(run: 1, limit: 100)
            try await survey(vlens, people: ["Ana", "Chi", "Ben"]) { _, _, _ in "1" }
            let result = try await vlens.bring("survey.csv", model: "people/all")
            #expect(result.output.contains("Stored: 11 replies, 0 failures."), "\(result.error)")
            #expect(result.output.contains("0 missing of 33."))
            #expect(try Array(store.replies(run: 1, limit: 100).prefix(22)) == before)
        }
    }

    @Test func `whole numbers with a point, as tables with empty cells have them, are read in both tasks`() async throws
    {
        try await withProgram { vlens in
            try await survey(vlens, people: ["p1"]) { _, _, _ in "2.0" }
            let result = try await vlens.bring("survey.csv", model: nil)
            expect(result, exits: 0, says: [])
            #expect(result.output.contains("11 answered, 0 refused, 0 unreadable"), "\(result.output)")
        }
    }

    @Test func `a question answered twice by nobody knows whom is refused, and so is a column that names some`()
        async throws
    {
        try await withProgram { vlens in
            try await survey(vlens, people: ["", "p2"]) { _, _, _ in "1" }
            let partly = try await vlens.bring("survey.csv", model: "people/x")
            expect(
                partly, exits: 1, says: ["line 2, names no person, and line ", "fill in the column, or leave it out"])
            let text = try String(contentsOf: vlens.file("survey.csv"), encoding: .utf8)
            try vlens.write(text.replacing("Participant,", with: "note,"), to: "twice.csv")
            let twice = try await vlens.bring("twice.csv", model: "people/x")
            expect(
                twice, exits: 1,
                says: ["is answered twice", "where several people answered, name them in a column 'person'"])
            #expect(try await vlens.run("runs").status == 1)
        }
    }

    @Test func `apart, each person is a run`() async throws {
        try await withProgram { vlens in
            try await survey(vlens, people: ["p1", "p2"]) { person, _, _ in "\(person + 1)" }
            let result = try await vlens.bring("survey.csv", model: nil, ["--people", "apart"])
            expect(result, exits: 0, says: [])
            let runs = try await vlens.run("runs").output
            #expect(runs.contains("people/survey/p1") && runs.contains("people/survey/p2"))
            #expect(try await vlens.run("measure", "--run", "2", "--draws", "100").status == 0)
        }
    }

    @Test func `an answer is a number, a label or the action's own words, and an empty one is missing`() async throws {
        try await withProgram { vlens in
            let plan = try await vlens.questions("jsonl")
            let prompt = plan[1]["prompt"]?.string ?? ""
            let action = try #require(prompt.firstMatch(of: /Option 2: (.*)/)).output.1
            var writer = CSVWriter(header: ["id", "value", "answer"])
            let stated = plan[0]["id"]?.string ?? ""
            for (value, answer) in zip(
                ExchangePlan.values, ["3", "Strongly agree", "4 = strongly disagree", "", "agree"])
            {
                writer.write([stated, value, answer])
            }
            for (line, answer) in zip(plan.dropFirst(), [String(action), "option 2", "2", " "]) {
                writer.write([line["id"]?.string ?? "", "", answer])
            }
            try vlens.write(writer.text, to: "s.csv")
            let result = try await vlens.bring("s.csv", model: "people/one")
            #expect(result.output.contains("4 answered, 0 refused, 0 unreadable, 1 missing of 5."), "\(result.error)")
            let store = try AnswerStore(path: vlens.file("vlens.sqlite").path, mode: .readOnly)
            let readings = try store.replies(run: 1, limit: 10).map(\.reading.content)
            // In the theory's order; read as rated 3, 1, 4, not at all, 2.
            #expect(readings[0]?.split(separator: ",").sorted() == ["1", "2", "3", "4"])
            #expect(readings.dropFirst() == ["2", "2", "2"])
            #expect(try await vlens.run("runs").output.contains("1 × not answered, the last: the answer is empty"))
        }
    }

    @Test func `two people who answer one question are never one by mistake`() async throws {
        try await withProgram { vlens in
            let id = try await vlens.questions("jsonl")[1]["id"]?.string ?? ""
            try vlens.write("id,answer\n\(id),1\n\(id),2\n", to: "s.csv")
            expect(
                try await vlens.bring("s.csv"), exits: 1,
                says: [
                    "'s.csv', line 3: id \(id) is answered twice: where several people answered, name them in a column 'person'; "
                        + "else leave one out"
                ])
            let stated = try await vlens.questions("jsonl")[0]["id"]?.string ?? ""
            try vlens.write("id,value,answer\n\(stated),Courage,1\n", to: "v.csv")
            expect(
                try await vlens.bring("v.csv"), exits: 1,
                says: [
                    #"1 answer is to a value that 'pilot@2' does not ask: write its name as the questions do"#,
                    #""Courage""#,
                ])
        }
    }

    @Test func `lines to which a reply was added are read, and those without one are missing`() async throws {
        try await withProgram { vlens in
            var lines = try await vlens.questions("jsonl")
            for place in 0..<9 {
                lines[place]["reply"] = .string(ExchangePlan.reply(to: lines[place]["prompt"]?.string ?? ""))
                lines[place]["model"] = "m-9"
            }
            lines[9]["error"] = ["code": "quota", "message": "used up"]
            try vlens.write(lines: lines, to: "answered.jsonl")
            let result = try await vlens.bring("answered.jsonl")
            #expect(result.output.contains("9 answered, 0 refused, 0 unreadable, 2 missing of 11."), "\(result.error)")
            let runs = try await vlens.run("runs").output
            #expect(runs.contains("1 × quota, the last: the batch says: used up") && runs.contains("1 × not answered"))
            lines = try await vlens.questions("jsonl")
            try vlens.write(lines: lines, to: "empty.jsonl")
            expect(
                try await vlens.bring("empty.jsonl"), exits: 1,
                says: ["'empty.jsonl' holds no answer: give the file that came back, or fill it in"])
            for place in lines.indices { lines[place]["reply"] = "Option 1" }
            lines[2]["protocol"] = .string(String(repeating: "a", count: 64))
            try vlens.write(lines: lines, to: "other.jsonl")
            expect(
                try await vlens.bring("other.jsonl"), exits: 1,
                says: ["1 answer is to another study than 'pilot@2'", "protocol aaaaaaaa"])
        }
    }

    @Test func `samples of a harness are matched by our id, or by their prompt`() async throws {
        try await withProgram { vlens in
            let plan = try await vlens.questions("jsonl")
            let lines = plan.enumerated().map { number, line -> JSONValue in
                let prompt = line["prompt"]?.string ?? ""
                let said = ExchangePlan.reply(to: prompt)
                let doc: JSONValue = number < 6 ? line : ["text": .string(prompt)]
                let messages: JSONValue = [["role": "user", "content": .string(prompt)]]
                let sent = number == 7 ? String(decoding: JSONText.bytes(of: messages), as: UTF8.self) : prompt
                return [
                    "doc_id": .integer(number), "doc": doc, "target": "",
                    "arguments": ["gen_args_0": ["arg_0": .string(sent), "arg_1": ["until": []]]],
                    "resps": [[.string(said), .string(said)]], "filtered_resps": [.string(said)], "doc_hash": "d",
                    "prompt_hash": "p",
                ]
            }
            try vlens.write(lines: lines, to: "samples_vlens.jsonl")
            let result = try await vlens.bring("samples_vlens.jsonl", model: "hf/m")
            #expect(result.output.contains("22 answered, 0 refused, 0 unreadable, 0 missing of 22."), "\(result.error)")
        }
    }
}
