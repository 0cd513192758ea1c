import AnswerStore
import Foundation
import TestSupport
import Testing
import Text

/// The example that goes through the whole method: once from nothing, and once more where everything is there.
struct FullStudyTests {
    private static let script = SharedFolder.projectRoot.appending(path: "examples/full-study/run.sh").path

    private static let canSet = ["/usr/bin/pdflatex", "/usr/bin/pdfinfo"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test func `the whole method runs as one script, ends with a paper, and asks nothing twice`() async throws {
        var vlens = try Program()
        defer { vlens.remove() }
        vlens.environment["VLENS"] = Program.path
        let first = try await vlens.shell("bash '\(Self.script)'")
        try #require(first.status == 0, "\(first.output.suffix(2000))\n\(first.error.suffix(2000))")
        try await hasWritten(vlens)
        if Self.canSet { try await isSet(vlens) }
        let asked = try replies(vlens)
        #expect(asked.keys.contains { $0.hasPrefix("simulated/observer") })
        #expect(asked.count >= 6)

        let again = try await vlens.shell("bash '\(Self.script)'")
        try #require(again.status == 0, "\(again.error.suffix(2000))")
        #expect(try replies(vlens) == asked)
    }

    /// How many replies each run holds, by its respondent and number.
    private func replies(_ vlens: Program) throws -> [String: Int] {
        let store = try AnswerStore(path: vlens.file("vlens.sqlite").path, mode: .readOnly)
        let runs = try store.everyRun().map { ("\($0.respondent) \($0.id)", try store.counts(run: $0.id).replied) }
        return Dictionary(runs, uniquingKeysWith: +)
    }

    private func hasWritten(_ vlens: Program) async throws {
        for file in [
            "actions.jsonl", "dataset/card.md", "agreement/agreement.tex", "calibration/index.html",
            "comparison/index.html", "risks/risks.tex", "risks.html", "prediction-1/prediction.tex",
            "prediction-2/prediction.tex", "first/tables.tex", "second/tables.tex", "report/index.html", "paper.tex",
        ] {
            #expect(FileManager.default.fileExists(atPath: vlens.file(file).path), "\(file)")
        }
        // What the paper says of the first respondent is what the store says.
        let said = try String(contentsOf: vlens.file("paper/first-headline.tex"), encoding: .utf8)
        let measured = try await vlens.run(
            "measure", "--run", "simulated/first?gap=0.1&seed=1", "--json", "--no-intervals")
        let json = try #require(JSONReader.read(Array(measured.output.utf8), manner: .strict))
        let gap = try #require(json["inconsistency"]?["total"]?.integer)
        #expect(said.hasPrefix("In \(gap) of "))
    }

    private func isSet(_ vlens: Program) async throws {
        let pages = try await vlens.shell("pdfinfo paper.pdf | grep '^Pages:' | tr -dc 0-9")
        #expect(pages.output == "4")
        let log = try String(contentsOf: vlens.file("paper.log"), encoding: .utf8)
        #expect(!log.contains("undefined references") && !log.contains("undefined citations"))
        #expect(log.matches(of: /Overfull \\hbox \((\d+)/).allSatisfy { (Int($0.output.1) ?? 0) < 12 })
    }
}
