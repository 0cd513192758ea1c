/// Why a run's figures say nothing of a gap: what explains the answers is the place of an option, or there are hardly any
/// answers. Then the first sentence says so, and no rate is announced.
package enum RunCaveat: Sendable, Hashable {
    /// It took one place in nearly all choices; the share that chose what stood first.
    case place(first: Double)
    /// Most questions of a task have no answer to be read: the task, and the share that was answered.
    case unanswered(task: Int, answered: Double)
    /// Its answers to one cell agree no better than answers to different ones.
    case unreliable(task: Int)
    /// It agrees with all that was asked, in both tasks.
    case agreesWithEverything

    /// What holds of a run, the gravest first; nil where nothing does.
    package init?(_ measures: MeasureReport) {
        for (number, counts) in [(1, measures.states.stated), (2, measures.states.acted)] where counts.planned > 0 {
            // What was not asked yet is no sign of anything.
            let share = Double(counts.answered) / Double(max(1, counts.replies))
            if counts.replies > 0, share < 0.5 {
                self = .unanswered(task: number, answered: share)
                return
            }
        }
        // A liking for a place, too, makes answers to one cell differ: it is the place that is told, where it is that strong.
        let unreliable = measures.leanings?.unreliableTask
        if let first = measures.leanings?.firstShare,
            abs(first - 0.5) > 0.45 || unreliable == 2 && abs(first - 0.5) > 0.2
        {
            self = .place(first: first)
            return
        }
        if let task = unreliable {
            self = .unreliable(task: task)
            return
        }
        let table = measures.overall.pooled.table
        if table.count > 0, table.bothAgree == table.count {
            self = .agreesWithEverything
            return
        }
        return nil
    }
}

extension RunCaveat {
    /// The name in JSON.
    package var name: String {
        switch self {
        case .place: "place"
        case .unanswered: "unanswered"
        case .unreliable: "unreliable"
        case .agreesWithEverything: "agrees_with_everything"
        }
    }
}
