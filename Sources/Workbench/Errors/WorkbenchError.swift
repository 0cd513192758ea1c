/// Why work on studies and runs ended, as data: whoever talks to a person puts it into words.
package struct WorkbenchError: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Problem: Hashable, Sendable {
        /// The study has no pair of actions, so that Task 2 can't be asked.
        case noActions(study: String)
        /// A file holds something else than what it was named for.
        case holdsNo(FileContent, path: String)
        /// The path is no folder.
        case noFolder(path: String)
        /// A folder without a single file of the authors' release, of which one is named.
        case emptyRelease(path: String, example: String)
        /// A pipe, a folder or a device where a file is expected.
        case noRegularFile(path: String)
        /// No cell has both a stated and an acted answer.
        case nothingMeasured(NothingMeasured)
        /// What one reply may take has no limit, so that no cap can be kept.
        case capWithoutReplyLimit
        /// The price of the model is not known, so that a sum of money can't be kept.
        case unknownPrice(model: String)
        /// No run was asked with these settings, so that it has no questions to be asked again.
        case nothingToRetry(Retry)
        /// A run has no reply to this question.
        case noReply(run: Int64, question: String)
        /// Several runs are of this respondent; each candidate is its number with what tells it apart.
        case ambiguousRun(name: String, candidates: [String])
        /// A file that would be written exists.
        case fileExists(path: String)
        /// Without the cells whose action names its value nothing is left to be measured.
        case nothingWithoutLeaking
        /// A folder holds the journals of another run.
        case otherRunsJournal(folder: String, run: String, study: String)
        /// A folder holds journals of this run by another number of shards.
        case otherShards(folder: String, count: Int, given: Int)
        /// A folder holds journals of the same run, of which other questions were selected.
        case otherSelectionsJournal(folder: String)
        /// Work in pieces lost one of them: a mistake of this program.
        case lostPiece(String)
    }

    package let problem: Problem
    /// What helps, the likeliest first; none where the problem says it.
    package let remedies: [Remedy]

    package init(_ problem: Problem, _ remedies: Remedy...) {
        self.init(problem, remedies)
    }

    package init(_ problem: Problem, _ remedies: [Remedy]) {
        self.problem = problem
        self.remedies = remedies
    }
}

/// What a person can do about a ``WorkbenchError``.
package enum Remedy: Hashable, Sendable {
    /// Name another file, one with this content.
    case giveFile(FileContent)
    /// The file's own name promises this content: replace the file or rename it.
    case keepToName(FileContent)
    /// Import the released dataset, which has actions for this study.
    case importActions
    /// Name a file of actions.
    case giveActions
    /// Ask Task 1 alone, which needs no actions.
    case askStatedAlone
    /// Name a folder of the authors' release.
    case giveRelease
    /// Choose another name, or move the file away.
    case chooseAnotherName
    /// Remove the file, or rename it.
    case removeFile
    /// Name two files that answer for the same countries, topics and values.
    case giveMatchingFiles
    /// Name the run by its number.
    case nameNumber
    /// Look at some replies.
    case showReplies
    /// Let replies be longer.
    case raiseTokenLimit
    /// Limit what one reply may take.
    case limitReplies
    /// Give the price of the model.
    case givePrices
    /// Cap tokens instead of money.
    case capTokens
    /// Name another folder for the journals.
    case giveAnotherFolder
    /// Repeat what began a run; others of the same model have these numbers.
    case repeatBeginning(otherRuns: [Int64])
}

/// What a file holds that work is done on.
package enum FileContent: Hashable, Sendable {
    case statedReplies
    case actedChoices
    case samples
    case actions
}

/// Which questions were to be asked again.
package enum Retry: Hashable, Sendable {
    case failed
    case unreadable
}
