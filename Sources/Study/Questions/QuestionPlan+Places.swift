extension QuestionPlan {
    /// The variants of the cells that some generator lacks, by their place among the cells, and where each cell's questions begin.
    static func lacking(
        _ variants: [Variant], of cells: [Int], in study: StudyDefinition, _ cell: (Int) -> Cell
    ) -> (fewer: [Int: [Variant]], starts: [Int]) {
        guard !study.furtherActions.isEmpty, !variants.isEmpty else { return ([:], []) }
        var fewer: [Int: [Variant]] = [:]
        for (place, number) in cells.enumerated() {
            let cell = cell(number)
            let own = variants.filter { study.pair(of: cell, variant: $0.index) != nil }
            if own.count < variants.count { fewer[place] = own }
        }
        guard !fewer.isEmpty else { return ([:], []) }
        var starts = [0]
        for place in cells.indices { starts.append(starts[place] + (fewer[place]?.count ?? variants.count)) }
        return (fewer, starts)
    }

    /// Where the question of a place stands; `nil` where it is not in the plan.
    ///
    /// - Parameters:
    ///   - place: of Task 1 a place in ``scenarios``, of Task 2 one in ``cells``.
    ///   - variant: its index.
    package func position(of task: StudyTask, at place: Int, variant: Int, replicate: Int) -> Int? {
        guard (0..<replicates).contains(replicate) else { return nil }
        let own = task == .stated ? variants.filter { $0.task == .stated } : variants(ofCellAt: place)
        let places = task == .stated ? scenarios.indices : cells.indices
        guard places.contains(place), let number = own.firstIndex(where: { $0.index == variant }) else { return nil }
        let begin = replicate * (count / replicates)
        return task == .stated
            ? begin + place * own.count + number
            : begin + count(of: .stated) / replicates + start(ofCellAt: place) + number
    }
}
