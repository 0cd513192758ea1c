import Foundation
import Reading
import Study
import TestSupport
import Text

/// The reader on the raw replies of the released VIA file, beside json_repair.
struct ReaderBenchmark {
    private let repetitions: Int

    init(_ options: Options) {
        repetitions = options.repetitions ?? 5
    }

    private struct Anchored: Decodable {
        let seconds: [Double]
        let whole: Int
        let version: String
    }

    func report() throws -> Report {
        let path = try Released.path("data_release/value_action_gap_full_data_generation.csv")
        let replies = try Self.replies(path)
        let megabytes = Double(replies.reduce(0) { $0 + $1.count }) / 1e6
        let reader = ReplyReader()
        var notations: [Notation: Int] = [:]
        for reply in replies {
            if let read = reader.action(in: reply).answer { notations[read.notation, default: 0] += 1 }
        }
        var whole = 0
        let ours = Timings(repetitions: repetitions) {
            whole = replies.reduce(0) { $0 + (reader.action(in: $1).answer == nil ? 0 : 1) }
        }
        let theirs = try Anchor("read_replies.py")?.run([path, "\(repetitions)"], as: Anchored.self)
        let times = theirs.map { Timings($0.seconds) }
        let found = Notation.allCases.map { "\(notations[$0] ?? 0) \($0.rawValue)" }
        return Report(
            title: "reader: \(replies.count) raw replies, \(Numeral.text(megabytes, "MB")), \(repetitions) repetitions",
            anchor: theirs.map { "json_repair \($0.version), the loop over the replies alone" },
            figures: [
                Figure(
                    name: "minimum", unit: "s", ours: ours.minimum, anchor: times?.minimum,
                    budget: .timesAnchor(1.0 / 30)),
                Figure(name: "median", unit: "s", ours: ours.median, anchor: times?.median),
                Figure(
                    name: "throughput", unit: "MB/s", ours: megabytes / ours.minimum,
                    anchor: times.map { megabytes / $0.minimum }),
                Figure(
                    name: "replies read whole", unit: "", ours: Double(whole),
                    anchor: theirs.map { Double($0.whole) }, budget: .atLeast(14_722)),
            ],
            notes: ["Ours by notation: \(found.joined(separator: ", "))."])
    }

    private static func replies(_ path: String) throws -> [[UInt8]] {
        var rows = try CSVReader(path: path)
        let column = try rows.columns(["generation_prompt"])[0]
        var replies: [[UInt8]] = []
        while let row = try rows.next() { replies.append(Array(row.bytes(column))) }
        return replies
    }
}

/// The released files.
enum Released {
    /// - Throws: `BenchmarkError` where the folder of released data is absent.
    static func path(_ name: String) throws(BenchmarkError) -> String {
        guard SharedFolder.isPresent else { throw .failure(SharedFolder.absence) }
        return SharedFolder.file("data/release/outputs/\(name)").path
    }
}
