package import AnswerStore
import Foundation
import Text

/// The file with a line a choice, as it was written.
struct PublishedSamples: Sendable {
    var rows = 0
    var refused = 0
    var unreadable = 0
    var checksum = ""
}

extension PublishedRun {
    /// What was written.
    package struct Written: Sendable, Hashable {
        /// The path of the aggregate file.
        package let aggregate: String
        /// The path of the file with a line a choice; nil where no choice could be told.
        package let samples: String?
        /// Its lines.
        package let rows: Int
        /// What can't be told in the schema, a sentence each.
        package let leftOut: [String]
    }

    /// Writes both files below `data` in a folder, in place of earlier ones of the same record.
    ///
    /// - Parameter progress: told how many of how many replies are done.
    /// - Throws: `FileFailure`, `StoreError`. A file is there whole or not at all; the aggregate, which names the other, comes last.
    package func write(
        into place: String, from store: AnswerStore, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws -> Written {
        let folder = place.hasSuffix("/") ? place + folder : "\(place)/\(folder)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let (aggregate, lines) = ("\(folder)/\(uuid).json", "\(folder)/\(uuid)_samples.jsonl")
        let samples = try write(samplesTo: lines, from: store, progress)
        try TextOutput.replace(aggregate, with: record(samples: samples.rows > 0 ? samples : nil).text() + "\n")
        return Written(
            aggregate: aggregate, samples: samples.rows > 0 ? lines : nil, rows: samples.rows,
            leftOut: Self.sentences(samples))
    }

    private func write(
        samplesTo path: String, from store: AnswerStore, _ progress: (Int, Int) -> Void
    ) throws -> PublishedSamples {
        let file = try OutputFile(path)
        let lines = SampleLines(of: self)
        var (samples, digest) = (PublishedSamples(), DigestStream())
        var (last, done) = (Int64(0), 0)
        while true {
            let page = try store.replies(run: measured.run.id, after: last, limit: 200)
            guard let end = page.last?.id else { break }
            for reply in page where reply.question.kind == "acted" {
                guard let line = lines.line(reply) else {
                    if reply.reading.state == "refused" { samples.refused += 1 } else { samples.unreadable += 1 }
                    continue
                }
                let bytes = Array((line.text(indented: false) + "\n").utf8)
                digest.add(bytes)
                try file.write(bytes)
                samples.rows += 1
            }
            (last, done) = (end, done + page.count)
            progress(done, measured.counts.replied)
        }
        samples.checksum = digest.digest.hexadecimal()
        if samples.rows > 0 {
            try file.finish()
        } else {
            // Of an earlier export, when there were some.
            try? FileManager.default.removeItem(atPath: path)
        }
        return samples
    }

    private static func sentences(_ samples: PublishedSamples) -> [String] {
        let missing = samples.refused + samples.unreadable
        guard missing > 0 else { return [] }
        return [
            "\(missing) of \(samples.rows + missing) replies to Task 2 have no line, since a line needs a score: "
                + "\(samples.refused) were refused, \(samples.unreadable) could not be read; all are counted beside every figure"
        ]
    }
}
