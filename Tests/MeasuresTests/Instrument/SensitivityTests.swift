import Measures
import TestSupport
import Testing

@Suite("Bounds over all fillings of missing scores")
struct SensitivityTests {
    @Test(arguments: 0..<12)
    func `No filling with 0 or 1 lies outside bounds that are called exact, and both ends are reached`(seed: Int) throws
    {
        var generator = SeededRandom(seed: seed)
        let axes = try axes(countries: 1, topics: 2, values: 3)
        func scores() -> [Double?] {
            (0..<axes.cellCount).map { _ in
                let number = Int.random(in: 0...6, using: &generator)
                return number > 5 ? nil : Double(number) / 5
            }
        }
        let (stated, acted) = (scores(), scores())
        let found = SensitivityReport(
            of: try MeasureReport(axes: axes, stated: ScoreMatrix(stated), acted: ScoreMatrix(acted)))
        let known = acted + stated
        let gaps = zip(stated + acted, known).map { ($0, $1) }.filter { $0.0 == nil }
        var scenario: [ScenarioFigure: [Double]] = [:]
        var pooled: [PooledFigure: [Double]] = [:]
        // Each missing score is agree, disagree, or what is known of the other task.
        let choices = gaps.map { _, other in [0, 1] + [other].compactMap(\.self) }
        for filling in 0..<choices.map(\.count).reduce(1, *) {
            var (rest, place) = (filling, 0)
            func filled(_ scores: [Double?]) -> [Double?] {
                scores.map { score in
                    if let score { return score }
                    defer {
                        rest /= choices[place].count
                        place += 1
                    }
                    return choices[place][rest % choices[place].count]
                }
            }
            let overall = try MeasureReport(
                axes: axes, stated: ScoreMatrix(filled(stated)), acted: ScoreMatrix(filled(acted))
            ).overall
            for figure in ScenarioFigure.allCases {
                if let number = overall.scenarioMean[figure] { scenario[figure, default: []].append(number) }
            }
            for figure in PooledFigure.allCases {
                if let number = overall.pooled[figure] { pooled[figure, default: []].append(number) }
            }
        }
        for (figure, sensitivity) in found.scenarioMean where sensitivity.isExact {
            expectBounds(sensitivity, scenario[figure] ?? [], "\(figure)")
        }
        for (figure, sensitivity) in found.pooled where sensitivity.isExact {
            expectBounds(sensitivity, pooled[figure] ?? [], "\(figure)")
        }
    }

    private func expectBounds(_ found: Sensitivity, _ all: [Double], _ name: String) {
        #expect(close(found.missingRange?.lowerBound, all.min()), "\(name)")
        #expect(close(found.missingRange?.upperBound, all.max()), "\(name)")
    }
}
