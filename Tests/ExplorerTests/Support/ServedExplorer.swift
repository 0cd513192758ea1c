import AnswerStore
import Costs
import Explorer
import Foundation
import Measures
import TestSupport
import Testing
import Workbench

/// An explorer that listens on a free port, over a store of its own, as long as a test's body runs.
struct ServedExplorer: Sendable {
    let port: Int
    let token: String
    let program: Program

    /// Serves while `body` runs.
    ///
    /// - Parameters:
    ///   - runs: respondents that are asked the pilot study before it starts, through the program.
    ///   - change: makes the settings what the test wants.
    static func with<T: Sendable>(
        runs: [String] = [], changing change: (inout ExplorerSettings) -> Void = { _ in },
        _ body: @Sendable @escaping (ServedExplorer) async throws -> T
    ) async throws -> T {
        let program = try Program()
        defer { program.remove() }
        for run in runs {
            let result = try await program.run("run", "--model", run, "--no-report", "--quiet", "--no-intervals")
            try #require(result.status == 0, "\(result.error)")
        }
        let store = try AnswerStore(path: program.file("vlens.sqlite").path)
        let library = RunLibrary(
            store, prices: try PriceTable.builtIn(), plan: ResamplingPlan(replicates: 100, seed: 1))
        var settings = ExplorerSettings(port: 0, token: Session.makeToken())
        change(&settings)
        let server = ExplorerServer(library, settings: settings)
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let token = settings.token
        return try await withThrowingTaskGroup(of: T?.self) { group in
            group.addTask {
                try await server.run { continuation.yield($0) }
                return nil
            }
            group.addTask {
                for await port in ports {
                    return try await body(ServedExplorer(port: port, token: token, program: program))
                }
                return nil
            }
            defer { group.cancelAll() }
            while let result = try await group.next() {
                if let result { return result }
            }
            throw NeverListened()
        }
    }

    struct NeverListened: Error {}

    /// Sends bytes as they are on a connection of their own.
    ///
    /// - Returns: what came back until the server closed, or for so long.
    func exchange(_ request: String, seconds: Double = 10) async throws -> String {
        try await RawConnection.exchange(Data(request.utf8), port: port, seconds: seconds)
    }

    /// A request with the fields that a test says, on a connection that closes after it.
    func get(
        _ target: String, host: String? = nil, method: String = "GET", fields: [String] = [], body: String = ""
    ) async throws -> Answer {
        try await Self.get(target, port: port, host: host, method: method, fields: fields, body: body)
    }

    /// The same to any explorer on this machine.
    static func get(
        _ target: String, port: Int, host: String? = nil, method: String = "GET", fields: [String] = [],
        body: String = ""
    ) async throws -> Answer {
        let lines =
            ["\(method) \(target) HTTP/1.1", "Host: \(host ?? "127.0.0.1:\(port)")", "Connection: close"] + fields
        let length = body.isEmpty ? [] : ["Content-Length: \(body.utf8.count)"]
        let request = (lines + length).joined(separator: "\r\n") + "\r\n\r\n" + body
        return try Answer(await RawConnection.exchange(Data(request.utf8), port: port, seconds: 30))
    }

    /// Waits until the figures of all runs, their deconvolved gap last, are made.
    func waitForFigures(runs: Int) async throws {
        for _ in 0..<120 {
            let rows = try await get("/?format=csv").body.split(separator: "\r\n").dropFirst()
            let done = rows.count { row in
                let fields = row.split(separator: ",", omittingEmptySubsequences: false)
                return fields.count > 3 && !fields[fields.count - 3].isEmpty
            }
            if done == runs { return }
            try await Task.sleep(for: .milliseconds(1100))
        }
        Issue.record("no figures after two minutes")
    }

    /// What a browser sends with a form of this site.
    func post(_ target: String, _ body: String, fields: [String]) async throws -> Answer {
        try await get(target, method: "POST", fields: fields, body: body)
    }

    /// The cookie that the first line's token is changed for.
    func cookie() async throws -> String {
        let answer = try await get("/?token=\(token)")
        return String(try #require(answer.fields["set-cookie"]).prefix { $0 != ";" })
    }
}

/// An answer taken apart.
struct Answer: Sendable {
    let status: Int
    /// By names in lower case.
    let fields: [String: String]
    let body: String

    init(_ text: String) throws {
        let parts = try #require(text.firstRange(of: "\r\n\r\n"), "no answer: \(text.prefix(200))")
        var lines = text[..<parts.lowerBound].split(separator: "\r\n")
        let words = lines.removeFirst().split(separator: " ")
        status = try #require(words.count > 1 ? Int(words[1]) : nil)
        fields = Dictionary(
            lines.compactMap { line in
                let halves = line.split(separator: ":", maxSplits: 1)
                return halves.count == 2
                    ? (halves[0].lowercased(), halves[1].trimmingCharacters(in: .whitespaces)) : nil
            }, uniquingKeysWith: { first, _ in first })
        body = String(text[parts.upperBound...])
    }
}
