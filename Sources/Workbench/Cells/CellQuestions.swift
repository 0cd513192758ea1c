import AnswerStore
import Study

/// The questions of a run about one cell: all variants and replicates that any of its starts planned, each computed from its place,
/// whatever number of questions the run has.
struct CellQuestions {
    /// Which of the cell's questions.
    struct Place: Hashable {
        let task: StudyTask
        let variant, replicate: Int
    }

    let cell: Cell
    /// In the order of task, variant and replicate.
    let places: [Place]
    private let run: RunRecord
    /// The cell's scenario alone, all variants of both tasks; nil for a run of others.
    private let plan: QuestionPlan?
    private let placeOfCell: Int?

    /// Whether this program asked them, so that they are computed from the plan.
    var isAsked: Bool { plan != nil }

    /// - Throws: where the study has no such cell.
    init(_ cell: Cell, of run: RunRecord, _ study: StudyDefinition, in store: AnswerStore) throws {
        (self.cell, self.run) = (cell, run)
        guard run.knowsWording else {
            (plan, placeOfCell) = (nil, nil)
            places = try StudyTask.allCases.flatMap { task in
                let variants = try store.extent(run: run.id, task: task.rawValue).variants
                // Others may have asked each cell in a wording of its own: what they did not record was not planned.
                return try (0..<variants).map { Place(task: task, variant: $0, replicate: 0) }.filter { place in
                    let value = task == .acted ? cell.value : nil
                    let asked = ReleasedImport.question(
                        task, cell.scenario, value: value, variant: place.variant, first: nil)
                    return try store.standing(run: run.id, question: asked.id) != nil
                }
            }
            return
        }
        let parts = try RunSelection.all(run).compactMap(\.selection)
        let replicates = max(1, parts.map(\.replicates).max() ?? 1)
        let plan = try study.questions(
            Selection(
                countries: [cell.scenario.country], topics: [cell.scenario.topic],
                replicates: min(replicates, Selection.mostReplicates)))
        self.plan = plan
        let number = study.number(of: cell)
        placeOfCell = number.flatMap(plan.cells.firstIndex(of:))
        places = try Self.places(parts, cell, number, study, replicates, isActed: placeOfCell != nil)
    }

    private static func places(
        _ parts: [RunSelection.Part], _ cell: Cell, _ number: Int?, _ study: StudyDefinition, _ replicates: Int,
        isActed: Bool
    ) throws -> [Place] {
        let asking = try parts.filter { try $0.holds(cell, number, study) }
        return StudyTask.allCases.flatMap { task -> [Place] in
            guard task == .stated || isActed else { return [] }
            let own = asking.filter { $0.tasks.contains(task.rawValue) }
            return study.variants(of: task).flatMap { variant -> [Place] in
                // Of several generators a cell has those that wrote a pair for it.
                guard task == .stated || study.pair(of: cell, variant: variant.index) != nil else { return [] }
                let wording = study.wording(ofVariant: variant.index, of: task)
                let holding = own.filter { $0.variants?.contains(wording) ?? true }
                return (0..<(holding.map(\.replicates).max() ?? 0)).map {
                    Place(task: task, variant: variant.index, replicate: $0)
                }
            }
        }
    }

    /// The question at a place, with its prompt where that is known.
    func question(at place: Place) -> QuestionRecord {
        guard let plan, let position = position(of: place, in: plan) else {
            return ReleasedImport.question(
                place.task, cell.scenario, value: place.task == .acted ? cell.value : nil, variant: place.variant,
                first: nil)
        }
        return QuestionRecord(plan[position])
    }

    private func position(of place: Place, in plan: QuestionPlan) -> Int? {
        // The plan is of the cell's scenario alone.
        let number = place.task == .stated ? 0 : placeOfCell
        return number.flatMap {
            plan.position(of: place.task, at: $0, variant: place.variant, replicate: place.replicate)
        }
    }
}

extension RunSelection.Part {
    /// Whether a start selected a cell's scenario, and, where it took a sample, the cell.
    fileprivate func holds(_ cell: Cell, _ number: Int?, _ study: StudyDefinition) throws -> Bool {
        func has(_ names: [String]?, _ name: String) -> Bool {
            names?.contains { $0.lowercased() == name.lowercased() } ?? true
        }
        guard has(countries, cell.scenario.country), has(topics, cell.scenario.topic) else { return false }
        guard sample != nil, let number else { return true }
        return try study.questions(selection).selectedCells.contains(number)
    }
}

extension StudyDefinition {
    /// The number of a cell in the full cross; nil for one that is not the study's.
    func number(of cell: Cell) -> Int? {
        guard let country = countries.firstIndex(of: cell.scenario.country),
            let topic = topics.firstIndex(of: cell.scenario.topic),
            let value = theory.values.firstIndex(where: { $0.name == cell.value })
        else { return nil }
        return (country * topics.count + topic) * theory.values.count + value
    }
}
