import AnswerStore
import Foundation
import GRDB
import Synchronization
import TestServers
import TestSupport
import Testing

/// A run in parts, as it is typed.
struct ShardRunTests {
    /// Measures without the times of day, which alone may differ.
    private static func measures(_ vlens: Program, _ store: String) async throws -> [Substring] {
        let result = try await vlens.run("measure", "--store", store, "--json")
        #expect(result.status == 0, "\(result.error)")
        let times = ["\"started\"", "\"finished\"", "\"asked_from\"", "\"asked_to\""]
        return result.output.split(separator: "\n").filter { line in !times.contains { line.contains($0) } }
    }

    @Test func `merged shards measure to the last digit what one machine does, by stores and by journals`() async throws
    {
        let vlens = try Program()
        defer { vlens.remove() }
        for shard in 1...3 {
            let result = try await vlens.run(
                "run", "--shard", "\(shard)/3", "--store", "s\(shard).sqlite", "--journal", "J", "--quiet")
            #expect(result.status == 0, "\(result.error)")
            #expect(
                result.output
                    == "shard \(shard)/3: \(shard == 3 ? 234 : 235) of \(shard == 3 ? 234 : 235) questions have their "
                    + "reply. It is measured together with the others, once they are merged: vlens merge OUT J …\n")
        }
        let one = try await vlens.run("run", "--store", "one.sqlite", "--quiet", "--no-report")
        #expect(one.status == 0)
        for (out, parts) in [("a.sqlite", ["s1.sqlite", "s2.sqlite", "s3.sqlite"]), ("b.sqlite", ["J"])] {
            let merged = try await vlens.run(["merge", out] + parts + ["--shards", "3"])
            #expect(merged.status == 0, "\(merged.error)")
            #expect(merged.output == "Run 1 (simulated/subject): 704 of 704 questions have their reply.\n")
            let figures = try await Self.measures(vlens, out)
            let expected = try await Self.measures(vlens, "one.sqlite")
            #expect(figures == expected)
            // Other programs find the study's values there at once.
            let queue = try DatabaseQueue(path: vlens.file(out).path)
            let values = try await queue.read { db in
                try Int.fetchOne(db, sql: "SELECT count(DISTINCT value) FROM reading_long WHERE task = 'stated'")
            }
            #expect(values == 10)
        }
    }

    @Test func `a shard that is missing is named, its cells are missing, and the merge says so by its exit code`()
        async throws
    {
        let vlens = try Program()
        defer { vlens.remove() }
        for shard in [1, 3] {
            _ = try await vlens.run("run", "--shard", "\(shard)/3", "--store", "s\(shard).sqlite", "--quiet")
        }
        let merged = try await vlens.run("merge", "all.sqlite", "s1.sqlite", "s3.sqlite", "--shards", "3")
        #expect(merged.status == 3)
        #expect(merged.output == "Run 1 (simulated/subject): 469 of 704 questions have their reply.\n")
        #expect(
            merged.error
                == "vlens: run 1: 235 of 704 questions have no reply; nothing came of shard 2 of 3. Start those shards again with "
                + "the same command, and merge again\n")
        _ = try await vlens.run("run", "--shard", "2/3", "--store", "s2.sqlite", "--quiet")
        let whole = try await vlens.run("merge", "all.sqlite", "s2.sqlite", "--json")
        #expect(whole.status == 0, "\(whole.error)")
        #expect(whole.output.contains("\"missing_shards\": []"))
    }

    @Test(arguments: [
        (["--shard", "/32"], "--shard '/32': no shard is named; is the variable that should say it empty?"),
        (["--shard", "3/"], "--shard '3/': how many there are is missing; is the variable that should say it empty?"),
        (["--shard", ""], "--shard '': give a number and how many there are, such as 3/32"),
        (["--shard", "0/32"], "--shard '0/32': shards are counted from 1; give 1/32 to 32/32"),
        (["--shard", "33/32"], "--shard '33/32': shards are counted from 1; give 1/32 to 32/32"),
        (["--shard", "x/32"], "--shard 'x/32': give two whole numbers, such as 3/32"),
        (
            ["--shard", "3/32", "--rpm", "2"],
            "--rpm 2: divided among 32 shards it leaves none to shard 3; give at least 32"
        ),
        (["--journal", ""], "--journal '' names no folder: is the variable that should name it empty?"),
    ])
    func `a shard that can't be is refused before anything is made`(arguments: [String], message: String) async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        let result = try await vlens.run(["run"] + arguments)
        #expect(result.status == 2)
        #expect(result.error.contains(message), "\(result.error)")
        #expect(!FileManager.default.fileExists(atPath: vlens.file("vlens.sqlite").path))
    }

    @Test func `a folder of journals is one run's, in one number of shards`() async throws {
        let vlens = try Program()
        defer { vlens.remove() }
        _ = try await vlens.run("run", "--shard", "1/8", "--journal", "J", "--quiet")
        let other = try await vlens.run(
            "run", "--model", "simulated/subject?gap=0.4", "--shard", "1/8", "--journal", "J", "--store", "b.sqlite")
        #expect(other.status == 2)
        #expect(
            other.error.contains("'J' holds the journals of another run, of 'pilot@2' by simulated/subject"),
            "\(other.error)")
        let selected = try await vlens.run(
            "run", "--countries", "Philippines", "--shard", "1/8", "--journal", "J", "--store", "b.sqlite")
        #expect(selected.status == 2)
        #expect(
            selected.error.contains(
                "'J' holds journals of this run in which other questions were selected: give the same countries, topics, values, "
                    + "tasks and repeats, or give --journal another folder"), "\(selected.error)")
        let divided = try await vlens.run("run", "--shard", "1/4", "--journal", "J", "--store", "b.sqlite")
        #expect(divided.status == 2)
        #expect(
            divided.error.contains(
                "'J' holds journals of this run in 8 shards, not in 4: give --shard a number of 8, or give --journal another folder"
            ), "\(divided.error)")
    }
}
