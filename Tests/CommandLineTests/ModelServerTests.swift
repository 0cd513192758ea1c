import AnswerStore
import Foundation
import TestSupport
import Testing

/// A run that starts its own model server, as a process.
@Suite(
    .enabled(if: TinyModelServer.isPresent, Comment(rawValue: TinyModelServer.absence)), .serialized,
    .timeLimit(.minutes(5)))
struct ModelServerTests {
    private static let part = [
        "--countries", "United States", "--topics", "Politics", "--variants", "0", "--no-report", "--no-intervals",
    ]

    private func arguments(_ command: String, _ more: String...) -> [String] {
        ["run", "--model", "local/m", "--serve", command] + Self.part + more
    }

    private func withServer(_ body: (Program) async throws -> Void) async throws {
        try await withProgram { vlens in
            var vlens = vlens
            vlens.environment = [
                "SLURM_PROCID": "3", "RANK": "3", "MASTER_ADDR": "node", "OMPI_COMM_WORLD_RANK": "3", "PMIX_RANK": "3",
                "CUDA_VISIBLE_DEVICES": "2",
            ]
            try TinyModelServer.write(to: vlens)
            try await body(vlens)
        }
    }

    /// Waits until the processes are gone: a guard ends them a moment after us.
    private func expectGone(_ vlens: Program, location: SourceLocation = #_sourceLocation) async throws {
        for _ in 0..<200 where try !TinyModelServer.alive(vlens).isEmpty {
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(try TinyModelServer.alive(vlens).isEmpty, sourceLocation: location)
    }

    @Test
    func
        `it is asked on a free port, is kept from the cluster, is stopped with its child, and is not started for nothing`()
        async throws
    {
        try await withServer { vlens in
            let command = arguments("python3 server.py {port}")
            expect(try await vlens.run(command), exits: 0, says: [])
            #expect(try vlens.replyCount() == 11)
            try await expectGone(vlens)
            let log = try String(contentsOf: vlens.file("vlens.server.log"), encoding: .utf8)
            #expect(log.contains("sees [] 2\n"))
            #expect(log.contains("(195904 bytes more)\n"))
            // The port is no part of what makes a run.
            #expect(try vlens.storedRun().run.settings.contains("http://127.0.0.1:{port}/v1"))

            expect(try await vlens.run(command), exits: 0, says: [])
            #expect(try String(contentsOf: vlens.file("vlens.server.log"), encoding: .utf8) == log)
            #expect(try vlens.storedRun().replies.count == 11)
        }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGKILL])
    func `it ends with the run, whatever signal that gets`(signal: Int32) async throws {
        try await withServer { vlens in
            let running = try vlens.start(arguments("python3 server.py {port} 0.5", "--concurrency", "1"))
            try await vlens.untilStored(1, by: running)
            #expect(try TinyModelServer.alive(vlens).count == 2)
            running.signal(signal)
            #expect(try await running.result().status == -signal)
            try await expectGone(vlens)
            #expect(try (1..<11).contains(vlens.replyCount()))
        }
    }

    @Test func `stopped while the server loads, it ends the server and asks nothing`() async throws {
        try await withServer { vlens in
            let running = try vlens.start(
                arguments("echo $$ >server.pids; echo loading; exec sleep 600 # {port}"))
            for _ in 0..<200 where !FileManager.default.fileExists(atPath: vlens.file("server.pids").path) {
                try await Task.sleep(for: .milliseconds(50))
            }
            running.signal(SIGTERM)
            let result = try await running.result()
            expect(
                result, exits: -SIGTERM,
                says: ["stopped before the model server answered, and nothing was asked; go on with: vlens "])
            try await expectGone(vlens)
        }
    }

    @Test func `one that dies while it is asked ends the run with its last words, and the same command goes on`()
        async throws
    {
        try await withServer { vlens in
            let running = try vlens.start(arguments("python3 server.py {port} 0.5", "--concurrency", "1", "--quiet"))
            try await vlens.untilStored(2, by: running)
            kill(try #require(try TinyModelServer.alive(vlens).first), SIGKILL)
            let result = try await running.result()
            expect(
                result, exits: 1,
                says: [
                    "the model server was ended by signal 9 while it was asked; what it answered is stored, and the same "
                        + "command goes on. Its last words, from 'vlens.server.log':\n", "  sees [] 2",
                ])
            try await expectGone(vlens)
            expect(try await vlens.run(arguments("python3 server.py {port}")), exits: 0, says: [])
            #expect(try vlens.storedRun().replies.count == 11)
        }
    }

    @Test func `one that finds its port taken is started at another`() async throws {
        try await withServer { vlens in
            // The first attempt meets a server that was there before it.
            let command = """
                test -e taken || { touch taken; python3 -c 'import socket, time; \
                s = socket.create_server(("127.0.0.1", {port})); time.sleep(600)' & echo $! $! >server.pids; sleep 2; }; exec python3 server.py {port}
                """
            expect(try await vlens.run(arguments(command)), exits: 0, says: [])
            let log = try String(contentsOf: vlens.file("vlens.server.log"), encoding: .utf8)
            #expect(log.matches(of: /vlens: starting the model server on port \d+/).count == 2, "\(log.suffix(2000))")
            #expect(log.contains("Address already in use"))
            #expect(try vlens.storedRun().replies.count == 11)
            try await expectGone(vlens)
        }
    }

    @Test func `one that ends before it answers, or never answers, is told with its last words and no key`()
        async throws
    {
        try await withServer { vlens in
            expect(
                try await vlens.run(arguments("echo no such model; echo key sk-0123456789abcdef; exit 3 # {port}")),
                exits: 1,
                says: [
                    """
                    vlens: the model server ended with code 3 before it answered. Its last words, from 'vlens.server.log':
                      no such model
                      key <REDACTED>

                    """
                ])
            let log = try String(contentsOf: vlens.file("vlens.server.log"), encoding: .utf8)
            #expect(log.contains("key <REDACTED>\n") && !log.contains("sk-0123456789abcdef"))
            let silent = try await vlens.run(
                arguments("echo $$ >server.pids; exec sleep 600 # {port}", "--serve-timeout", "1"))
            expect(silent, exits: 1, says: ["within 1 s; does the command say {port} where the server takes its port?"])
            try await expectGone(vlens)
        }
    }

    @Test func `what can't be right is refused before anything is started`() async throws {
        try await withServer { vlens in
            let part = Self.part
            expect(
                try await vlens.run(["run", "--model", "local/m", "--serve", "serve it"] + part), exits: 2,
                says: [
                    "--serve 'serve it' does not say where its port belongs: write {port} there, such as --port {port}"
                ])
            expect(
                try await vlens.run(["run", "--serve", "serve {port}"] + part), exits: 2,
                says: ["--serve starts a server, and 'simulated/subject' needs none"])
            expect(
                try await vlens.run(arguments("serve {port}", "--base-url", "http://node:{port}/v1")), exits: 2,
                says: ["--base-url 'http://node:{port}/v1' is no address of the server that --serve starts"])
            expect(
                try await vlens.run(arguments("serve {port}", "--serve-timeout", "0")), exits: 2,
                says: ["--serve-timeout 0.0 is outside 0…604800 seconds"])
            #expect(try vlens.names() == ["server.py"])
        }
    }
}
