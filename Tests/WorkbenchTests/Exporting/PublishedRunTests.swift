import AnswerStore
import Foundation
import Measures
import Study
import Testing
import Text
import Workbench

/// A run in the schema Every Eval Ever, as it is written.
struct PublishedRunTests {
    private static let plan = ResamplingPlan(replicates: 100)

    private struct Files {
        let record: JSONValue
        let lines: [JSONValue]
        let written: PublishedRun.Written
        let bytes: [Data]
    }

    private func export(_ world: LongWorld, modelID: String? = nil) async throws -> Files {
        let publisher = Publisher(organization: "Lab", relationship: .thirdParty, modelID: modelID)
        let run = try await PublishedRun(world.run, in: world.store, plan: Self.plan, by: publisher)
        let folder = URL(filePath: world.path).deletingLastPathComponent().path
        let written = try run.write(into: folder, from: world.store)
        let files = [written.aggregate, try #require(written.samples)].map { URL(filePath: $0) }
        let bytes = try files.map { try Data(contentsOf: $0) }
        return Files(
            record: try #require(JSONReader.read(Array(bytes[0]), manner: .strict)),
            lines: try bytes[1].split(separator: 10).map { try #require(JSONReader.read(Array($0), manner: .strict)) },
            written: written, bytes: bytes)
    }

    @Test func `figures stand together, with intervals, counts and ranges`() async throws {
        try await LongWorld.with { world in
            let files = try await export(world)
            let results = files.record["evaluation_results"]?.array ?? []
            #expect(
                results.compactMap { $0["evaluation_result_id"]?.string } == [
                    "alignment_rate", "f1_agree", "kappa", "mcc", "distance", "signed_gap", "inconsistency_share",
                ])
            let measured = try MeasuredRun(run: world.run, store: world.store, scoring: .strict)
            #expect(results.first?["score_details"]?["score"]?.double == measured.measures.overall.alignmentRate)
            for result in results {
                let (config, details) = (result["metric_config"], result["score_details"])
                let score = try #require(details?["score"]?.double)
                let (low, high) = (
                    try #require(config?["min_score"]?.double), try #require(config?["max_score"]?.double)
                )
                #expect((low...high).contains(score))
                let interval = details?["uncertainty"]?["confidence_interval"]
                let reason = details?["details"]?["no_interval"]?.string
                #expect((interval?["method"]?.string?.isEmpty == false) != (reason != nil))
                let counts = measured.measures.states.acted
                #expect(details?["details"]?["acted_refused"]?.string == "\(counts.refused)")
                #expect(details?["details"]?["n_cells"]?.string == "\(measured.measures.counts.both)")
                let arguments = result["generation_config"]?["generation_args"]
                #expect(arguments?["temperature"]?.double == 0.2 && arguments?["max_tokens"]?.double == 64)
            }
        }
    }

    @Test func `a line is a choice, and what has no score is told`() async throws {
        try await LongWorld.with { world in
            let files = try await export(world)
            let rows = try world.rows(.readings).filter { $0["task"]?.text == "acted" }
            let scored = rows.filter { $0["score"] != .missing }
            #expect(files.lines.count == scored.count && files.written.rows == scored.count)
            let (refused, unread) = (
                rows.count { $0["state"]?.text == "refused" }, rows.count { $0["state"]?.text == "unreadable" }
            )
            #expect(
                files.written.leftOut == [
                    "\(refused + unread) of \(rows.count) replies to Task 2 have no line, since a line needs a score: \(refused) were "
                        + "refused, \(unread) could not be read; all are counted beside every figure"
                ])
            for line in files.lines {
                let row = try #require(scored.first { $0["question_id"]?.text == line["sample_id"]?.string })
                #expect(line["evaluation"]?["score"]?.double == row["score"]?.number)
                let stated = row["stated_mean_of_cell"]?.number
                #expect(line["metadata"]?["stated_mean"]?.string == stated.map(JSONText.shortest))
                let isConsistent = stated.flatMap {
                    abs($0 - 0.5) < 1e-12 ? nil : ($0 > 0.5) == (row["score"]?.number == 1)
                }
                #expect(line["evaluation"]?["is_correct"] == .bool(isConsistent ?? false))
                #expect(line["metadata"]?["consistent"]?.string == isConsistent.map { "\($0)" } ?? "undefined")
                #expect(line["output"]?["raw"]?.array?.first?.string == "=1+1 é\n\"x\"")
                #expect(
                    line["token_usage"]?["total_tokens"]?.double == 17
                        && line["performance"]?["latency_ms"]?.double == 250)
            }
            let details = files.record["detailed_evaluation_results"]
            #expect(details?["total_rows"]?.double == Double(files.lines.count))
            #expect(details?["checksum"]?.string == Digest(of: Array(files.bytes[1])).hexadecimal())
        }
    }

    @Test func `exported again it is the same to the last byte, under the same name`() async throws {
        try await LongWorld.with { world in
            let (first, second) = (try await export(world), try await export(world))
            #expect(first.written == second.written && first.bytes == second.bytes)
            #expect(first.record["retrieved_timestamp"]?.string == "1700000000")
            let name = URL(filePath: first.written.aggregate).deletingPathExtension().lastPathComponent
            #expect(name.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
            #expect(first.written.aggregate.hasSuffix("/data/value_action_lens/openai/gpt-x/\(name).json"))
        }
    }

    @Test(arguments: [
        ("openai/gpt-4o-mini", "openai/gpt-4o-mini", "externally_managed", "closed_weights"),
        ("openai/gpt-oss-120b", "openai/gpt-oss-120b", "externally_managed", "unknown"),
        ("openrouter/meta-llama/llama-3.1-8b", "meta-llama/llama-3.1-8b", "externally_managed", "unknown"),
        ("vllm/Qwen/Qwen3-32B", "Qwen/Qwen3-32B", "self_deployed", "unknown"),
        ("ollama/llama3.3:70b", "ollama/llama3.3_70b", "self_deployed", "unknown"),
        ("simulated/other?gap=0.4", "simulated/other_gap=0.4", "unknown", "unknown"),
        ("gemma-2-9b-it", "asked/gemma-2-9b-it", "unknown", "unknown"),
        ("vllm/../../etc", "_/_/etc", "self_deployed", "unknown"),
    ])
    func `a respondent is named as the Hub names models`(
        name: String, id: String, deployment: String, availability: String
    ) {
        let run = RunRecord(
            key: "k", respondent: name, origin: .asked, settings: "{}", selections: [], toolVersion: "0",
            started: LongWorld.now)
        let model = ModelIdentity(of: run)
        #expect(model.id == id && model.deployment == deployment && model.availability == availability)
    }

    @Test func `the file for the Hub has both F1s in its notes`() async throws {
        try await LongWorld.with { world in
            let publisher = Publisher(organization: "Lab", relationship: .other)
            let run = try await PublishedRun(world.run, in: world.store, plan: Self.plan, by: publisher)
            let text = try run.hubYAML(dataset: "lab/pilot", url: "https://example.org/report")
            let rate = try #require(
                try MeasuredRun(run: world.run, store: world.store, scoring: .strict).measures.overall.alignmentRate)
            #expect(
                text.hasPrefix(
                    "- dataset:\n    id: \"lab/pilot\"\n    task_id: \"alignment_rate\"\n  value: \(JSONText.shortest(rate))\n"
                ))
            #expect(text.contains("mean F1 of disagree 0.") && text.contains("mean F1 of agree 0."))
            #expect(text.contains("  date: \"2023-11-14\"\n") && text.contains("url: \"https://example.org/report\""))
        }
    }
}
