import Foundation
import GRDB
import TestSupport
import Text

/// `vlens annotate` while twenty people judge as fast as it answers and it is killed twice: what was acknowledged and is not there, and
/// how long a save takes.
///
/// The anchor is SQLite alone, which writes as many labels a transaction, each on the disk before the next.
struct AnnotateBenchmark {
    private let seconds: Double

    init(_ options: Options) { seconds = Double(options.seconds) }

    private static let people = 20, items = 400, overlap = 3

    /// - Throws: `BenchmarkError` where a program fails, what writing files and SQLite throw.
    func reports() async throws -> [Report] {
        let folder = Child.own.deletingLastPathComponent().appending(path: "benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let bare = try BareInserts.timings(
            in: folder.appending(path: "bare.sqlite").path, labels: 5, seconds: min(5, seconds / 4))
        let files = JudgedFiles(folder)
        try files.writeItems(Self.items)
        var server = try files.start(people: Self.people, overlap: Self.overlap, port: 0)
        let crowd = AnnotationCrowd(server.people, port: server.port)
        let start = ContinuousClock.now
        async let judging: Void = crowd.judge(country: "Philippines")
        for _ in 0..<2 {
            try await Task.sleep(for: .seconds(seconds / 3))
            server.child.kill()
            server = try files.start(people: Self.people, overlap: Self.overlap, port: 0)
            crowd.redirect(to: server.port)
        }
        try await Task.sleep(for: .seconds(seconds / 3))
        crowd.end()
        await judging
        let took = (ContinuousClock.now - start) / .seconds(1)
        let (outcome, found) = (crowd.current, await crowd.check())
        server.child.kill()
        if let problem = outcome.problems.first { throw BenchmarkError.failure(problem) }
        return [
            try report(outcome, found.lost.count, found.judges.values.max() ?? 0, took, Timings(bare), files.labels())
        ]
    }

    private func report(
        _ outcome: AnnotationCrowd.Outcome, _ lost: Int, _ most: Int, _ took: Double, _ bare: Timings, _ stored: Int
    ) -> Report {
        let saves = Timings(outcome.seconds)
        return Report(
            title: "annotate: \(Self.people) people save at once for \(Int(took)) s, the server killed twice",
            anchor: "SQLite alone, one transaction after another, each on the disk",
            figures: [
                Figure(name: "saves acknowledged and lost", unit: "", ours: Double(lost), budget: .atMost(0)),
                Figure(
                    name: "labels stored beyond or below those acknowledged", unit: "",
                    ours: abs(Double(stored - outcome.labels)), budget: .atMost(0)),
                Figure(
                    name: "people who judged one item, at most", unit: "", ours: Double(most),
                    budget: .atMost(Double(Self.overlap))),
                Figure(name: "saves acknowledged", unit: "", ours: Double(outcome.saves)),
                Figure(name: "saves a second", unit: "1/s", ours: Double(outcome.saves) / took, anchor: 1 / bare.mean),
                Figure(name: "a save, median", unit: "s", ours: saves.median, anchor: bare.median),
                Figure(name: "a save, 99 %", unit: "s", ours: saves.quantile(0.99), anchor: bare.quantile(0.99)),
            ],
            notes: [
                "Each person asks for a page, sends its form and waits for the answer, on a connection each time; latency is the save's.",
                "\(outcome.retries) requests got no answer while the server was gone, and were sent again.",
            ])
    }
}
