import Foundation
import Reports
import TestSupport
import Testing
import Text

/// The data dictionary, held against what the program prints.
struct DictionaryTests {
    @Test func `every key of a report, a comparison and a calibration has an entry`() async throws {
        try await withProgram { vlens in
            for (model, folder) in [("subject", "a"), ("other?gap=0.4", "b"), ("third?gap=0.1", "c")] {
                let run = ["run", "--model", "simulated/\(model)", "--quiet", "--report", folder, "--draws", "100"]
                expect(try await vlens.run(run), exits: 0, says: [])
            }
            let generating = [
                "generate", "--model", "simulated/generator?refusal=0.2&long=0.5&follows=0", "--quiet", "--countries",
                "Philippines", "--topics", "Politics",
            ]
            expect(try await vlens.run(generating), exits: 3, says: [])
            let commands: [(name: String, arguments: [String])] = [
                ("report.json", ["measure", "--json", "--draws", "100"]),
                ("compare --json", ["compare", "1", "2", "--json", "--draws", "100"]),
                ("compare --json", ["compare", "1", "2", "3", "--json", "--draws", "100"]),
                (
                    "generate --json",
                    [
                        "generate", "--json", "--model", "simulated/generator?refusal=0.2&long=0.5&follows=0", "--list",
                        "--countries", "Philippines", "--topics", "Politics",
                    ]
                ),
                (
                    "calibration.json",
                    [
                        "calibrate", "--json", "--gaps", "0,0.4", "--subjects", "2", "--simulations", "2",
                        "--countries",
                        "Philippines", "--topics", "Politics", "--draws", "100",
                    ]
                ),
            ]
            for (name, arguments) in commands {
                let result = try await vlens.run(arguments)
                let document = try #require(JSONReader.read(Array(result.output.utf8), manner: .strict))
                let lacking = DataDictionary.entries(of: document, named: name).filter { $0.term == nil }.map(\.column)
                #expect(
                    lacking.isEmpty,
                    "\(name) has keys without a term in Sources/Reports/Dictionary: \(lacking.joined(separator: ", "))")
            }
            let lines = try String(contentsOf: vlens.file("a/dictionary.csv"), encoding: .utf8).split(separator: "\r\n")
            // Neither meaning nor column is empty.
            #expect(lines.count > 300 && !lines.contains { $0.contains(",,,") && $0.hasSuffix(",,,,") })
        }
    }
}
