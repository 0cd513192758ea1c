import Foundation
import Reports
import TestSupport
import Testing
import Text

/// `vlens agreement`, of sheets, of a project, of files and of designs.
struct AgreementTests {
    /// Two small sheets of two cells, whose readers differ in three of the 32 actions.
    private func sheets(_ vlens: Program) throws -> [String] {
        let header =
            "No.,country,topic,value,polarity,"
            + (0..<8).map { "generation_prompt_id_\($0),ACT,ATTR,EXP" }.joined(separator: ",")
        let cells = [
            "Egypt,Work,Humble,positive", "Egypt,Work,Humble,negative", "Peru,Work,Humble,positive",
            "Peru,Work,Humble,negative",
        ]
        return try ["A", "B"].map { name in
            let rows = cells.enumerated().map { number, cell in
                "\(number),\(cell),"
                    + (0..<8).map { prompt in
                        let truth = (number + prompt) % 3 == 0 ? 0 : 1
                        let label = name == "B" && number + prompt == 4 ? 1 - truth : truth
                        return
                            #""{""Human Action"": ""I do \#(number) \#(prompt)."", ""Feature Attributions"": [""do""], "#
                            + #"""Natural Language Explanation"": ""It is so.""}",\#(label),,"#
                    }.joined(separator: ",")
            }
            let text = ([header] + rows + [String(repeating: ",", count: 36)]).joined(separator: "\r\n")
            try text.write(to: vlens.file("sheet - \(name).csv"), atomically: true, encoding: .utf8)
            return "sheet - \(name).csv"
        }
    }

    private func options(_ sheets: [String]) -> [String] { sheets.flatMap { ["--sheet", $0] } + ["--draws", "100"] }

    @Test func `sheets are read as they are, and taken into a project once`() async throws {
        try await withProgram { vlens in
            let sheets = try sheets(vlens)
            let first = try await vlens.run(["agreement"] + options(sheets) + ["--by", "variant", "--by", "annotator"])
            expect(first, exits: 0, says: [])
            #expect(first.output.contains("32 actions judged by 2 people (A, B)"))
            #expect(first.output.contains("alike with others"))
            #expect(first.output.contains("64 of 192 labels. Left out: 128 places without a label."))
            #expect(!FileManager.default.fileExists(atPath: vlens.file("vlens.sqlite").path))

            let into = try await vlens.run(["agreement"] + options(sheets) + ["--into", "released"])
            expect(
                into, exits: 0, says: ["64 labels are new in the project 'released', 0 stood there already, 128 places"]
            )
            let again = try await vlens.run(["agreement"] + options(sheets) + ["--into", "released"])
            expect(again, exits: 0, says: ["0 labels are new in the project 'released', 64 stood there already"])
            let stored = try await vlens.run("agreement", "--draws", "100", "--json")
            let direct = try await vlens.run(["agreement"] + options(sheets) + ["--json"])
            func kappas(_ text: String) -> [JSONValue] {
                let document = JSONReader.read(Array(text.utf8), manner: .strict)
                return (document?["criteria"]?.array ?? []).compactMap { $0["agreement"]?["coefficients"] }
            }
            #expect(kappas(stored.output) == kappas(direct.output) && kappas(stored.output).count == 1)
        }
    }

    /// Cohen's kappa of two annotators by the matrix alone, as somebody with the file would do it.
    private static let recomputing = """
        import csv, sys
        from collections import Counter
        labels = {}
        for row in csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8-sig")):
            if row["criterion"] == "correctness":
                labels.setdefault(row["item"], {})[row["annotator"]] = row["answer"]
        pairs = [(own["A"], own["B"]) for own in labels.values() if len(own) == 2]
        alike = sum(one == other for one, other in pairs) / len(pairs)
        first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
        chance = sum(first[answer] * second[answer] for answer in first) / len(pairs) ** 2
        print(repr((alike - chance) / (1 - chance)))

        """

