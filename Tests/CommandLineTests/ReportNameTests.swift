import Foundation
import TestServers
import TestSupport
import Testing
import Text
import vlens

/// Folders of reports: a name for each model, readable, and never another's.
struct ReportNameTests {
    @Test(arguments: [
        ("simulated/subject", "report-pilot-simulated-subject"),
        ("openai/gpt-4o-mini", "report-pilot-openai-gpt-4o-mini"),
        ("ollama/llama3.3", "report-pilot-ollama-llama3.3"), ("gemma-2-9b-it", "report-pilot-gemma-2-9b-it"),
    ])
    func `a plain name is the folder's`(respondent: String, name: String) {
        #expect(ReportName.name(study: "pilot", respondent: respondent) == name)
    }

    @Test(arguments: [
        ("ollama/llama3:8b", "report-pilot-ollama-llama3-8b-"), ("local/日本語", "report-pilot-local-日本語-"),
        ("local/हिन्दी", "report-pilot-local-हिन्दी-"), ("local/😀", "report-pilot-local-"),
        ("x/../../etc/passwd", "report-pilot-x-..-..-etc-passwd-"),
        ("Local/Meta-Llama", "report-pilot-Local-Meta-Llama-"),
        ("local/a\u{202E}b\u{1B}[31m\n", "report-pilot-local-a-b-31m-"),
    ])
    func `a name that loses something has eight digits more`(respondent: String, start: String) {
        let name = ReportName.name(study: "pilot", respondent: respondent)
        #expect(name.hasPrefix(start))
        #expect(name.dropFirst(start.count).count == 8)
    }

    @Test func `no two names have one folder, on file systems that fold case and accents either`() {
        var names = [
            "a-b", "a b", "a/b", "a_b", "a.b", "a:b", "a--b", "a/b/", "/a/b", "a//b", "A/b", "a/B", "a/b.", "a/b ",
            "a\tb",
            "a/ä", "a/a\u{308}x", "a/日本", "a/日本語", "a/😀", "a/🙂", "a/", "-", "..", "", " ", "/", "a/\u{200C}b", "ａ/ｂ",
            "a/b\u{0}",
        ]
        names += [300, 301, 100_000].map { "local/" + String(repeating: "a", count: $0) }
        names += [300, 301].map { "local/" + String(repeating: "ä", count: $0) }
        // "a-b" and "a/b" are told apart by whose report lies there.
        let folders = names.filter { $0 != "a-b" }.map { ReportName.name(study: "pilot", respondent: $0) }
        #expect(
            Set(folders.map { $0.lowercased().folding(options: .diacriticInsensitive, locale: nil) }).count
                == folders.count)
        for folder in folders {
            #expect(folder.utf8.count <= 120)
            #expect(!folder.contains("/") && !folder.hasSuffix(".") && !folder.hasSuffix(" "))
        }
    }

    @Test func `runs that share a plain name have folders of their own, and a named folder tells whose it was`()
        async throws
    {
        try await withProgram { vlens in
            try vlens.write(BadTablesTests.stated, to: "x-a_t1.csv")
            try vlens.write(BadTablesTests.acted, to: "x-a_t2.csv")
            for model in ["x-a", "x/a"] {
                expect(try await vlens.run("import", "x-a_t1.csv", "x-a_t2.csv", "--model", model), exits: 0, says: [])
                for _ in 0..<2 {
                    expect(try await vlens.run("report", "--run", model, "--no-intervals"), exits: 0, says: [])
                }
                expect(
                    try await vlens.run("report", "--run", model, "--out", "mine", "--no-intervals"), exits: 0,
                    says: model == "x-a"
                        ? [] : ["note: 'mine' holds the report of x-a, study schwartz-132, from another run"])
            }
            let folders = try vlens.names().filter { $0.hasPrefix("report-") }
            #expect(folders.count == 2)
            #expect(folders.contains("report-schwartz-132-x-a"))
            let pages = try folders.map { try String(contentsOf: vlens.file("\($0)/report.json"), encoding: .utf8) }
            #expect(
                pages.contains { $0.contains("\"name\": \"x-a\"") }
                    && pages.contains { $0.contains("\"name\": \"x/a\"") })
            #expect(try vlens.names().filter { $0.hasPrefix(".") } == [])
        }
    }

    @Test func `two runs of one model are told apart by what differs, and neither takes the other's place`()
        async throws
    {
        try await withProgram { vlens in
            let server = try await LoopbackServer.start { SmallPart.answer($0) }
            let folders = ["report-pilot-local-m", "report-pilot-local-m-temperature-0.9"]
            for temperature in ["0.2", "0.9"] {
                let run = SmallPart.run(server, "--temperature", temperature, "--draws", "100")
                expect(try await vlens.run(run), exits: 0, says: [])
            }
            await server.stop()
            #expect(try vlens.names().filter { $0.hasPrefix("report-") } == folders)
            let first = try String(contentsOf: vlens.file("\(folders[0])/overall.csv"), encoding: .utf8)
            for run in ["1", "2", "2"] {
                expect(try await vlens.run("report", "--run", run, "--draws", "100"), exits: 0, says: [])
            }
            #expect(try vlens.names().filter { $0.hasPrefix("report-") } == folders)
            for (folder, words) in zip(folders, ["run 1, temperature 0.2", "run 2, temperature 0.9"]) {
                let page = try String(contentsOf: vlens.file("\(folder)/report.html"), encoding: .utf8)
                #expect(page.contains("<title>Value–action gap of local/m (\(words)) · Pilot"))
            }
            // The same figures, the first report's with another name of the respondent.
            let again = try String(contentsOf: vlens.file("\(folders[0])/overall.csv"), encoding: .utf8)
            #expect(again.replacing("\"local/m (run 1, temperature 0.2)\"", with: "local/m") == first)
            let runs = try await vlens.run("runs").output.split(separator: "\n")
            #expect(runs.count == 2)
            #expect(runs[0].contains("local/m (temperature 0.2)") && runs[1].contains("local/m (temperature 0.9)"))
            let compared = try await vlens.run("compare", "1", "2", "--draws", "100")
            for words in ["(run 1, temperature 0.2)", "(run 2, temperature 0.9)"] {
                #expect(compared.output.contains(words))
            }
            for command in [
                ["measure", "--run", "local/m"], ["compare", "1", "local/m"], ["report", "--run", "local/m"],
            ] {
                expect(
                    try await vlens.run(command), exits: 2,
                    says: [
                        "2 runs are of 'local/m': 1 (study pilot@2, temperature 0.2); 2 (study pilot@2, temperature 0.9). "
                            + "Name one by its number"
                    ])
            }
        }
    }
}
