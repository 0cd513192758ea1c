import Foundation
import TestSupport
import Testing

struct CompareTests {
    /// Two simulated respondents in one store: run 1 acts as it speaks, run 2 often does not.
    private func twoRuns() async throws -> Program {
        let vlens = try Program()
        try await vlens.store(StoredRuns.pair)
        return vlens
    }

    private func object(_ json: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    @Test func `a respondent with a wider gap has a lower rate and a larger distance, beyond chance`() async throws {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let result = try await vlens.run("compare", "1", "2", "--json", "--clusters", "scenario")
        #expect(result.status == 0, "\(result.error)")
        let overall = try #require(try object(result.output)["overall"] as? [String: Any])
        for (figure, sign) in [("f1_disagree", -1.0), ("distance", 1.0)] {
            let difference = try #require(overall[figure] as? [String: Any])
            let intervals = try #require(difference["intervals"] as? [String: Any])
            let interval = try #require(intervals["difference"] as? [String: Any])
            let (low, high) = (interval["low"] as? Double, interval["high"] as? Double)
            #expect((low ?? 0) * sign > 0 && (high ?? 0) * sign > 0, "\(figure): \(difference)")
        }
    }

    @Test func `a run differs from itself in nothing`() async throws {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let result = try await vlens.run("compare", "2", "2", "--json", "--draws", "50")
        let overall = try #require(try object(result.output)["overall"] as? [String: Any])
        let rate = try #require(overall["f1_disagree"] as? [String: Any])
        #expect(rate["difference"] as? Double == 0)
    }

    @Test(arguments: [
        ("alignment-rate drops 0.05", Int32(1)), ("alignment-rate drops 0.99", 0), ("alignment-rate rises 0.05", 0),
        ("distance rises 0.05", 1), ("kappa drops 0.05", 1),
    ])
    func `a gate fails on what got worse`(rule: String, status: Int32) async throws {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let result = try await vlens.run("compare", "1", "2", "--draws", "20", "--fail-if", rule)
        #expect(result.status == status)
        #expect(result.error.contains("more than") == (status == 1))
    }

    @Test func `several gates are judged together, and told as JUnit XML`() async throws {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let result = try await vlens.run(
            "compare", "1", "2", "--draws", "20", "--fail-if", "alignment-rate drops 0.05", "--fail-if",
            "kappa rises 0.5", "--fail-if", "distance rises 0.05", "--junit", "gate.xml")
        expect(result, exits: 1, says: ["alignment-rate drops by", "distance rises by"])
        let file = try String(contentsOf: vlens.file("gate.xml"), encoding: .utf8)
        #expect(file.contains(#"tests="3" failures="2" errors="0""#))
        #expect(file.contains(#"name="kappa rises 0.5"/>"#))
        #expect(file.contains(#"name="alignment-rate drops 0.05"><failure message="alignment-rate drops by 0."#))
        let alone = try await vlens.run("compare", "1", "2", "--junit", "gate.xml")
        expect(alone, exits: 2, says: ["--junit 'gate.xml' has nothing to tell: give a rule with --fail-if"])
    }

    @Test func `a forest plot has a line for each difference, and marks those beyond chance`() async throws {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let result = try await vlens.run("compare", "1", "2", "--draws", "100", "--figure", "forest.svg")
        expect(result, exits: 0, says: [])
        let figure = try String(contentsOf: vlens.file("forest.svg"), encoding: .utf8)
        // Five figures of the whole run, 2 countries, 4 topics, 10 values.
        #expect(figure.split(separator: "<circle").count - 1 == 21)
        #expect(figure.contains(/<circle[^>]*class="fill-ink"[^>]*><title>F1 of disagree: −0\.\d+  \[−/))
        #expect(figure.contains("simulated respondent"))
        #expect(!figure.lowercased().contains("nan"))
        let nowhere = try await vlens.run("compare", "1", "2", "--draws", "20", "--figure", "/nowhere/f.svg")
        expect(
            nowhere, exits: 1,
            says: ["'/nowhere/f.svg' can't be written: there is no such folder; make it first"])
    }

    @Test func `a gate that asks for a clear change stays open where the interval holds none`() async throws {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let shut = try await vlens.run("compare", "1", "2", "--fail-if", "kappa clearly drops 0.05")
        expect(shut, exits: 1, says: ["kappa clearly drops: by -", "all beyond 0.05"])
        // It drops by more than this, but hardly clearly so with ten values.
        let drop = try #require(try await kappaDrop(vlens))
        let open = try await vlens.run("compare", "1", "2", "--fail-if", "kappa clearly drops \(drop - 0.001)")
        #expect(open.status == 0, "\(open.error)")
        let plain = try await vlens.run("compare", "1", "2", "--fail-if", "kappa drops \(drop - 0.001)")
        #expect(plain.status == 1)
    }

    private func kappaDrop(_ vlens: Program) async throws -> Double? {
        let overall = try object(try await vlens.run("compare", "1", "2", "--json").output)["overall"] as? [String: Any]
        let kappa = (overall?["pooled"] as? [String: Any])?["kappa"] as? [String: Any]
        return (kappa?["difference"] as? Double).map { -$0 }
    }

    @Test func `several runs are compared with the first, on the cells of all, with p-values adjusted over all`()
        async throws
    {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let third = try await vlens.run("run", "--model", "simulated/c?gap=0.3&seed=4", "--no-report", "--quiet")
        try #require(third.status == 0, "\(third.error)")
        let result = try await vlens.run(
            "compare", "1", "2", "3", "--json", "--fail-if", "kappa drops 0.01", "--junit", "gate.xml", "--figure",
            "f.svg")
        expect(result, exits: 1, says: ["simulated/a?gap=0.5", "simulated/c?gap=0.3"])
        let comparisons = try #require(try object(result.output)["comparisons"] as? [[String: Any]])
        #expect(comparisons.count == 2)
        let firsts = comparisons.compactMap { comparison -> Double? in
            let rate = (comparison["overall"] as? [String: Any])?["f1_disagree"] as? [String: Any]
            #expect(rate?["p_holm"] is Double && rate?["p_benjamini_hochberg"] is Double)
            return rate?["first"] as? Double
        }
        #expect(Set(firsts).count == 1)
        let text = try await vlens.run("compare", "1", "2", "3", "--draws", "50")
        #expect(text.output.split(separator: "\n").count { $0.hasPrefix("Whole run") } == 2)
        #expect(text.output.contains("Holm"))
        let gate = try String(contentsOf: vlens.file("gate.xml"), encoding: .utf8)
        #expect(gate.contains(#"tests="2" failures="2""#))
        let figure = try String(contentsOf: vlens.file("f.svg"), encoding: .utf8)
        #expect(figure.split(separator: "<circle").count - 1 == 42)
    }

    @Test func `an interval stands beside each figure and holds it, the same for a seed`() async throws {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let arguments = ["measure", "--run", "2", "--json", "--intervals", "--clusters", "both", "--draws", "200"]
        let first = try await vlens.run(arguments)
        let second = try await vlens.run(arguments)
        #expect(first.output == second.output)
        let overall = try #require(try object(first.output)["overall"] as? [String: Any])
        let intervals = try #require(overall["intervals"] as? [String: Any])
        for figure in ["f1_disagree", "f1_agree", "distance", "signed_gap"] {
            let value = try #require(overall[figure] as? Double)
            let interval = try #require(intervals[figure] as? [String: Any])
            #expect((interval["low"] as? Double ?? 2) <= value && value <= (interval["high"] as? Double ?? -2))
        }
    }

    @Test func `a table of intervals names how they were made and fits its width`() async throws {
        var vlens = try await twoRuns()
        defer { vlens.remove() }
        vlens.environment["COLUMNS"] = "40"
        for arguments in [["measure", "--intervals"], ["compare", "1", "2"]] {
            let result = try await vlens.run(arguments + ["--draws", "50", "--draws-seed", "9"])
            let text = result.output.replacing("\n", with: " ")
            #expect(text.contains("bca, clusters of value, 50 replicates, seed 9"), "\(result.output)")
            for line in result.output.split(separator: "\n") { #expect(line.count <= 40, "\(line)") }
        }
    }

    @Test func `a run that is not there is named with those that are`() async throws {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let result = try await vlens.run("compare", "1", "7")
        #expect(result.status == 1)
        #expect(result.error.contains("no run '7': the store holds 1 (simulated/a?gap=0.01&refusal=0&broken=0), 2"))
    }
}
