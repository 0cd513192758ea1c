/// Why work on a cluster could not be submitted, looked at or ended.
package enum ClusterError: Error, Sendable, Hashable {
    /// A text can't stand in a script: it holds a line break, or a zero.
    case unfit(option: String, value: String)
    /// An argument looks like a key, and would stand in a script.
    case keyInScript(argument: String)
    /// The key is in the environment, which does not travel to the nodes.
    case keyStays(variable: String, setting: String)
    /// The folder holds no job.
    case noJob(folder: String)
    /// The working folder holds no job folder.
    case noFolders
    /// The record of a job can't be read.
    case unreadable(path: String)
    /// The folder is of a job with so many shards, or of other questions where the number is the same.
    case otherJob(folder: String, shards: Int, asked: Int)
    /// The store has replies of the run that shards would not know of.
    case alreadyAsked(store: String, replies: Int)
    /// Tasks of the job are still queued or running.
    case active(folder: String, tasks: Int)
    /// Every shard has all its replies, and the merge has been made or submitted.
    case nothingLeft(folder: String)
    /// Slurm's programs are not here.
    case noSlurm(program: String)
    /// Slurm refused.
    case refused(program: String, words: String)
    /// What `sbatch` printed is no job id.
    case noJobID(String)
}
