import AnswerStore
import Foundation
import Synchronization
import TestServers
import TestSupport
import Testing

/// The program is killed for real, at moments that a seed draws, while it asks a server that counts.
struct KillTests {
    /// What the server was asked, in order.
    private final class Asked: Sendable {
        private let prompts = Mutex<[String]>([])

        func add(_ body: [UInt8]) {
            prompts.withLock { $0.append(String(decoding: body, as: UTF8.self)) }
        }

        var all: [String] { prompts.withLock { $0 } }
    }

    @Test(arguments: [3, 17])
    func `killed at random moments and started again it asks only what is missing`(seed: UInt64) async throws {
        let asked = Asked()
        let vlens = try Program()
        defer { vlens.remove() }
        var chance = SeededRandom(seed: seed)
        try await LoopbackServer.run(handler: { request in
            asked.add(request.body)
            return .chat(PilotAnswers.answer(to: request.body), delay: .milliseconds(20))
        }) { server in
            let arguments = [
                "run", "--model", "local/m", "--base-url", server.baseURL, "--concurrency", "8", "--no-report",
                "--json",
            ]
            var paid: Set<String> = []
            for _ in 0..<5 {
                let before = asked.all.count
                let program = try vlens.start(arguments)
                // Past the program's own start, so that most kills hit it while it asks.
                let goal = before + Int(chance.next() % 120)
                for _ in 0..<400 where asked.all.count < goal { try await Task.sleep(for: .milliseconds(5)) }
                program.signal(SIGKILL)
                _ = try await program.result()
                // Nothing that had its reply at the last kill was asked since.
                #expect(paid.isDisjoint(with: asked.all.dropFirst(before)))
                paid = try Self.storedRequests(vlens.file("vlens.sqlite").path)
            }
            let before = asked.all.count
            let result = try await vlens.run(arguments)
            #expect(result.status == 0, "\(result.error)")
            #expect(paid.isDisjoint(with: asked.all.dropFirst(before)))
            let stored = try Self.storedRequests(vlens.file("vlens.sqlite").path)
            #expect(stored.count == 704)
            #expect(Set(asked.all) == stored)
            // At most the questions that were out at a kill, or had answers on their way to the disk, were asked twice.
            #expect(asked.all.count <= 704 + 5 * 2 * 8)

            let calm = try Program()
            defer { calm.remove() }
            let other = try await calm.run(arguments)
            #expect(try Self.figures(result.output) == Self.figures(other.output))
        }
    }

    @Test func `interrupted, it keeps what came, dies of the signal and says how to go on`() async throws {
        let asked = Asked()
        let vlens = try Program()
        defer { vlens.remove() }
        try await LoopbackServer.run(handler: { request in
            asked.add(request.body)
            return .chat(PilotAnswers.answer(to: request.body), delay: .milliseconds(20))
        }) { server in
            let arguments = [
                "run", "--model", "local/m", "--base-url", server.baseURL, "--concurrency", "4", "--no-report",
            ]
            let program = try vlens.start(arguments)
            for _ in 0..<1000 where asked.all.count < 40 { try await Task.sleep(for: .milliseconds(5)) }
            program.signal(SIGINT)
            let result = try await program.result()
            #expect(result.status == -SIGINT)
            #expect(result.error.contains("go on with: vlens run --model local/m --base-url \(server.baseURL)"))
            let stored = try Self.storedRequests(vlens.file("vlens.sqlite").path)
            #expect(stored.count == asked.all.count)
            let rest = try await vlens.run(arguments)
            #expect(rest.status == 0)
            #expect(asked.all.count == 704)
        }
    }

    private static func storedRequests(_ path: String) throws -> Set<String> {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        let store = try AnswerStore(path: path)
        var requests: Set<String> = []
        for run in try store.runs() {
            try store.forEachReply(run: run.id, raw: true) { reply in
                requests.insert(String(decoding: reply.request ?? Data(), as: UTF8.self))
            }
        }
        return requests
    }

    private static func figures(_ json: String) throws -> Data {
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
        let figures = try #require(object["overall"] as? [String: Any])
        return try JSONSerialization.data(withJSONObject: figures, options: .sortedKeys)
    }
}
