import AnswerStore
import Foundation
import Study
import TestSupport
import Testing
import Text
import Workbench

/// Readings that people overruled, on the command line.
struct OverridesTests {
    @Test func `count only with --overrides, which every output names`() async throws {
        let program = try Program()
        defer { program.remove() }
        let asked = try await program.run(
            "run", "--model", "simulated/s?seed=4&gap=0.3", "--countries", "Philippines", "--no-report", "--quiet",
            "--no-intervals")
        try #require(asked.status == 0, "\(asked.error)")
        let before = try await program.run("measure", "--json", "--no-intervals")
        let store = try AnswerStore(path: program.file("vlens.sqlite").path)
        let run = try store.run(named: nil)
        let study = try LoadedStudy(ofRun: run.id, in: store).definition
        let question = try #require(
            try study.questions(Selection(countries: ["Philippines"], tasks: [.acted])).first
        ).id
        _ = try await Overruling(run, question: question, of: study, in: store).keep(
            Overruling.Form(by: "Ana\u{1B}[31m", why: "it says\u{202E} both", state: "refused"), at: Date())
        let after = try await program.run("measure", "--json", "--no-intervals")
        #expect(after.output == before.output)

        let overruled = try await program.run("measure", "--json", "--no-intervals", "--overrides")
        let document = try #require(JSONReader.read(Array(overruled.output.utf8), manner: .strict))
        #expect(document["scoring"]?.string == "strict+overrides")
        #expect(document["states"]?["acted"]?["overruled"]?.integer == 1)
        let table = try await program.run("measure", "--no-intervals", "--overrides")
        // The line is broken where the terminal ends.
        let words = table.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("strict+overrides scoring, 1 reading overruled"))

        let compared = try await program.run("compare", "1", "1", "--overrides", "--draws", "100")
        #expect(compared.output.contains("strict+overrides scoring; readings overruled: "))

        let shown = try await program.run("replies", "--question", question)
        #expect(shown.output.contains("read by version "))
        #expect(shown.output.contains("overruled by Ana␛[31m, "))
        #expect(shown.output.contains("as refused: it says"))
        #expect(!shown.output.unicodeScalars.contains("\u{1B}") && !shown.output.unicodeScalars.contains("\u{202E}"))
    }

    @Test(arguments: [
        (
            ["--overrides", "--scoring", "legacy"],
            "--overrides and --scoring legacy exclude one another: legacy reproduces what was released"
        ),
        (
            ["--overrides", "--t1", "a.csv", "--t2", "b.csv"],
            "--overrides and --t1/--t2 exclude one another: people overrule readings of stored runs"
        ),
        (["--scoring", "strict+overrides"], "The value 'strict+overrides' is invalid for '--scoring <scoring>'"),
    ])
    func `can't be asked for where there are none`(arguments: [String], words: String) async throws {
        let program = try Program()
        defer { program.remove() }
        let result = try await program.run(["measure"] + arguments)
        #expect(result.status == 2)
        #expect(result.error.contains(words), "\(result.error)")
    }
}
