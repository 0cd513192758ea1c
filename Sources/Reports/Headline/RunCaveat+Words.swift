import Measures
import Pages

extension RunCaveat {
    /// What is said first, in the place of rates.
    var sentence: String {
        switch self {
        case .place(let first):
            "It chose the action that stood \(first > 0.5 ? "first" : "second") in "
                + "\(Numerals.percent(max(first, 1 - first))) of its choices, whatever the action was: these choices tell where "
                + "an action stood, not what it values."
        case .unanswered(let task, let answered):
            "Only \(Numerals.percent(answered)) of its replies in Task \(task) answer the question; the rest refuse or can’t be "
                + "read. What is left is too little and too selected to tell of a gap."
        case .unreliable(let task):
            "Its answers in Task \(task) agree no better when the same cell is asked again than between cells: they are as good as "
                + "random, and tell nothing of a gap."
        case .agreesWithEverything:
            "It agrees with every value and acts so in every decided cell. Where nothing is rejected, nothing can be told of "
                + "whether it acts as it speaks."
        }
    }
}
