package import Text

/// Which cells are shown as examples, and which are asked about.
///
/// All is drawn by hashes of the seed and a cell's place: a cell's part of the whole (its fold) depends on the study, the seed and what is kept
/// apart, not on which cells are decided or sampled; more examples, or a larger sample, hold the fewer.
package struct PredictionSplit: Sendable, Hashable {
    /// What a fold holds whole.
    package enum Grouping: String, Sendable, Hashable, CaseIterable, Codable {
        /// A value in a scenario.
        case cell
        case value, country, topic
    }

    /// Whether each cell is asked about with examples from the other folds, or all with the same.
    package enum Manner: String, Sendable, Hashable, CaseIterable, Codable {
        case folds
        /// As the paper's released setting: the same examples, drawn of all cells, for every cell that is not among them.
        case released
    }

    /// A cell whose both sides are decided.
    package struct Member: Sendable, Hashable {
        /// Its number in the study's full cross.
        package let number: Int
        /// Where it lies.
        package let cell: Cell
        /// What was said there.
        package let statesAgree: Bool

        /// A cell.
        package init(number: Int, cell: Cell, statesAgree: Bool) {
            (self.number, self.cell, self.statesAgree) = (number, cell, statesAgree)
        }
    }

    /// What is kept apart.
    package let grouping: Grouping
    /// How examples are given.
    package let manner: Manner
    /// How many folds there are: as many as asked for, or as there are groups.
    package let folds: Int
    /// Fixes all that is drawn.
    package let seed: UInt64
    private let foldOfGroup: [String: Int]

    /// A split of a study's cells.
    ///
    /// - Parameter folds: how many parts, 2 or more; fewer where there are fewer groups, and 1 where there is one group alone.
    package init(_ study: StudyDefinition, grouping: Grouping, manner: Manner, folds: Int, seed: UInt64) {
        (self.grouping, self.manner, self.seed) = (grouping, manner, seed)
        let groups: [String]
        switch grouping {
        case .cell: groups = study.allCells.map(\.place)
        case .value: groups = study.theory.values.map(\.name)
        case .country: groups = study.countries
        case .topic: groups = study.topics
        }
        let count = max(1, min(folds, groups.count))
        let ranked = groups.map { (group: $0, rank: Self.rank($0, "fold \(grouping.rawValue)", seed)) }
            .sorted { ($0.rank, $0.group) < ($1.rank, $1.group) }
        foldOfGroup = Dictionary(
            ranked.enumerated().map { ($0.element.group, $0.offset % count) }, uniquingKeysWith: { first, _ in first })
        self.folds = count
    }

    /// The group of a cell that is kept whole.
    package func group(of cell: Cell) -> String {
        switch grouping {
        case .cell: cell.place
        case .value: cell.value
        case .country: cell.scenario.country
        case .topic: cell.scenario.topic
        }
    }

    /// The fold of a cell, from 0.
    package func fold(of cell: Cell) -> Int { foldOfGroup[group(of: cell)] ?? 0 }

    /// As many cells that state agreement as disagreement, in the order given.
    ///
    /// - Parameter count: how many at most; nil takes all cells, as they are.
    package func sample(of members: [Member], count: Int?) -> [Member] {
        guard let count else { return members }
        let sides = Dictionary(grouping: members, by: \.statesAgree)
        let each = min(count / 2, sides[true]?.count ?? 0, sides[false]?.count ?? 0)
        let taken = Set([true, false].flatMap { ranked(sides[$0] ?? [], "sample").prefix(each).map(\.number) })
        return members.filter { taken.contains($0.number) }
    }

    /// The examples of each fold, as many of each side, mixed; of the released setting one list.
    ///
    /// - Parameters:
    ///   - members: all cells that may be examples.
    ///   - count: how many, an even number. All folds get as many; fewer where a side has fewer cells outside some fold.
    package func examples(of members: [Member], count: Int) -> [[Member]] {
        let pools =
            manner == .released
            ? [members] : (0..<folds).map { fold in members.filter { self.fold(of: $0.cell) != fold } }
        let each =
            pools.map { pool in min(pool.count(where: \.statesAgree), pool.count { !$0.statesAgree }) }.min() ?? 0
        let taken = min(count / 2, each)
        return pools.enumerated().map { fold, pool in
            let drawn = ranked(pool, "example \(fold)")
            let (agree, disagree) = (
                drawn.filter(\.statesAgree).prefix(taken), drawn.filter { !$0.statesAgree }.prefix(taken)
            )
            return ranked(Array(agree) + Array(disagree), "order \(fold)")
        }
    }

    private func ranked(_ members: [Member], _ purpose: String) -> [Member] {
        members.map { (member: $0, rank: Self.rank($0.cell.place, purpose, seed)) }
            .sorted { ($0.rank, $0.member.number) < ($1.rank, $1.member.number) }.map(\.member)
    }

    private static func rank(_ text: String, _ purpose: String, _ seed: UInt64) -> UInt64 {
        var encoding = CanonicalEncoding(version: "vlens-split-1", capacity: 128)
        encoding.append(Int(bitPattern: UInt(seed)))
        encoding.append(purpose)
        encoding.append(text)
        return encoding.digest(bytes: 8).utf8.reduce(0) { $0 << 4 | UInt64($1 < 58 ? $1 - 48 : $1 - 87) }
    }
}

extension Cell {
    /// The three names, told apart whatever stands in them.
    fileprivate var place: String { [scenario.country, scenario.topic, value].joined(separator: "\u{1F}") }
}
