import Foundation
import GRDB

/// `vlens merge` of the stores of many shards, beside SQLite copying the same rows without looking for what is the same.
///
/// The replies are those of a simulated respondent, asked shard by shard and stored by `vlens run` itself.
struct MergeBenchmark {
    private static let shards = 32
    private let replies: Int
    private let repetitions: Int

    init(_ options: Options) {
        replies = options.stored
        repetitions = options.repetitions ?? 3
    }

    /// - Throws: `BenchmarkError` where a command fails, what writing files and copying throw.
    func reports() throws -> [Report] {
        let folder = Child.own.deletingLastPathComponent().appending(path: "benchmark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let round = try SyntheticQuestions(count: 7392)
        let actions = folder.appending(path: "actions.jsonl")
        try round.writeActions(to: actions)
        let perRound = round.count + 132
        let rounds = (replies + perRound - 1) / perRound
        let stores = try (1...Self.shards).map { shard in
            let path = folder.appending(path: "shard-\(shard).sqlite").path
            try fill(path, actions.path, "\(shard)/\(Self.shards)", rounds: rounds)
            return path
        }
        let target = folder.appending(path: "all.sqlite").path
        var (ours, again, copies) = ([Measured](), [Measured](), [Double]())
        for _ in 0..<repetitions {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: target + suffix) }
            let merge = ["merge", target] + stores + ["--shards", "\(Self.shards)", "--quiet"]
            ours.append(try Measured.run(try Child.vlens(), merge).0)
            let copy = folder.appending(path: "copy.sqlite").path
            try? FileManager.default.removeItem(atPath: copy)
            copies.append(try Timings(repetitions: 1) { try Self.copy(stores, to: copy) }.minimum)
            // One shard that is there already.
            again.append(try Measured.run(try Child.vlens(), ["merge", target, stores[0], "--quiet"]).0)
        }
        guard try StoredReplies.count(target) == rounds * perRound else {
            throw BenchmarkError.failure("the merged store does not hold every reply")
        }
        return [
            Report(
                title: "merge: \(rounds * perRound) replies of \(Self.shards) stores, \(repetitions) repetitions",
                anchor: "SQLite copying the same rows, nothing looked up and no index made",
                figures: [
                    Figure(
                        name: "wall: merge", unit: "s", ours: Timings(ours.map(\.wall)).minimum,
                        anchor: Timings(copies).minimum, budget: .atMost(30)),
                    Figure(
                        name: "wall: one shard again", unit: "s", ours: Timings(again.map(\.wall)).minimum,
                        anchor: Timings(copies).minimum, budget: .atMost(30)),
                    Figure(
                        name: "peak memory: merge", unit: "MB", ours: Timings(ours.map(\.memory)).minimum, anchor: nil,
                        budget: .atMost(400)),
                ],
                notes: ["Whole processes, from start to end; the copy is timed inside of this one."])
        ]
    }

    private func fill(_ store: String, _ actions: String, _ shard: String, rounds: Int) throws(BenchmarkError) {
        _ = try Child(
            try Child.vlens(),
            [
                "run", "--study", "schwartz-132", "--actions", actions, "--variants", "0", "--repeats", "\(rounds)",
                "--store", store, "--shard", shard, "--quiet",
            ]
        ).finish()
    }

    /// Copies what is large of every store into tables of another.
    private static func copy(_ stores: [String], to path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA main.journal_mode = OFF; PRAGMA main.synchronous = OFF")
            for table in ["question", "replyRow", "raw", "reading"] {
                try db.execute(sql: "ATTACH DATABASE ? AS source", arguments: [stores[0]])
                try db.execute(sql: "CREATE TABLE main.\(table) AS SELECT * FROM source.\(table) LIMIT 0")
                try db.execute(sql: "DETACH DATABASE source")
            }
            for store in stores {
                try db.execute(sql: "ATTACH DATABASE ? AS source", arguments: [store])
                try db.inTransaction {
                    for table in ["question", "replyRow", "raw", "reading"] {
                        try db.execute(sql: "INSERT INTO main.\(table) SELECT * FROM source.\(table)")
                    }
                    return .commit
                }
                try db.execute(sql: "DETACH DATABASE source")
            }
        }
        try queue.close()
    }
}
