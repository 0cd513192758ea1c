import Measures
import TestSupport
import Testing

@Suite("Warnings of words that will not be kept")
struct GapWarningsTests {
    /// Cells whose word is kept the less often the less firm it is, and never of two of the values.
    private func cells(_ seed: Int, noise: Bool = false) -> [WarningCell] {
        var random = SeededRandom(seed: seed)
        return (0..<400).map { number in
            let value = number % 20
            let stated = Double(Int.random(in: 0...8, using: &random)) / 8
            let side = stated == 0.5 ? 0.375 : stated
            let chance = value < 2 ? 0.9 : 0.5 - 0.45 * abs(2 * side - 1)
            return WarningCell(
                number: number, country: "c\(number / 20 % 4)", topic: "t\(number / 80)", value: "v\(value)",
                group: "g\(value % 4)",
                stated: side, statedSpread: nil,
                isGap: Double.random(in: 0..<1, using: &random) < (noise ? 0.3 : chance))
        }
    }

    private let plan = ResamplingPlan(replicates: 200)

    @Test
    func `What other respondents do warns of this one's cells, the least firm and the broken values first`()
        async throws
    {
        let target = cells(1)
        let found = try await GapWarnings(of: target, learningFrom: [cells(2), cells(3), cells(4)], plan: plan)
        #expect(found.testing == .otherRespondents && found.standing == .skilled && found.warnings.count == 400)
        #expect(found.learned.map(\.cells) == [400, 400, 400] && found.learned.allSatisfy { $0.probabilities != nil })
        #expect((found.tested.skill?.value ?? 0) > 0.15 && (found.outcome?.skill?.value ?? 0) > 0.15)
        let broken = found.warnings.prefix(40).count { $0.cell.value == "v0" || $0.cell.value == "v1" }
        #expect(broken >= 34)
        for (one, next) in zip(found.warnings, found.warnings.dropFirst()) {
            #expect(one.probability >= next.probability)
        }
        #expect(found.warnings[0].reasons[0].feature == "value" && found.warnings[0].reasons[0].amount > 1)
        for warning in found.warnings {
            for (one, next) in zip(warning.reasons, warning.reasons.dropFirst()) {
                #expect(abs(one.amount) >= abs(next.amount))
            }
        }
    }

    @Test
    func `What the target then does moves no warning, and makes the outcome`() async throws {
        let learned = [cells(2), cells(3)]
        let known = try await GapWarnings(of: cells(1), learningFrom: learned, plan: plan)
        let unknown = try await GapWarnings(
            of: cells(1).map { cell in
                var cell = cell
                cell.isGap = nil
                return cell
            }, learningFrom: learned, plan: plan)
        #expect(known.warnings.map(\.probability) == unknown.warnings.map(\.probability))
        #expect(known.outcome != nil && unknown.outcome == nil && known.tested == unknown.tested)
    }

    @Test
    func `One run alone is tested on values that were left out, and a run by itself on scenarios`() async throws {
        let one = try await GapWarnings(of: cells(1), learningFrom: [cells(2)], plan: plan)
        #expect(one.testing == .otherValues && one.learned[0].probabilities == nil && one.tested.cells == 400)
        // Values 0 and 1 can't be foretold from other values, so the test is the harder one; the outcome knows them.
        #expect((one.outcome?.skill?.value ?? 0) > (one.tested.skill?.value ?? 1))
        let own = try await GapWarnings(of: cells(1), learningFrom: [], plan: plan)
        #expect(own.testing == .ownScenarios && own.outcome == nil && own.c == nil && own.warnings.count == 400)
        #expect((own.tested.skill?.value ?? 0) > 0.1)
    }

    @Test
    func `A run's own gaps never warn of themselves: tossed gaps have no skill`() async throws {
        var skilled = 0
        for seed in 1...8 {
            let own = try await GapWarnings(of: cells(seed, noise: true), learningFrom: [], plan: plan)
            #expect((own.tested.skill?.value ?? 1) < 0.03)
            if own.standing == .skilled { skilled += 1 }
        }
        #expect(skilled <= 1)
    }

    @Test
    func `The order of runs and cells moves nothing but the order`() async throws {
        var random = SeededRandom(seed: 9)
        let (first, second) = (cells(2), cells(3))
        let straight = try await GapWarnings(of: cells(1), learningFrom: [first, second], plan: plan)
        let turned = try await GapWarnings(
            of: cells(1).shuffled(using: &random),
            learningFrom: [second.shuffled(using: &random), first.shuffled(using: &random)], plan: plan)
        #expect(straight.warnings.map(\.cell.number) == turned.warnings.map(\.cell.number))
        for (one, other) in zip(straight.warnings, turned.warnings) {
            #expect(abs(one.probability - other.probability) < 1e-9)
        }
    }

    @Test
    func `Too little to learn from is refused in words`() async throws {
        let expected = MeasuresError.badPlan(
            what: "number of cells with both tasks to learn from", value: "39", allowed: "40 or more")
        await #expect(throws: expected) {
            try await GapWarnings(of: cells(1), learningFrom: [Array(cells(2).prefix(39))], plan: plan)
        }
        let kept = cells(2).map { cell in
            var cell = cell
            cell.isGap = false
            return cell
        }
        await #expect(
            throws: MeasuresError.badPlan(
                what: "number of gaps to learn from", value: "0", allowed: "between 1 and 399")
        ) { try await GapWarnings(of: cells(1), learningFrom: [kept], plan: plan) }
    }
}
