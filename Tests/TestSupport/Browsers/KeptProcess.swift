package import Foundation

/// A program with a folder of its own, kept by a shell that ends it and all that it started when told to, or when the test process
/// is gone, however it went.
package final class KeptProcess: Sendable {
    /// What the program may write into; removed at the end.
    package let folder: URL
    private let keeper: Process
    private let lifeline: Pipe

    /// What it has written to standard output and standard error until now.
    package var log: String {
        (try? String(contentsOf: folder.appending(path: "program.log"), encoding: .utf8)) ?? ""
    }

    /// Whether it has not ended yet.
    package var isRunning: Bool { keeper.isRunning }

    /// Starts a program.
    ///
    /// - Parameter prepare: what its folder holds before it starts.
    /// - Throws: where it can't be started.
    package init(
        _ path: String, _ arguments: (URL) -> [String], environment: [String: String] = [:],
        prepare: (URL) throws -> Void = { _ in }
    ) throws {
        // A browser has a socket in it, whose path must be short.
        folder = FileManager.default.temporaryDirectory.appending(path: "vlb-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try prepare(folder)
        (keeper, lifeline) = (Process(), Pipe())
        keeper.executableURL = URL(filePath: "/bin/bash")
        keeper.arguments = ["-c", Self.keeping, path, folder.path] + arguments(folder)
        // A browser that finds a home writes into it.
        keeper.environment = ProcessInfo.processInfo.environment
            .merging(["HOME": folder.path, "TMPDIR": folder.path], uniquingKeysWith: { $1 })
            .merging(environment, uniquingKeysWith: { $1 })
        keeper.standardInput = lifeline
        keeper.standardOutput = FileHandle.nullDevice
        keeper.standardError = FileHandle.nullDevice
        try keeper.runWithSignals()
    }

    /// Starts the program as the head of a process group, and ends the group at the end of the pipe.
    private static let keeping = """
        trap : INT TERM HUP
        folder=$1
        shift
        setsid "$0" "$@" >"$folder/program.log" 2>&1 </dev/null &
        program=$!
        read -r _
        kill -TERM -- "-$program" 2>/dev/null || kill -TERM "$program" 2>/dev/null
        for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 -- "-$program" 2>/dev/null || break; sleep 0.1; done
        kill -KILL -- "-$program" 2>/dev/null
        rm -rf "$folder"
        """

    /// Waits until it says something.
    ///
    /// - Throws: ``WebDriverError`` where it ends before, or says nothing for half a minute.
    package func wait<T>(until found: () -> T?) async throws -> T {
        for _ in 0..<600 {
            if let found = found() { return found }
            guard isRunning else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw WebDriverError("a browser did not start: \(log.suffix(2000))")
    }

    /// Ends it and removes its folder.
    package func stop() async {
        try? lifeline.fileHandleForWriting.close()
        while keeper.isRunning { try? await Task.sleep(for: .milliseconds(20)) }
    }
}
