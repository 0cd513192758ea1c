import Foundation
import TestSupport

/// `vlens serve` over a store, as a process of its own.
final class ServedStore {
    let port: Int
    private let child: Child

    /// - Throws: `BenchmarkError` where it does not listen.
    init(_ store: String) throws(BenchmarkError) {
        child = try Child(try Child.vlens(), ["serve", "--store", store, "--port", "0"])
        let line = child.firstOutput()
        guard let found = line.firstMatch(of: /127\.0\.0\.1:(\d+)/), let port = Int(found.output.1) else {
            throw .failure("'vlens serve' said '\(line)' in place of its address")
        }
        self.port = port
    }

    /// The body of an answer.
    ///
    /// - Throws: `BenchmarkError` for any status but 200.
    @discardableResult
    func get(_ target: String) throws -> String {
        let request = "GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n"
        let answer = try RawConnection.exchangeBlocking(Data(request.utf8), port: port, seconds: 60)
        guard answer.hasPrefix("HTTP/1.1 200 ") else {
            throw BenchmarkError.failure("'\(target)' was answered: \(answer.prefix(300))")
        }
        return answer
    }

    /// Waits until a run's figures with their intervals are made.
    func waitForFigures(run: Int) throws {
        for _ in 0..<600 {
            let answer = try get("/?format=csv")
            if let row = answer.split(separator: "\r\n").first(where: { $0.hasPrefix("\(run),") }) {
                // Of a study in one wording some figures can't be had: what is there says so itself.
                if row.contains(",current,") { return }
            }
            Thread.sleep(forTimeInterval: 1.1)
        }
        throw BenchmarkError.failure("no figures after ten minutes")
    }

    /// The most memory that it ever held, in MB (10⁶ bytes).
    func peakMemory() throws -> Double {
        let status = try String(contentsOfFile: "/proc/\(child.processIdentifier)/status", encoding: .utf8)
        guard let found = status.firstMatch(of: /VmHWM:\s+(\d+) kB/), let kilobytes = Double(found.output.1) else {
            throw BenchmarkError.failure("the system does not say what a process held in memory")
        }
        return kilobytes * 1024 / 1e6
    }

    func end() {
        child.interrupt()
    }
}
