/// Which of the two tasks a question belongs to.
package enum StudyTask: String, Sendable, Hashable, Codable, CaseIterable {
    /// Task 1: rate all values of the study in one scenario.
    case stated
    /// Task 2: choose between the two actions of one cell.
    case acted
}

/// One of the ways in which a task is worded.
package struct Variant: Sendable, Hashable, Codable {
    /// The task.
    package let task: StudyTask
    /// `((generator × framings + framing) × orders + order) × requirements + requirement`, from 0; 0 … 7 where each factor has two
    /// levels and one generator wrote the actions.
    package let index: Int
    /// The framing of Task 1, or the context of Task 2, as the study file names it.
    package let framing: String
    /// The order's name.
    package let order: String
    /// The requirement's name.
    package let requirement: String
    /// The end of Task 1's scale that stands first; `nil` for Task 2, and where every scale starts at agreement.
    package let scaleStart: Inclination?
    /// Who wrote the actions that Task 2 shows, where several generators did; `nil` for Task 1 and with one generator.
    package let generator: String?

    /// What it is called: its levels, and the generator where there are several.
    package var words: String {
        ([framing, order, requirement] + [generator].compactMap(\.self)).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// A variant.
    package init(
        task: StudyTask, index: Int, framing: String, order: String, requirement: String,
        scaleStart: Inclination? = nil, generator: String? = nil
    ) {
        self.scaleStart = scaleStart
        self.generator = generator
        self.task = task
        self.index = index
        self.framing = framing
        self.order = order
        self.requirement = requirement
    }
}

/// One prompt to be sent, with all that is needed to read its reply.
package struct Question: Sendable, Hashable, Identifiable {
    /// 32 lower-case hexadecimal digits, the same on every machine and in every release; see ``QuestionIdentity``.
    package let id: String
    /// The task.
    package let task: StudyTask
    /// The country and topic.
    package let scenario: Scenario
    /// The values asked about, in the order in which the prompt lists them: all of the study for Task 1, one for
    /// Task 2.
    package let values: [String]
    /// The cells' numbers in the study's full cross (see ``StudyDefinition``), one for each of ``values``.
    package let cells: [Int]
    /// The labels of the options as shown. Task 1: the scale from where it starts, answered by number from 1. Task 2: two.
    package let options: [String]
    /// The wording.
    package let variant: Variant
    /// The repetition, from 0.
    package let replicate: Int
    /// The inclination that stands first: of Task 2's action, of Task 1's end of the scale. `nil` where a study's scales
    /// all start at agreement.
    package let first: Inclination?
    /// The texts of the two actions as shown, the first option's first; empty for Task 1.
    package let actions: [String]
    /// The system message, if the study has one.
    package let system: String?
    /// The user message.
    package let prompt: String
    /// Whether the requirement asks for the reasons of the answer.
    package let wantsReasons: Bool

    /// A question as it stands; those of a study come from its ``QuestionPlan``.
    package init(
        id: String, task: StudyTask, scenario: Scenario, values: [String], cells: [Int] = [], options: [String],
        variant: Variant, replicate: Int = 0, first: Inclination? = nil, actions: [String] = [],
        system: String? = nil, prompt: String, wantsReasons: Bool = false
    ) {
        self.id = id
        self.task = task
        self.scenario = scenario
        self.values = values
        self.cells = cells
        self.options = options
        self.variant = variant
        self.replicate = replicate
        self.first = first
        self.actions = actions
        self.system = system
        self.prompt = prompt
        self.wantsReasons = wantsReasons
    }

    /// The value that a question of Task 2 is about; `nil` for Task 1.
    package var value: String? { task == .acted ? values.first : nil }

    /// The inclination of option 1 or 2 of Task 2; `nil` for any other number and for Task 1.
    package func inclination(ofOption number: Int) -> Inclination? {
        guard task == .acted else { return nil }
        return switch number {
        case 1: first
        case 2: first?.opposite
        default: nil
        }
    }

    /// Whether this is Task 1 with the scale turned: number 1 is the strongest disagreement.
    package var startsAtDisagreement: Bool { task == .stated && first == .disagree }
}
