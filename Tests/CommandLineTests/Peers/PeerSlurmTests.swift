import AnswerStore
import Foundation
import TestServers
import TestSupport
import Testing

/// Runs on a real Slurm with four nodes on this machine.
@Suite(
    .enabled(if: SlurmCluster.isInstalled, Comment(rawValue: SlurmCluster.absence)), .serialized,
    .timeLimit(.minutes(6)))
struct PeerSlurmTests {
    /// Lends a Slurm, a server that answers by the question alone, slowly until it is told, and a program's folder.
    private func withCluster(
        delay: Duration, _ body: (SlurmCluster, Program, LoopbackServer, Behaviour) async throws -> Void
    ) async throws {
        let behaviour = Behaviour { .chat(PilotAnswers.answer(to: $0.body), delay: delay) }
        try await LoopbackServer.run(handler: behaviour.answer) { server in
            let cluster = try await SlurmCluster.start(nodes: 4)
            do {
                try await withProgram { vlens in
                    var vlens = vlens
                    vlens.environment = cluster.settings
                    try await body(cluster, vlens, server, behaviour)
                }
            } catch {
                await cluster.stop()
                throw error
            }
            await cluster.stop()
        }
    }

    private func model(_ server: LoopbackServer) -> [String] {
        ["--model", "local/m", "--base-url", server.baseURL, "--concurrency", "2", "--timeout", "20"]
    }

