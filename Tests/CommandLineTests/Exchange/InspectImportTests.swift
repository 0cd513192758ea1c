import AnswerStore
import Foundation
import TestSupport
import Testing
import Text
import Workbench

/// Replies in: logs of Inspect AI.
struct InspectImportTests {
    /// A log as Inspect writes it.
    private func log(
        _ samples: [String], status: String = "success", planned: [String] = [], epochs: Int = 1, more: String = ""
    ) -> String {
        let ids = planned.map { "\"\($0)\"" }.joined(separator: ", ")
        return """
            {"version": 2, "status": "\(status)", "eval": {"eval_id": "E1", "run_id": "R1", "created": "2026-01-02T03:04:05+00:00",
             "task": "vlens_questions", "task_id": "T1", "task_version": 0, "model": "openai/gpt-x", "model_base_url": null,
             "model_generate_config": {"temperature": 0.5, "max_connections": 10, "seed": null},
             "dataset": {"name": "questions", "location": "q.jsonl", "samples": \(planned.count), "sample_ids": [\(ids)]},
             "config": {"epochs": \(epochs)}, "revision": {"type": "git", "commit": "abc1234", "dirty": true},
             "packages": {"inspect_ai": "0.3.285"}},
             "plan": {"name": "plan", "steps": [{"solver": "generate", "params": {}}], "config": {"max_tokens": 99, "top_p": 0.9}},
             "results": {"total_samples": \(samples.count), "completed_samples": \(samples.count),
                         "scores": [{"metrics": {"mean": {"value": NaN}, "max": {"value": -Infinity}}}]}\(more),
             "samples": [\(samples.joined(separator: ",\n"))]}
            """
    }

    private func quoted(_ text: String) -> String { String(decoding: JSONText.bytes(of: .string(text)), as: UTF8.self) }

    /// A sample with an answer, or with other members in place of it.
    private func sample(
        _ question: JSONValue, _ text: String? = nil, epoch: Int = 1, output: String? = nil, more: String = "",
        id: String? = nil,
        metadata: String = "{}"
    ) -> String {
        let prompt = question["input"]?.string ?? ""
        let said = quoted(text ?? ExchangePlan.reply(to: prompt))
        let answered = """
            {"model": "gpt-x-2026", "choices": [{"message": {"role": "assistant", "content": \(said)}, "stop_reason": "stop"}],
             "usage": {"input_tokens": 7, "output_tokens": 5, "total_tokens": 12, "reasoning_tokens": 2}, "time": 1.5}
            """
        return """
            {"id": "\(id ?? question["id"]?.string ?? "")", "epoch": \(epoch), "input": \(quoted(prompt)), "target": "",
             "metadata": \(metadata), "output": \(output ?? answered), "scores": {}, "events": [{"x": [1, "]}"]}]\(more)}
            """
    }

