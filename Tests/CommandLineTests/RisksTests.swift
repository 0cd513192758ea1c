import Foundation
import TestSupport
import Testing
import Text

/// `vlens risks`: projects of gaps, the list of words, the codes, the report.
struct RisksTests {
    private func json(_ text: String) throws -> JSONValue {
        try #require(JSONReader.read(Array(text.utf8), manner: .strict), "\(text.prefix(300))")
    }

    private func flat(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    @Test func `a run's gaps are those that its measures count, and a second run adds its own`() async throws {
        try await withProgram { vlens in
            try await vlens.store(StoredRuns.pair)
            func misaligned(_ run: String) async throws -> Int {
                let measured = try await vlens.run("measure", "--run", run, "--no-intervals", "--json")
                return try #require(try json(measured.output)["inconsistency"]?["total"]?.integer)
            }
            let (first, second) = (try await misaligned("1"), try await misaligned("2"))
            let begun = try await vlens.run("risks", "start", "--project", "gaps", "--run", "2", "--people", "anna,ben")
            expect(begun, exits: 0, says: [])
            #expect(
                begun.output.hasPrefix(
                    "project 'gaps': \(second) gaps, \(second) of them new, coded by risks@1, fixed\n"))
            #expect(
                begun.output.contains("simulated/a?gap=0.5&refusal=0&broken=0 (run 2): all \(second) misaligned of "))
            #expect(begun.output.contains("people: anna, ben; 2 of them code each gap, blind to one another\n"))
            #expect(
                begun.output.contains(
                    "next:\n  vlens annotate --project gaps\n  vlens judge --project gaps --model MODEL\n"))
            let again = try await vlens.run("risks", "start", "--project", "gaps", "--run", "2", "--json")
            #expect(try json(again.output)["added"]?.integer == 0)
            let both = try await vlens.run("risks", "start", "--project", "gaps", "--run", "1", "--run", "2", "--json")
            if first > 0 {
                let document = try json(both.output)
                #expect(document["added"]?.integer == first && document["items"]?.integer == first + second)
                #expect(document["sources"]?.array?.map { $0["misaligned"]?.integer } == [second, first])
            } else {
                expect(both, exits: 1, says: ["run 1 has no misaligned cell"])
            }
            let drawn = try await vlens.run(
                "risks", "start", "--project", "few", "--run", "2", "--sample", "3", "--seed", "5")
            #expect(drawn.output.contains("3 drawn of \(second) misaligned of "))
            #expect(drawn.output.contains("each with the same chance (seed 5)"))
        }
    }

    /// Counts as somebody would who has the file and the list, and nothing of this program.
    private static let recounting = #"""
        import ast, csv, json, re, sys
        words, code = {}, None
        for line in open(sys.argv[2], encoding="utf-8"):
            head = re.match(r"    ([a-z-]+):$", line)
            item = re.match(r"      - (.+)$", line)
            if head: code = words.setdefault(head.group(1), [])
            elif item: code.append(item.group(1))
        def tokens(text): return re.findall(r"[a-z0-9]+", text.lower())
        def pattern(text):
            found = []
            for word in text.split():
                parts = tokens(word)
                found += [(part, word.endswith("*") and part is parts[-1]) for part in parts]
            return found
        patterns = {code: [pattern(text) for text in texts] for code, texts in words.items()}
        def stands(pattern, text):
            return any(
                all(text[i + j].startswith(w) if star else text[i + j] == w for j, (w, star) in enumerate(pattern))
                for i in range(len(text) - len(pattern) + 1))
        counts, without, rows = dict.fromkeys(patterns, 0), 0, 0
        for row in csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8")):
            action = ast.literal_eval(row["action"])
            texts = [tokens(action["Human Action"]), tokens(action["Natural Language Explanation"])]
            hit = [code for code, ps in patterns.items() if any(stands(p, t) for p in ps for t in texts)]
            for code in hit: counts[code] += 1
            without += not hit
            rows += 1
        print(json.dumps({"codes": counts, "without": without, "read": rows}))
        """#

    @Test(.enabled(if: SharedFolder.isPresent, "\(SharedFolder.absence)"))
    func `the released examples are 1,002 gaps, in which another program finds the same words`() async throws {
        try await withProgram { vlens in
            let path = SharedFolder.file(
                "data/release/outputs/evaluation/misaligned_examples/llama3_misaligned_example.csv"
            ).path
            let begun = try await vlens.run("risks", "start", "--project", "released", "--examples", path, "--json")
            expect(begun, exits: 0, says: [])
            let document = try json(begun.output)
            #expect(document["items"]?.integer == 1002 && document["added"]?.integer == 1002)
            #expect(document["sources"]?.array?.first?["respondent"]?.string == "llama3")
            let again = try await vlens.run("risks", "start", "--project", "released", "--examples", path, "--json")
            #expect(try json(again.output)["added"]?.integer == 0)

            let coded = try await vlens.run("risks", "lexicon", "--json")
            expect(coded, exits: 0, says: [])
            let found = try json(coded.output)
            #expect(found["added"]?.integer == 10_020 && found["use"]?.string == "triage")
            let second = try await vlens.run("risks", "lexicon")
            #expect(second.output.contains("1002 gaps read by the words of risk-words@1 ("))
            #expect(second.output.contains("0 labels new"))
            #expect(flat(second.output).contains("For triage only: a list finds words, not risks"))

            let list = try await vlens.run("risks", "lexicon", "--print")
            try vlens.write(list.output, to: "words.yaml")
            try vlens.write(Self.recounting, to: "recount.py")
            let python = try await vlens.shell("python3 recount.py '\(path)' words.yaml")
            if python.status == 127 { return }
            let recounted = try json(python.output)
            #expect(recounted["read"]?.integer == 1002 && found["without"]?.integer == recounted["without"]?.integer)
            let codes = try #require(found["codes"]?.array)
            #expect(codes.count == 10)
            for code in codes {
                let id = try #require(code["code"]?.string)
                #expect(code["gaps"]?.integer == recounted["codes"]?[id]?.integer, "\(id)")
            }
            // The printed list is the list: another start with it finds that it has coded already.
            let own = try await vlens.run("risks", "lexicon", "--words", "words.yaml", "--json")
            #expect(try json(own.output)["added"]?.integer == 0)
        }
    }

    @Test func `counts come with agreement, and never without saying whose codes they are`() async throws {
        try await withProgram { vlens in
            try await vlens.store(StoredRuns.pair)
            let begun = try await vlens.run("risks", "start", "--project", "gaps", "--run", "2", "--sample", "20")
            expect(begun, exits: 0, says: [])
            #expect(begun.output.contains("nobody codes yet: name people with --people\n"))
            let nothing = try await vlens.run("risks", "--project", "gaps")
            expect(nothing, exits: 1, says: ["nothing is coded in 'gaps' yet"])
            try await expect(vlens.run("risks", "lexicon"), exits: 0, says: [])
            let unnamed = try await vlens.run("risks")
            expect(unnamed, exits: 1, says: ["nobody has checked the codes of 'gaps'"])
            let counted = try await vlens.run(
                "risks", "--by", "lexicon", "--draws", "100", "--tables", "tables", "--html", "risks.html")
            expect(counted, exits: 0, says: [])
            let agreement = try #require(counted.output.range(of: "greement"))
            let taxonomy = try #require(counted.output.range(of: "Discrimination", options: .backwards))
            #expect(agreement.lowerBound < taxonomy.lowerBound)
            #expect(counted.output.lowercased().contains("risk-words@1"))
            for file in ["tables/risks.json", "risks.html"] {
                #expect(FileManager.default.fileExists(atPath: vlens.file(file).path), "\(file)")
            }
            let document = try await vlens.run("risks", "--by", "risk-words@1", "--no-intervals", "--json")
            #expect(try !json(document.output).members.isEmpty)
            let report = try await vlens.run("report", "--run", "2", "--html", "run.html", "--no-intervals")
            expect(report, exits: 0, says: [])
            #expect(try String(contentsOf: vlens.file("run.html"), encoding: .utf8).contains("Discrimination"))
        }
    }

    @Test func `the codes are printed to be read, to be edited and for programs`() async throws {
        try await withProgram { vlens in
            let text = try await vlens.run("risks", "codebook")
            #expect(text.status == 0 && text.output.hasPrefix("risks, version 1, fixed\n"))
            for name in [
                "INDIVIDUAL", "INTERACTION", "SOCIETAL", "Undermining Institutions (undermining-institutions)",
            ] {
                #expect(text.output.contains(name))
            }
            let document = try json(try await vlens.run("risks", "codebook", "--json").output)
            #expect(document["codes"]?.array?.count == 10 && document["levels"]?.array?.count == 3)
            let yaml = try await vlens.run("risks", "codebook", "--yaml")
            try vlens.write(yaml.output, to: "mine.yaml")
            let own = try await vlens.run("risks", "codebook", "--codebook", "mine.yaml", "--json")
            #expect(try json(own.output) == document)
        }
    }

    @Test func `another codebook with its own words codes the same gaps in a project of its own`() async throws {
        try await withProgram { vlens in
            try await vlens.store(StoredRuns.pair)
            let examples = SharedFolder.projectRoot.appending(path: "examples").path
            let begun = try await vlens.run(
                "risks", "start", "--project", "aware", "--run", "2", "--sample", "3", "--codebook",
                "\(examples)/awareness.yaml", "--json")
            expect(begun, exits: 0, says: [])
            #expect(try json(begun.output)["codebook"]?.string == "awareness@1")
            let coded = try await vlens.run(
                "risks", "lexicon", "--project", "aware", "--words", "\(examples)/awareness-words.yaml", "--json")
            expect(coded, exits: 0, says: [])
            #expect(try json(coded.output)["added"]?.integer == 9)
        }
    }

    @Test func `what is misused is said word for word`() async throws {
        try await withProgram { vlens in
            func expectWords(_ arguments: [String], _ status: Int32, _ words: String) async throws {
                let result = try await vlens.run(["risks"] + arguments)
                #expect(result.status == status, "\(arguments): \(result.error)")
                #expect(flat(result.error).contains(words), "\(result.error)")
            }
            try await expectWords(
                ["start", "--project", "p"], 2,
                "nothing to code is named: give --run, or --examples for a released file")
            try await expectWords(
                ["start", "--project", "p", "--run", "1", "--sample", "0"], 2,
                "--sample 0 draws nothing: give 1 or more")
            try await expectWords(
                ["start", "--project", "p", "--respondent", "x"], 2,
                "--respondent says whose --examples are: it needs one file of them")
            try await expectWords(
                ["lexicon", "--print", "--json"], 2, "--print and --json print different things: give one")
            try await expectWords(
                ["codebook", "--yaml", "--json"], 2, "--yaml and --json print the codebook in two ways: give one")
            try await expectWords(
                ["codebook", "--codebook", "via"], 1,
                "the codebook 'via' has criteria and no codes; give one with \"codes\", or --codebook risks")
            try vlens.write("name: x\ncodebook: other\nwords:\n  en:\n    a: [one]\n", to: "words.yaml")
            try await vlens.store(StoredRuns.pair)
            try await expect(
                vlens.run("risks", "start", "--project", "p", "--run", "2", "--sample", "2"), exits: 0, says: [])
            try await expectWords(
                ["lexicon", "--words", "words.yaml"], 1,
                "'words.yaml' has words for the codebook 'other', and 'p' is coded by 'risks'; give words for that with --words"
            )
            try vlens.write("name: x\ncodebook: risks\nwords:\n  en:\n    bribes: [bribe]\n", to: "words.yaml")
            try await expectWords(
                ["lexicon", "--words", "words.yaml"], 1,
                "'words.yaml' has words for 'bribes', which the codebook 'risks' does not have; its codes are: discrimination,"
            )
            let nobody = try await vlens.run("annotate", "--project", "p")
            expect(nobody, exits: 2, says: ["nobody judges 'p' yet: name people with --people anna,ben"])
        }
    }
}
