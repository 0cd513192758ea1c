import Study

/// Finds questions of a study by their ids or their prompts. What is looked for is in memory, not the plan.
struct QuestionFinder {
    /// Where the questions stand in a plan that has each but once, and their repetition.
    struct Found {
        /// One place by an id or a prompt.
        struct Place: Hashable {
            /// In the plan of one repetition.
            var position: Int
            var replicate: Int
        }

        var ids: [QuestionKey: Place] = [:]
        var prompts: [QuestionKey: Place] = [:]
    }

    let study: StudyDefinition
    let selection: Selection
    /// How many repetitions are looked through for ids.
    let replicates: Int

    /// - Parameters:
    ///   - ids: keys of ids.
    ///   - prompts: keys of prompts; one that two questions share is not found.
    func find(ids: Set<QuestionKey>, prompts: Set<QuestionKey>) throws -> Found {
        var selection = selection
        selection.replicates = replicates
        let plan = try study.questions(selection)
        let length = plan.count / replicates
        var found = Found()
        var shared: Set<QuestionKey> = []
        for replicate in 0..<replicates {
            guard found.ids.count < ids.count || (replicate == 0 && !prompts.isEmpty) else { break }
            for position in 0..<length {
                let question = plan[replicate * length + position]
                let place = Found.Place(position: position, replicate: replicate)
                if let key = QuestionKey(id: question.id), ids.contains(key) { found.ids[key] = place }
                guard replicate == 0, !prompts.isEmpty else { continue }
                let key = QuestionKey(text: question.prompt)
                guard prompts.contains(key) else { continue }
                if found.prompts.updateValue(place, forKey: key) != nil { shared.insert(key) }
            }
        }
        for key in shared { found.prompts[key] = nil }
        return found
    }
}
