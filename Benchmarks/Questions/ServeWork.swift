import Foundation
import TestServers

/// The server, in a process of its own so that its CPU and memory are not counted.
enum ServeWork {
    /// What it answers to every question.
    static let reply = #"{"action": "Option 1"}"#

    /// Answers every request with the same choice, after the latency, until standard input ends. Prints its port.
    ///
    /// - Throws: what binding a port throws.
    static func run(latency: Duration) async throws {
        let response = LoopbackServer.Response.chat(reply, delay: latency)
        try await LoopbackServer.run(handler: { _ in response }) { server in
            Console.output("\(server.port)\n")
            await withCheckedContinuation { done in
                Thread.detachNewThread {
                    _ = FileHandle.standardInput.readDataToEndOfFile()
                    done.resume()
                }
            }
        }
    }
}

/// The server as its user sees it.
struct ServerProcess {
    let port: Int
    private let child: Child

    /// - Throws: `BenchmarkError` where it does not start.
    init(latency: Duration) throws(BenchmarkError) {
        let milliseconds = Int((latency / .milliseconds(1)).rounded())
        child = try Child(own: ["serve", "--latency", "\(milliseconds)"])
        let line = child.firstOutput().trimmingCharacters(in: .whitespacesAndNewlines)
        guard let port = Int(line) else { throw .failure("the loopback server printed '\(line)' instead of its port") }
        self.port = port
    }

    /// Ends it.
    ///
    /// - Returns: the CPU seconds that it took.
    func stop() -> Double {
        let before = Usage.childrensCPU
        child.close()
        return Usage.childrensCPU - before
    }
}
