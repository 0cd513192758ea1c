import AnswerStore
import Foundation
import TestServers
import TestSupport
import Testing

/// Everything at once, as processes: 2,112 questions (the pilot study three times) against a server with every fault,
/// with kills, a stop, two clients on one store and two failures of the server.
///
/// Nothing is scaled: 2 % of the answers come after 30 s, and the server stays away for 5 s, twice. It takes some minutes.
@Suite(.timeLimit(.minutes(15)))
struct FaultSuiteTests {
    private static let questions = 2112
    private static let concurrency = 32
    private static let key = "sk-loopback-51f0c0ffee7d5c2b"

    @Test func `through faults, kills and restarts every question gets exactly one reply, and the key stays secret`()
        async throws
    {
        var vlens = try Program()
        defer { vlens.remove() }
        vlens.environment = ["VLENS_API_KEY": Self.key]
        let faults = FaultServer()
        let server = try await RestartingServer(faults.respond)
        let scene = Scene(vlens: vlens, faults: faults, server: server)
        do {
            for _ in 0..<3 { try await scene.kill(after: 300) }
            try await scene.terminate(after: 300)
            try await scene.finishWithTwoClients()
            try await scene.checkEnd()
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    /// The parts of the suite, in their order.
    private struct Scene {
        let vlens: Program
        let faults: FaultServer
        let server: RestartingServer

        private func arguments(_ more: String...) -> [String] {
            [
                "run", "--model", "local/m", "--base-url", server.baseURL, "--repeats", "3", "--concurrency",
                "\(concurrency)",
            ] + more
        }

        func kill(after answers: Int) async throws {
            let before = try Before(self)
            let client = try vlens.start(arguments("--no-report"))
            await wait(for: before.answers + answers, client)
            client.signal(SIGKILL)
            let result = try await client.result()
            #expect(result.status == -SIGKILL, "\(result.error)")
            try check(result)
            // What was stored when this client began was left in peace.
            #expect(try excess(since: before) == 0)
        }

        func terminate(after answers: Int) async throws {
            let before = try Before(self)
            let client = try vlens.start(arguments("--no-report"))
            await wait(for: before.answers + answers, client)
            client.signal(SIGTERM)
            let result = try await client.result()
            expect(result, exits: -SIGTERM, says: ["questions have their reply; go on with: vlens run --model local/m"])
            try check(result)
            #expect(try excess(since: before) == 0)
        }

        func finishWithTwoClients() async throws {
            let before = try Before(self)
            // Told apart by keys that begin alike; a key is no part of a run.
            let keys = [key + "-first", key + "-second"]
            let clients = try keys.map { key in
                var vlens = vlens
                vlens.environment["VLENS_API_KEY"] = key
                return try vlens.start(arguments("--no-report"))
            }
            // Both are in full swing.
            for (key, client) in zip(keys, clients) {
                while faults.answers(to: key) < 30, client.openFiles ?? 0 > 0 {
                    try await Task.sleep(for: .milliseconds(10))
                }
            }
            let filesAtStart = clients.map { $0.openFiles ?? 0 }
            for _ in 0..<2 {
                await wait(for: faults.answers + 120, clients[0])
                await server.stop()
                try await Task.sleep(for: .seconds(5))
                try await server.start()
            }
            await wait(for: before.answers + questions - before.stored - 150, clients[0])
            let filesAtEnd = clients.map { $0.openFiles ?? 0 }
            for (start, end) in zip(filesAtStart, filesAtEnd) {
                #expect(start > 0 && end > 0)
                // Not all connections need to have been open at the start.
                #expect(end <= start + concurrency)
            }
            for client in clients {
                let result = try await client.result()
                expect(result, exits: 0, says: [])
                try check(result)
            }
            // An answer may have been on its way when the server was stopped.
            #expect(try excess(since: before) <= 2 * 2 * concurrency)
        }

        func checkEnd() async throws {
            let store = try AnswerStore(path: vlens.file("vlens.sqlite").path, mode: .readOnly)
            let run = try #require(try store.runs().first)
            #expect(try store.runs().count == 1)
            #expect(run.status == .finished)
            #expect(try store.counts(run: run.id).answered == questions)
            #expect(try store.failures(run: run.id).isEmpty)
            let stored = try stored()
            #expect(stored.count == questions / 3)
            #expect(stored.values.allSatisfy { $0 == 3 })

            let requests = faults.requests
            let again = try await vlens.run(arguments("--json"))
            expect(again, exits: 0, says: [])
            try check(again)
            #expect(faults.requests == requests)
            // Some 13 % of the requests were spoiled.
            #expect(requests - faults.answers > questions / 20)
            #expect(try vlens.names().contains { $0.hasPrefix("report-") })
            #expect(try figures(again.output) == figures(try await calmRun()))
        }

        /// The same study, asked of a server without faults.
        private func calmRun() async throws -> String {
            let calm = try Program()
            defer { calm.remove() }
            return try await LoopbackServer.run(handler: { .chat(PilotAnswers.answer(to: $0.body)) }) { server in
                let result = try await calm.run([
                    "run", "--model", "local/m", "--base-url", server.baseURL, "--repeats", "3", "--json",
                    "--no-report",
                ])
                expect(result, exits: 0, says: [])
                return result.output
            }
        }

        // MARK: - What is looked at

        /// The state of things when a client begins.
        private struct Before {
            let answers: Int
            let answered: [String: Int]
            let replies: [String: Int]
            var stored: Int { replies.values.reduce(0, +) }

            init(_ scene: Scene) throws {
                answers = scene.faults.answers
                answered = scene.faults.answered
                replies = try scene.stored()
            }
        }

        /// Waits until the server has given so many good answers, or the client is gone.
        private func wait(for answers: Int, _ client: RunningProgram) async {
            while faults.answers < answers, client.openFiles ?? 0 > 0 {
                try? await Task.sleep(for: .milliseconds(10))
            }
        }

        /// Good answers beyond those that were missing: each was paid for twice.
        private func excess(since before: Before) throws -> Int {
            faults.answered.reduce(0) { sum, entry in
                let new = entry.value - before.answered[entry.key, default: 0]
                return sum + max(0, new - (3 - before.replies[entry.key, default: 0]))
            }
        }

        /// How many replies each request has in the store.
        private func stored() throws -> [String: Int] {
            guard try vlens.names().contains("vlens.sqlite") else { return [:] }
            let store = try AnswerStore(path: vlens.file("vlens.sqlite").path)
            var counts: [String: Int] = [:]
            for run in try store.runs() {
                try store.forEachReply(run: run.id, raw: true) { reply in
                    counts[String(decoding: reply.request ?? Data(), as: UTF8.self), default: 0] += 1
                }
            }
            return counts
        }

        /// The key is in nothing that the program wrote: no output, store, journal or report.
        private func check(_ result: Program.Result) throws {
            #expect(!result.output.contains(key))
            #expect(!result.error.contains(key))
            for file in try vlens.allBytes() {
                #expect(file.bytes.range(of: Data(key.utf8)) == nil, "the key is in \(file.name)")
            }
        }

        /// What the measures say, without dates and addresses.
        private func figures(_ json: String) throws -> Data {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
            let names = ["counts", "overall", "country", "topic", "value", "pooled", "states"]
            let kept = object.filter { names.contains($0.key) }
            #expect(kept.count == names.count)
            return try JSONSerialization.data(withJSONObject: kept, options: .sortedKeys)
        }
    }
}
