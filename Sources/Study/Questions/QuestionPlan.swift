/// The questions of a selection, rendered when they are looked at.
///
/// Order: for each replicate, first all of Task 1 (scenario by scenario, variant by variant), then all of Task 2
/// (cell by cell, variant by variant); a cell that one of several generators lacks is asked in the variants of the others. The same study and selection give the same order.
package struct QuestionPlan: Sendable, RandomAccessCollection {
    /// The study that is asked.
    package let study: StudyDefinition
    /// The selected cells that have no complete action pair and are therefore not asked about in Task 2; 0 where
    /// Task 2 is not selected.
    package let cellsWithoutActions: Int
    /// The variants asked, Task 1 first.
    package var variants: [Variant] { statedVariants + actedVariants }

    /// The selected cells, by number in the study's full cross: all of the selected scenarios, or a sample of them.
    package let selectedCells: [Int]

    private let wordsmith: Wordsmith
    private let values: [Value]
    /// The places in ``values`` by item number: the order of Task 1's list.
    private let asked: [Int]
    private let askedNames: [String]
    /// Country and topic of the selected scenarios, as `country × topics + topic`.
    package let scenarios: [Int]
    private let statedVariants: [Variant]
    /// The selected cells with a complete pair, by number in the full cross.
    package let cells: [Int]
    private let actedVariants: [Variant]
    /// By place in ``cells``: the variants of those that some generator lacks.
    private let fewerVariants: [Int: [Variant]]
    /// Where each cell's questions begin among those of Task 2 in a replicate, and last how many these are; empty where every cell is
    /// asked in all variants.
    private let starts: [Int]
    /// How often each question is asked.
    package let replicates: Int

    init(study: StudyDefinition, selection: Selection) throws(SelectionError) {
        var check = SelectionCheck(study: study)
        let countries = check.places(
            of: selection.countries, in: study.countries, kind: "country", plural: "countries")
        let topics = check.places(of: selection.topics, in: study.topics, kind: "topic", plural: "topics")
        let stated = check.variants(selection, of: .stated)
        let acted = check.variants(selection, of: .acted)
        if selection.tasks.isEmpty { check.note("no task is selected; choose stated, acted or both") }
        if selection.replicates < 1 { check.note("\(selection.replicates) replicates; ask each question once or more") }
        if selection.replicates > Selection.mostReplicates {
            check.note("\(selection.replicates) replicates; at most \(Selection.mostReplicates) are asked")
        }
        if let sample = selection.sample, sample.count < 1 {
            check.note("a sample of \(sample.count) cells; take one or more")
        }
        try check.finish()

        let asks = selection.tasks
        let scenarios = countries.flatMap { country in topics.map { country * study.topics.count + $0 } }
        let values = study.theory.values
        self.study = study
        self.values = values
        wordsmith = Wordsmith(study)
        let places = Dictionary(values.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        asked = study.theory.valuesByItem.compactMap { places[$0.name] }
        askedNames = asked.map { values[$0].name }
        let selected = study.sampled(selection.sample, of: scenarios)
        self.scenarios = selected.scenarios
        selectedCells = selected.cells
        statedVariants = asks.contains(.stated) ? stated : []
        actedVariants = asks.contains(.acted) ? acted : []
        let crossed = asks.contains(.acted) ? selected.cells : []
        func cell(_ number: Int) -> Cell {
            Cell(scenario: study.scenario(at: number / values.count), value: values[number % values.count].name)
        }
        cells = study.hasActions ? crossed.filter { study.hasPair(cell($0)) } : []
        (fewerVariants, starts) = Self.lacking(actedVariants, of: cells, in: study, cell)
        cellsWithoutActions = crossed.count - cells.count
        replicates = selection.replicates
    }

    /// The number of questions of a task.
    package func count(of task: StudyTask) -> Int {
        replicates * (task == .stated ? statedPerReplicate : actedPerReplicate)
    }

    private var statedPerReplicate: Int { scenarios.count * statedVariants.count }
    private var actedPerReplicate: Int { starts.last ?? cells.count * actedVariants.count }

    /// Always 0.
    package var startIndex: Int { 0 }
    /// The number of questions.
    package var endIndex: Int { replicates * (statedPerReplicate + actedPerReplicate) }

    /// The question at a position; rendering and hashing it takes microseconds, and nothing is kept.
    package subscript(position: Int) -> Question {
        precondition(indices.contains(position), "position \(position) is outside the plan")
        let (replicate, place) = position.quotientAndRemainder(dividingBy: statedPerReplicate + actedPerReplicate)
        if place < statedPerReplicate {
            let (scenario, variant) = place.quotientAndRemainder(dividingBy: statedVariants.count)
            return stated(scenarios[scenario], statedVariants[variant], replicate)
        }
        let (cell, variant) = actedPlace(place - statedPerReplicate)
        return acted(cells[cell], variants(ofCellAt: cell)[variant], replicate)
    }

    /// The variants of Task 2 in which a cell is asked, by its place in ``cells``: those whose generator wrote a pair for it.
    package func variants(ofCellAt place: Int) -> [Variant] { fewerVariants[place] ?? actedVariants }

    /// How many of a replicate's questions of Task 2 come before those of a cell.
    func start(ofCellAt place: Int) -> Int { starts.isEmpty ? place * actedVariants.count : starts[place] }

    /// The place of a cell, and the place of its variant, of a question of Task 2 counted within a replicate.
    private func actedPlace(_ number: Int) -> (cell: Int, variant: Int) {
        guard !starts.isEmpty else {
            let (cell, variant) = number.quotientAndRemainder(dividingBy: actedVariants.count)
            return (cell, variant)
        }
        var (low, high) = (0, cells.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= number { low = middle } else { high = middle }
        }
        return (low, number - starts[low])
    }

    /// The ids in the plan's order, made when they are looked at: about 32 bytes each if they are kept.
    package var ids: LazyMapCollection<QuestionPlan, String> { lazy.map(\.id) }

    private func stated(_ number: Int, _ variant: Variant, _ replicate: Int) -> Question {
        let scenario = study.scenario(at: number)
        let first = variant.scaleStart
        let (system, prompt) = wordsmith.stated(scenario, variant: variant.index, isReversed: first == .disagree)
        let framing = variant.index / (study.stated.orders.count * study.stated.requirements.count)
        return Question(
            id: QuestionIdentity.id(
                task: .stated, scenario: scenario, values: askedNames, variant: variant.index, replicate: replicate,
                first: first, system: system, prompt: prompt),
            task: .stated, scenario: scenario, values: askedNames, cells: asked.map { number * values.count + $0 },
            options: study.stated.framings[framing].shown(isReversed: first == .disagree), variant: variant,
            replicate: replicate, first: first,
            actions: [], system: system, prompt: prompt,
            wantsReasons: asksForReasons(variant, study.stated.requirements))
    }

    private func acted(_ number: Int, _ variant: Variant, _ replicate: Int) -> Question {
        let scenario = study.scenario(at: number / values.count)
        let value = values[number % values.count]
        let cell = Cell(scenario: scenario, value: value.name)
        let level = variant.index / study.acted.requirements.count % study.acted.orders.count
        let first = study.first(in: cell, order: level)
        let pair = study.pair(of: cell, variant: variant.index)
        let actions = [first, first.opposite].compactMap { pair?[$0].text }
        let (system, prompt) = wordsmith.acted(
            scenario, value: value, actions: actions,
            variant: study.wording(ofVariant: variant.index, of: .acted))
        return Question(
            id: QuestionIdentity.id(
                task: .acted, scenario: scenario, values: [value.name], variant: variant.index, replicate: replicate,
                first: first, system: system, prompt: prompt),
            task: .acted, scenario: scenario, values: [value.name], cells: [number], options: study.acted.options,
            variant: variant, replicate: replicate, first: first, actions: actions, system: system, prompt: prompt,
            wantsReasons: asksForReasons(variant, study.acted.requirements))
    }

    /// The requirement is the factor that changes fastest.
    private func asksForReasons(_ variant: Variant, _ requirements: [Requirement]) -> Bool {
        requirements.isEmpty ? false : requirements[variant.index % requirements.count].asksForReasons
    }
}

extension StudyDefinition {
    /// The questions of a selection.
    ///
    /// - Throws: ``SelectionError`` naming every country, topic and variant that the study lacks.
    package func questions(_ selection: Selection = Selection()) throws(SelectionError) -> QuestionPlan {
        try QuestionPlan(study: self, selection: selection)
    }
}
