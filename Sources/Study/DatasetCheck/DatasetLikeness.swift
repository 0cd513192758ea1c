import Text

/// Actions of a dataset that are nearly the same (``NearDuplicates``).
package struct DatasetLikeness: Sendable, Hashable {
    /// Two actions that are nearly the same, by their lines.
    package struct Pair: Sendable, Hashable {
        /// The line of the earlier one.
        package let first: Int
        /// The line of the later one.
        package let second: Int
        /// Their Jaccard index.
        package let similarity: Double
    }

    /// Pairs whose two actions are the same words, so that nothing can be chosen between them.
    package private(set) var sameInBoth = 0
    /// Pairs whose two actions are nearly the same, those with the same words among them.
    package private(set) var withinPairs = 0
    /// Two actions of one cell that are no pair: of several prompts, generators or tries.
    package private(set) var withinCells = 0
    /// Actions that are nearly the same as one of another cell, and the groups that they make.
    package private(set) var acrossCells = 0, groups = 0
    /// The likest of different cells, ten at most.
    package private(set) var examples: [Pair] = []
    /// Whether some may have been missed.
    package let isBounded: Bool

    init(_ dataset: ActionDataset) {
        var tokenizer = SearchTokenizer()
        let words = dataset.rows.map { tokenizer.tokens(of: $0.action.action.text).map(\.text) }
        let found = NearDuplicates(words: words)
        isBounded = found.isBounded
        let cells = Dictionary(grouping: dataset.rows.indices, by: { dataset.rows[$0].action.cell })
        for places in cells.values { compare(places, dataset, words) }
        for group in found.groups {
            let cells = Set(group.map { dataset.rows[$0].action.cell })
            guard cells.count > 1 else { continue }
            groups += 1
            acrossCells += group.count
        }
        examples = found.pairs.filter { dataset.rows[$0.first].action.cell != dataset.rows[$0.second].action.cell }
            .sorted { ($1.similarity, $0.first, $0.second) < ($0.similarity, $1.first, $1.second) }
            .prefix(10).map { pair in
                Pair(
                    first: dataset.rows[pair.first].line, second: dataset.rows[pair.second].line,
                    similarity: pair.similarity)
            }
    }

    /// So many actions of one cell are compared each with each; of more, the first.
    private static let mostOfCell = 200

    private mutating func compare(_ places: [Int], _ dataset: ActionDataset, _ words: [[String]]) {
        guard places.count > 1 else { return }
        let places = Array(places.prefix(Self.mostOfCell))
        let sets = ShingleSets(places.map { words[$0] })
        for later in places.indices {
            for earlier in 0..<later where sets.similarity(earlier, later) >= NearDuplicates.threshold - 1e-12 {
                let (one, other) = (dataset.rows[places[earlier]].action, dataset.rows[places[later]].action)
                if one.origin == other.origin, one.inclination != other.inclination {
                    withinPairs += 1
                    if words[places[earlier]] == words[places[later]] { sameInBoth += 1 }
                } else {
                    withinCells += 1
                }
            }
        }
    }
}
