import Measures
import Testing
import Text

@Suite("The instrument's own errors")
struct InstrumentTests {
    /// Framing × order, two replicates: askings 0 … 3 are framing 0 order 0, 0 1, 1 0, 1 1; 4 … 7 the same again.
    private func design(cells: Int) throws -> AskingDesign {
        try AskingDesign(
            askings: 8,
            factors: [
                .init(name: "framing", levels: ["plain", "vivid"], levelOfAsking: [0, 0, 1, 1, 0, 0, 1, 1]),
                .init(name: "order", levels: ["a", "b"], levelOfAsking: [0, 1, 0, 1, 0, 1, 0, 1]),
            ], replicateOfAsking: [0, 0, 0, 0, 1, 1, 1, 1],
            // Cell by cell the other action is first at order 0.
            disagreeFirst: (0..<cells * 8).map { ($0 / 8 + $0) % 2 == 0 })
    }

    @Test
    func `A framing that always draws towards disagree has its shift and its flips`() async throws {
        let axes = try axes(countries: 1, topics: 2, values: 2)
        // Options of four. Cell 0: 1 becomes 2 (1/3, a flip); cell 1: 0 becomes 1 (1/3, none); cells 2, 3: no change.
        let rows: [[Int?]] = [
            [1, 1, 2, 2, 1, 1, 2, 2], [0, 0, 1, 1, 0, 0, 1, 1], [3, 3, 3, 3, 3, 3, 3, 3], [0, 0, 0, 0, 0, 0, 0, nil],
        ]
        let effects = try await FactorEffect.all(
            of: readings(rows, options: 4), design: design(cells: 4), axes: axes, plan: ResamplingPlan(replicates: 100))
        #expect(effects.map(\.factor) == ["framing", "order"])
        // Pairs: 4 in each cell, 3 where a reading is missing. Shift 8 · 1/3 of 15, flips 4, changes 8.
        #expect(close(effects[0].shift?.value, 8.0 / 3 / 15))
        #expect(close(effects[0].flips?.value, 4.0 / 15))
        #expect(close(effects[0].optionChanges?.value, 8.0 / 15))
        #expect(effects[0].shift?.count == 15)
        #expect(effects[1].flips?.value == 0)
        #expect(effects[0].flips?.interval?.clusters == 2)
    }

    @Test
    func `Choosing what stands first shows as a position bias of one half, a fixed preference as none`() async throws {
        let axes = try axes(countries: 1, topics: 2, values: 2)
        let design = try design(cells: 4)
        let plan = ResamplingPlan(replicates: 100)
        let first = (0..<4).map { cell in
            (0..<8).map { design.disagreeFirst(cell: cell, asking: $0) == true ? 1 : 0 as Int? }
        }
        let biased = try await PositionEffect(of: readings(first, options: 2), design: design, axes: axes, plan: plan)
        #expect(biased.first?.value == 1 && biased.bias?.value == 0.5 && biased.flips?.value == 1)
        // Orders differ in one of two askings of each framing and replicate: 4 pairs a cell.
        #expect(biased.flips?.count == 16)
        let agreeing = [[Int?]](repeating: [Int?](repeating: 0, count: 8), count: 4)
        let steady = try await PositionEffect(
            of: readings(agreeing, options: 2), design: design, axes: axes, plan: plan)
        #expect(steady.first?.value == 0.5 && steady.bias?.value == 0 && steady.flips?.value == 0)
        #expect(steady.firstWhenAgreeFirst?.value == 1 && steady.firstWhenDisagreeFirst?.value == 0)
    }

