import Foundation
import TestSupport
import Testing

/// What is misused on the command line: exit code 2, the offending value quoted, and nothing made.
struct BadArgumentsTests {
    @Test(arguments: [
        (["bogus"], "bogus"),
        (["run", "--bogus"], "Unknown option '--bogus'"),
        (["run", "--concurrency", "0"], "--concurrency 0 is outside 1…512"),
        (["run", "--concurrency", "513"], "--concurrency 513 is outside 1…512"),
        (["run", "--concurrency", "many"], "The value 'many' is invalid for '--concurrency <concurrency>'"),
        (["run", "--attempts", "0"], "--attempts 0: at least one is needed"),
        (["run", "--repeats", "0"], "--repeats 0: at least one is needed"),
        (["run", "--timeout", "0"], "--timeout 0.0 is outside 0…86400 seconds"),
        (["run", "--timeout", "nan"], "--timeout nan is outside 0…86400 seconds"),
        (["run", "--temperature", "x"], "--temperature 'x' is no number; give one, or 'none'"),
        (["run", "--max-tokens", "1.5"], "--max-tokens '1.5' is no number; give one, or 'none'"),
        (
            ["run", "--model", "local/m", "--base-url", "http://127.0.0.1:1/v1", "--temperature", "9"],
            "the temperature 9.0 is outside 0.0…2.0: give --temperature a number in that range"
        ),
        (
            ["run", "--model", "local/m", "--base-url", "http://127.0.0.1:1/v1", "--max-tokens", "0"],
            "the number of tokens 0 is outside 1…10000000: give --max-tokens a number in that range"
        ),
        (["run", "--task", "both"], "The value 'both' is invalid for '--task <task>'"),
        (["run", "--variants", "x"], "--variants 'x': 'x' is no number"),
        (["run", "--store", ""], "--store '' names no file: give a path, such as vlens.sqlite"),
        (["run", "--store", ":memory:"], "--store ':memory:' names no file: give a path, such as vlens.sqlite"),
        (["run", "--store", "file:x?mode=memory"], "--store 'file:x?mode=memory' names no file"),
        (["measure", "--t1", "x.csv"], "--t1 and --t2 go together: give both, or neither"),
        (["measure", "--t2", "x.csv"], "--t1 and --t2 go together: give both, or neither"),
        (["measure", "--t1", "x", "--t2", "y", "--run", "1"], "--run and --t1/--t2 exclude one another"),
        (["measure", "--scoring", "foo"], "The value 'foo' is invalid for '--scoring <scoring>'"),
        (["report", "--scoring", "foo"], "The value 'foo' is invalid for '--scoring <scoring>'"),
        (["read"], "'vlens read' is two commands now: 'vlens reread' reads stored replies again"),
        (["read", "--again", "--show"], "'vlens read' is two commands now"),
        (["replies", "--state", "odd"], "--state 'odd' is none of answered, refused, unreadable"),
        (["import"], "Missing expected argument '<files> ...'"),
        (["study", "validate"], "Missing expected argument '<file>'"),
    ])
    func `a wrong argument is quoted and leaves nothing behind`(arguments: [String], message: String) async throws {
        try await withProgram { vlens in
            let result = try await vlens.run(arguments)
            expect(result, exits: 2, says: [message])
            #expect(result.output == "")
            #expect(try vlens.names() == [])
        }
    }

    @Test(arguments: [
        (["--variants", "9"], "unknown variant 9 of the stated task; it has variants 0 to 7"),
        (["--variants", "-1"], "variants"),
        (
            ["--countries", "Atlantis"],
            #"unknown country "Atlantis" in study "pilot"; the countries are "United States", "Philippines""#
        ),
        (
            ["--countries", "Phillipines"],
            #"unknown country "Phillipines" in study "pilot"; did you mean "Philippines"?"#
        ),
        (["--topics", "Politcs"], #"unknown topic "Politcs" in study "pilot"; did you mean "Politics"?"#),
        (["--countries", ","], "no country is selected; name one or leave the choice open for all"),
    ])
    func `a selection that the study does not have is a misuse`(arguments: [String], message: String) async throws {
        try await withProgram { vlens in
            let result = try await vlens.run(["run"] + arguments)
            expect(result, exits: 2, says: [message])
            #expect(result.output == "")
        }
    }

    @Test func `a run that the store does not hold is told with those it holds`() async throws {
        try await withProgram { vlens in
            expect(
                try await vlens.run("measure"), exits: 1,
                says: ["no store at 'vlens.sqlite': start one with 'vlens run', or name another with --store"])
            #expect(try vlens.names() == [])
            try await vlens.store(StoredRuns.pilot)
            for command in ["measure", "report"] {
                expect(
                    try await vlens.run(command, "--run", "9"), exits: 1,
                    says: ["vlens: no run '9': the store holds 1 (simulated/subject)"])
            }
        }
    }
}
