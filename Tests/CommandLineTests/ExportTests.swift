import Foundation
import GRDB
import Reports
import TestSupport
import Testing
import Text

/// `vlens export` as a process.
struct ExportTests {
    @Test func `a long table lies beside what its columns mean`() async throws {
        try await withProgram { vlens in
            try await vlens.store(StoredRuns.pair)
            let result = try await vlens.run("export", "--long", "readings.csv")
            expect(result, exits: 0, says: [])
            #expect(result.output == "table: readings.csv (2560 rows)\ndictionary: readings.dictionary.md\n")
            let cells = try await vlens.run(
                "export", "--long", "c.jsonl", "--cells", "--run", "2", "--dictionary", "d.md")
            #expect(cells.output == "table: c.jsonl (80 rows)\ndictionary: d.md\n")
            for (file, page, table) in [("readings.csv", "readings.dictionary.md", 0), ("c.jsonl", "d.md", 1)] {
                let text = try String(contentsOf: vlens.file(page), encoding: .utf8)
                let columns = text.split(separator: "\n").compactMap {
                    $0.firstMatch(of: /^\| `(\w+)` \|/).map { String($0.1) }
                }
                #expect(columns == LongDictionary.tables[table].header)
                #expect(text.hasPrefix("# \(file)\n") && text.contains("Answers are coded agree = 0, disagree = 1."))
            }
            var reader = try CSVReader(path: vlens.file("readings.csv").path)
            #expect(reader.header == LongDictionary.tables[0].header)
            var runs: [String: Int] = [:]
            while let row = try reader.next() { runs[row.fields[0], default: 0] += 1 }
            #expect(runs == ["1": 1280, "2": 1280])
        }
    }

    @Test func `a store of an earlier version gets its words from a command that only reads`() async throws {
        try await withProgram { vlens in
            try await vlens.store(StoredRuns.pilot)
            let queue = try DatabaseQueue(path: vlens.file("vlens.sqlite").path)
            let named = "SELECT count(*) FROM reading_long WHERE framing <> '' AND value_group <> ''"
            let before = try await queue.read { try Int.fetchOne($0, sql: named) }
            try await queue.write { db in
                try db.execute(sql: "DELETE FROM studyWords; DELETE FROM studyValue; DELETE FROM studyVariant")
            }
            let without = try await queue.read { try Int.fetchOne($0, sql: named) }
            #expect(without == 0)
            expect(try await vlens.run("runs"), exits: 0, says: [])
            let after = try await queue.read { try Int.fetchOne($0, sql: named) }
            #expect(after == before && after == 1280)
        }
    }

    @Test(arguments: [
        ([], "nothing to export: give --long FILE, --every-eval-ever DIR or --hub-yaml DATASET"),
        (
            ["--long", "a.csv", "--every-eval-ever", "d"],
            "--long and --every-eval-ever exclude one another: give one command for each"
        ),
        (["--long", "a.txt"], "--long 'a.txt': its form is told by its name, so let it end in .csv or .jsonl"),
        (["--long", "a.csv", "--dictionary", "a.csv"], "--dictionary 'a.csv' is the table itself: name another file"),
        (["--every-eval-ever", "d", "--cells"], "--cells belongs to --long FILE"),
        (
            ["--every-eval-ever", "d", "--model-id", "llama"],
            "--model-id 'llama' is none: give developer/model, as meta-llama/Llama-3.1-8B-Instruct"
        ),
        (["--hub-yaml", "pilot"], "--hub-yaml 'pilot' names no dataset: give owner/name, as it is on the Hub"),
        (
            ["--hub-yaml", "a/b", "--source-url", "ftp://x"],
            "--source-url 'ftp://x' is no address: let it begin with https://"
        ),
    ])
    func `what is misused is quoted with its remedy`(arguments: [String], message: String) async throws {
        try await withProgram { vlens in
            let result = try await vlens.run(["export"] + arguments)
            expect(result, exits: 2, says: [message])
            #expect(try vlens.names().isEmpty)
        }
    }

    @Test func `without a store, a run or a place there is an error and no file`() async throws {
        try await withProgram { vlens in
            expect(
                try await vlens.run("export", "--long", "a.csv"), exits: 1,
                says: ["no store at 'vlens.sqlite': start one with 'vlens run'"])
            try await vlens.store(StoredRuns.pair)
            expect(
                try await vlens.run("export", "--long", "a.csv", "--run", "7"), exits: 1,
                says: ["no run '7': the store holds 1 ("])
            expect(
                try await vlens.run("export", "--long", "none/a.csv"), exits: 1,
                says: ["'none/a.csv' can't be written: there is no such folder; make it first"])
            expect(
                try await vlens.run("export", "--hub-yaml", "a/b", "--run", "1", "--run", "2"), exits: 2,
                says: ["--run is given 2 times: a file for the Hub is of one run"])
            #expect(try vlens.names().allSatisfy { $0.hasPrefix("vlens.sqlite") })
        }
    }

    @Test func `published files say what they can't hold, and are the same again`() async throws {
        try await withProgram { vlens in
            try await vlens.store(StoredRuns.pilot)
            let export = ["export", "--every-eval-ever", "p", "--organization", "Lab", "--draws", "100"]
            let first = try await vlens.run(export)
            #expect(first.status == 3)
            let told = first.error.replacing("\n", with: " ")
            #expect(
                told.contains(
                    /left out of run 1: \d+ of 640 replies to Task 2 have no line, since a line needs a score: \d+ were refused/
                ))
            let paths = first.output.split(separator: "\n").map { String($0.split(separator: " ")[1]) }
            let bytes = try paths.map { try Data(contentsOf: vlens.file($0)) }
            let second = try await vlens.run(export)
            #expect(second.output == first.output)
            #expect(try paths.map { try Data(contentsOf: vlens.file($0)) } == bytes)
        }
    }

    @Test func `a run without unread choices is published whole`() async throws {
        try await withProgram { vlens in
            try await vlens.store(StoredRuns.pair)
            let result = try await vlens.run(
                "export", "--every-eval-ever", "p", "--run", "1", "--run", "2", "--model-id", "our-lab/subject",
                "--draws", "100")
            expect(result, exits: 0, says: [])
            #expect(result.output.split(separator: "\n").count == 4)
            #expect(FileManager.default.fileExists(atPath: vlens.file("p/data/value_action_lens/our-lab/subject").path))
        }
    }

    @Test(.enabled(Comment(rawValue: EveryEvalEver.absence)) { await EveryEvalEver.shared.isPresent })
    func `what is published is valid by the schema's own validator`() async throws {
        try await withProgram { vlens in
            try await vlens.store(StoredRuns.pair)
            expect(
                try await vlens.run(
                    "run", "--model", "simulated/messy?refusal=0.2&broken=0.4", "--no-report", "--quiet"),
                exits: 0, says: [])
            expect(
                try await vlens.run("export", "--every-eval-ever", ".", "--run", "1", "--run", "2", "--draws", "100"),
                exits: 0, says: [])
            let messy = try await vlens.run("export", "--every-eval-ever", ".", "--run", "3", "--no-intervals")
            #expect(messy.status == 3)
            let verdict = try await EveryEvalEver.shared.verdict(on: vlens.folder)
            #expect(verdict == "ok")
        }
    }
}
