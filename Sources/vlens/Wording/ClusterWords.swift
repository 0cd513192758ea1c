import Foundation
import Pages
import Text
import Workbench

/// How a run on a cluster stands, in lines.
enum ClusterWords {
    /// A job, with its counts; a line for each shard where they are wanted, and for those that failed in any case.
    static func lines(_ status: ClusterStatus, each: Bool) -> String {
        let job = status.job
        let about = status.isEstimate ? "about " : ""
        var lines = [
            "\(Plain.line(status.folder)): \(job.shards) shards of \(Numerals.count(job.questions)) questions",
            "  replies: \(about)\(Numerals.count(status.replied)) of \(Numerals.count(job.questions))"
                + (status.failed > 0 ? ", \(Numerals.count(status.failed)) failed" : "") + pace(status),
            "  shards: " + counts(status),
        ]
        if let merge = status.merge { lines.append("  merge: \(merge)") }
        let shown = each ? status.shards : Array(status.shards.filter { $0.state == .failed }.prefix(10))
        lines += shown.map { "  " + line($0) }
        let hidden = status.count(.failed) - shown.count
        if !each, hidden > 0 { lines.append("  … and \(hidden) more that failed: --shards shows all") }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func counts(_ status: ClusterStatus) -> String {
        ClusterStatus.State.allCases.compactMap { state in
            let count = status.count(state)
            return count > 0 ? "\(count) \(words(state))" : nil
        }.joined(separator: ", ")
    }

    private static func words(_ state: ClusterStatus.State) -> String {
        state == .ended ? "not in the queue" : state.rawValue
    }

    private static func pace(_ status: ClusterStatus) -> String {
        guard let rate = status.rate else { return "" }
        let shown = rate >= 10 ? "\(Int(rate))" : "\(Double(Int(rate * 10)) / 10)"
        return ", \(shown)/s" + (status.secondsLeft.map { ", ETA \(ProgressLine.clock(seconds: $0))" } ?? "")
    }

    private static func line(_ shard: ClusterStatus.Shard) -> String {
        var line = "shard \(shard.number): \(words(shard.state)), \(shard.replies.replied) of \(shard.questions)"
        if shard.replies.failed > 0 { line += ", \(shard.replies.failed) failed" }
        if shard.restarts > 0 { line += ", requeued \(shard.restarts == 1 ? "once" : "\(shard.restarts) times")" }
        if !shard.node.isEmpty { line += ", on \(Plain.line(shard.node))" }
        if !shard.note.isEmpty { line += " (\(Plain.line(shard.note)))" }
        return line
    }

    /// How what there is gets merged by hand.
    static func merging(_ status: ClusterStatus) -> String {
        guard status.replied > 0 else { return "no shard has a reply yet, so there is nothing to merge" }
        let job = status.job
        return "its replies are kept. To merge them: vlens merge \(ShellWord.quoted(job.store)) "
            + "\(ShellWord.quoted(status.folder + "/journal")) --shards \(job.shards)"
    }
}

extension CommandFailure {
    /// The problem and its remedy as one message, with the exit code that fits.
    init(_ error: ClusterError) {
        let isMisuse =
            switch error {
            case .unfit, .keyInScript, .keyStays, .otherJob, .alreadyAsked, .noFolders: true
            default: false
            }
        self.init(error.words, exitCode: isMisuse ? Self.misuse : Self.failed)
    }
}

extension ClusterError {
    var words: String {
        switch self {
        case .unfit(let option, let value):
            "\(option) '\(Plain.line(value))' can't stand in a script: it holds a line break or a character that no "
                + "terminal shows; choose another"
        case .keyInScript(let argument):
            "'\(Plain.line(argument))' looks like a key, and would stand in a script that others can read: name a file with "
                + "--key-file, or a variable of the environment"
        case .keyStays(let variable, let setting):
            "the key in \(variable) does not reach the nodes: \(setting) keeps it back. Name a file on the shared file "
                + "system with --key-file, or let it travel: --sbatch-arg --export=ALL"
        case .noJob(let folder):
            "'\(Plain.line(folder))' is no folder of a submitted run: it has no job.json; 'vlens submit' makes one"
        case .noFolders:
            "no folder here is that of a submitted run (….slurm): name it, or go to where 'vlens submit' was typed"
        case .unreadable(let path):
            "'\(Plain.line(path))' can't be read as the record of a submitted run; was it written by a later version of "
                + "vlens?"
        case .otherJob(let folder, let shards, let asked) where shards != asked:
            "'\(Plain.line(folder))' was begun with \(shards) shards, and its journals are of those: give --shards "
                + "\(shards), or another --job-folder"
        case .otherJob(let folder, _, _):
            "'\(Plain.line(folder))' is of a run with other questions: give another --job-folder"
        case .alreadyAsked(let store, let replies):
            "'\(Plain.line(store))' has \(replies) replies to these questions, and shards would ask them again: give "
                + "another --store and merge the two later, or ask the rest with 'vlens run'"
        case .active(let folder, let tasks):
            "\(tasks) tasks of '\(Plain.line(folder))' are still queued or running: wait for them (vlens status), or end "
                + "them first: vlens cancel \(ShellWord.quoted(folder))"
        case .nothingLeft(let folder):
            "nothing is left to do in '\(Plain.line(folder))': every shard is done, and merged"
        case .noSlurm(let program):
            "there is no program '\(program)' on the PATH, so Slurm can't be asked: log in where Slurm is, load its module, "
                + "or use another scheduler with 'vlens run --shard' (docs/cluster.md)"
        case .refused(let program, let words): "Slurm's \(program) refused: \(Plain.line(words))"
        case .noJobID(let text):
            "sbatch printed '\(Plain.line(String(text.prefix(200))))', which is no job id; look with squeue whether it was "
                + "submitted"
        }
    }
}
