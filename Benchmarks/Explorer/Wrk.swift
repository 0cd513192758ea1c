import Foundation

/// wrk, a program of others that asks a server as fast as it answers (Debian's package `wrk`).
enum Wrk {
    struct Found {
        var requests = 0
        /// Answers with another status than 200, and connections that failed.
        var failed = 0
        /// Requests a second, of the last round.
        var rate = 0.0
    }

    /// Asks for all targets in turn until so many were answered, five seconds at a time.
    ///
    /// - Throws: `BenchmarkError` where wrk is not installed or says something else than it does.
    static func ask(_ port: Int, _ targets: [String], requests: Int, connections: Int) throws -> Found {
        let script = FileManager.default.temporaryDirectory.appending(path: "wrk-\(UUID().uuidString).lua")
        defer { try? FileManager.default.removeItem(at: script) }
        let list = targets.map { "\"\($0)\"" }.joined(separator: ", ")
        try """
        local targets, next = { \(list) }, 0
        request = function()
          next = next % #targets + 1
          return wrk.format("GET", targets[next])
        end
        """.write(to: script, atomically: true, encoding: .utf8)
        var found = Found()
        for _ in 0..<60 where found.requests < requests {
            let arguments = [
                "wrk", "-t", "2", "-c", "\(connections)", "-d", "5s", "--timeout", "30s", "-s", script.path,
                "http://127.0.0.1:\(port)/",
            ]
            let text = try Child("/usr/bin/env", arguments).finish()
            guard let count = number(/(\d+) requests in/, text) else {
                throw BenchmarkError.failure("wrk said '\(text)'")
            }
            found.requests += count
            found.failed += number(/Non-2xx or 3xx responses: (\d+)/, text) ?? 0
            if let errors = text.firstMatch(of: /connect (\d+), read (\d+), write (\d+), timeout (\d+)/)?.output {
                found.failed += [errors.1, errors.2, errors.3, errors.4].compactMap { Int($0) }.reduce(0, +)
            }
            found.rate = Double(count) / 5
        }
        return found
    }

    private static func number(_ pattern: Regex<(Substring, Substring)>, _ text: String) -> Int? {
        text.firstMatch(of: pattern).flatMap { Int($0.output.1) }
    }
}
