/// Why stores can't be merged. Nothing was changed then.
package enum MergeProblem: Sendable, Hashable, CustomStringConvertible {
    /// Two inputs, or an input and the target, are of different studies.
    case studies(path: String, study: String, other: String, otherStudy: String)
    /// Two inputs are of different runs of one study.
    case runs(path: String, run: String, other: String, otherRun: String)
    /// A folder without journals.
    case noJournals(path: String)
    /// An input that is the target.
    case isTarget(path: String)
    /// No file is at an input's path.
    case missing(path: String)
    /// An input is neither a store nor a journal.
    case neither(path: String)
    /// An input holds projects that people judge.
    case projects(path: String)
    /// Batches of an input are out at a provider.
    case batches(path: String, count: Int)
    /// Journals were written for different numbers of shards.
    case shards(path: String, count: Int, expected: Int)

    /// A sentence with what is wrong and the remedy.
    package var description: String {
        switch self {
        case .studies(let path, let study, let other, let otherStudy):
            "'\(path)' is of the study \(study), and '\(other)' of \(otherStudy): merge the stores of one study at a time"
        case .runs(let path, let run, let other, let otherRun):
            "'\(path)' is of the run \(run), and '\(other)' of another one, \(otherRun): shards of a run have the same respondent and "
                + "settings. Leave one out, or, where several runs are meant to lie in one store, give --several-runs"
        case .noJournals(let path):
            "'\(path)' is a folder without journals: name the folder that was given to --journal, or the stores one by one"
        case .isTarget(let path):
            "'\(path)' is both what is merged and what is merged into: name another file first"
        case .missing(let path):
            "there is no '\(path)' to be merged: leave it out, or, where it will come later, say with --shards how many there are"
        case .neither(let path):
            "'\(path)' is neither a store nor a journal of vlens: leave it out"
        case .projects(let path):
            "'\(path)' holds projects that people judge, which can't be merged: name it first, as the store that the others are "
                + "merged into"
        case .batches(let path, let count):
            "'\(path)' has \(count == 1 ? "a batch that is" : "\(count) batches that are") out at a provider, and is where their "
                + "answers will be read to: read them first, with the command that sent them ('vlens run --batch …')"
        case .shards(let path, let count, let expected):
            "'\(path)' is of one of \(count) shards, not of \(expected): give --shards \(count), or leave it out"
        }
    }
}
