package import Foundation
import Text

/// A ``ClusterJob`` on its way to Slurm, for the first time or again.
package struct ClusterSubmission: Sendable {
    package let scripts: SlurmScripts
    /// Which shards are to be asked.
    package let shards: [Int]

    private var folder: String { scripts.folder }

    /// Looks at what the folder has: nothing, or the same job, of which those shards are left out that are done.
    ///
    /// - Throws: ``ClusterError`` where the folder is of another job, or where nothing is left to do.
    package init(_ scripts: SlurmScripts) throws(ClusterError) {
        var job = scripts.job
        let earlier: ClusterJob?
        do throws(ClusterError) {
            earlier = try ClusterJob(folder: scripts.folder)
        } catch .noJob {
            earlier = nil
        }
        if let earlier {
            guard earlier.mark == job.mark, earlier.shards == job.shards else {
                throw .otherJob(folder: scripts.folder, shards: earlier.shards, asked: job.shards)
            }
            job.submissions = earlier.submissions
        }
        let left = (1...job.shards).filter { shard in
            let note = TaskNote(of: shard, in: scripts.folder)
            return note.map { $0.code != "0" || $0.digest != job.digest } ?? true
        }
        let isMerged = ["0", "3"].contains(TaskNote.text("merge", in: scripts.folder))
        if left.isEmpty, isMerged { throw .nothingLeft(folder: scripts.folder) }
        var own = scripts
        own.job = job
        (self.scripts, shards) = (own, left)
    }

    /// The script of the array; `nil` where every shard is done, and only the merge is left.
    package var arrayScript: String? {
        get throws(ClusterError) { shards.isEmpty ? nil : try scripts.array(ShardList.text(shards)) }
    }

    package var mergeScript: String { get throws(ClusterError) { try scripts.merge() } }

    /// Writes folder and scripts and hands them to Slurm. The record is written before and after each step, so that a job that
    /// was submitted is never forgotten.
    ///
    /// - Throws: ``ClusterError`` where tasks of this job are still there, or Slurm refuses; `FileFailure`.
    package func submit(at date: Date) async throws -> ClusterJob.Submission {
        let (array, merge) = (try arrayScript, try mergeScript)
        let active = try await Slurm.active(named: scripts.job.name)
        guard active.isEmpty else { throw ClusterError.active(folder: folder, tasks: active.count) }
        for name in ["journal", "state", "logs"] {
            let path = folder + "/" + name
            do {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            } catch {
                throw FileFailure(.writing, path, error)
            }
        }
        for (name, text) in [("shards.sbatch", array), ("merge.sbatch", merge)] {
            if let text { try TextOutput.replace(folder + "/" + name, with: text) }
        }
        for name in ["cancelled", "state/merge"] { try? FileManager.default.removeItem(atPath: folder + "/" + name) }
        var job = scripts.job
        var submission = ClusterJob.Submission(date: date, shards: ShardList.text(shards))
        job.submissions.append(submission)
        func keep() throws {
            job.submissions[job.submissions.count - 1] = submission
            try job.write(to: folder)
        }
        try keep()
        var options: [String] = []
        if array != nil {
            let id: String
            do throws(ClusterError) {
                id = try await Slurm.submit(folder + "/shards.sbatch", in: folder)
            } catch {
                // Refused, it is none; where it is not clear what became of it, it is found by its name.
                if case .refused = error { try scripts.job.write(to: folder) }
                throw error
            }
            submission.array = id
            try keep()
            // Not 'afterok': one broken shard must not hold up the others' figures.
            options = ["--dependency=afterany:\(id)"]
        }
        submission.merge = try await Slurm.submit(folder + "/merge.sbatch", in: folder, options: options)
        try keep()
        return submission
    }
}
