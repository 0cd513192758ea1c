import Study

/// The paper's 132 scenarios and 56 values with made-up action pairs, asked in one wording of Task 2: one question a
/// cell, 7,392 in a round.
struct SyntheticQuestions {
    let study: StudyDefinition
    let plan: QuestionPlan

    /// - Parameter count: fewer than a round ask the first cells only; more are rounded up to whole rounds, which are
    ///   replicates.
    /// - Throws: what loading and selecting throw.
    init(count: Int) throws {
        let bare = try StudyDefinition.builtIn(named: "schwartz-132")
        let asked = min(count, bare.cellCount)
        var pairs: [Cell: ActionPair] = [:]
        for number in 0..<asked {
            guard let cell = bare.cell(at: number) else { continue }
            pairs[cell] = Self.pair(cell)
        }
        study = bare.withActions(pairs)
        plan = try study.questions(
            Selection(tasks: [.acted], variants: [.acted: [0]], replicates: (count + asked - 1) / asked))
    }

    /// Actions as long as released ones are: 25 to 30 words.
    private static func pair(_ cell: Cell) -> ActionPair {
        let place = "in \(cell.scenario.country), where it touches \(cell.scenario.topic.lowercased())"
        let (keeping, dropping) = (
            "I go out of my way \(place), to keep to \(cell.value.lowercased())",
            "I would rather not be bothered \(place), with \(cell.value.lowercased())"
        )
        return ActionPair(
            agree: Action(
                text: "\(keeping), even on days when it costs me time that I had meant for other things.",
                attributions: [keeping], explanation: "It puts the value before the person's own time."),
            disagree: Action(
                text: "\(dropping), and leave it to the people around me who care more about it than I do.",
                attributions: [dropping], explanation: "It hands the value over to others."))
    }
}
