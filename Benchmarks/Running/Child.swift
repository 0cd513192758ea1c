import Foundation

/// A program started by this one. Its standard error is this one's.
final class Child {
    private let name: String
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// - Throws: `BenchmarkError` where it can't be started.
    init(_ path: String, _ arguments: [String]) throws(BenchmarkError) {
        name = URL(filePath: path).lastPathComponent
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            throw .failure("'\(path)' can't be started: \(error)")
        }
    }

    /// This program itself, as another process.
    convenience init(own arguments: [String]) throws(BenchmarkError) {
        try self.init(Self.own.path, arguments)
    }

    /// The file of this program.
    static var own: URL {
        URL(filePath: Bundle.main.executablePath ?? CommandLine.arguments[0])
    }

    /// The path of the built `vlens` beside this program.
    ///
    /// - Throws: `BenchmarkError` where it is not built.
    static func vlens() throws(BenchmarkError) -> String {
        let path = own.deletingLastPathComponent().appending(path: "vlens").path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw .failure("'\(path)' is not built: Scripts/swift build --product vlens")
        }
        return path
    }

    /// What it has written as soon as it has written anything.
    func firstOutput() -> String {
        String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }

    /// Waits for its end.
    ///
    /// - Returns: its standard output.
    /// - Throws: `BenchmarkError` where it failed.
    func finish() throws(BenchmarkError) -> String {
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw .failure("'\(name)' ended with status \(process.terminationStatus)")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Its number in the system.
    var processIdentifier: Int32 { process.processIdentifier }

    /// Asks it to stop, as Ctrl-C does, and waits for its end.
    func interrupt() {
        process.interrupt()
        process.waitUntilExit()
    }

    /// Ends it as a machine that is switched off does, and waits for its end.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Ends its standard input, on which a server waits, and waits for its end.
    func close() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