    @Test func `a log is read with its model, settings, thoughts, tokens and provenance`() async throws {
        try await withProgram { vlens in
            let plan = try await vlens.questions("inspect")
            let parts = """
                {"model": "gpt-x", "choices": [{"message": {"role": "assistant", "content":
                 [{"type": "reasoning", "reasoning": "Hm."}, {"type": "text", "text": "attachment://a1"}]}, "stop_reason": "max_tokens"}]}
                """
            let attachment = quoted(ExchangePlan.reply(to: plan[1]["input"]?.string ?? ""))
            var samples = plan.map { sample($0) }
            samples[1] = sample(plan[1], output: parts, more: ", \"attachments\": {\"a1\": \(attachment)}")
            try vlens.write(log(samples), to: "log.json")
            let result = try await vlens.bring("log.json", model: nil)
            expect(result, exits: 0, says: [])
            #expect(
                result.output.contains(
                    "Inspect log: task vlens_questions, inspect_ai 0.3.285, status success, 11 of 11"))
            let store = try AnswerStore(path: vlens.file("vlens.sqlite").path, mode: .readOnly)
            let run = try store.run(named: "openai/gpt-x")
            #expect(run.settings == #"{"format":"inspect","maxTokens":"99","temperature":"0.5","topP":"0.9"}"#)
            let kept = try #require(try RunSelection.files(of: run).first?.log)
            #expect(kept["revision.commit"] == "abc1234" && kept["revision.dirty"] == "true" && kept["eval_id"] == "E1")
            let replies = try store.replies(run: run.id, limit: 20)
            #expect(replies.count == 11 && replies.allSatisfy { $0.reading.state == "answered" })
            #expect(replies[0].model == "gpt-x-2026" && replies[0].latency == 1.5 && replies[0].reasoningTokens == 2)
            #expect(replies[0].promptTokens == 7 && replies[0].completionTokens == 5)
            #expect(replies[1].reasoning == "Hm." && replies[1].finishReason == "length")
            let before = try vlens.everything()
            #expect(try await vlens.bring("log.json", model: nil).output.contains("Nothing is new"))
            #expect(try vlens.everything() == before)
        }
    }

    @Test func `what has no answer is missing with its reason`() async throws {
        try await withProgram { vlens in
            let plan = try await vlens.questions("inspect")
            let fallback =
                #"{"model": "m", "choices": [{"message": {"content": "Option 1"}, "stop_reason": "stop"}], "#
                + #""fallback": {"model": "gpt-x", "fallback_model": "gpt-small"}}"#
            let samples = [
                sample(plan[0], output: #"{"model": "m", "choices": []}"#),
                sample(
                    plan[1], output: #"{"model": "m", "choices": []}"#,
                    more: #", "error": {"message": "socket closed"}"#),
                sample(
                    plan[2], output: #"{"model": "m", "choices": []}"#,
                    more: #", "limit": {"type": "time", "limit": 5}"#),
                sample(plan[3], more: #", "invalidation": {"author": "me", "reason": "wrong key"}"#),
                sample(plan[4], output: fallback),
                sample(plan[5], "", output: nil),
                sample(
                    plan[6], output: #"{"choices": [{"message": {"content": ""}, "stop_reason": "content_filter"}]}"#),
            ]
            let ids = plan.compactMap { $0["id"]?.string }
            try vlens.write(
                log(samples, status: "cancelled", planned: ids, more: #", "invalidated": true"#), to: "log.json")
            let result = try await vlens.bring("log.json", model: nil)
            #expect(
                result.output.contains("The run now: 0 answered, 1 refused, 1 unreadable, 9 missing of 11."),
                "\(result.error)")
            #expect(result.output.contains("Some of its samples were invalidated"))
            let runs = try await vlens.run("runs").output
            for line in [
                "4 × not run, the last: the log holds no sample of it; its status is cancelled",
                "1 × no answer, the last: the log has no answer to it",
                "1 × sample error, the last: Inspect says: socket closed",
                "1 × limit-time, the last: a limit of the sample was reached: time",
                "1 × invalidated, the last: the sample was invalidated in the log: wrong key",
                "1 × other model, the last: another model answered in its place: gpt-small",
            ] { #expect(runs.contains(line), "\(line)") }
            // The log of a second try completes it.
            try vlens.write(
                log(plan.map { sample($0) }.enumerated().filter { ![5, 6].contains($0.offset) }.map(\.element)),
                to: "b.json")
            let second = try await vlens.bring("b.json", model: nil)
            #expect(second.output.contains("9 answered, 1 refused, 1 unreadable, 0 missing of 11."), "\(second.error)")
        }
    }

    @Test func `epochs are repetitions`() async throws {
        try await withProgram { vlens in
            let plan = try await vlens.questions("inspect")
            let samples = plan.flatMap { question in (1...3).map { sample(question, epoch: $0) } }
            try vlens.write(log(samples, epochs: 3), to: "log.json")
            let result = try await vlens.bring("log.json", model: nil)
            #expect(result.output.contains("33 answered, 0 refused, 0 unreadable, 0 missing of 33."), "\(result.error)")
            let store = try AnswerStore(path: vlens.file("vlens.sqlite").path, mode: .readOnly)
            let ids = try await vlens.questions("jsonl", ExchangePlan.selection + ["--repeats", "3"]).compactMap {
                $0["id"]?.string
            }
            #expect(try Set(store.replies(run: 1, limit: 99).map(\.question.id)) == Set(ids))
        }
    }

    @Test func `another prompt, and another study, are other questions`() async throws {
        try await withProgram { vlens in
            let plan = try await vlens.questions("inspect")
            var other = plan[0]
            other["input"] = .string("Please! " + (plan[0]["input"]?.string ?? ""))
            let foreign = #"{"protocol": "\#(String(repeating: "0", count: 64))"}"#
            try vlens.write(log([sample(other), sample(plan[1], metadata: foreign)]), to: "log.json")
            expect(
                try await vlens.bring("log.json", model: nil), exits: 1,
                says: [
                    "1 answer is to another study than 'pilot@2', whose protocol is f76c723f: choose it with --study",
                    "1 answer is to another prompt than ours, and so to another question", #""Please! Answer as"#,
                    "nothing was stored",
                ])
        }
    }

    @Test func `a log without our ids is matched by its metadata and its prompts`() async throws {
        try await withProgram { vlens in
            let plan = try await vlens.questions("inspect")
            let samples = plan.enumerated().map { number, question in
                let known = question["metadata"]
                let metadata =
                    #"{"nation": \#(quoted(known?["country"]?.string ?? "")), "part": "Politics", "#
                    + #""trait": \#(known?["value"]?.string.map(quoted) ?? "null")}"#
                return sample(question, id: "\(number + 1)", metadata: metadata)
            }
            try vlens.write(log(samples), to: "log.json")
            expect(
                try await vlens.bring("log.json", model: nil), exits: 1,
                says: ["11 answers are to no question of 'pilot@2'"])
            let map = ["--map", "country=nation", "--map", "topic=part", "--map", "value=trait"]
            let result = try await vlens.bring("log.json", model: nil, map)
            #expect(result.output.contains("11 answered, 0 refused, 0 unreadable, 0 missing of 11."), "\(result.error)")
            let wrong = try await vlens.bring("log.json", model: "x/y", ["--map", "country=part"])
            expect(wrong, exits: 1, says: ["11 answers are to a question of ours about something else than --map says"])
            expect(
                try await vlens.bring("log.json", model: nil, ["--map", "land=nation"]), exits: 2,
                says: ["--map 'land=nation': write ours=theirs, with ours one of country, topic, value, task, variant"])
        }
    }

    @Test func `a binary log, a head without samples and a log that is cut off are told`() async throws {
        try await withProgram { vlens in
            try Data("PK\u{3}\u{4}header.json".utf8).write(to: vlens.file("log.eval"))
            expect(
                try await vlens.bring("log.eval"), exits: 1,
                says: [
                    "'log.eval' is an Inspect log in its binary form: convert it with: inspect log convert log.eval --to json"
                ])
            let plan = try await vlens.questions("inspect")
            let whole = log(plan.map { sample($0) })
            try vlens.write(String(whole.dropLast(40)), to: "cut.json")
            expect(
                try await vlens.bring("cut.json"), exits: 1,
                says: ["'cut.json' begins as an Inspect log and is no whole JSON document; is it complete?"])
            try vlens.write(#"{"version": 2, "status": "success", "eval": {"model": "m"}}"#, to: "head.json")
            expect(
                try await vlens.bring("head.json"), exits: 1,
                says: ["'head.json' has no samples: it is the head of a log"])
        }
    }
}
