import Foundation

/// Commands that look at a large store, beside a bare SQL scan of the columns that measuring needs; and what they hold in
/// memory, beside the same over a store of one round.
///
/// The replies are those of a simulated respondent, asked and stored by `vlens run` itself.
struct StoredBenchmark {
    private let replies: Int
    private let repetitions: Int

    init(_ options: Options) {
        replies = options.stored
        repetitions = options.repetitions ?? 3
    }

    private struct Job {
        let name: String
        let arguments: [String]
        /// In seconds; nil where the scan is the limit.
        let limit: Double?
    }

    private static let jobs = [
        Job(name: "measure", arguments: ["measure", "--no-intervals", "--json"], limit: nil),
        Job(name: "report", arguments: ["report", "--no-intervals"], limit: 20),
        Job(name: "runs", arguments: ["runs"], limit: 1),
        Job(name: "replies --limit 3", arguments: ["replies", "--limit", "3"], limit: 1),
    ]

    /// - Throws: `BenchmarkError` where a command fails, what writing files and scanning throw.
    func reports() throws -> [Report] {
        let folder = Child.own.deletingLastPathComponent().appending(path: "benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let round = try SyntheticQuestions(count: 7392)
        let actions = folder.appending(path: "actions.jsonl")
        try round.writeActions(to: actions)
        // One variant of each task: a choice for every cell, the ratings of every scenario.
        let perRound = round.count + 132
        let rounds = (replies + perRound - 1) / perRound
        let (small, large) = (folder.appending(path: "small.sqlite").path, folder.appending(path: "large.sqlite").path)
        try fill(small, actions.path, rounds: 1)
        try fill(large, actions.path, rounds: rounds)
        let scan = try Timings(repetitions: repetitions) { _ = try StoredReplies.scan(large) }
        var figures: [Figure] = []
        for job in Self.jobs {
            let seen = try Self.measured(job, large, actions.path, folder, times: repetitions)
            let once = try Self.measured(job, small, actions.path, folder, times: 1)
            let limit = job.limit.map { Figure.Budget.atMost($0) } ?? .timesAnchor(3)
            figures += [
                Figure(
                    name: "wall: \(job.name)", unit: "s", ours: Timings(seen.map(\.wall)).minimum, anchor: scan.minimum,
                    budget: limit),
                Figure(
                    name: "peak memory: \(job.name)", unit: "MB", ours: Timings(seen.map(\.memory)).minimum,
                    anchor: once.first?.memory, budget: .timesAnchor(1.1)),
            ]
        }
        return [
            Report(
                title: "stored: \(rounds * perRound) replies, \(repetitions) repetitions",
                anchor: "walls: a bare SQL scan of the columns that measuring needs; "
                    + "memory: ours over \(perRound) replies",
                figures: figures, notes: ["Whole processes, from start to end; the scan is timed inside of this one."])
        ]
    }

    private func fill(_ store: String, _ actions: String, rounds: Int) throws(BenchmarkError) {
        _ = try Child(
            try Child.vlens(),
            [
                "run", "--study", "schwartz-132", "--actions", actions, "--variants", "0", "--repeats", "\(rounds)",
                "--store", store, "--no-report", "--no-intervals", "--quiet",
            ]
        ).finish()
    }

    private static func measured(
        _ job: Job, _ store: String, _ actions: String, _ folder: URL, times: Int
    ) throws(BenchmarkError) -> [Measured] {
        var arguments = job.arguments + ["--store", store]
        if job.name == "report" { arguments += ["--out", folder.appending(path: "report").path] }
        var all: [Measured] = []
        for _ in 0..<times { all.append(try Measured.run(try Child.vlens(), arguments).0) }
        return all
    }
}
