import Foundation

/// What a program took from its start to its end, by the kernel's account.
struct Measured: Codable {
    /// Seconds until it was gone.
    let wall: Double
    /// CPU seconds, user and system, all threads.
    let cpu: Double
    /// The most memory it held, in MB (10⁶ bytes).
    let memory: Double

    /// Runs a program to its end, as the child of a process that does nothing else. The kernel keeps one account for all
    /// children of a process, and a child's peak of memory begins with that of whoever starts it.
    ///
    /// - Returns: what it took, and its standard output.
    /// - Throws: `BenchmarkError` where it fails.
    static func run(_ path: String, _ arguments: [String]) throws(BenchmarkError) -> (Measured, output: String) {
        let lines = try Child(own: ["time", path] + arguments).finish().split(whereSeparator: \.isNewline)
        return (
            try JSONText.read(Measured.self, from: lines.last.map(String.init) ?? ""),
            lines.dropLast().joined(separator: "\n")
        )
    }

    /// The process that does nothing else.
    ///
    /// - Returns: the program's standard output, and behind it what it took.
    /// - Throws: `BenchmarkError` where it fails.
    static func timed(_ program: [String]) throws -> String {
        guard let path = program.first else { throw BenchmarkError.misuse("time needs the path of a program") }
        let start = ContinuousClock.now
        let output = try Child(path, Array(program.dropFirst())).finish()
        let wall = (ContinuousClock.now - start) / .seconds(1)
        let measured = Measured(wall: wall, cpu: Usage.childrensCPU, memory: Usage.childrensPeakMemory)
        return output + "\n" + (try JSONText.line(measured))
    }
}
