package import Foundation

/// The built `vlens`, run as a process in a folder of its own.
package struct Program: Sendable {
    /// What a run of it left behind.
    package struct Result: Sendable {
        /// The exit code, or the negated number of the signal that ended it.
        package let status: Int32
        /// Standard output.
        package let output: String
        /// Standard error.
        package let error: String
    }

    /// Where it runs; empty at first.
    package let folder: URL
    /// Added to an environment without any of `vlens`' own variables.
    package var environment: [String: String] = [:]

    /// A program with a folder of its own.
    ///
    /// - Throws: what making the folder throws.
    package init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "vlens-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// The program that was built with the tests.
    package static let path: String = {
        #if DEBUG
            let built = ".build/debug"
        #else
            let built = ".build/release"
        #endif
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let places = [beside, beside.deletingLastPathComponent(), SharedFolder.projectRoot.appending(path: built)]
        let paths = places.map { $0.appending(path: "vlens").path }
        return paths.first { FileManager.default.isExecutableFile(atPath: $0) && !isFolder($0) } ?? paths[2]
    }()

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// A file in the program's folder.
    package func file(_ name: String) -> URL { folder.appending(path: name) }

    /// Writes a file into the program's folder and returns its path.
    ///
    /// - Throws: what writing throws.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: file(name))
        return file(name).path
    }

    /// Runs it to its end.
    ///
    /// - Throws: where it can't be started.
    package func run(_ arguments: String...) async throws -> Result {
        try await run(arguments)
    }

    /// Runs it to its end.
    ///
    /// - Throws: where it can't be started.
    package func run(_ arguments: [String]) async throws -> Result {
        try await start(arguments).result()
    }

    /// Starts it.
    ///
    /// - Throws: where it can't be started.
    package func start(_ arguments: [String]) throws -> RunningProgram {
        try start(Self.path, arguments)
    }

    /// Starts another program in its place, such as a shell that limits it.
    ///
    /// - Throws: where it can't be started.
    package func start(_ path: String, _ arguments: [String]) throws -> RunningProgram {
        try RunningProgram(
            path: path, arguments: arguments, folder: folder,
            environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8"].merging(
                environment, uniquingKeysWith: { $1 }))
    }

    /// Runs a line of shell in the folder, with `vlens` on the search path.
    ///
    /// - Throws: where it can't be started.
    package func shell(_ line: String) async throws -> Result {
        let place = URL(filePath: Self.path).deletingLastPathComponent().path
        let running = try RunningProgram(
            path: "/bin/sh", arguments: ["-c", line], folder: folder,
            environment: ["PATH": "\(place):/usr/bin:/bin", "HOME": folder.path, "LANG": "C.UTF-8"].merging(
                environment, uniquingKeysWith: { $1 }))
        return try await running.result()
    }

    /// Removes the folder.
    package func remove() {
        try? FileManager.default.removeItem(at: folder)
    }
}

/// A program that was started.
package final class RunningProgram: Sendable {
    private let process: Process
    private let output: URL
    private let error: URL

    /// Starts a program in a folder, with an environment.
    package init(path: String, arguments: [String], folder: URL, environment: [String: String]) throws {
        // Into files: a pipe that nobody empties would stop the program.
        let name = UUID().uuidString
        output = FileManager.default.temporaryDirectory.appending(path: "\(name).out")
        error = FileManager.default.temporaryDirectory.appending(path: "\(name).err")
        for file in [output, error] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: error)
        try process.runWithSignals()
        self.process = process
    }

    /// Sends it a signal.
    package func signal(_ number: Int32) {
        kill(process.processIdentifier, number)
    }

    /// What it has written to standard output until now.
    package var outputSoFar: String {
        (try? Data(contentsOf: output)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// What it has written to standard error until now.
    package var errorSoFar: String {
        (try? Data(contentsOf: error)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Whether it has not ended yet.
    package var isRunning: Bool { process.isRunning }

    /// How many files and connections it has open now; `nil` where it is gone, or this system does not say.
    package var openFiles: Int? {
        try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process.processIdentifier)/fd").count
    }

    /// Waits for its end.
    ///
    /// - Throws: where what it wrote can't be read.
    package func result() async throws -> Program.Result {
        let process = process
        await withCheckedContinuation { done in
            Thread.detachNewThread {
                process.waitUntilExit()
                done.resume()
            }
        }
        defer { for file in [output, error] { try? FileManager.default.removeItem(at: file) } }
        let status = process.terminationStatus
        return Program.Result(
            status: process.terminationReason == .exit ? status : -status,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
    }
}

extension Process {
    /// Runs it as a shell would, with no signal blocked: the threads that tests run on block most, and a child inherits
    /// that.
    ///
    /// - Throws: what `run` throws.
    package func runWithSignals() throws {
        var (none, before) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try run()
    }
}
