import Foundation
import Reports
import TestSupport
import Testing
import Text

/// What the documentation shows of the long tables is run by the programs that it names, and each finds our alignment rate.
struct LongAnalysisTests {
    private static var peers: String { NSHomeDirectory() + "/.cache/peers/analysis/bin/python" }

    static let pandas = AnalysisTests.interpreter(
        [ProcessInfo.processInfo.environment["VLENS_PYTHON"], "python3", peers], "import pandas, sqlite3")
    static let duckDB = AnalysisTests.interpreter(
        [ProcessInfo.processInfo.environment["VLENS_PYTHON"], "python3", peers], "import duckdb")
    static let lme4 = AnalysisTests.interpreter(["Rscript"], "library(lme4); library(RSQLite)")

    @Test(
        .enabled(
            if: pandas != nil,
            "no Python with pandas found; install python3-pandas, or set VLENS_PYTHON to one that has it"))
    func `pandas on the view finds the alignment rate`() async throws {
        _ = try await rate(of: "python views", by: Self.pandas)
    }

    @Test(.enabled(if: lme4 != nil, "no R with lme4 and RSQLite found; install r-cran-lme4 and r-cran-rsqlite"))
    func `R on the view finds the alignment rate, and a mixed model on the readings has both tasks`() async throws {
        let output = try await rate(of: "r views", by: Self.lme4)
        #expect(output.contains("(Intercept)") && output.contains("taskstated"))
    }

    @Test(
        .enabled(
            if: duckDB != nil, "no Python with duckdb found; install it by pip, or set VLENS_PYTHON to one that has it")
    )
    func `DuckDB on a Parquet file of the exported table finds the alignment rate`() async throws {
        _ = try await rate(of: "python duckdb", by: Self.duckDB)
    }

    /// Runs the page's commands and its block of a kind, and holds what that prints against `vlens measure`.
    private func rate(of block: String, by interpreter: String?) async throws -> String {
        let vlens = try Program()
        defer { vlens.remove() }
        try await vlens.store(StoredRuns.pair)
        let page = SharedFolder.projectRoot.appending(path: "docs/analysis.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        for line in AnalysisTests.blocks("sh", in: text).joined().split(separator: "\n") where line.contains("export") {
            expect(try await vlens.shell(String(line)), exits: 0, says: [])
        }
        let blocks = AnalysisTests.blocks(block, in: text)
        #expect(blocks.count == 1)
        try vlens.write(blocks.joined(), to: "analysis")
        let result = try await vlens.shell("'\(interpreter ?? "")' analysis")
        #expect(result.status == 0 && !result.error.contains("Warning"), "\(result.output)\n\(result.error)")
        let found = try #require(result.output.firstMatch(of: /alignment rate ([0-9.]+)/)).output.1
        let measured = try await vlens.run("measure", "--run", "1", "--json", "--no-intervals")
        let document = try #require(JSONReader.read(Array(measured.output.utf8), manner: .strict))
        let ours = try #require(document["overall"]?["f1_disagree"]?.double)
        #expect(abs((Double(found) ?? -1) - ours) < 1e-12, "\(found) is not \(ours)")
        return result.output
    }

    @Test func `the columns of the page are those of the views; VLENS_WRITE_DOCS=1 writes them there`() throws {
        let file = SharedFolder.projectRoot.appending(path: "docs/long-table.md")
        var text = try String(contentsOf: file, encoding: .utf8)
        if ProcessInfo.processInfo.environment["VLENS_WRITE_DOCS"] == "1" {
            for table in LongDictionary.tables {
                let pattern = try Regex("### \(table.name)\n\n(\\|[^\n]*\n)*")
                text = text.replacing(pattern, with: "### \(table.name)\n\n\(LongDictionary.columns(of: table))\n")
            }
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        for table in LongDictionary.tables {
            #expect(
                text.contains("### \(table.name)\n\n\(LongDictionary.columns(of: table))\n"),
                "docs/long-table.md is not up to date: run the tests once more with VLENS_WRITE_DOCS=1")
        }
    }
}
