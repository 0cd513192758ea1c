import Foundation
package import TestSupport

/// A real Slurm with several nodes on this machine, installed and run by a script of the shared folder
/// (`../shared/peers/slurm.sh`), with ports and a state folder of its own.
///
/// A shell keeps it and stops it when told to, or when the test process is gone, however it went.
package final class SlurmCluster: Sendable {
    private static let script = SharedFolder.file("peers/slurm.sh")

    /// Whether it can be started: where the script and Slurm are there, and we are root, as whom its nodes run.
    package static let isInstalled =
        FileManager.default.fileExists(atPath: script.path)
        && ["/usr/sbin/slurmctld", "/usr/sbin/slurmd", "/usr/sbin/munged", "/usr/bin/sbatch"].allSatisfy {
            FileManager.default.isExecutableFile(atPath: $0)
        } && geteuid() == 0

    /// The message of a skipped test.
    package static let absence =
        "Slurm is not installed; run 'bash peers/slurm.sh install' in the shared folder as root (see CONTRIBUTING.md)"

    private let folder: URL
    private let environment: [String: String]
    private let keeper: Process
    private let lifeline: Pipe

    /// What its programs need to find it.
    package var settings: [String: String] { ["SLURM_CONF": folder.appending(path: "slurm.conf").path] }

    /// Starts one whose tasks go where most processors are free, so that they are spread over its nodes.
    ///
    /// - Throws: ``PeerError`` where it does not come up.
    package static func start(nodes: Int) async throws -> SlurmCluster {
        let cluster = try SlurmCluster(port: try await FreePort.draw())
        do {
            try await cluster.say("start", "\(nodes)")
            let file = cluster.folder.appending(path: "slurm.conf")
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data(text.replacing("SelectTypeParameters=CR_CPU", with: "SelectTypeParameters=CR_CPU,CR_LLN").utf8)
                .write(to: file)
            try await cluster.restartController()
        } catch {
            await cluster.stop()
            throw error
        }
        return cluster
    }

    private init(port: Int) throws {
        // A short path: it holds the name of a socket.
        folder = URL(filePath: "/tmp/vlens-slurm-\(port)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        environment = ProcessInfo.processInfo.environment.merging(
            [
                "SLURM_BASE": folder.path, "CTLD_PORT": "\(port)", "NODE_PORT0": "\(port + 1)", "CPUS": "4",
                "CRED_EXPIRE": "10", "ACCT": "0",
            ], uniquingKeysWith: { $1 })
        lifeline = Pipe()
        keeper = Process()
        keeper.executableURL = URL(filePath: "/bin/bash")
        let keeping = "trap : INT TERM HUP; read -r word; bash \"$0\" stop >/dev/null 2>&1; rm -rf \"$1\""
        keeper.arguments = ["-c", keeping, Self.script.path, folder.path]
        keeper.environment = environment
        keeper.standardInput = lifeline
        keeper.standardOutput = FileHandle.nullDevice
        keeper.standardError = FileHandle.nullDevice
        try keeper.runWithSignals()
    }

    /// Stops it and removes its folder.
    package func stop() async {
        try? lifeline.fileHandleForWriting.close()
        while keeper.isRunning { try? await Task.sleep(for: .milliseconds(50)) }
    }

    /// Has the script do something: `crash-node n1`, `kill-node n2`, `start-node n1`.
    ///
    /// - Throws: ``PeerError`` where it fails.
    @discardableResult
    package func say(_ words: String...) async throws -> String {
        let result = try await run("/bin/bash", [Self.script.path] + words)
        guard result.status == 0 else {
            throw PeerError(description: "slurm.sh \(words.joined(separator: " ")): \(result.output)\(result.error)")
        }
        return result.output
    }

    /// One of Slurm's own commands, such as `scontrol show job 7`.
    ///
    /// - Throws: ``PeerError`` where it fails.
    @discardableResult
    package func command(_ words: String...) async throws -> String {
        let result = try await run("/usr/bin/env", words)
        guard result.status == 0 else {
            throw PeerError(description: "\(words.joined(separator: " ")): \(result.error)")
        }
        return result.output
    }

    /// Ends the controller and starts it again; what runs goes on meanwhile.
    ///
    /// - Throws: ``PeerError`` where it does not come up.
    package func restartController() async throws {
        let line = """
            pid=$(cat run/slurmctld.pid); kill "$pid"
            for _ in $(seq 100); do
                [ -r "/proc/$pid/stat" ] && ! grep -q '^State:.Z' "/proc/$pid/status" || break
                sleep 0.1
            done
            PATH=$PATH:/usr/sbin slurmctld -f "$SLURM_CONF"
            for _ in $(seq 100); do scontrol ping 2>/dev/null | grep -q 'is UP' && exit 0; sleep 0.1; done
            exit 1
            """
        let result = try await run("/bin/bash", ["-c", line])
        guard result.status == 0 else { throw PeerError(description: "slurmctld did not come back: \(result.error)") }
    }

    /// Runs a program without the descriptors of `Process`: a daemon that inherited them would seem to be the program itself,
    /// and never to end.
    private func run(_ path: String, _ arguments: [String]) async throws -> Program.Result {
        let apart = """
            for place in /proc/$$/fd/*; do
                number=${place##*/}
                [ "$number" -le 2 ] || eval "exec $number>&-"
            done
            exec "$@"
            """
        return try await RunningProgram(
            path: "/bin/bash", arguments: ["-c", apart, "apart", path] + arguments, folder: folder,
            environment: environment.merging(settings, uniquingKeysWith: { $1 })
        ).result()
    }
}
