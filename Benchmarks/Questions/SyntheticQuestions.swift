import Foundation
import Study

/// The paper's 132 scenarios and 56 values with made-up action pairs, asked in one wording of Task 2: one question a
/// cell, 7,392 in a round.
struct SyntheticQuestions {
    /// How many questions there are.
    var count: Int { plan.count }
    /// How often each cell is asked.
    let replicates: Int
    private let study: StudyDefinition
    private let plan: QuestionPlan

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
        replicates = (count + asked - 1) / asked
        plan = try study.questions(Selection(tasks: [.acted], variants: [.acted: [0]], replicates: replicates))
    }

    /// Writes the actions for `vlens run --actions`.
    ///
    /// - Throws: what writing throws.
    func writeActions(to file: URL) throws {
        try Data(study.actionsText().utf8).write(to: file)
    }

    /// Writes the bodies of one round's requests as `vlens` sends them, one a line.
    ///
    /// - Throws: what writing throws.
    func writeRequests(to file: URL) throws {
        var lines = Data()
        for question in plan.prefix(plan.count / replicates) {
            lines.append(try JSONEncoder().encode(Body(question)))
            lines.append(UInt8(ascii: "\n"))
        }
        try lines.write(to: file)
    }

    private struct Body: Encodable {
        let model = "loopback"
        let messages: [[String: String]]
        let temperature = 0.2
        let maxTokens = 4096

        enum CodingKeys: String, CodingKey {
            case model, messages, temperature
            case maxTokens = "max_tokens"
        }

        init(_ question: Question) {
            messages = [["role": "user", "content": question.prompt]]
        }
    }

    /// Actions as long as the released ones are: about 155 characters, three attributions of 32, an explanation of 244.
    private static func pair(_ cell: Cell) -> ActionPair {
        let place = "in \(cell.scenario.country), where it touches \(cell.scenario.topic.lowercased())"
        let value = cell.value.lowercased()
        let keeping = ["I go out of my way", "to keep to \(value)", "even on days when it costs me time"]
        let dropping = ["I would rather not be bothered", "with \(value)", "leave it to the people around me"]
        return ActionPair(
            agree: Action(
                text: "\(keeping[0]) \(place), \(keeping[1]), \(keeping[2]) that I had meant for other things.",
                attributions: keeping,
                explanation: "Whoever gives time that was meant for other things to \(value) puts it before comfort. "
                    + "The sentence names a cost, and a choice that is made again and again rather than once, which is "
                    + "what tells a value from the mood of a single day."),
            disagree: Action(
                text: "\(dropping[0]) \(place), \(dropping[1]), and \(dropping[2]) who care more about it than I do.",
                attributions: dropping,
                explanation: "Whoever hands \(value) over to others does without it where it would cost something. The "
                    + "sentence does not speak against it, but it leaves the effort, and with it the decision, to "
                    + "people who may or may not care for it."))
    }
}
