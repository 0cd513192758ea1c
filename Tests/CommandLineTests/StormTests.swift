import AnswerStore
import Foundation
import Study
import TestServers
import TestSupport
import Testing

/// A storm: 2,264 questions of the paper's study, asked through 25 kinds of answer, with three kills, a client that
/// is stopped for longer than a worker may be silent, and a second client on the same store.
@Suite(
    .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)), .timeLimit(.minutes(15)))
struct StormTests {
    private static let questions = 2264
    private static let concurrency = 32
    private static let keys = ["sk-loop-SECRET-4711", "sk-loop-SECRET-0815"]
    private static let topics = "Politics,Religion,Environment,Citizenship,Work Orientation"

    private static func arguments(_ server: LoopbackServer) -> [String] {
        let actions = "data/release/outputs/data_release/value_action_gap_full_data_generation.csv"
        return [
            "run", "--study", "schwartz-132", "--actions", SharedFolder.file(actions).path, "--countries",
            "Philippines", "--topics", topics, "--model", "vllm/x", "--base-url", server.baseURL, "--timeout", "6",
            "--concurrency", "\(concurrency)", "--no-report", "--yes",
        ]
    }

    @Test func `through a storm each question gets exactly one reply, paid twice only where a process was killed`()
        async throws
    {
        let values = try Theory.schwartz().values.map(\.name)
        let storm = StormServer { Self.answer(to: $0, values: values) }
        try await withProgram { vlens in
            try await LoopbackServer.run(handler: storm.respond) { server in
                let scene = Scene(vlens: vlens, storm: storm, arguments: Self.arguments(server))
                for _ in 0..<3 { try await scene.kill(after: 250) }
                try await scene.stopOneOfTwo()
                try await scene.finish()
                try scene.checkEnd()
            }
        }
    }

    /// An answer that depends on the request alone, in either task.
    private static func answer(to body: [UInt8], values: [String]) -> String {
        let number = body.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
        if String(decoding: body, as: UTF8.self).contains("Option 1") {
            return "{\"action\": \"Option \(number % 2 + 1)\"}"
        }
        return "{" + values.enumerated().map { "\"\($1)\": \((number + $0) % 4 + 1)" }.joined(separator: ", ") + "}"
    }

    /// The parts of the storm, in their order.
    private struct Scene {
        let vlens: Program
        let storm: StormServer
        let arguments: [String]

        private func start(key: String) throws -> RunningProgram {
            var vlens = vlens
            vlens.environment = ["VLENS_API_KEY": key]
            return try vlens.start(arguments)
        }

        private func wait(for answers: Int, _ client: RunningProgram) async throws {
            while storm.answers < answers, client.isRunning { try await Task.sleep(for: .milliseconds(10)) }
        }

        func kill(after answers: Int) async throws {
            let client = try start(key: keys[0])
            try await wait(for: storm.answers + answers, client)
            client.signal(SIGKILL)
            let result = try await client.result()
            #expect(result.status == -SIGKILL, "\(result.error)")
            try check(result)
        }

        /// Longer than a minute without a sign of life, one of two clients is taken for dead; then it goes on.
        func stopOneOfTwo() async throws {
            let before = storm.answers
            let first = try start(key: keys[0])
            let second = try start(key: keys[1])
            while !storm.keys.contains("Bearer " + keys[1]), second.isRunning {
                try await Task.sleep(for: .milliseconds(10))
            }
            try await wait(for: before + 200, first)
            first.signal(SIGSTOP)
            try await Task.sleep(for: .seconds(70))
            first.signal(SIGCONT)
            for client in [first, second] {
                var result = try await client.result()
                // A client that was stopped inside a transaction holds the store's lock, which nothing but its going on
                // undoes: the other one ends with that sentence, and is started again as it says.
                if result.status == 1, result.error.contains("is locked by another program") {
                    try check(result)
                    result = try await start(key: keys[1]).result()
                }
                #expect([0, 3].contains(result.status), "\(result.error)")
                #expect(!result.error.contains("FOREIGN KEY"))
                try check(result)
            }
        }

        /// What failed too often is asked again by the same command.
        func finish() async throws {
            for _ in 0..<8 {
                let result = try await start(key: keys[0]).result()
                try check(result)
                #expect([0, 3].contains(result.status), "\(result.error)")
                if result.status == 0 { break }
            }
        }

        func checkEnd() throws {
            let store = try AnswerStore(path: vlens.file("vlens.sqlite").path, mode: .readOnly)
            let run = try #require(try store.runs().first)
            #expect(try store.runs().count == 1)
            #expect(run.status == .finished)
            #expect(try store.counts(run: run.id).answered == questions)
            #expect(try store.failures(run: run.id).isEmpty)
            #expect(storm.kinds.count == StormKind.allCases.count)
            #expect(storm.requests > questions * 5 / 4)

            var stored: [String: Int] = [:]
            try store.forEachReply(run: run.id, raw: true) { reply in
                stored[String(decoding: reply.request ?? Data(), as: UTF8.self), default: 0] += 1
            }
            #expect(stored.count == questions)
            #expect(stored.values.allSatisfy { $0 == 1 })
            // Three were killed, and one was held longer than its time limit, each with answers on their way.
            let paid = storm.answered
            #expect(Set(paid.keys) == Set(stored.keys))
            #expect(paid.values.reduce(0) { $0 + $1 - 1 } <= 4 * concurrency)
        }

        /// No key is in anything that the program wrote.
        private func check(_ result: Program.Result) throws {
            let files = try vlens.allBytes()
            for key in keys {
                #expect(!result.output.contains(key))
                #expect(!result.error.contains(key))
                for file in files where file.bytes.range(of: Data(key.utf8)) != nil {
                    Issue.record("the key is in \(file.name)")
                }
            }
        }
    }
}
