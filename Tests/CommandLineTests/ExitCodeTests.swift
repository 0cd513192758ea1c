import TestSupport
import Testing

/// 0 done, 1 failed, 2 misused, 3 finished though some questions have no reply: of every command.
struct ExitCodeTests {
    @Test(arguments: [
        "run", "runs", "replies", "measure", "compare", "report", "calibrate", "reproduce", "import", "reread", "study",
        "doctor", "generate", "merge",
    ])
    func `help is done, an unknown option misused`(command: String) async throws {
        try await withProgram { vlens in
            let help = try await vlens.run(command, "--help")
            #expect(help.status == 0 && help.output.contains("USAGE: vlens \(command)") && help.error.isEmpty)
            let odd = try await vlens.run(command, "--no-such-option")
            #expect(odd.status == 2 && odd.output.isEmpty, "\(odd.error)")
            #expect(try vlens.names() == [])
        }
    }

    @Test(arguments: [
        ["run", "--study", "none.yaml"], ["runs"], ["replies"], ["measure"], ["compare", "1", "2"], ["report"],
        ["calibrate", "--study", "none.yaml"], ["reproduce", "--release", "."], ["import", "none.csv"], ["reread"],
        ["study", "show", "none"], ["study", "validate", "none.yaml"],
        ["doctor", "--model", "local/m", "--base-url", "http://127.0.0.1:1/v1"],
        ["merge", "all.sqlite", "none.sqlite"],
    ])
    func `what is not there is a failure`(arguments: [String]) async throws {
        try await withProgram { vlens in
            let result = try await vlens.run(arguments)
            #expect(result.status == 1, "\(result.error)")
            #expect(try vlens.names().allSatisfy { !$0.hasSuffix(".sqlite") })
        }
    }

    @Test(arguments: [
        ["run", "--model", "nobody/m"], ["replies", "--state", "odd"], ["measure", "--level", "2"], ["compare", "1"],
        ["report", "--draws", "0"], ["calibrate", "--gaps", "0"], ["reproduce", "--release", "none"], ["import"],
        ["study", "validate"], ["doctor", "--timeout", "x"], ["nothing"],
        ["merge", "all.sqlite"], ["merge", "all.sqlite", "s.sqlite", "--shards", "0"],
    ])
    func `what can't be right is a misuse`(arguments: [String]) async throws {
        try await withProgram { vlens in
            let result = try await vlens.run(arguments)
            #expect(result.status == 2, "\(result.error)")
            #expect(try vlens.names() == [])
        }
    }

    @Test func `a run that has questions left ends with 3`() async throws {
        try await withProgram { vlens in
            let result = try await vlens.run("run", "--limit", "1", "--quiet", "--no-report")
            #expect(result.status == 3)
        }
    }
}