    @Test func `another program finds the same kappa in the exported matrix`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.run(
                ["agreement"] + options(try sheets(vlens)) + [
                    "--json", "--matrix", "matrix.csv", "--labels", "labels.csv", "--tables", "tables",
                ])
            expect(result, exits: 0, says: [])
            try Self.recomputing.write(to: vlens.file("kappa.py"), atomically: true, encoding: .utf8)
            let python = try await vlens.shell("python3 kappa.py matrix.csv")
            let recomputed = try #require(Double(python.output.trimmingCharacters(in: .whitespacesAndNewlines)))
            let document = try #require(JSONReader.read(Array(result.output.utf8), manner: .strict))
            let kappa = document["criteria"]?.array?.first?["agreement"]?["coefficients"]?["cohens_kappa"]?["value"]?
                .double
            #expect(abs(recomputed - (kappa ?? 0)) < 1e-12 && recomputed > 0.5 && recomputed < 1)
            let files = try FileManager.default.contentsOfDirectory(atPath: vlens.file("tables").path).sorted()
            #expect(
                files == [
                    "agreement.csv", "agreement.json", "agreement.tex", "annotator-pairs.csv", "annotators.csv",
                    "dictionary.csv", "labels.csv", "matrix.csv", "quality.csv",
                ])
            let lines = try String(contentsOf: vlens.file("tables/dictionary.csv"), encoding: .utf8)
                .split(separator: "\r\n")
            #expect(!lines.contains { $0.hasSuffix(",,,,") }, "every column and key has a meaning")
        }
    }

    @Test func `a design is a table, for programs too`() async throws {
        try await withProgram { vlens in
            let options = [
                "--design", "--half-width", "0.15", "--people", "4", "--overlap", "2,4", "--simulations", "200",
            ]
            let text = try await vlens.run(["agreement"] + options)
            expect(text, exits: 0, says: [])
            #expect(text.output.contains("What a 95 % interval of kappa needs to be ±0.15 wide"))
            let json = try await vlens.run(["agreement", "--json"] + options)
            let document = try #require(JSONReader.read(Array(json.output.utf8), manner: .strict))
            let designs = try #require(document["designs"]?.array)
            #expect(designs.map { $0["overlap"]?.integer } == [2, 4])
            #expect((designs[0]["items"]?.integer ?? 0) > (designs[1]["items"]?.integer ?? 0))
        }
    }

    @Test func `what is misused is named with its remedy`() async throws {
        try await withProgram { vlens in
            let sheets = try sheets(vlens)
            let cases: [([String], Int32, [String])] = [
                (["--sheet", sheets[0], "--project", "p"], 2, ["--sheet and --project name two sources: give one"]),
                (["--into", "p"], 2, ["--into 'p' needs sheets: name them with --sheet"]),
                (["--by", "planet"], 2, ["planet"]), (["--codebook", "0"], 2, ["--codebook 0: versions begin at 1"]),
                (
                    ["--design", "--prevalence", "0.5,0.6"], 2,
                    ["--prevalence '0.5,0.6': give one share between 0 and 1"]
                ),
                (["--design", "--people", "x"], 2, ["--people 'x': give whole numbers from 2 to 10000"]),
                (["--design", "--half-width", "2"], 1, ["half-width", "2.0", "between 0 and 1"]),
                (["--sheet", "none.csv"], 1, ["none.csv"]),
                (["--sheet", sheets[0], "--sheet", sheets[0]], 1, ["two sheets are called 'A'"]),
                ([], 1, ["vlens.sqlite"]),
            ]
            for (arguments, status, texts) in cases {
                expect(try await vlens.run(["agreement"] + arguments), exits: status, says: texts)
            }
        }
    }

    @Test(.enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)))
    func `the released sheets give the published kappas and joint counts`() async throws {
        try await withProgram { vlens in
            let folder = SharedFolder.file("data/release/outputs/human_annotation").path
            let sheets = ["A", "B"].map { "\(folder)/human_annotation_value_actions_gpt_4o - \($0).csv" }
            let result = try await vlens.run(["agreement"] + options(sheets) + ["--by", "variant", "--json"])
            expect(result, exits: 0, says: [])
            let document = try #require(JSONReader.read(Array(result.output.utf8), manner: .strict))
            let groups = document["criteria"]?.array?.first?["groups"]?.array ?? []
            let kappas = groups.map { $0["agreement"]?["coefficients"]?["cohens_kappa"]?["value"]?.double ?? 0 }
            #expect(kappas.count == 8 && abs(kappas[3] - 0.92647) < 5e-6 && abs(kappas[5] - 0.70732) < 5e-6)
            #expect(document["variants"]?["distinguishable"] == false)
        }
    }
}
