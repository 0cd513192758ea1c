import Foundation
import TestServers
import TestSupport

/// Inspect AI, as `Scripts/peer-python` installs it.
enum PeerInspect {
    /// Its program.
    static let path: String = {
        let environment = ProcessInfo.processInfo.environment
        func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let cache = value("XDG_CACHE_HOME") ?? (value("HOME") ?? NSHomeDirectory()) + "/.cache"
        return (value("PEERS_HOME") ?? cache + "/peers") + "/inspect/venv/bin/inspect"
    }()

    /// Whether its tests are to run.
    static let isExpected = FileManager.default.isExecutableFile(atPath: path) || PeerProgram.isRequired

    /// The message of a skipped test.
    static let absence = "Inspect AI is not installed; run 'Scripts/peer-python'"

    /// Runs it in a program's folder, with its logs in `logs`.
    ///
    /// - Throws: where it can't be started.
    static func run(_ arguments: [String], in vlens: Program, server: String) async throws -> Program.Result {
        var inspect = vlens
        inspect.environment = [
            "LOCAL_BASE_URL": server, "LOCAL_API_KEY": "none", "INSPECT_LOG_DIR": "logs", "INSPECT_DISPLAY": "plain",
            "PYTHONDONTWRITEBYTECODE": "1",
        ]
        return try await inspect.start(path, arguments).result()
    }
}
