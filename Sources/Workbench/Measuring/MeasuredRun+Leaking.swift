package import Measures
package import Reports
import Study

extension MeasuredRun {
    /// Measures the run without the cells whose action names its value as well.
    ///
    /// - Parameter plan: how intervals are made; `nil` makes none.
    /// - Throws: ``WorkbenchError`` where nothing is left, or nothing was chosen.
    package mutating func addWithoutLeaking(_ plan: ResamplingPlan?) async throws {
        guard let readings else { throw WorkbenchError(.nothingWithoutLeaking) }
        let leaking = study.leakingCells()
        let planned = measures.planned ?? [Bool](repeating: true, count: leaking.count)
        let rest = zip(planned, leaking).map { $0 && !$1 }
        let report = try MeasureReport(
            axes: measures.axes, stated: readings.stated.readings, acted: readings.acted.readings,
            states: measures.states, scoring: measures.scoring, disagreeFirst: readings.acted.design.disagreeFirst,
            planned: rest)
        guard report.counts.both > 0 else { throw WorkbenchError(.nothingWithoutLeaking) }
        withoutLeaking = WithoutLeaking(
            leaking: zip(planned, leaking).count { $0 && $1 }, cells: planned.count { $0 }, measures: report,
            intervals: try await MeasureIntervals.made(of: report, plan: plan))
    }
}

extension StudyDefinition {
    /// By cell: whether an action names its value, of either inclination and of any generator.
    package func leakingCells() -> [Bool] {
        var check = LeakCheck(language: language)
        let values = Dictionary(theory.values.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        return (0..<cellCount).map { number in
            guard let cell = cell(at: number), let value = values[cell.value] else { return false }
            return pairs(of: cell).contains { _, pair in
                Inclination.allCases.contains { check.leak(action: pair[$0].text, value: value) != nil }
            }
        }
    }
}
