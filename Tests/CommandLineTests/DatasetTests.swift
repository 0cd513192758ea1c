import Foundation
import Reports
import TestSupport
import Testing
import Text

/// `vlens dataset`, on files as people have them.
struct DatasetTests {
    private let pair = """
        {"country": "France", "topic": "Politics", "value": "Loyal", "inclination": "agree", "action": "I stay with my friends", \
        "attributions": ["stay"], "explanation": "x", "generator": "a/b", "prompt_variant": 3, "language": "en", \
        "spans": [{"start": 2, "end": 6, "text": "stay"}]}
        {"country": "France", "topic": "Politics", "value": "Loyal", "inclination": "disagree", "action": "I left, \\"gone\\" 👩🏽‍🚒 بعيدا", \
        "attributions": ["left"], "explanation": "two\\nlines"}

        """

    @Test func `a dataset's card is printed, and as JSON`() async throws {
        try await withProgram { vlens in
            try vlens.write(pair, to: "d.jsonl")
            let shown = try await vlens.run("dataset", "check", "d.jsonl", "--study", "schwartz-132")
            #expect(shown.status == 0, "\(shown.error)")
            for line in [
                "Dataset: 'd.jsonl' (one JSON object a line).",
                "Rows: 2: 2 actions, 0 refusals, 0 unreadable, 0 repeated, 0 damaged lines.",
                "Pairs: 0 complete, 2 incomplete.", "Generators: a/b (1), not said (1).",
                "  incomplete: France, Politics, Loyal, a/b, variant 3: no disagree-action",
                "Study 'schwartz-132@2': 7392 of its 7392 cells have no pair.",
            ] { #expect(shown.output.contains(line), "\(line)\n\(shown.output)") }
            let json = try await vlens.run("dataset", "check", "d.jsonl", "--json")
            let document = try #require(JSONReader.read(Array(json.output.utf8), manner: .strict))
            #expect(document["actions"]?.integer == 2 && document["incomplete_pairs"]?.array?.count == 2)
        }
    }

    @Test(arguments: [
        ("", "'d' holds no action; is the file complete?"),
        ("[{}]", "d: this is one list in JSON; write one object a line (with jq: jq -c '.[]')"),
        (
            "{\"country\": \"France\", \"topic\": \"Pol",
            "d:1: not a JSON object on one line: \"{\"country\": \"France\", \"topic\": \"Pol\""
        ),
        (
            "country,topic,value,polarity,model_choice,prompt_index\na,b,c,positive,True,0\n",
            "'d' holds Task 2 choices and no actions; a dataset has the columns country, topic, value, polarity, "
                + "generation_prompt, or one JSON object a line."
        ),
    ])
    func `a file that is no dataset ends with 1 and says what to do`(text: String, message: String) async throws {
        try await withProgram { vlens in
            try vlens.write(text, to: "d")
            let result = try await vlens.run("dataset", "check", "d")
            #expect(result.status == 1 && result.output.isEmpty)
            #expect(result.error.replacing("\n", with: " ").contains(message), "\(result.error)")
            let absent = try await vlens.run("dataset", "check", "nowhere.jsonl")
            #expect(absent.status == 1)
            #expect(absent.error.contains("nowhere.jsonl: no such dataset; check the path"), "\(absent.error)")
        }
    }

    @Test func `ends of lines, marks of byte order and spreadsheets make no difference`() async throws {
        try await withProgram { vlens in
            try vlens.write(pair, to: "d.jsonl")
            try vlens.write("\u{FEFF}" + pair.replacing("\n", with: "\r\n"), to: "odd.jsonl")
            _ = try await vlens.run("dataset", "convert", "d.jsonl", "d.csv")
            let table = try String(contentsOf: vlens.file("d.csv"), encoding: .utf8)
            try vlens.write("\u{FEFF}sep=,\r\n" + table, to: "sheet.csv")
            var digests: Set<String> = []
            for name in ["d.jsonl", "odd.jsonl", "d.csv", "sheet.csv"] {
                let result = try await vlens.run("dataset", "check", name)
                #expect(result.status == 0, "\(name): \(result.error)")
                digests.formUnion(
                    result.output.split(separator: "\n").filter { $0.hasPrefix("Content:") }.map(String.init))
            }
            #expect(digests.count == 1)
        }
    }

    @Test func `converting there and back gives the same file, and a choice of one generator counts the rest`()
        async throws
    {
        try await withProgram { vlens in
            try vlens.write(pair, to: "d.jsonl")
            for (from, to) in [
                ("d.jsonl", "a.jsonl"), ("a.jsonl", "b.csv"), ("b.csv", "c.jsonl"), ("c.jsonl", "d.csv"),
            ] {
                let result = try await vlens.run("dataset", "convert", from, to)
                #expect(result.output == "\(to): 2 rows: 2 actions written, 0 left out.\n", "\(result.error)")
            }
            #expect(try Data(contentsOf: vlens.file("a.jsonl")) == Data(contentsOf: vlens.file("c.jsonl")))
            #expect(try Data(contentsOf: vlens.file("b.csv")) == Data(contentsOf: vlens.file("d.csv")))
            let one = try await vlens.run("dataset", "convert", "d.jsonl", "one.jsonl", "--generator", "a/b")
            #expect(one.output == "one.jsonl: 2 rows: 1 actions written, 1 left out (1 not chosen).\n")
            let none = try await vlens.run("dataset", "convert", "d.jsonl", "none.jsonl", "--generator", "c")
            #expect(none.status == 1 && none.error.contains("its generators are not said, 'a/b'"))
            #expect(!FileManager.default.fileExists(atPath: vlens.file("none.jsonl").path))
        }
    }

    @Test func `a line that is wrong is a finding of check, and keeps convert and card from writing`() async throws {
        try await withProgram { vlens in
            try vlens.write(pair.replacing("\"end\": 6", with: "\"end\": 60"), to: "d.jsonl")
            let check = try await vlens.run("dataset", "check", "d.jsonl")
            #expect(check.status == 0 && check.output.contains("1 damaged line."))
            #expect(check.output.contains("Problem: d.jsonl:1: span 1 (2 to 60) lies outside its action"))
            for arguments in [["convert", "d.jsonl", "e.csv"], ["card", "d.jsonl", "--out", "e"]] {
                let result = try await vlens.run(["dataset"] + arguments)
                #expect(result.status == 1 && result.error.contains("d.jsonl:1: span 1"), "\(result.error)")
            }
            #expect(!FileManager.default.fileExists(atPath: vlens.file("e.csv").path))
            #expect(!FileManager.default.fileExists(atPath: vlens.file("e").path))
        }
    }

    @Test func `every key of a check has a meaning in the data dictionary`() async throws {
        try await withProgram { vlens in
            let odd = pair.replacing("\"agree\", \"action\": \"I", with: "\"agree\", \"id\": 1, \"action\": \"Loyal, I")
            try vlens.write(odd + odd + "{\n", to: "d.jsonl")
            try vlens.write(
                """
                country,topic,value,polarity,generation_prompt
                France,Politics,Brave,positive,"I'm sorry, but I can't help with that."
                France,Politics,Brave,positive,"{'Human Action': 'I walk', 'Feature Attributions': ['I'], 'Natural Language Explanation': 'x'}"
                France,Work,Brave,positive,"{'Human Action': 'I walk', 'Feature Attributions': ['I'], 'Natural Language Explanation': 'x'}"
                """, to: "d.csv")
            for name in ["d.jsonl", "d.csv"] {
                let result = try await vlens.run("dataset", "check", name, "--json", "--study", "schwartz-132")
                let document = try #require(JSONReader.read(Array(result.output.utf8), manner: .strict))
                let entries = DataDictionary.entries(of: document, named: "dataset check --json")
                let lacking = entries.filter { $0.term == nil }.map(\.column)
                #expect(entries.count > 60 && lacking.isEmpty, "no term for \(lacking.joined(separator: ", "))")
            }
        }
    }

    @Test func `lines are imported like the table, and of several variants one has to be named`() async throws {
        try await withProgram { vlens in
            try vlens.write(
                pair.replacing(#", "generator": "a/b", "prompt_variant": 3, "language": "en""#, with: ""), to: "d.jsonl"
            )
            let taken = try await vlens.run("import", "d.jsonl")
            #expect(taken.status == 0, "\(taken.error)")
            #expect(taken.output.contains("Action pairs: 1 of 7392 are complete; the other 7391 are never asked."))
            let kept = try Data(contentsOf: vlens.file("vlens.sqlite")).count
            #expect(kept > 0)
            try vlens.write(
                pair
                    + pair.replacing("\"prompt_variant\": 3", with: "\"prompt_variant\": 5").replacing(
                        "my friends", with: "them all"), to: "e.jsonl")
            let several = try await vlens.run("import", "e.jsonl")
            #expect(several.status == 1)
            #expect(several.error.contains("has actions of several"), "\(several.error)")
            try vlens.write("{", to: "f.jsonl")
            let broken = try await vlens.run("import", "f.jsonl", "--store", "new.sqlite")
            #expect(broken.status == 1 && !FileManager.default.fileExists(atPath: vlens.file("new.sqlite").path))
        }
    }

    // MARK: - Cards

    private let said = [
        "--license", "CC-BY-4.0", "--creator", "Our Lab", "--url", "https://example.org/d", "--date", "2026-03-02",
    ]

    @Test func `a card is the same whenever it is made, and escapes what the file holds`() async throws {
        try await withProgram { vlens in
            try vlens.write(pair.replacing("France", with: "<img src=x> | *F*"), to: "d.jsonl")
            for folder in ["one", "two"] {
                let result = try await vlens.run(["dataset", "card", "d.jsonl", "--out", folder] + said)
                #expect(result.status == 0, "\(result.error)")
            }
            for name in ["actions.jsonl", "card.md", "croissant.json"] {
                #expect(try Data(contentsOf: vlens.file("one/\(name)")) == Data(contentsOf: vlens.file("two/\(name)")))
            }
            let card = try String(contentsOf: vlens.file("one/card.md"), encoding: .utf8)
            #expect(card.contains(#"\<img src=x\> \| \*F\*"#) && !card.contains(" <img"))
            let own = try await vlens.run("dataset", "card", "one/actions.jsonl", "--out", "one")
            #expect(own.status == 1 && own.error.contains("is the dataset itself; name another folder"))
        }
    }

    @Test(arguments: [
        (["--date", "2026"], "the date '2026' must be year-month-day, such as 2026-03-02"),
        (["--dataset-version", "one"], "the version 'one' must be three numbers, such as 1.0.0"),
        (["--license", "my own"], "the license 'my own' must be an SPDX identifier, such as CC-BY-4.0, or an address"),
        (["--project", "p"], "the store has no project 'p'; name the store with --store, or leave --project out"),
    ])
    func `what can't be said of a dataset is refused with what to do`(options: [String], message: String) async throws {
        try await withProgram { vlens in
            try vlens.write(pair, to: "d.jsonl")
            let result = try await vlens.run(["dataset", "card", "d.jsonl", "--out", "e"] + options)
            #expect(result.status == 1 && result.error.replacing("\n", with: " ").contains(message), "\(result.error)")
            #expect(!FileManager.default.fileExists(atPath: vlens.file("e").path))
        }
    }

    @Test(.enabled("mlcroissant") { await Croissant.shared.isPresent })
    func `mlcroissant finds no fault with a card, and reads every record; so does pandas`() async throws {
        try await withProgram { vlens in
            try vlens.write(pair, to: "d.jsonl")
            _ = try await vlens.run(["dataset", "card", "d.jsonl", "--out", "card"] + said)
            let report = try await Croissant.shared.report(
                on: vlens.file("card/croissant.json").path, in: vlens.folder.path)
            for line in [
                "errors [] warnings []", "records 2", "last France | I left, \"gone\" 👩🏽‍🚒 بعيدا",
                "rows 2 ['action', 'attributions', 'country', 'explanation', 'generator', 'inclination', 'language', "
                    + "'prompt_variant', 'spans', 'topic', 'value']",
                "data_limitations ['0 of 2 actions name their value",
            ] { #expect(report.contains(line), "\(line)\n\(report)") }
        }
    }

    @Test func `the card of a generated dataset says how it was generated, from the store`() async throws {
        try await withProgram { vlens in
            let made = try await vlens.run(
                "generate", "--model", "simulated/generator", "--countries", "Philippines", "--topics", "Politics",
                "--rounds", "10", "--out", "actions.jsonl", "--quiet")
            #expect(made.status == 0, "\(made.error)")
            let result = try await vlens.run(["dataset", "card", "actions.jsonl", "--out", "card"] + said)
            #expect(result.status == 0 && !result.error.contains("is in no run of the store"), "\(result.error)")
            let text = try String(contentsOf: vlens.file("card/croissant.json"), encoding: .utf8)
            let card = try #require(JSONReader.read(Array(text.utf8), manner: .strict))
            let making = card["rai:dataCollection"]?.string ?? ""
            #expect(making.contains("simulated/generator was asked for actions of the study pilot"), "\(making)")
            #expect(card["rai:dataCollectionTimeFrame"]?.array?.isEmpty == false)
            guard await Croissant.shared.isPresent else { return }
            let report = try await Croissant.shared.report(
                on: vlens.file("card/croissant.json").path, in: vlens.folder.path)
            #expect(report.contains("errors [] warnings []") && report.contains("records 20"), "\(report)")
        }
    }
}
