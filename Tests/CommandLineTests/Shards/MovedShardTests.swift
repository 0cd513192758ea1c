import AnswerStore
import Foundation
import Synchronization
import TestServers
import TestSupport
import Testing

/// A shard is killed for real and goes on elsewhere, with nothing but its journal; or runs twice at once.
struct MovedShardTests {
    private final class Asked: Sendable {
        private let bodies = Mutex<[String]>([])

        func add(_ body: [UInt8]) { bodies.withLock { $0.append(String(decoding: body, as: UTF8.self)) } }
        var all: [String] { bodies.withLock(\.self) }
    }

    private func serving(_ asked: Asked, _ body: (LoopbackServer) async throws -> Void) async throws {
        try await LoopbackServer.run(handler: { request in
            asked.add(request.body)
            return .chat(PilotAnswers.answer(to: request.body), delay: .milliseconds(20))
        }) { server in try await body(server) }
    }

    private func run(_ server: LoopbackServer, _ more: String...) -> [String] {
        ["run", "--model", "local/m", "--base-url", server.baseURL, "--concurrency", "8", "--quiet"] + more
    }

    /// Texts by question.
    private static func replies(_ path: String) throws -> [String: String] {
        let store = try AnswerStore(path: path)
        var replies: [String: String] = [:]
        for run in try store.runs() {
            try store.forEachReply(run: run.id, raw: true) { reply in
                #expect(replies.updateValue(reply.text, forKey: reply.question.id) == nil)
            }
        }
        return replies
    }

    @Test(arguments: [5, 23])
    func `killed in mid-write and moved with its journal alone, it ends as a calm run does`(seed: UInt64) async throws {
        let (asked, calm) = (Asked(), Asked())
        let vlens = try Program()
        defer { vlens.remove() }
        var chance = SeededRandom(seed: seed)
        try await serving(asked) { server in
            for node in 0..<3 {
                let program = try vlens.start(
                    run(server, "--shard", "1/2", "--store", "node\(node).sqlite", "--journal", "J"))
                let goal = asked.all.count + 30 + Int(chance.next() % 60)
                for _ in 0..<1000 where asked.all.count < goal { try await Task.sleep(for: .milliseconds(5)) }
                program.signal(SIGKILL)
                _ = try await program.result()
                // The node is gone, and the store with it.
                for suffix in ["", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(at: vlens.file("node\(node).sqlite\(suffix)"))
                }
            }
            let last = try await vlens.run(run(server, "--shard", "1/2", "--store", "last.sqlite", "--journal", "J"))
            #expect(last.status == 0, "\(last.error)")
            #expect(last.output.hasPrefix("shard 1/2: 352 of 352 questions have their reply."), "\(last.output)")
            let other = try await vlens.run(run(server, "--shard", "2/2", "--store", "other.sqlite", "--journal", "J"))
            #expect(other.status == 0, "\(other.error)")
            let merged = try await vlens.run("merge", "all.sqlite", "J", "--shards", "2")
            #expect(merged.status == 0, "\(merged.error)")
            // At most what was out at a kill, or on its way to the disk, was asked twice.
            #expect(asked.all.count <= 704 + 3 * 2 * 8)
        }
        try await serving(calm) { server in
            let result = try await vlens.run(run(server, "--store", "calm.sqlite", "--no-report"))
            #expect(result.status == 0, "\(result.error)")
        }
        #expect(try Self.replies(vlens.file("all.sqlite").path) == (try Self.replies(vlens.file("calm.sqlite").path)))
        #expect(Set(asked.all) == Set(calm.all))
    }

    @Test func `run twice at once in two places, each question has one reply, and none that was paid for is lost`()
        async throws
    {
        let asked = Asked()
        let vlens = try Program()
        defer { vlens.remove() }
        try await serving(asked) { server in
            let both = try ["a", "b"].map {
                try vlens.start(run(server, "--shard", "2/4", "--store", "\($0).sqlite", "--journal", "J"))
            }
            for program in both {
                let result = try await program.result()
                #expect(result.status == 0, "\(result.error)")
            }
            let merged = try await vlens.run("merge", "all.sqlite", "J", "--shards", "4")
            #expect(merged.status == 3)
            #expect(
                merged.output.hasPrefix("Run 1 (local/m): 176 of 704 questions have their reply; "), "\(merged.output)")
        }
        let store = try AnswerStore(path: vlens.file("all.sqlite").path)
        #expect(try store.spending(run: 1).replies == asked.all.count)
        #expect(try Self.replies(vlens.file("all.sqlite").path).count == 176)
    }

    @Test func `asked to stop it ends in order, and the same command goes on`() async throws {
        let asked = Asked()
        let vlens = try Program()
        defer { vlens.remove() }
        try await serving(asked) { server in
            let program = try vlens.start(run(server, "--shard", "1/2", "--journal", "J"))
            for _ in 0..<1000 where asked.all.count < 40 { try await Task.sleep(for: .milliseconds(5)) }
            program.signal(SIGTERM)
            let stopped = try await program.result()
            #expect(stopped.status == -SIGTERM)
            let unfinished = try await vlens.run("merge", "all.sqlite", "J", "--shards", "2", "--json")
            #expect(unfinished.status == 3)
            #expect(unfinished.output.contains("\"unfinished_shards\": [1]"), "\(unfinished.output)")
            #expect(unfinished.output.contains("\"missing_shards\": [2]"), "\(unfinished.output)")
            let rest = try await vlens.run(run(server, "--shard", "1/2", "--store", "other.sqlite", "--journal", "J"))
            #expect(rest.status == 0, "\(rest.error)")
            #expect(asked.all.count == 352)
        }
    }

    @Test func `on a network file system a store is one process's, and no memory is shared beside it`() async throws {
        let asked = Asked()
        var vlens = try Program()
        vlens.environment["VLENS_FS"] = "network"
        defer { vlens.remove() }
        try await serving(asked) { server in
            let program = try vlens.start(run(server, "--no-report"))
            for _ in 0..<1000 where asked.all.count < 40 { try await Task.sleep(for: .milliseconds(5)) }
            let second = try await vlens.run(run(server, "--no-report"))
            #expect(second.status == 1)
            #expect(
                second.error.contains(
                    "lies on a network file system (VLENS_FS=network), where one process at a time may have it, and process "
                ),
                "\(second.error)")
            let files = try FileManager.default.contentsOfDirectory(atPath: vlens.folder.path)
            #expect(!files.contains { $0.hasSuffix("-shm") || $0.hasSuffix("-wal") }, "\(files)")
            program.signal(SIGKILL)
            _ = try await program.result()
            // The file that says who has it names a process that is gone.
            let rest = try await vlens.run(run(server, "--no-report"))
            #expect(rest.status == 0, "\(rest.error)")
            #expect(asked.all.count <= 704 + 2 * 8)
            let doctor = try await vlens.run("doctor")
            #expect(
                doctor.output.contains(
                    "store's file system: on the network (VLENS_FS=network); one process at a time may have the store"))
        }
    }
}
