/// The action pairs that one generator wrote: a model, a person, a file.
package struct GeneratedActions: Sendable, Hashable {
    /// Who wrote them: "openai/gpt-4o"; empty where that is not known.
    package var generator: String
    /// By cell.
    package var pairs: [Cell: ActionPair]

    /// The pairs of a generator.
    package init(generator: String = "", pairs: [Cell: ActionPair]) {
        (self.generator, self.pairs) = (generator, pairs)
    }
}

// The generator is a factor of Task 2 like context, order and requirement, and the one that varies slowest: variant
// `generator × wordings + wording`. So what is stored of a reply tells its generator, and with one generator all is as it was.
extension StudyDefinition {
    /// All action pairs, generator by generator in the order of Task 2's variants; none for a study without actions.
    package var actionSets: [GeneratedActions] {
        hasActions ? [GeneratedActions(generator: generator, pairs: actions)] + furtherActions : []
    }

    /// Whether any cell has a pair of any generator.
    package var hasActions: Bool { !actions.isEmpty || furtherActions.contains { !$0.pairs.isEmpty } }

    /// Who wrote the actions, where several did: the levels of the factor, in the order of the variants. Empty with one generator.
    package var generators: [String] { furtherActions.isEmpty ? [] : [generator] + furtherActions.map(\.generator) }

    /// The number of pairs, of all generators.
    package var pairCount: Int { furtherActions.reduce(actions.count) { $0 + $1.pairs.count } }

    /// The ways in which Task 2 is worded, whoever wrote the actions: contexts × orders × requirements.
    package var actedWordings: Int {
        max(1, acted.contexts.count) * max(1, acted.orders.count) * max(1, acted.requirements.count)
    }

    /// A variant's number among those of one generator, 0 ..< ``actedWordings``; of Task 1 the variant's own.
    package func wording(ofVariant index: Int, of task: StudyTask) -> Int {
        task == .acted && !furtherActions.isEmpty ? index % actedWordings : index
    }

    /// The pair that a variant of Task 2 shows of a cell; `nil` where its generator wrote none.
    package func pair(of cell: Cell, variant: Int) -> ActionPair? {
        let place = furtherActions.isEmpty ? 0 : variant / actedWordings
        if place == 0 { return actions[cell] }
        return furtherActions.indices.contains(place - 1) ? furtherActions[place - 1].pairs[cell] : nil
    }

    /// The pairs of a cell with who wrote each, in the order of the variants.
    package func pairs(of cell: Cell) -> [(generator: String, pair: ActionPair)] {
        let first = actions[cell].map { [(generator: generator, pair: $0)] } ?? []
        return first + furtherActions.compactMap { set in set.pairs[cell].map { (set.generator, $0) } }
    }

    /// Whether Task 2 can ask about a cell: any generator wrote a pair.
    package func hasPair(_ cell: Cell) -> Bool {
        actions[cell] != nil || furtherActions.contains { $0.pairs[cell] != nil }
    }

    /// The cells that any generator wrote a pair for.
    package var pairedCells: Int {
        guard !furtherActions.isEmpty else { return actions.count }
        return Set(actionSets.flatMap(\.pairs.keys)).count
    }
}
