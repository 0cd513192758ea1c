import Measures
import TestSupport
import Testing
import Text

@Suite("The report of the instrument's own errors")
struct InstrumentReportTests {
    /// Two framings, each asked twice: askings 0, 1 are the framings in the first replicate, 2, 3 in the second.
    private let twice = ([0, 1, 0, 1], [0, 0, 1, 1])

    private func report(
        _ axes: Axes, stated: [[Int?]], acted: [[Int?]], framings: [Int], replicates: [Int],
        planned: [Bool]? = nil, plan: ResamplingPlan? = ResamplingPlan(replicates: 100), workers: Int = 2
    ) async throws -> InstrumentReport {
        let design = try AskingDesign(
            askings: framings.count,
            factors: [.init(name: "framing", levels: ["plain", "vivid"], levelOfAsking: framings)],
            replicateOfAsking: replicates)
        let (stated, acted) = (try readings(stated, options: 4), try readings(acted, options: 2))
        let measures = try MeasureReport(axes: axes, stated: stated, acted: acted, planned: planned)
        return try await InstrumentReport(
            of: measures, stated: TaskReadings(stated, design: design), acted: TaskReadings(acted, design: design),
            plan: plan, workers: workers)
    }

    @Test
    func `Repetitions of a question are a source of their own where there are any, and are said to be the rest`()
        async throws
    {
        // Two cells, two framings, two replicates; by cell: vivid 0, plain 0, vivid 1, plain 1 as asked.
        let axes = try axes(countries: 1, topics: 2, values: 2)
        let acted: [[Int?]] = [[0, 0, 0, 1], [1, 1, 1, 1], [0, 1, 1, 1], [0, 0, 0, 0]]
        let found = try await report(
            axes, stated: acted, acted: acted, framings: twice.0, replicates: twice.1)
        // Pairs of one framing: (0, 2) and (1, 3) in each cell, 8; they differ in cell 0 (0, 1) and in cell 2 (0, 1).
        #expect(found.acted.repetitionFlips?.value == 0.25 && found.acted.repetitionFlips?.count == 8)
        #expect(found.acted.variants == 2 && found.acted.replicates == 2)
        #expect(found.acted.variance?.components.last?.source == "replicate")
        #expect(found.acted.variance?.residual == ["replicate"])
        #expect(found.acted.variance?.components.map(\.source).contains("variant in cell") == true)
        #expect(found.acted.variance?.notVaried == ["country"])
    }

    @Test
    func `Where each question was asked once, what is left is said to hold replicate and variant in cell`() async throws
    {
        let axes = try axes(countries: 2, topics: 2, values: 3)
        let rows = (0..<12).map { cell in [cell % 2, (cell / 2) % 2] as [Int?] }
        let found = try await report(axes, stated: rows, acted: rows, framings: [0, 1], replicates: [0, 0])
        for variance in [found.stated.variance, found.acted.variance, found.gap] {
            #expect(variance?.residual == ["variant in cell", "replicate"])
            #expect(variance?.components.last?.source == "residual")
        }
        #expect(found.acted.repetitionFlips == nil)
        let text = found.json.text()
        #expect(text.contains("\"residual_holds\": [\"variant in cell\", \"replicate\"]"))
        #expect(!text.lowercased().contains("nan"))
    }

    @Test
    func `One reading a cell leaves nothing to compare: no effect, no flips, no source but the cell's own places`()
        async throws
    {
        let axes = try axes(countries: 2, topics: 2, values: 3)
        let rows = (0..<12).map { [$0 % 2] as [Int?] }
        let found = try await report(axes, stated: rows, acted: rows, framings: [0], replicates: [0])
        #expect(found.stated.factors.isEmpty && found.stated.position == nil && found.stated.order == .unknown)
        #expect(found.stated.variants == 1 && found.stated.agreement.cellsReadOnce == 12)
        #expect(found.stated.variance?.residual == ["cell", "variant in cell", "replicate"])
        #expect(found.stated.variance?.notVaried == ["variant"])
    }

    @Test(arguments: Clustering.allCases)
    func `The agreement's intervals are those of the measures, whatever is drawn`(clustering: Clustering) async throws {
        let run = try RandomRun(seed: 8, askings: 4, missing: 0)
        let plan = ResamplingPlan(clustering: clustering, replicates: 200, seed: 5)
        let found = try await report(
            run.axes, stated: run.stated, acted: run.acted, framings: twice.0, replicates: twice.1, plan: plan)
        let known = try await MeasureIntervals(of: run.report(), plan: plan).promptAgreement
        for (figure, estimate) in [
            (AgreementFigure.stated, found.stated.agreement.byOption),
            (.statedBinary, found.stated.agreement.binary), (.actedBinary, found.acted.agreement.binary),
        ] {
            let (own, other) = (estimate?.interval, known[figure])
            #expect(close(own?.low, other?.low) && close(own?.high, other?.high) && own?.method == other?.method)
        }
    }

