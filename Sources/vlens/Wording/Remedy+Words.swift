import Workbench

extension Remedy {
    /// What to type, or to do. Several of one error follow each other.
    var words: String {
        switch self {
        case .giveFile(.statedReplies): "give --t1 a file with a 'response' column"
        case .giveFile(.actedChoices): "give --t2 a file with a 'model_choice' column"
        case .giveFile(.samples): "give a file with the columns evaluation_0 … evaluation_7"
        case .giveFile(.actions): "give a released VIA file to --actions"
        case .keepToName(.statedReplies): "its name promises a 'response' column"
        case .keepToName(.actedChoices): "its name promises a 'model_choice' column"
        case .keepToName(.samples): "its name promises the columns evaluation_0 … evaluation_7"
        case .keepToName(.actions): "its name promises actions"
        case .importActions:
            "'vlens import value_action_gap_full_data_generation.csv' keeps the released ones, or "
        case .giveActions: "give --actions FILE"
        case .askStatedAlone: "; '--task stated' asks without them"
        case .giveRelease: "give --release its checkout, or a folder with files named as there"
        case .chooseAnotherName: "choose another name, or move it away"
        case .removeFile: "remove it or rename it"
        case .giveMatchingFiles: "Give two files that answer for the same countries, topics and values"
        case .nameNumber: "Name one by its number"
        case .showReplies: "All replies are kept. Look at some with: vlens replies"
        case .raiseTokenLimit: "; a larger --max-tokens helps where they are cut"
        case .limitReplies: "give --max-tokens a number"
        case .givePrices: "--prices FILE"
        case .capTokens: "--max-tokens-total"
        case .giveAnotherFolder: "give --journal another folder"
        case .repeatBeginning(let others):
            others.isEmpty
                ? "" : "; of this model there are other runs: \(others.map(String.init).joined(separator: ", "))"
        }
    }
}

extension FileContent {
    /// What a file holds, as a plural.
    var words: String {
        switch self {
        case .statedReplies: "Task 1 replies"
        case .actedChoices: "Task 2 choices"
        case .samples: "Task 2 prompt samples"
        case .actions: "actions"
        }
    }
}
