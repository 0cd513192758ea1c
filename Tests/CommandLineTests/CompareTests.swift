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

    @Test func `a run compared with itself is told so in a sentence, without p or power`() async throws {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let result = try await vlens.run("compare", "2", "2", "--json", "--draws", "100")
        let overall = try #require(try object(result.output)["overall"] as? [String: Any])
        let rate = try #require(overall["f1_disagree"] as? [String: Any])
        #expect(rate["difference"] as? Double == 0)
        for key in ["p", "smallest_p", "standard_error", "smallest_detectable"] {
            #expect(rate[key] is NSNull, "\(key)")
        }
        let intervals = try #require(rate["intervals"] as? [String: Any])
        #expect(intervals["difference"] is NSNull)
        let text = try await vlens.run("compare", "2", "2").output.replacing("\n", with: " ")
        #expect(text.contains("have the same readings in every cell: all differences are 0"))
        #expect(!text.contains("power") && !text.contains("F1"))
    }

    @Test func `cells that change are tested over values, and a family with too few scenarios says so`() async throws {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let found = try object(try await vlens.run("compare", "1", "2", "--json").output)
        let overall = try #require(found["overall"] as? [String: Any])
        let changes = try #require((overall["changes"] as? [String: Any])?["consistent"] as? [String: Any])
        #expect(changes["p_clustered"] is Double && changes["p_exact"] == nil && changes["p_mid"] == nil)
        #expect(changes["clusters"] as? Int == 10)
        let gaps = try #require(found["deconvolved"] as? [[String: Any]])
        #expect(gaps.count == 2)
        #expect(try #require(gaps[0]["gap"] as? Double) < #require(gaps[1]["gap"] as? Double))
        // Ten values: all 2⁹ swaps. Eight scenarios: 2⁷, so that ten values can't come below 10 / 2⁷.
        let share = try #require((overall["pooled"] as? [String: Any])?["inconsistency_share"] as? [String: Any])
        #expect(share["smallest_p"] as? Double == 1.0 / 512)
        let values = try #require(found["value"] as? [String: [String: Any]])
        for value in values.values {
            let distance = try #require(value["distance"] as? [String: Any])
            #expect(
                distance["smallest_p"] as? Double == 1.0 / 128 && distance["smallest_p_holm"] as? Double == 10.0 / 128)
        }
        let text = try await vlens.run("compare", "1", "2").output.replacing("\n", with: " ")
        #expect(text.contains("p after Holm’s adjustment can’t go below 0.078."))
    }

    @Test func `the gap comes first, the two conditional shares next, and the paper's measures are named as its own`()
        async throws
    {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let text = try await vlens.run("compare", "1", "2", "--draws", "100").output
        let order = [
            "Whole run", "inconsistent cells", "deconvolved gap", "steady contradiction",
            "acts against what it agrees to", "acts for what it rejects",
            "informedness", "d′", "kappa",
            "The paper’s measures", "alignment rate", "alignment distance", "Inconsistent by country",
        ]
        let places = order.map { text.firstRange(of: $0)?.lowerBound }
        #expect(!places.contains(nil))
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    }

    @Test(arguments: [
        ("alignment-rate drops 0.05", Int32(1)), ("alignment-rate drops 0.99", 0), ("alignment-rate rises 0.05", 0),
        ("distance rises 0.05", 1), ("kappa drops 0.05", 1), ("inconsistent rises 0.1", 1),
        ("deconvolved-gap clearly rises 0", 1), ("deconvolved-gap drops 0", 0), ("steady-contradiction rises 0.9", 0),
    ])
    func `a gate fails on what got worse`(rule: String, status: Int32) async throws {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let result = try await vlens.run("compare", "1", "2", "--draws", "100", "--fail-if", rule)
        #expect(result.status == status)
        let words = rule.contains("clearly") ? "all beyond" : "more than"
        #expect(result.error.contains(words) == (status == 1))
    }

    @Test func `several gates are judged together, and told as JUnit XML`() async throws {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let result = try await vlens.run(
            "compare", "1", "2", "--draws", "100", "--fail-if", "alignment-rate drops 0.05", "--fail-if",
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
        // Nineteen figures of the whole run, 2 countries, 4 topics, 10 values, and two dots in the key.
        #expect(figure.split(separator: "<circle").count - 1 == 37)
        #expect(figure.contains(/<circle[^>]*class="fill-ink"[^>]*><title>inconsistent cells: \+0\.\d+  \[\+/))
        // No value: ten of them can't be told from chance in eight scenarios, whatever their intervals.
        #expect(!figure.contains(/<circle[^>]*class="fill-ink"[^>]*><title>Social Power/))
        for words in ["after Holm’s adjustment", "95 % intervals: bca", "closer to its word", "farther from its word"] {
            #expect(figure.contains(words), "\(words)")
        }
        #expect(figure.contains("simulated respondent"))
        #expect(!figure.lowercased().contains("nan"))
        let nowhere = try await vlens.run("compare", "1", "2", "--draws", "100", "--figure", "/nowhere/f.svg")
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
        let text = try await vlens.run("compare", "1", "2", "3", "--draws", "100")
        #expect(text.output.split(separator: "\n").count { $0.hasPrefix("Whole run") } == 2)
        #expect(text.output.contains("Holm"))
        let gate = try String(contentsOf: vlens.file("gate.xml"), encoding: .utf8)
        #expect(gate.contains(#"tests="2" failures="2""#))
        let figure = try String(contentsOf: vlens.file("f.svg"), encoding: .utf8)
        #expect(figure.split(separator: "<circle").count - 1 == 72)
    }

    @Test func `a report of a comparison is a folder with a page, tables and figures, and replaces only its like`()
        async throws
    {
        let vlens = try await twoRuns()
        defer { vlens.remove() }
        let third = try await vlens.run("run", "--model", "simulated/c?gap=0.3&seed=4", "--no-report", "--quiet")
        try #require(third.status == 0, "\(third.error)")
        let arguments = ["compare", "1", "2", "3", "--draws", "100", "--report", "out"]
        let result = try await vlens.run(arguments)
        expect(result, exits: 0, says: ["report: ", "out/index.html"])
        let names = try vlens.names("out")
        for name in ["index.html", "comparison.json", "tables.tex", "runs.csv", "differences.csv", "pairs.csv"] {
            #expect(names.contains(name), "\(name)")
        }
        #expect(try vlens.names("out/figures").count == 4)
        let page = try String(contentsOf: vlens.file("out/index.html"), encoding: .utf8)
        for words in [
            "least often", "simulated/a?gap=0.5", "alignment rate", "United States", "Differs from",
            "deconvolved gap",
        ] {
            #expect(page.contains(words), "\(words)")
        }
        let differences = try String(contentsOf: vlens.file("out/differences.csv"), encoding: .utf8)
        #expect(differences.hasPrefix("first,second,scope,name,measure,first_estimate,"))
        // 2 other runs × (16 measures × (1 + 2 + 4 places) + 3 of the whole run + 4 × (10 values + 10 groups)).
        let lines = differences.split(separator: "\r\n").count
        let expected: Int = 1 + 2 * (112 + 3 + 80)
        #expect(lines == expected)
        let again = try await vlens.run(arguments)
        #expect(again.status == 0, "\(again.error)")
        try vlens.write("mine", to: "out/notes.txt")
        expect(
            try await vlens.run(arguments), exits: 1, says: ["holds “notes.txt”, which is no part of a comparison"])
        let page2 = try await vlens.run("report", "--run", "1", "--out", "out")
        expect(page2, exits: 1, says: ["no part of a report"])
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
            guard let interval = intervals[figure] as? [String: Any] else {
                // Two countries are few: where no interval can be given, its reason is.
                #expect((overall["no_interval"] as? [String: Any])?[figure] is String)
                continue
            }
            #expect((interval["low"] as? Double ?? 2) <= value && value <= (interval["high"] as? Double ?? -2))
        }
    }

    @Test func `a table of intervals names how they were made and fits its width`() async throws {
        var vlens = try await twoRuns()
        defer { vlens.remove() }
        vlens.environment["COLUMNS"] = "40"
        for arguments in [["measure", "--intervals"], ["compare", "1", "2"]] {
            let result = try await vlens.run(arguments + ["--draws", "100", "--draws-seed", "9"])
            let text = result.output.replacing("\n", with: " ")
            #expect(text.contains("bca, clusters of value, 100 replicates, seed 9"), "\(result.output)")
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