    @Test
    func `One-way components are those of the analysis of variance by hand`() throws {
        // Two values with readings 1, 0 and 1, 1 (one scenario): cell and value are the same source.
        // Between: 2 · ((0.5 − 0.75)² + (1 − 0.75)²) = 0.25 with 1 degree; within 0.5 with 2: 0.25.
        // Residual 0.25, value (0.25 − 0.25) / 2 = 0.
        let axes = try axes(countries: 1, topics: 1, values: 2)
        let design = try AskingDesign(askings: 2, factors: [], replicateOfAsking: [0, 1])
        let found = try #require(
            try VarianceComponents.ofScores(readings([[1, 0], [1, 1]], options: 2), design: design, axes: axes))
        #expect(found.components.map(\.source) == ["value", "replicate"])
        #expect(close(found.components[0].variance, 0))
        #expect(close(found.components[1].variance, 0.25))
        #expect(found.count == 4 && close(found.mean, 0.75))
    }

    @Test
    func `Components of simulated readings come back, with readings missing`() throws {
        // Scores of 101 options: 0.5 + value + country + topic + variant + noise, uniform effects of half width h have
        // variance h²/3. Value 0.2: 0.01333; country 0.1: 0.00333; noise 0.15: 0.0075; nothing else.
        var generator = Xoshiro256(seed: 17)
        func uniform(_ half: Double) -> Double { (2 * generator.unit() - 1) * half }
        let axes = try axes(countries: 40, topics: 3, values: 60)
        let (values, countries) = ((0..<60).map { _ in uniform(0.2) }, (0..<40).map { _ in uniform(0.1) })
        let rows = (0..<axes.cellCount).map { cell -> [Int?] in
            let place = axes.position(ofCell: cell)
            return (0..<2).map { _ in
                let score = 0.5 + values[place.value] + countries[place.country] + uniform(0.15)
                return generator.unit() < 0.1 ? nil : Int((100 * score).rounded())
            }
        }
        let design = try AskingDesign(
            askings: 2, factors: [.init(name: "framing", levels: ["a", "b"], levelOfAsking: [0, 1])])
        let found = try #require(
            try VarianceComponents.ofScores(readings(rows, options: 101), design: design, axes: axes))
        let variance = Dictionary(uniqueKeysWithValues: found.components.map { ($0.source, $0.variance) })
        // The standard error of a variance over 60 uniform levels is about 0.9 √(1/60) = 12 % of it.
        #expect(close(variance["value"], 0.0133, within: 0.004))
        #expect(close(variance["country"], 0.0033, within: 0.0015))
        #expect(close(variance["residual"], 0.0075, within: 0.0005))
        for none in ["topic", "cell", "variant"] { #expect(close(variance[none], 0, within: 0.0004), "\(none)") }
    }

    @Test
    func `The gap's components follow the acted readings minus the cell's stated score`() throws {
        let axes = try axes(countries: 1, topics: 1, values: 3)
        let design = try AskingDesign(askings: 2, factors: [])
        let acted = try readings([[1, 0], [1, 1], [0, 0]], options: 2)
        let gap = try #require(
            try VarianceComponents.ofGap(
                stated: ScoreMatrix([1, nil, 0.5]), acted: acted, design: design, axes: axes))
        // Readings −0, −1, −0.5, −0.5: mean −0.5; the value without a stated score is out.
        #expect(gap.count == 4 && close(gap.mean, -0.5))
    }

    @Test
    func `Missing cells are filled in with the extremes, ties are read the other way`() throws {
        // Stated 1, 0, missing, 0.5; acted 1, missing, 0, 1. Counted: cells 0 and 3, the latter undecided, accuracy 1.
        let report = try MeasureReport(
            axes: axes(countries: 1, topics: 1, values: 4), stated: ScoreMatrix([1, 0, nil, 0.5]),
            acted: ScoreMatrix([1, nil, 0, 1]))
        let found = SensitivityReport(of: report)
        let accuracy = try #require(found.pooled[.accuracy])
        #expect(accuracy.measured == 1 && found.missingCells == 2 && found.statedTies == 1)
        // All agree: D/D, A/A, A/A. All disagree: D/D, A/D, D/A.
        #expect(accuracy.missingAgree == 1 && accuracy.missingDisagree == 1.0 / 3)
        #expect(accuracy.missingRange == 1.0 / 3...1 && accuracy.isExact)
        // 0.5 as agree: A/D in cell 3; as disagree: D/D.
        #expect(accuracy.tiesAgree == 0.5 && accuracy.tiesDisagree == 1)
        // (0 + 1 + 0 + 0.5) / 4 where the model acts against what it states.
        #expect(found.pooled[.signedGap]?.missingActAgainst == 0.375)
        #expect(!found.json.text().contains("nan"))
    }

    @Test
    func `A design that does not fit the readings is refused`() async throws {
        #expect(throws: MeasuresError.self) {
            try AskingDesign(askings: 2, factors: [.init(name: "order", levels: ["a"], levelOfAsking: [0, 1])])
        }
        let axes = try axes(countries: 1, topics: 1, values: 1)
        await #expect(throws: MeasuresError.self) {
            try await PositionEffect(of: readings([[1, 0]], options: 2), design: design(cells: 1), axes: axes)
        }
    }
}
