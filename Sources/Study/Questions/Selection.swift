import Text

/// Which of a study's questions to ask.
package struct Selection: Sendable, Hashable {
    /// The countries, or `nil` for all. Names in any case.
    package var countries: [String]?
    /// The topics, or `nil` for all. Names in any case.
    package var topics: [String]?
    /// The tasks.
    package var tasks: Set<StudyTask>
    /// The variants of a task by index; a task that is not listed asks all of its variants. Where several generators wrote actions,
    /// a variant of Task 2 is asked with those of each: the numbers are of the wordings.
    package var variants: [StudyTask: [Int]]
    /// How often each question is asked, 1 to ``mostReplicates``.
    package var replicates: Int
    /// A slip of the keyboard, kept as a run's selection, would make each later look at the run count to it.
    package static let mostReplicates = 10_000
    /// A part of the cells, spread evenly; `nil` for all.
    package var sample: CellSample?

    /// A selection; with no argument, every question once.
    package init(
        countries: [String]? = nil, topics: [String]? = nil, tasks: Set<StudyTask> = Set(StudyTask.allCases),
        variants: [StudyTask: [Int]] = [:], replicates: Int = 1, sample: CellSample? = nil
    ) {
        self.countries = countries
        self.topics = topics
        self.tasks = tasks
        self.variants = variants
        self.replicates = replicates
        self.sample = sample
    }
}

/// A selection that does not fit its study, with all that is wrong with it.
package struct SelectionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The problems, each quoting the offending name or number; at least one.
    package let problems: [String]

    /// One line for each problem.
    package var description: String { problems.joined(separator: "\n") }
}

/// Looks a selection up in its study, collecting all problems before it throws.
struct SelectionCheck {
    let study: StudyDefinition
    private var problems: [String] = []

    init(study: StudyDefinition) {
        self.study = study
    }

    /// The places of the wanted names among the known, in the known order.
    mutating func places(of wanted: [String]?, in known: [String], kind: String, plural: String) -> [Int] {
        guard let wanted else { return Array(known.indices) }
        if wanted.isEmpty { problems.append("no \(kind) is selected; name one or leave the choice open for all") }
        var found: Set<Int> = []
        var isUnknown = false
        for name in wanted {
            if let place = known.firstIndex(where: { $0.lowercased() == name.lowercased() }) {
                if !found.insert(place).inserted { problems.append("\(kind) \"\(name)\" is selected twice") }
            } else {
                let remedy = Spelling.suggestion(for: name, among: known, plural: plural)
                problems.append("unknown \(kind) \"\(Plain.line(name))\" in study \"\(study.name)\"; \(remedy)")
                isUnknown = true
            }
        }
        if isUnknown, let example = known.first(where: { $0.contains(",") }) {
            problems.append("a name that holds a comma is given whole, in an option of its own: '\(example)'")
        }
        return found.sorted()
    }

    /// The selected variants of a task, in ascending order.
    mutating func variants(_ selection: Selection, of task: StudyTask) -> [Variant] {
        let all = study.variants(of: task)
        guard let wanted = selection.variants[task] else { return all }
        let wordings = task == .acted && !study.furtherActions.isEmpty ? study.actedWordings : all.count
        if wanted.isEmpty { problems.append("no variant of the \(task.rawValue) task is selected") }
        for index in wanted where !(0..<wordings).contains(index) {
            let more = wordings < all.count ? ", each with the actions of every generator" : ""
            problems.append(
                "unknown variant \(index) of the \(task.rawValue) task; it has variants 0 to \(wordings - 1)\(more)")
        }
        if Set(wanted).count < wanted.count {
            let numbers = wanted.map(String.init).joined(separator: ", ")
            problems.append("a variant of the \(task.rawValue) task is selected twice: \(numbers)")
        }
        return all.filter { wanted.contains(study.wording(ofVariant: $0.index, of: task)) }
    }

    mutating func note(_ problem: String) {
        problems.append(problem)
    }

    func finish() throws(SelectionError) {
        if !problems.isEmpty { throw SelectionError(problems: problems) }
    }
}