    /// Waits for something, at most so long.
    private func until(
        _ what: String, seconds: Int = 90, location: SourceLocation = #_sourceLocation, _ isSo: () async throws -> Bool
    ) async throws {
        for _ in 0..<(seconds * 4) {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(250))
        }
        Issue.record("it never came to this: \(what)", sourceLocation: location)
    }

    /// How a job stands, as `vlens status --json` tells.
    private struct Status: Decodable {
        struct Shard: Decodable {
            let shard: Int
            let state: String
            let questions: Int
            let replies: Int
            let restarts: Int
            let node: String
        }

        let replies: Int
        let merge: String?
        let shards: [Shard]
    }

    private func status(_ vlens: Program) async throws -> Status {
        let result = try await vlens.run("status", "job.slurm", "--json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try #require(try decoder.decode([Status].self, from: Data(result.output.utf8)).first, "\(result.error)")
    }

    /// The journals of a shard, as lines that hold a reply.
    private func journals(_ shard: Int, _ vlens: Program) throws -> [[Substring]] {
        let names = try vlens.names("job.slurm/journal").filter { $0.hasPrefix("shard-\(shard)-of-8.") }
        return try names.map { name in
            try String(contentsOf: vlens.file("job.slurm/journal/\(name)"), encoding: .utf8).split(separator: "\n")
                .filter { $0.contains("\"kind\":\"reply\"") }
        }
    }

    /// The identity of a question with what was replied to it.
    private func replies(_ path: String) throws -> [String: String] {
        let store = try AnswerStore(path: path, mode: .readOnly)
        var texts: [String: String] = [:]
        for run in try store.runs() {
            try store.forEachReply(run: run.id, raw: true) { reply in
                #expect(texts.updateValue(reply.text, forKey: reply.question.id) == nil)
            }
        }
        return texts
    }

    @Test
    func
        `nodes crash, a daemon dies, a task moves, one runs out of time: merged it is one machine's run to the last bit`()
        async throws
    {
        try await withCluster(delay: .milliseconds(1200)) { cluster, vlens, server, behaviour in
            let submitted = try await vlens.run(
                ["submit", "--slurm", "--shards", "8", "--job-folder", "job.slurm", "--store", "merged.sqlite"]
                    + model(server))
            expect(submitted, exits: 0, says: ["look: vlens status "])
            let array = try #require(
                submitted.output.firstMatch(of: /submitted: shards 1-8 as job (\d+), their merge as \d+/)?.output.1)
            try await until("every shard has some replies") {
                try await status(vlens).shards.allSatisfy { $0.state == "running" && $0.replies >= 4 }
            }
            let spread = try await status(vlens).shards
            #expect(Set(spread.map(\.node)) == ["n1", "n2", "n3", "n4"])
            func shards(on node: String) -> [Int] { spread.filter { $0.node == node }.map(\.shard) }
            let again = try await vlens.run(
                ["submit", "--slurm", "--shards", "8", "--job-folder", "job.slurm", "--store", "merged.sqlite"]
                    + model(server))
            expect(again, exits: 1, says: ["8 tasks of '", "are still queued or running"])

            // A power cut; a lost connection, behind which the task runs on; a task that is moved; one whose time is over.
            try await cluster.say("crash-node", "n1")
            try await cluster.say("kill-node", "n2")
            let moved = try #require(shards(on: "n3").first)
            try await cluster.command("scontrol", "requeue", "\(array)_\(moved)")
            try await cluster.command("scontrol", "update", "jobid=\(array)_\(moved)", "excnodelist=n3")
            let late = try #require(shards(on: "n4").first)
            try await cluster.command("scontrol", "update", "jobid=\(array)_\(late)", "timelimit=1")
            try await cluster.restartController()

            let lost = shards(on: "n1") + shards(on: "n2") + [moved, late]
            try await until("each of them runs for a second time") {
                try lost.allSatisfy { try journals($0, vlens).filter { !$0.isEmpty }.count >= 2 }
            }
            // Both of a shard that runs twice write to journals of their own.
            for shard in shards(on: "n2") {
                let both = try journals(shard, vlens).map(\.count)
                #expect(both.count >= 2)
            }
            let midway = try await status(vlens).shards
            #expect(lost.allSatisfy { midway[$0 - 1].restarts >= 1 })
            #expect(midway[moved - 1].node != "n3")
            behaviour.change { .chat(PilotAnswers.answer(to: $0.body)) }

            try await until("the merge has ended") {
                let merge = try await status(vlens).merge ?? ""
                return merge == "completed" || merge.contains("exit code")
            }
            let end = try await status(vlens)
            #expect(end.merge == "completed")
            #expect(end.replies == 704)
            #expect(end.shards.allSatisfy { $0.state == "done" && $0.replies == $0.questions })
            let asked = try (1...8).reduce(0) { $0 + (try journals($1, vlens).reduce(0) { $0 + $1.count }) }
            #expect(asked > 704, "no shard ran twice at once")
            let log = try String(contentsOf: vlens.file("job.slurm/logs/shard-\(late).log"), encoding: .utf8)
            #expect(log.contains("ended with code 143"), "\(log)")

            try await compare(vlens, server)
            let nothing = try await vlens.run(
                ["submit", "--slurm", "--shards", "8", "--job-folder", "job.slurm", "--store", "merged.sqlite"]
                    + model(server))
            expect(nothing, exits: 1, says: ["nothing is left to do in '", "every shard is done, and merged"])
        }
    }

    /// The merged store against one that a single machine has asked.
    private func compare(_ vlens: Program, _ server: LoopbackServer) async throws {
        let single = try await vlens.run(
            ["run", "--store", "single.sqlite", "--quiet", "--no-report", "--no-intervals"] + model(server)
                + ["--concurrency", "16"])
        expect(single, exits: 0, says: [])
        let (merged, calm) = (
            try replies(vlens.file("merged.sqlite").path), try replies(vlens.file("single.sqlite").path)
        )
        #expect(merged.count == 704)
        #expect(merged == calm)
        let measure = ["measure", "--json", "--draws", "200", "--store"]
        let one = try await vlens.run(measure + ["merged.sqlite"])
        let other = try await vlens.run(measure + ["single.sqlite"])
        #expect(one.status == 0)
        #expect(Self.undated(one.output) == Self.undated(other.output))
        #expect(one.output.contains("\"method\": \"bca\""))
    }

    /// A document without the moments at which it was asked, and without what was paid: the replies of a shard that ran twice
    /// count there.
    private static func undated(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter {
            !$0.contains(/"(started|finished|asked_from|asked_to|latency[a-z_]*|tokens_in|tokens_out|attempts_lost)":/)
        }
    }

    @Test func `cancelled, it keeps its replies and does not come back; submitted again, it asks the rest`()
        async throws
    {
        try await withCluster(delay: .milliseconds(300)) { cluster, vlens, server, behaviour in
            let submit =
                [
                    "submit", "--slurm", "--shards", "3", "--job-folder", "a b's.slurm", "--time", "10", "--sbatch-arg",
                    "--comment=it's \"odd\" \\ here", "--countries", "Philippines",
                ] + model(server)
            expect(try await vlens.run(submit), exits: 0, says: ["look: vlens status '"])
            let array = try await cluster.command("squeue", "-h", "-o", "%F").split(separator: "\n").first ?? ""
            #expect(
                try await cluster.command("scontrol", "show", "job", "\(array)").contains(
                    "Comment=it's \"odd\" \\ here"))
            try await until("there are some replies") {
                try await vlens.run("status").output.contains(/replies: \d\d of 352/)
            }
            let cancelled = try await vlens.run("cancel")
            expect(cancelled, exits: 0, says: [])
            #expect(cancelled.output.contains("  shards: 3 cancelled\n"), "\(cancelled.output)")
            let command = try #require(
                cancelled.output.firstMatch(of: /To merge them: (vlens merge .*)/.dotMatchesNewlines())?.output.1)
            #expect(try await cluster.command("squeue", "-h").isEmpty)
            let merged = try await vlens.shell(String(command).trimmingCharacters(in: .newlines))
            #expect(merged.status == 3, "\(merged.error)")
            let kept = try vlens.replyCount()
            #expect((10..<352).contains(kept))

            let before = server.requestCount
            behaviour.change { .chat(PilotAnswers.answer(to: $0.body)) }
            expect(try await vlens.run(submit), exits: 0, says: [])
            try await until("the merge has ended") {
                try await vlens.run("status").output.contains("merge: completed")
            }
            #expect(try vlens.replyCount() == 352)
            #expect(server.requestCount - before <= 352 - kept)
        }
    }
}
