import Study
import Testing

@Suite("Which action stands first is balanced")
struct QuestionsBalanceTests {
    private func actedPlan(_ name: String) throws -> QuestionPlan {
        let study = try StudyDefinition.builtIn(named: name)
        let actions = StudyFileSample.syntheticActions(for: study)
        return try study.withActions(actions).questions(Selection(tasks: [.acted]))
    }

    @Test(
        arguments: ["pilot", "schwartz-132"])
    func `The agree-action stands first in half of the variants of each cell, and in half of the cells of each variant`(
        name: String
    ) throws {
        let plan = try actedPlan(name)
        var byCell: [Int: Int] = [:]
        var byVariant: [Int: Int] = [:]
        for question in plan {
            byCell[question.cells[0], default: 0] += question.first == .agree ? 1 : 0
            byVariant[question.variant.index, default: 0] += question.first == .agree ? 1 : 0
        }
        #expect(Set(byCell.values) == [4])
        #expect(byVariant.values.sorted() == Array(repeating: plan.count / 16, count: 8))
    }

    @Test
    func `In variant 0 of the full cross no country, topic, value or value group leans by more than a few percent`()
        throws
    {
        let study = try StudyDefinition.builtIn(named: "schwartz-132")
        var counts: [String: (agree: Int, all: Int)] = [:]
        for number in 0..<study.cellCount {
            let cell = try #require(study.cell(at: number))
            let group = try #require(study.theory.groups.first { $0.values.contains { $0.name == cell.value } })
            let agree = study.first(in: cell, order: 0) == .agree ? 1 : 0
            for margin in [cell.scenario.country, cell.scenario.topic, cell.value, group.name] {
                counts[margin, default: (0, 0)].agree += agree
                counts[margin, default: (0, 0)].all += 1
            }
        }
        #expect(counts.count == 12 + 11 + 56 + 10)
        for (margin, count) in counts {
            #expect(abs(Double(count.agree) / Double(count.all) - 0.5) < 0.03, "\(margin): \(count)")
        }
    }

    @Test(arguments: Inclination.allCases)
    func `A study may put one inclination first in every cell at the first level`(inclination: Inclination) throws {
        let study = try StudyFileSample.study(
            replacing: "orders: [a, b]", with: "first: \(inclination.rawValue)\n  orders: [a, b]")
        let plan = try study.withActions(StudyFileSample.syntheticActions(for: study))
            .questions(Selection(tasks: [.acted]))
        #expect(plan.count == 16)
        for question in plan {
            #expect(question.first == (question.variant.order == "a" ? inclination : inclination.opposite))
        }
    }
}
