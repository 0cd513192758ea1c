import Measures
import Reports

extension Fixture {
    /// The pilot with its gap deconvolved, without intervals.
    static func deconvolved() async throws -> ReportInput {
        var input = pilot
        input.deconvolution = try await DeconvolutionReport(of: input.measures, plan: nil)
        return input
    }

    /// A run with its instrument's errors: two framings × two orders, as often repeated as wanted, one cell missing.
    ///
    /// - Parameters:
    ///   - names: of the framings' levels.
    ///   - variants: how many of the four are asked.
    static func withInstrument(
        names: [String] = ["plain", "vivid"], variants: Int = 4, replicates: Int = 1,
        plan: ResamplingPlan? = ResamplingPlan(replicates: 100)
    ) async throws -> ReportInput {
        let axes = try Axes(
            countries: ["A", "B"], topics: ["T", "U"], values: ["one", "two", "three"], groups: ["G"],
            groupOfValue: [0, 0, 0])
        let askings = variants * replicates
        var stated = try CodedReadings(cells: axes.cellCount, askings: askings, options: 4)
        var acted = try CodedReadings(cells: axes.cellCount, askings: askings, options: 2)
        var random = Seeded(state: 4)
        for cell in 0..<axes.cellCount {
            for asking in 0..<askings {
                try stated.record(Int(random.unit() * 3.99), cell: cell, asking: asking)
                if cell != 5 { try acted.record(random.unit() < 0.4 ? 1 : 0, cell: cell, asking: asking) }
            }
        }
        func design(disagreeFirst: [Bool?]) throws -> AskingDesign {
            try AskingDesign(
                askings: askings,
                factors: [
                    .init(name: "framing", levels: names, levelOfAsking: (0..<askings).map { $0 % variants / 2 }),
                    .init(name: "order", levels: ["a", "b"], levelOfAsking: (0..<askings).map { $0 % variants % 2 }),
                ], replicateOfAsking: (0..<askings).map { $0 / variants }, disagreeFirst: disagreeFirst)
        }
        let places = 0..<axes.cellCount * askings
        var input = pilot
        input.measures = try MeasureReport(axes: axes, stated: stated, acted: acted)
        input.cells = CellRecord.all(stated: stated, acted: acted)
        input.misaligned = []
        input.deconvolution = try await deconvolved().deconvolution
        input.instrument = try await InstrumentReport(
            of: input.measures,
            stated: TaskReadings(stated, design: design(disagreeFirst: places.map { _ in false })),
            acted: TaskReadings(
                acted,
                design: design(disagreeFirst: places.map { $0 % askings % variants % 2 == 1 })), plan: plan)
        return input
    }
}
