package import Foundation

/// A running `chromedriver` with a folder of its own. A shell keeps it and ends it with its browsers when told to, or when
/// the test process is gone, however it went.
package final class WebDriverProcess: Sendable {
    /// Where its browsers keep their profiles; removed at the end, with whatever else was put there.
    package let folder: URL
    /// The port it listens on.
    let port: Int
    private let keeper: Process
    private let lifeline: Pipe

    /// Where Chromium and its driver are, of Debian's packages `chromium` and `chromium-driver`; `CHROMIUM` and
    /// `CHROMEDRIVER` name others.
    package static let paths: (browser: String, driver: String)? = {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["PATH"] ?? "/usr/bin:/usr/local/bin").split(separator: ":")
        func first(_ variable: String, _ names: [String]) -> String? {
            let usual = names.flatMap { name in folders.map { "\($0)/\(name)" } }
            return ([environment[variable]].compactMap { $0 } + usual).first(
                where: FileManager.default.isExecutableFile(atPath:))
        }
        guard let driver = first("CHROMEDRIVER", ["chromedriver"]),
            let browser = first("CHROMIUM", ["chromium", "chromium-browser", "google-chrome", "chrome"])
        else { return nil }
        return (browser, driver)
    }()

    /// Whether tests in a browser are to run: where it is installed, or where it must be.
    package static let isExpected = paths != nil || isRequired

    /// Whether a browser that is absent is a failure: in CI.
    package static let isRequired =
        ProcessInfo.processInfo.environment["VLENS_PEERS"] == "required"
        || !(ProcessInfo.processInfo.environment["CI"] ?? "").isEmpty

    /// The message of a skipped test, and of a failed one where it must not be skipped.
    package static let absence: String =
        "a browser and its driver are not installed; on Debian: apt-get install chromium chromium-driver"

    /// Starts one and waits until it says its port.
    ///
    /// - Throws: ``WebDriverError`` where it is not installed or does not come up.
    package static func start() async throws -> WebDriverProcess {
        guard let paths else { throw WebDriverError(absence) }
        // The browser has a socket in it, whose path must be short.
        let folder = FileManager.default.temporaryDirectory.appending(path: "vlb-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let lifeline = Pipe()
        let keeper = Process()
        keeper.executableURL = URL(filePath: "/bin/bash")
        keeper.arguments = ["-c", keeping, paths.driver, folder.path]
        // A browser that finds a home writes into it.
        keeper.environment = ProcessInfo.processInfo.environment.merging(
            ["HOME": folder.path, "TMPDIR": folder.path], uniquingKeysWith: { $1 })
        keeper.standardInput = lifeline
        keeper.standardOutput = FileHandle.nullDevice
        keeper.standardError = FileHandle.nullDevice
        try keeper.runWithSignals()
        let log = folder.appending(path: "driver.log")
        for _ in 0..<600 {
            let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
            if let match = text.firstMatch(of: /started successfully on port ([0-9]+)/), let port = Int(match.output.1)
            {
                return WebDriverProcess(folder: folder, port: port, keeper: keeper, lifeline: lifeline)
            }
            guard keeper.isRunning else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        try? lifeline.fileHandleForWriting.close()
        throw WebDriverError("chromedriver did not start: \(text)")
    }

    /// Starts the driver as the head of a process group, and ends the group at the end of the pipe.
    private static let keeping = """
        trap : INT TERM HUP
        folder=$1
        setsid "$0" --port=0 >"$folder/driver.log" 2>&1 </dev/null &
        driver=$!
        read -r _
        kill -TERM -- "-$driver" 2>/dev/null || kill -TERM "$driver" 2>/dev/null
        for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 -- "-$driver" 2>/dev/null || break; sleep 0.1; done
        kill -KILL -- "-$driver" 2>/dev/null
        rm -rf "$folder"
        """

    private init(folder: URL, port: Int, keeper: Process, lifeline: Pipe) {
        (self.folder, self.port, self.keeper, self.lifeline) = (folder, port, keeper, lifeline)
    }

    /// Ends it and removes its folder.
    package func stop() async {
        try? lifeline.fileHandleForWriting.close()
        while keeper.isRunning { try? await Task.sleep(for: .milliseconds(20)) }
    }
}

/// What a browser or its driver refused.
package struct WebDriverError: Error, CustomStringConvertible {
    /// What is the matter.
    package let description: String

    package init(_ description: String) { self.description = description }
}
