import Foundation
import TestSupport
import Testing
import Text

/// The released files through `vlens reproduce`, against the figures that are known of them.
@Suite(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
struct ReproduceTests {
    static let models = ["gemma-2-9b-it": "Gemma-2-9b", "Llama-3.3-70B-Instruct": "Llama-3.3-70B"]

    @Test(arguments: models.keys.sorted(), ["legacy", "strict"])
    func `the rates, the inconsistency and the prompt agreement are those of an independent program`(
        file: String, scoring: String
    ) async throws {
        let reproduced = try await ReproducedJSON.shared()
        let model = try #require(Self.models[file])
        let expected = try Self.expected(file, scoring)
        for (table, part) in [("3", "country"), ("13", "topic")] {
            let groups = try #require(expected[part] as? [String: [String: Any]])
            for (name, group) in groups {
                let figure = try reproduced.figure(table, model, name)
                expectEqual(figure[scoring], group["f1_disagree"], "\(table) \(name)")
            }
        }
        let overall = try #require(expected["overall"] as? [String: Any])
        expectEqual(try reproduced.figure("13", model, "overall")[scoring], overall["f1_disagree"], "overall")
        let inconsistency = try #require(expected["inconsistency"] as? [String: Any])
        var total = 0
        for (name, key) in [("(A, D)", "stated_agree_acted_disagree"), ("(D, A)", "stated_disagree_acted_agree")] {
            expectEqual(try reproduced.figure("4", model, name)[scoring], inconsistency[key], name)
            total += try #require(inconsistency[key] as? Int)
        }
        #expect(try reproduced.figure("4", model, "total")[scoring] as? Int == total)
        let agreement = try #require(expected["stated_prompt_agreement"] as? [String: Any])
        expectEqual(try reproduced.figure("8", model, "Task 1")[scoring], agreement["binary"], "Task 1")
    }

    @Test(arguments: models.keys.sorted())
    func `the distances are those of an independent program`(file: String) async throws {
        let model = try #require(Self.models[file])
        for (scoring, name, key) in [
            ("legacy", "within a country", "country_value_distance"),
            ("strict", "within a country", "country_value_distance"),
            ("legacy", "within a topic", "topic_value_distance"),
        ] {
            let table = try #require(try Self.expected(file, scoring)[key] as? [String: [String: Double]])
            let distances = table.values.flatMap(\.values)
            let mean = distances.reduce(0, +) / Double(distances.count)
            let figure = try await ReproducedJSON.shared().figure("distances", model, name)
            expectEqual(figure[scoring], mean, "\(scoring), \(name)")
        }
    }

    @Test func `stated prompt agreement, and the ratings that are there to be read`() async throws {
        let reproduced = try await ReproducedJSON.shared()
        for (model, agreement) in [("Gemma-2-9b", 0.9665), ("Llama-3.3-70B", 0.9501)] {
            let strict = try #require(try reproduced.figure("8", model, "Task 1")["strict"] as? Double)
            #expect(abs(strict - agreement) < 0.00005, "\(model): \(strict)")
        }
        let ratings = try #require(try reproduced.part("3", "Gemma-2-9b")["ratings"] as? [String: Int])
        #expect(ratings == ["asked": 59_136, "legacy": 57_787, "strict": 59_023])
        #expect(try reproduced.count("3", "Gemma-2-9b", "replies_lost_by_the_strict_json_parser") == [24, 1056])
        #expect(try reproduced.count("3", "Gemma-2-9b", "cells_counted_as_agree") == [0, 7392])
        let halves = "scores_of_one_half_counted_as_disagree"
        #expect(try reproduced.count("4", "Gemma-2-9b", halves) == [56, 1087])
        #expect(try reproduced.count("4", "Llama-3.3-70B", halves) == [121, 1002])
        #expect(try reproduced.count("3", "Gemma-2-9b", "task_1_replies_not_in_the_release") == [0, 1056])
    }

    @Test func `kappas and the attribution overlap are those of the notebooks`() async throws {
        let reproduced = try await ReproducedJSON.shared()
        for (prompt, kappa, alike) in [("prompt 3", 0.92647, 79), ("prompt 5", 0.70732, 77)] {
            let figure = try reproduced.figure("kappa", "two people", prompt)
            let found = try #require(figure["strict"] as? Double)
            #expect(abs(found - kappa) < 0.000005)
            expectEqual(figure["legacy"], figure["printed"], prompt)
            #expect(figure["strict_share"] as? [Int] == [alike, 80])
            #expect((figure["from_printed_to_legacy"] as? [String: Double]) == ["unexplained": 0])
        }
        for (prompt, legacy, strict) in [
            ("prompt 3", [248, 270], [257, 280]), ("prompt 5", [256, 265], [268, 277]),
        ] {
            let figure = try reproduced.figure("spans", "generated actions", prompt)
            #expect(figure["legacy_share"] as? [Int] == legacy)
            #expect(figure["strict_share"] as? [Int] == strict)
        }
    }

    @Test func `gap prediction gives the four printed F1s`() async throws {
        let reproduced = try await ReproducedJSON.shared()
        for (setting, f1) in [
            ("action", 0.778), ("action+attributions", 0.797), ("action+explanation", 0.823), ("all", 0.820),
        ] {
            let figure = try reproduced.figure("14", "Llama-3.3-70B", setting)
            for scoring in ["legacy", "strict"] {
                let found = try #require(figure[scoring] as? Double)
                #expect(abs(found - f1) <= 0.0005, "\(setting): \(found)")
            }
        }
    }

    @Test func `table 4's columns come out swapped, and what is left is called unexplained`() async throws {
        let reproduced = try await ReproducedJSON.shared()
        for (model, swap) in [("Llama-3.3-70B", 242.0 - 760), ("Gemma-2-9b", 615.0 - 470)] {
            for (column, sign) in [("(A, D)", 1.0), ("(D, A)", -1.0)] {
                let causes = try reproduced.causes("4", model, column, "from_printed_to_legacy")
                #expect(causes["swapped_columns"] == sign * swap)
                #expect(abs(causes["unexplained"] ?? .nan) < 100)
            }
        }
    }

    @Test func `all differences are the sum of their causes`() async throws {
        let reproduced = try await ReproducedJSON.shared()
        var figures = 0
        for table in reproduced.tables {
            let half = 0.5 / pow(10, Double(try #require(table["printed_decimals"] as? Int)))
            for part in try #require(table["parts"] as? [[String: Any]]) {
                for figure in try #require(part["figures"] as? [[String: Any]]) {
                    figures += 1
                    let change = try #require(figure["strict_minus_legacy"] as? Double)
                    let effects = try #require(figure["from_legacy_to_strict"] as? [String: Double])
                    #expect(abs(effects.values.reduce(0, +) - change) < 1e-9)
                    guard let difference = figure["legacy_minus_printed"] as? Double else { continue }
                    let causes = try #require(figure["from_printed_to_legacy"] as? [String: Double])
                    #expect(abs(causes.values.reduce(0, +) - difference) <= half * 1.0001)
                }
            }
        }
        #expect(figures == 2 * 12 + 2 * 3 + 2 * 2 + 2 + 2 * 12 + 4 + 2 + 2 + 2 * 2)
    }

    @Test func `the distance of means is never larger, and its rule is told apart`() async throws {
        let reproduced = try await ReproducedJSON.shared()
        for model in Self.models.values {
            let causes = try reproduced.causes("distances", model, "within a country", "from_legacy_to_strict")
            #expect((causes["distance_of_means_instead_of_mean_of_distances"] ?? 0) > 0.05)
        }
    }

    @Test func `what the folder lacks is said with the files that it needs`() async throws {
        let reproduced = try await ReproducedJSON.shared()
        let table = try reproduced.table("3")
        let absent = try #require(table["not_in_this_folder"] as? [[String: Any]])
        #expect(
            absent.compactMap { $0["name"] as? String } == [
                "GPT-3.5-turbo", "GPT-4o-mini", "Deepseek-r1-distill-llama-70b", "Claude-sonnet-4", "GPT-4o",
            ])
        #expect(
            absent.last?["needs"] as? [String] == [
                "outputs/evaluation/openai-gpt-4o_t1.csv", "outputs/evaluation/openai-gpt-4o_t2.csv",
            ])
    }

    @Test func `on a terminal every table stands with its figures and its causes`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.run("reproduce", "--release", SharedFolder.file("data/release").path)
            expect(result, exits: 0, says: [])
            for text in [
                "Table 3: alignment rate by country (F1 of disagree)", "Pakistan           0.46    0.498    0.507",
                "• replies that the strict-JSON parser lost (24 of 1,056): mean +<0.001; widest +0.010 in Pakistan",
                "• inconsistent cells that decide nothing: a score of 0.5 counted as disagree (56 of 1,087): (A, D) 0; (D, A) −43; total −43",
                "(A, D)      497      615      614     +118       −1",
                "• columns swapped: (A, D) +145; (D, A) −145",
                "• share of agree-choices, not modal share: Task 2 +0.0350",
                "prompt 3  0.92647  0.92647  0.92647", "• prompt 3: 79 of 80",
                "• prompt 5: 256 of 265 under legacy, 268 of 277 under strict",
                "• distance of means, not mean of distances: within a country +0.108;",
                "(the folder's files may be others than those the paper used)",
            ] {
                #expect(result.output.replacing("\n  ", with: " ").contains(text), "\(text)\n\(result.output)")
            }
            #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        }
    }

    private static func expected(_ file: String, _ scoring: String) throws -> [String: Any] {
        let name = scoring == "strict" ? "strict2" : scoring
        let data = try Data(contentsOf: SharedFolder.file("expected/\(file).\(name).json"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func expectEqual(_ found: Any?, _ expected: Any?, _ name: String) {
        guard let found = found as? Double, let expected = expected as? Double else {
            Issue.record("\(name): expected \(String(describing: expected)), found \(String(describing: found))")
            return
        }
        #expect(abs(found - expected) <= 1e-9, "\(name): \(found) instead of \(expected)")
    }
}
