import Study
import TestSupport
import Testing

/// Examples and questions share nothing, and what is drawn stays as it is where it can.
struct PredictionSplitTests {
    private static func study() throws -> StudyDefinition { try StudyDefinition.builtIn(named: "pilot") }

    private static func members(_ study: StudyDefinition, seed: Int, leaving: Double = 0) -> [PredictionSplit.Member] {
        var random = SeededRandom(seed: seed)
        return study.allCells.enumerated().compactMap { number, cell in
            let side = Double.random(in: 0..<1, using: &random) < 0.35
            let isLeft = Double.random(in: 0..<1, using: &random) < leaving
            return isLeft ? nil : PredictionSplit.Member(number: number, cell: cell, statesAgree: side)
        }
    }

    @Test(arguments: PredictionSplit.Grouping.allCases, 1...6)
    func `examples never share what is kept apart with their fold's questions`(
        grouping: PredictionSplit.Grouping, seed: Int
    ) throws {
        let study = try Self.study()
        let members = Self.members(study, seed: seed)
        let split = PredictionSplit(study, grouping: grouping, manner: .folds, folds: 4, seed: UInt64(seed))
        #expect(split.folds == (grouping == .country ? 2 : 4))
        for (fold, examples) in split.examples(of: members, count: 8).enumerated() {
            #expect(examples.count == 8 && examples.filter(\.statesAgree).count == 4)
            let tests = members.filter { split.fold(of: $0.cell) == fold }
            #expect(!tests.isEmpty)
            let kept = Set(tests.map { split.group(of: $0.cell) })
            #expect(examples.allSatisfy { !kept.contains(split.group(of: $0.cell)) })
            #expect(Set(examples.map(\.number)).isDisjoint(with: tests.map(\.number)))
        }
    }

    @Test(arguments: 1...6)
    func `more examples hold the fewer, a larger sample the smaller, and folds do not hang on what is decided`(
        seed: Int
    ) throws {
        let study = try Self.study()
        let (all, some) = (Self.members(study, seed: seed), Self.members(study, seed: seed, leaving: 0.3))
        let split = PredictionSplit(study, grouping: .cell, manner: .folds, folds: 5, seed: UInt64(seed))
        for (few, many) in zip(split.examples(of: all, count: 4), split.examples(of: all, count: 10)) {
            #expect(Set(few).isSubset(of: many))
        }
        let (small, large) = (split.sample(of: all, count: 10), split.sample(of: all, count: 30))
        #expect(small.count == 10 && large.count == 30 && Set(small).isSubset(of: large))
        #expect(small.filter(\.statesAgree).count == 5 && large.filter(\.statesAgree).count == 15)
        for member in some { #expect(all.contains { $0.cell == member.cell }) }
        let again = PredictionSplit(study, grouping: .cell, manner: .folds, folds: 5, seed: UInt64(seed))
        #expect(study.allCells.allSatisfy { again.fold(of: $0) == split.fold(of: $0) })
        // A cell that is no example does not change which are.
        let examples = split.examples(of: all, count: 6)
        let used = Set(examples.joined().map(\.number))
        let without = all.filter { used.contains($0.number) || !$0.number.isMultiple(of: 3) }
        #expect(split.examples(of: without, count: 6) == examples)
    }

    @Test func `folds are of like size, and another seed draws anew`() throws {
        let study = try Self.study()
        let split = PredictionSplit(study, grouping: .cell, manner: .folds, folds: 5, seed: 1)
        let sizes = Dictionary(grouping: study.allCells) { split.fold(of: $0) }.mapValues(\.count)
        #expect(sizes.count == 5 && sizes.values.allSatisfy { $0 == study.cellCount / 5 })
        let other = PredictionSplit(study, grouping: .cell, manner: .folds, folds: 5, seed: 2)
        #expect(study.allCells.contains { other.fold(of: $0) != split.fold(of: $0) })
    }

    @Test func `the released setting has one list of examples; a side that is short shortens both`() throws {
        let study = try Self.study()
        let members = Self.members(study, seed: 3)
        let released = PredictionSplit(study, grouping: .cell, manner: .released, folds: 5, seed: 1)
        #expect(released.examples(of: members, count: 6).map(\.count) == [6])
        let agrees = members.filter(\.statesAgree)
        let short = agrees.prefix(3) + members.filter { !$0.statesAgree }
        let split = PredictionSplit(study, grouping: .cell, manner: .folds, folds: 5, seed: 1)
        let lists = split.examples(of: Array(short), count: 8)
        #expect(Set(lists.map(\.count)).count == 1 && lists[0].count < 8)
        #expect(lists.allSatisfy { $0.filter(\.statesAgree).count * 2 == $0.count })
        #expect(split.examples(of: members, count: 0).allSatisfy { $0.isEmpty })
        #expect(split.sample(of: members, count: nil) == members)
        #expect(split.sample(of: agrees, count: 10).isEmpty)
    }
}
