import Measures
import TestSupport
import Testing

@Suite("What is learned from features of cells")
struct LearnedBaselineTests {
    private func probabilities(_ cells: [PredictableCell]) async throws -> [[Int: Double]] {
        try await LearnedBaseline.sets(of: cells).map { set in
            Dictionary(uniqueKeysWithValues: set.cases.map { ($0.cell, $0.probability ?? .nan) })
        }
    }

    @Test
    func `Every set has the cells that state a side, in their order; undecided and unknown ones are left out`()
        async throws
    {
        var cells = MadeCells().cells
        cells[5].stated = 0.5
        cells[9].stated = nil
        cells[11].acted = nil
        let sets = try await LearnedBaseline.sets(of: cells)
        #expect(sets.map(\.id) == ["learned_cell", "learned_cell_choice", "learned_cell_choice_spread"])
        for set in sets {
            #expect(set.cases.map(\.cell) == (0..<240).filter { $0 != 5 && $0 != 9 })
            #expect(set.cases.allSatisfy { $0.predicted == ($0.probability.map { $0 > 0.5 }) })
            #expect(set.cases.first { $0.cell == 11 }?.actsAgree == nil)
            // Clusters are values.
            for one in set.cases { #expect((one.cluster == set.cases[0].cluster) == (one.cell % 12 == 0)) }
        }
    }

    @Test
    func `The order of cells moves no prediction`() async throws {
        let cells = MadeCells().cells
        var random = SeededRandom(seed: 3)
        let (straight, shuffled) = (
            try await probabilities(cells), try await probabilities(cells.shuffled(using: &random))
        )
        for (one, other) in zip(straight, shuffled) {
            #expect(one.allSatisfy { abs($0.value - (other[$0.key] ?? .nan)) < 1e-9 })
        }
    }

    @Test
    func `What a cell's own fold states never moves its prediction`() async throws {
        let cells = MadeCells().cells
        let before = try await probabilities(cells)
        for fold in 0..<6 {
            let turned = cells.map { cell in
                var cell = cell
                if cell.fold == fold { cell.stated = cell.stated.map { 1 - $0 } }
                return cell
            }
            let after = try await probabilities(turned)
            for (one, other) in zip(before, after) {
                #expect(cells.allSatisfy { $0.fold != fold || one[$0.number] == other[$0.number] })
                #expect(cells.contains { $0.fold != fold && one[$0.number] != other[$0.number] })
            }
        }
    }

    /// Each value's side is tossed: nothing else tells anything. Folds that keep values together must find nothing, and folds that part
    /// them all of it. Forty tosses leave chance a reach of 0.25, three standard errors.
    @Test(arguments: 1...4)
    func `Tossed values are foretold where folds part them, and never where they do not`(seed: Int) async throws {
        var random = SeededRandom(seed: seed)
        let sides = (0..<40).map { _ in Bool.random(using: &random) }
        func cells(_ fold: (Int, Int) -> Int) -> [PredictableCell] {
            (0..<400).map { number in
                let (value, scenario) = (number % 40, number / 40)
                return PredictableCell(
                    number: number, country: "c\(scenario % 3)", topic: "t\(scenario % 4)", value: "v\(value)",
                    group: "g",
                    stated: sides[value] ? 0 : 1, acted: Bool.random(using: &random) ? 0 : 1,
                    fold: fold(value, scenario))
            }
        }
        func accuracy(_ cells: [PredictableCell]) async throws -> Double {
            let set = try #require(try await LearnedBaseline.sets(of: cells).first)
            return Double(set.cases.count { $0.predicted == $0.statesAgree }) / Double(set.cases.count)
        }
        #expect(try await accuracy(cells { _, scenario in scenario % 5 }) == 1)
        #expect(try await accuracy(cells { value, _ in value % 5 }) <= 0.75)
    }

    @Test
    func `Cells of one fold, a fold below 0 and scores out of range are refused in words`() async {
        let cells = MadeCells().cells
        func changed(_ change: (inout PredictableCell) -> Void) -> [PredictableCell] {
            cells.map { cell in
                var cell = cell
                change(&cell)
                return cell
            }
        }
        await #expect(
            throws: MeasuresError.badPlan(
                what: "number of folds with a cell that states a side", value: "1", allowed: "2 or more")
        ) { try await LearnedBaseline.sets(of: changed { $0.fold = 0 }) }
        await #expect(throws: MeasuresError.outOfRange(what: "fold", index: -1, count: 240)) {
            try await LearnedBaseline.sets(of: changed { $0.fold = -1 })
        }
        await #expect(throws: MeasuresError.scoreOutOfRange(cell: 0, score: "1.5")) {
            try await LearnedBaseline.sets(of: changed { $0.stated = 1.5 })
        }
        let nothing = try? await LearnedBaseline.sets(of: [])
        #expect(nothing?.allSatisfy(\.cases.isEmpty) == true)
    }
}
