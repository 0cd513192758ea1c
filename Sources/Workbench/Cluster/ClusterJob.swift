package import Foundation
import Text

/// A run that is asked in shards on a cluster: what is kept of it in its folder, on a file system that all nodes share.
///
/// The folder holds `job.json` (this record), `shards.sbatch` and `merge.sbatch`, `journal` (every reply, a file
/// a task), `state/K` (how its last task ended) and `logs`.
package struct ClusterJob: Codable, Sendable, Hashable {
    /// One time that it was handed to Slurm.
    package struct Submission: Codable, Sendable, Hashable {
        package var date: Date
        /// Which shards: `1-32` or `3,7-9`.
        package var shards: String
        /// The array's job id; `nil` until Slurm has named it.
        package var array: String?
        /// The merge's job id; `nil` until Slurm has named it.
        package var merge: String?
    }

    /// Of this file.
    package var version = 1
    /// What it is called in Slurm's queue.
    package var name: String
    /// Which questions of which run: 16 hexadecimal digits.
    package var mark: String
    /// How many shards the run has.
    package var shards: Int
    /// How many questions the run has.
    package var questions: Int
    /// Where the shards are merged: an absolute path.
    package var store: String
    /// Where paths of the arguments start.
    package var folder: String
    /// The options of `vlens run`, each a word.
    package var arguments: [String]
    /// The program, an absolute path.
    package var program: String
    package var submissions: [Submission] = []

    package init(
        name: String, mark: String, shards: Int, questions: Int, store: String, folder: String, arguments: [String],
        program: String
    ) {
        (self.name, self.mark, self.shards, self.questions, self.store) = (name, mark, shards, questions, store)
        (self.folder, self.arguments, self.program) = (folder, arguments, program)
    }
}

extension ClusterJob {
    /// Tells whether a shard that has ended well has asked what this job asks: 16 hexadecimal digits.
    package var digest: String {
        let text = ([folder, "\(shards)"] + arguments).joined(separator: "\u{0}")
        return Digest(of: Array(text.utf8)).hexadecimal(bytes: 8)
    }

    /// How many questions a shard has: those at the places p of the plan with p mod N = K − 1.
    ///
    /// - Parameter shard: K, from 1.
    package func questions(ofShard shard: Int) -> Int { (questions + shards - shard) / shards }

    private static func path(_ folder: String) -> String { folder + "/job.json" }

    /// The record in a folder.
    ///
    /// - Throws: ``ClusterError`` where there is none, or none that can be read.
    package init(folder: String) throws(ClusterError) {
        let path = Self.path(folder)
        guard let data = FileManager.default.contents(atPath: path) else { throw .noJob(folder: folder) }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        // Ours is a few kilobytes; whatever is a thousand times as long is another's.
        guard data.count <= 8 << 20, let job = try? decoder.decode(ClusterJob.self, from: data), job.version == 1,
            (1...1_000_000).contains(job.shards), job.questions >= 0
        else { throw .unreadable(path: path) }
        self = job
    }

    /// Writes the record into a folder, in one step.
    ///
    /// - Throws: `FileFailure`.
    package func write(to folder: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        let text = String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        try TextOutput.replace(Self.path(folder), with: text)
    }

    /// The folders in another one that hold a job, in order.
    package static func folders(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { name in
            name.hasSuffix(".slurm") && FileManager.default.fileExists(atPath: path(folder + "/" + name))
        }
    }
}