    @Test
    func `Workers change nothing, and without a plan the same figures stand without intervals`() async throws {
        let run = try RandomRun(seed: 3, askings: 4)
        func found(_ plan: ResamplingPlan?, _ workers: Int) async throws -> InstrumentReport {
            try await report(
                run.axes, stated: run.stated, acted: run.acted, framings: twice.0, replicates: twice.1, plan: plan,
                workers: workers)
        }
        let plan = ResamplingPlan(replicates: 150)
        let one = try await found(plan, 1)
        #expect(try await found(plan, 3) == one)
        let bare = try await found(nil, 2)
        #expect(bare.plan == nil && bare.acted.factors.allSatisfy { $0.flips?.interval == nil })
        #expect(bare.acted.factors.map(\.flips?.value) == one.acted.factors.map(\.flips?.value))
        #expect(bare.gap == one.gap && bare.sensitivity == one.sensitivity)
    }

    @Test(arguments: 0..<12)
    func `However missing scores are filled in, gap and mean scores stay within the bounds`(seed: Int) throws {
        let run = try RandomRun(seed: seed, missing: 0.5)
        let found = SensitivityReport(of: try run.report())
        var generator = SeededRandom(seed: seed)
        func filled(_ rows: [[Int?]], options: Int) throws -> ScoreMatrix {
            let scores = try readings(rows, options: options).scores
            return try ScoreMatrix((0..<scores.count).map { scores[$0] ?? .random(in: 0...1, using: &generator) })
        }
        let whole = try MeasureReport(
            axes: run.axes, stated: filled(run.stated, options: 4), acted: filled(run.acted, options: 2)
        ).overall.pooled
        for (figure, value) in [
            (PooledFigure.signedGap, whole.signedGap), (.stated, whole.stated), (.acted, whole.acted),
        ] {
            let (range, value) = (try #require(found.pooled[figure]?.missingRange), try #require(value))
            #expect(range.lowerBound <= value + 1e-12 && value <= range.upperBound + 1e-12, "\(figure)")
        }
    }

    @Test(arguments: 0..<12)
    func `Where missing cells lack both scores, the bounds hold the measured figures`(seed: Int) throws {
        var run = try RandomRun(seed: seed, missing: 0)
        for cell in run.stated.indices where cell % 3 == 1 {
            run.stated[cell] = run.stated[cell].map { _ in nil }
            run.acted[cell] = run.acted[cell].map { _ in nil }
        }
        let found = SensitivityReport(of: try run.report())
        for figure in [PooledFigure.signedGap, .stated, .acted, .accuracy, .inconsistencyShare, .distance] {
            guard let sensitivity = found.pooled[figure], let measured = sensitivity.measured else { continue }
            let range = try #require(sensitivity.missingRange)
            #expect(range.lowerBound <= measured + 1e-12 && measured <= range.upperBound + 1e-12, "\(figure)")
        }
    }

    @Test
    func `A cell that was never planned is not filled in`() async throws {
        let axes = try axes(countries: 1, topics: 1, values: 3)
        let found = try await report(
            axes, stated: [[0], [1], [2]], acted: [[0], [nil], [nil]], framings: [0], replicates: [0],
            planned: [true, true, false])
        // Stated 0 and 1/3 are planned, acted 0 and missing: 0 − 0 and, filled as disagree, 1 − 1/3.
        #expect(found.sensitivity.missingCells == 1)
        #expect(close(found.sensitivity.pooled[.signedGap]?.missingActAgainst, 1.0 / 3))
    }

    @Test(
        .enabled(if: SharedFolder.isPresent, Comment(rawValue: SharedFolder.absence)),
        arguments: [("gemma-2-9b-it", 0.9665), ("Llama-3.3-70B-Instruct", 0.9501)])
    func `The stated agreement of the released replies is the published one`(model: String, agreement: Double)
        async throws
    {
        let replies = try ReleasedReplies(
            model: model, beyondRange: .refused,
            ratings: { reply, values in
                // One reply has a rating that the scale does not offer.
                ReleasedReplies.ratingsByName(reply, values)?.filter { (0..<4).contains($0.value) }
            })
        let prompts = try AskingDesign(
            askings: 8,
            factors: [.init(name: "prompt", levels: (0..<8).map(String.init), levelOfAsking: Array(0..<8))])
        let once = try AskingDesign(askings: 1, factors: [])
        let found = try await InstrumentReport(
            of: replies.report(.strict), stated: TaskReadings(replies.stated, design: prompts),
            acted: TaskReadings(replies.acted, design: once), plan: nil)
        #expect(close(found.stated.agreement.binary?.value, agreement, within: 0.0005))
        #expect(found.stated.factors.count == 7 && found.acted.factors.isEmpty)
    }
}
