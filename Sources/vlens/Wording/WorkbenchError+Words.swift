import Measures
import Text
import Workbench

extension CommandFailure {
    /// The problem and its remedies as one message, with the exit code that fits.
    init(_ error: WorkbenchError) {
        self.init(error.words, exitCode: error.isMisuse ? Self.misuse : Self.failed)
    }
}

extension WorkbenchError {
    /// Whether the command line named something that can't be right.
    fileprivate var isMisuse: Bool {
        switch problem {
        case .holdsNo: remedies.contains { if case .giveFile = $0 { true } else { false } }
        case .noFolder, .capWithoutReplyLimit, .ambiguousRun, .otherRunsJournal, .otherShards, .otherSelectionsJournal:
            true
        default: false
        }
    }

    fileprivate var words: String {
        let remedies = remedies.map(\.words)
        switch problem {
        case .noActions(let study):
            let kinds =
                self.remedies == [.giveActions] ? ", a released VIA file (.csv) or an actions file (.jsonl)" : ""
            return "study '\(study)' has no action pairs to choose between: " + remedies.joined() + kinds
        case .nothingWithoutLeaking:
            return "without the cells whose action names its value nothing is left to be measured; leave --exclude out"
        case .holdsNo(let content, let path):
            return "'\(path)' holds no \(content.words): " + remedies.joined()
        case .noFolder(let path):
            return "'\(path)' is no folder: give the folder of the authors' release, or one with files named "
                + "as there"
        case .emptyRelease(let path, let example):
            return "'\(path)' holds no file of the authors' release, such as \(example); " + remedies.joined()
        case .noRegularFile(let path):
            return "'\(path)' is no regular file, so it can't be read; " + remedies.joined()
        case .nothingMeasured(let nothing):
            let help =
                remedies.isEmpty ? "" : "\n" + remedies.joined()
            return nothing.words + help
        case .capWithoutReplyLimit:
            return "a cap needs a limit of tokens for one reply: " + remedies.joined()
        case .unknownPrice(let model):
            return "the price of '\(model)' is not known, so --budget can't be kept: give "
                + remedies.joined(separator: ", or ")
        case .nothingToRetry(let retry):
            let option = retry == .failed ? "--retry-failed" : "--retry-unreadable"
            return
                "\(option) asks again what a stored run has, and none was asked with these settings\(remedies.joined()). "
                + "Give the command that began the run, with \(option)"
        case .noReply(let run, let question):
            return "run \(run) has no reply to a question '\(question)'"
        case .ambiguousRun(let name, let candidates):
            return "\(candidates.count) runs are of '\(Plain.line(name))': "
                + candidates.map { Plain.line($0) }.joined(separator: "; ") + ". " + remedies.joined()
        case .fileExists(let path):
            return "'\(path)' exists: " + remedies.joined()
        case .otherRunsJournal(let folder, let run, let study):
            return "'\(folder)' holds the journals of another run, of '\(Plain.line(study))' by \(Plain.line(run)): "
                + remedies.joined()
        case .otherShards(let folder, let count, let given):
            return
                "'\(folder)' holds journals of this run in \(count) shards, not in \(given): give --shard a number of "
                + "\(count), or " + remedies.joined()
        case .otherSelectionsJournal(let folder):
            return
                "'\(folder)' holds journals of this run in which other questions were selected: give the same countries, topics, "
                + "values, tasks and repeats, or " + remedies.joined()
        case .lostPiece(let what):
            return "\(what) is missing"
        }
    }
}

extension NothingMeasured {
    /// What there is in place of a figure, a line for each task.
    var words: String {
        func line(_ name: String, _ counts: ReplyCounts) -> String {
            "\(name): \(counts.answered) answered, \(counts.refused) refused, \(counts.unreadable) unreadable, "
                + "\(counts.missing) missing of \(counts.planned)"
        }
        return """
            no cell has both a stated and an acted answer, so there is nothing to measure
              \(line("stated", stated))
              \(line("acted", acted))
            """
    }
}
