import Study
import Testing

struct CellSampleTests {
    private func cells(_ count: Int, seed: UInt64 = 1, countries: [String]? = nil) throws -> [Cell] {
        let study = try StudyDefinition.builtIn(named: "pilot")
        let plan = try study.questions(
            Selection(
                countries: countries, tasks: [.acted], variants: [.acted: [0]],
                sample: CellSample(count: count, seed: seed)))
        return plan.map { Cell(scenario: $0.scenario, value: $0.value ?? "") }
    }

    @Test(arguments: [1, 7, 20, 40, 79, 80, 500])
    func `a sample has so many cells, or all`(count: Int) throws {
        let cells = try cells(count)
        #expect(cells.count == min(count, 80))
        #expect(Set(cells).count == cells.count)
    }

    @Test func `the same seed takes the same cells and another takes others`() throws {
        #expect(try cells(20) == cells(20))
        #expect(try cells(20) != cells(20, seed: 2))
    }

    @Test func `each country and value group gets its share`() throws {
        // 2 countries × 10 groups of one value: 40 of 80 cells are 2 of the 4 in each stratum.
        let cells = try cells(40)
        for group in Dictionary(grouping: cells, by: { "\($0.scenario.country) \($0.value)" }).values {
            #expect(group.count == 2)
        }
    }

    @Test func `Task 1 asks only scenarios that have a sampled cell`() throws {
        let study = try StudyDefinition.builtIn(named: "pilot")
        let plan = try study.questions(Selection(sample: CellSample(count: 3, seed: 1)))
        let stated = Set(plan.filter { $0.task == .stated }.map(\.scenario))
        let acted = Set(plan.filter { $0.task == .acted }.map(\.scenario))
        #expect(stated == acted)
        #expect(plan.count(of: .acted) == 24)
    }

    @Test func `sampled questions keep their ids`() throws {
        let study = try StudyDefinition.builtIn(named: "pilot")
        let all = Set(try study.questions().ids)
        #expect(try study.questions(Selection(sample: CellSample(count: 10, seed: 3))).ids.allSatisfy(all.contains))
    }
}
