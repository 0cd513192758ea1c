import Foundation

/// Questions asked by `vlens run` of a server that takes its time, every reply committed; beside clients that store
/// nothing, and Inspect AI.
///
/// Server and clients are processes of their own. Ours and the first anchor take turns.
struct QuestionsBenchmark {
    private let options: Options
    private let repetitions: Int

    init(_ options: Options) {
        self.options = options
        repetitions = options.repetitions ?? 3
    }

    /// One report for each concurrency, and one for ten times the questions where they are wanted.
    func reports() throws -> [Report] {
        let questions = try SyntheticQuestions(count: options.count)
        // Beside the program, because the usual place of temporary files may lie in memory.
        let folder = Child.own.deletingLastPathComponent().appending(path: "benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = QuestionFiles(folder: folder)
        try questions.writeActions(to: files.actions)
        try questions.writeRequests(to: files.requests)
        let (aiohttp, inspect) = (Anchor("ask.py"), options.inspect ? Anchor("inspect_ask.py") : nil)
        return try (options.concurrency.map { [$0] } ?? [64, 512]).flatMap { concurrency in
            let load = Self.load
            let server = try ServerProcess(latency: options.latency)
            let clients = Clients(port: server.port, concurrency: concurrency, files: files)
            var scale = AskingReport(
                count: questions.count, concurrency: concurrency, latency: options.latency, load: load)
            do {
                for _ in 0..<repetitions {
                    scale.ours.append(try clients.vlens(questions.count, replicates: questions.replicates))
                    if let aiohttp { scale.aiohttp.append(try clients.anchor(aiohttp, questions.count)) }
                }
                scale.bare = [try clients.bare(questions.count)]
                if let inspect { scale.inspect = [try clients.anchor(inspect, questions.count)] }
                if options.growth {
                    scale.grown = [
                        try clients.vlens(10 * questions.count, replicates: 10 * questions.replicates)
                    ]
                }
            } catch {
                _ = server.stop()
                throw error
            }
            scale.serverCPU = server.stop()
            return scale.reports
        }
    }

    /// The machine's load over the last minute; `nil` where this system does not say.
    private static var load: String? {
        (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").first.map(String.init)
    }
}
