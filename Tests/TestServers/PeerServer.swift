import Foundation
package import TestSupport

/// A running server that others wrote: a process of its own with a port and a state folder of its own, so that several
/// test runs, in several checkouts, do not meet. The installed program is shared by links.
///
/// A shell keeps it and stops it when told to, or when the test process is gone, however it went.
package final class PeerServer: Sendable {
    private let program: PeerProgram
    private let folder: URL
    private let environment: [String: String]
    private let keeper: Process
    private let lifeline: Pipe

    /// The port it listens on.
    package let port: Int

    /// Starts one and waits until it answers.
    ///
    /// - Parameter settings: variables that the script reads: `SLOTS`, `CTX_PER_SLOT`, `UPSTREAM`, …
    /// - Throws: ``PeerError`` where it is not installed or does not come up, and what starting a process throws.
    package static func start(_ program: PeerProgram, settings: [String: String] = [:]) async throws -> PeerServer {
        guard program.isInstalled else { throw PeerError(description: PeerProgram.absence) }
        let server = try PeerServer(program, port: try await FreePort.draw(), settings: settings)
        do {
            try await server.start()
        } catch {
            await server.stop()
            throw error
        }
        return server
    }

    private init(_ program: PeerProgram, port: Int, settings: [String: String]) throws {
        self.program = program
        self.port = port
        folder = FileManager.default.temporaryDirectory.appending(path: "vlens-peer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for part in program.parts {
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: part), withDestinationURL: program.home.appending(path: part))
        }
        environment = ProcessInfo.processInfo.environment.merging(settings, uniquingKeysWith: { $1 }).merging(
            [program.variables.folder: folder.path, program.variables.port: "\(port)"], uniquingKeysWith: { $1 })
        lifeline = Pipe()
        keeper = Process()
        keeper.executableURL = URL(filePath: "/bin/bash")
        keeper.arguments = ["-c", Self.keeping, program.script.path, folder.path] + program.words
        keeper.environment = environment
        keeper.standardInput = lifeline
        keeper.standardOutput = FileHandle.nullDevice
        keeper.standardError = FileHandle.nullDevice
        try keeper.runWithSignals()
    }

    /// Does what it reads, notes how that went, and stops the server at the end of the pipe.
    private static let keeping = """
        trap : INT TERM HUP
        folder=$1; shift
        while read -r word; do
            bash "$0" "$word" "$@" >"$folder/keeper.log" 2>&1 </dev/null
            echo $? >"$folder/keeper.new"; mv "$folder/keeper.new" "$folder/keeper.rc"
        done
        bash "$0" stop "$@" >"$folder/keeper.log" 2>&1 </dev/null
        rm -rf "$folder"
        """

    /// Starts it, at first or after its process was killed, on the same port.
    ///
    /// - Throws: ``PeerError`` where it does not come up.
    package func start() async throws {
        try? FileManager.default.removeItem(at: folder.appending(path: "keeper.rc"))
        try lifeline.fileHandleForWriting.write(contentsOf: Data("start\n".utf8))
        while true {
            if let code = text("keeper.rc") {
                if code.hasPrefix("0") { return }
                throw PeerError(description: "\(program.name) did not start: \(text("keeper.log") ?? "")")
            }
            guard keeper.isRunning else { throw PeerError(description: "\(program.name): its shell is gone") }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private func text(_ name: String) -> String? {
        try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// Stops it and removes its folder.
    package func stop() async {
        // A stopped process does not see the signal that ends it.
        signal(SIGCONT)
        try? lifeline.fileHandleForWriting.close()
        while keeper.isRunning { try? await Task.sleep(for: .milliseconds(20)) }
    }
}

extension PeerServer {
    /// `http://127.0.0.1:PORT`.
    package var address: String { "http://127.0.0.1:\(port)" }
    /// `http://127.0.0.1:PORT/v1`.
    package var baseURL: String { "\(address)/v1" }

    /// Sends its process a signal.
    package func signal(_ number: Int32) {
        guard let process = text(program.processFile).flatMap({ Int32($0.trimmingCharacters(in: .newlines)) }) else {
            return
        }
        kill(process, number)
    }

    /// What its script says to a word, such as the gateway's key to `key`.
    ///
    /// - Throws: where the script can't be run.
    package func script(_ word: String) async throws -> Program.Result {
        try await run("/bin/bash", [program.script.path, word] + program.words)
    }

    /// One of the numbers that llama-server counts, such as `prompt_tokens_total`.
    ///
    /// - Throws: ``PeerError`` where it does not say.
    package func metric(_ name: String) async throws -> Double {
        let page = try await run("/usr/bin/env", ["curl", "-s", "\(address)/metrics"]).output
        let line = page.split(separator: "\n").first { $0.hasPrefix("llamacpp:\(name) ") }
        guard let number = line?.split(separator: " ").last.flatMap({ Double($0) }) else {
            throw PeerError(description: "\(program.name) does not count '\(name)': \(page)")
        }
        return number
    }

    private func run(_ path: String, _ arguments: [String]) async throws -> Program.Result {
        try await RunningProgram(path: path, arguments: arguments, folder: folder, environment: environment).result()
    }
}
