import Measures
import TestSupport
import Testing

@Suite("Figures of predictions")
struct PredictionReportTests {
    private let plan = ResamplingPlan(replicates: 200)

    /// An observer who is right as often as `skill`, of cells of whose stated sides 60 % agree and of whose words 70 % are kept.
    private func set(_ id: String, skill: Double, masked: Bool = false, learned: Bool = false, seed: Int)
        -> PredictionSet
    {
        // The truth is one for all sets; only the observer's luck hangs on the seed.
        var (world, luck) = (SeededRandom(seed: 99), SeededRandom(seed: seed))
        let cases = (0..<600).map { number in
            let states = Double.random(in: 0..<1, using: &world) < 0.6
            let keeps = Double.random(in: 0..<1, using: &world) < 0.7
            let isRight = Double.random(in: 0..<1, using: &luck) < skill
            return PredictionSet.Case(
                cell: number, cluster: number % 30, statesAgree: states, actsAgree: states == keeps,
                predicted: states == isRight)
        }
        return PredictionSet(id: id, name: id, isMasked: masked, isLearned: learned, cases: cases)
    }

    /// Against scikit-learn 1.9.1 on the nested predictions of `LogisticRegressionTests`: f1_score, cohen_kappa_score, matthews_corrcoef,
    /// balanced_accuracy_score, precision_score, brier_score_loss, log_loss of probabilities clipped to 0.001 … 0.999; the gap is
    /// y ≠ (acted < 0.5), without the 31 cells of acted 0.5; bins by np.array_split of the sorted probabilities into ten.
    @Test
    func `Every figure is scikit-learn's`() async throws {
        let sets = try await LearnedBaseline.sets(of: MadeCells().cells)
        let report = try await PredictionReport(sets, plan: nil)
        let stated = try #require(report.subjects[2].stated)
        func isNear(_ found: Double?, _ expected: Double) -> Bool { found.map { abs($0 - expected) < 1e-7 } == true }
        func figure(_ scores: PredictionReport.TargetScores, _ figure: PredictionFigure) -> Double? {
            scores.figures[figure]?.value
        }
        #expect(isNear(figure(stated, .f1), 0.258_064_516_129_032_26))
        #expect(isNear(figure(stated, .f1Other), 0.741_573_033_707_865_2))
        #expect(isNear(figure(stated, .kappa), 0.075_067_024_128_686_38))
        #expect(isNear(figure(stated, .matthewsCorrelation), 0.094_118_843_407_915_1))
        #expect(isNear(figure(stated, .balancedAccuracy), 0.532_902_467_685_076_5))
        #expect(isNear(figure(stated, .precision), 0.5) && stated.cells == 240)
        let probabilities = try #require(stated.probabilities)
        #expect(isNear(probabilities.brier.value, 0.244_031_740_960_100_14))
        #expect(isNear(probabilities.logLoss.value, 0.685_277_631_734_417))
        #expect(isNear(probabilities.decomposition.reliability, 0.026_756_650_827_501_244))
        #expect(isNear(probabilities.decomposition.resolution, 0.020_416_666_666_666_66))
        #expect(isNear(probabilities.decomposition.uncertainty, 0.236_388_888_888_888_93))
        #expect(isNear(probabilities.calibrationError, 0.127_623_032_034_746_31))
        #expect(probabilities.bins.map(\.count) == Array(repeating: 24, count: 10))
        let gap = try #require(report.subjects[2].gap)
        #expect(gap.cells == 209)
        #expect(isNear(figure(gap, .f1), 0.436_619_718_309_859_13))
        #expect(isNear(figure(gap, .kappa), 0.148_155_695_944_569))
        #expect(isNear(figure(gap, .matthewsCorrelation), 0.148_696_176_729_735_96))
        #expect(isNear(gap.probabilities?.brier.value, 0.241_334_805_584_143_83))
    }

    @Test
    func `A perfect observer has 1 everywhere, and one that turns everything round none of it`() async throws {
        let report = try await PredictionReport(
            [set("perfect", skill: 1, seed: 1), set("wrong", skill: 0, seed: 1)], plan: plan)
        for target in PredictionTarget.allCases {
            let (perfect, wrong) = (try #require(report.subjects[0][target]), try #require(report.subjects[1][target]))
            for figure in PredictionFigure.allCases {
                func isNear(_ found: Estimate?, _ expected: Double) -> Bool {
                    found.map { abs($0.value - expected) < 1e-12 } == true
                }
                #expect(isNear(perfect.figures[figure], 1), "\(figure)")
                let least = figure == .matthewsCorrelation ? -1.0 : 0
                #expect(figure == .kappa || isNear(wrong.figures[figure], least), "\(figure)")
            }
            #expect((wrong.figures[.kappa]?.value ?? 0) < -0.5)
        }
        let pair = try #require(report.comparisons.first)
        #expect(pair.mcNemar.firstOnly == 600 && pair.mcNemar.secondOnly == 0 && pair.family == .evidence)
        #expect(pair.differences[.stated]?[.accuracy]?.value == -1)
    }

    @Test
    func `A random observer is no better than the base rate: its kappa's interval holds 0 in nearly all seeds`()
        async throws
    {
        var held = 0
        for seed in 1...20 {
            let report = try await PredictionReport([set("random", skill: 0.5, seed: seed)], plan: plan)
            let kappa = try #require(report.subjects[0].stated?.figures[.kappa])
            if kappa.interval?.contains(0) == true { held += 1 }
        }
        #expect(held >= 17)
    }

    @Test
    func `Who knows what was chosen has the gap right exactly where the stated side is`() async throws {
        for seed in 1...5 {
            let report = try await PredictionReport([set("some", skill: 0.7, seed: seed)], plan: nil)
            let subject = report.subjects[0]
            #expect(subject.stated?.figures[.accuracy]?.value == subject.gap?.figures[.accuracy]?.value)
            #expect(subject.stated?.figures[.kappa]?.value != subject.gap?.figures[.kappa]?.value)
        }
    }

    @Test
    func `Baselines are what always the commoner class, and a toss by the base rate, would give`() async throws {
        let report = try await PredictionReport([set("some", skill: 0.7, seed: 1)], plan: nil)
        let stated = try #require(report.subjects[0].stated)
        let p = stated.baseRate
        #expect(p > 0.5 && stated.baselines.map(\.kind) == [.majority, .baseRate])
        let (majority, random) = (stated.baselines[0].figures, stated.baselines[1].figures)
        #expect(
            majority[.accuracy] == p && abs((majority[.f1] ?? 0) - 2 * p / (1 + p)) < 1e-12 && majority[.kappa] == 0)
        #expect(majority[.matthewsCorrelation] == nil && majority[.f1Other] == 0)
        #expect(
            abs((random[.f1] ?? 0) - p) < 1e-12 && abs((random[.accuracy] ?? 0) - (p * p + (1 - p) * (1 - p))) < 1e-12)
        #expect(abs(random[.kappa] ?? 1) < 1e-12)
    }

    @Test
    func `Cells without a prediction are counted by their reason and move no figure`() async throws {
        var some = set("some", skill: 0.7, seed: 1)
        let whole = try await PredictionReport([some], plan: plan)
        for (number, absence) in [PredictionSet.Absence.refused, .unreadable, .missing, .missing].enumerated() {
            some.cases.append(
                PredictionSet.Case(
                    cell: 1000 + number, cluster: 99, statesAgree: true, actsAgree: true, predicted: nil,
                    absence: absence))
        }
        some.cases.append(
            PredictionSet.Case(cell: 2000, cluster: 99, statesAgree: true, actsAgree: nil, predicted: nil))
        let report = try await PredictionReport([some], plan: plan)
        #expect(report.subjects[0].cells == 605 && report.subjects[0].predicted == 600)
        #expect(report.subjects[0].absences == [.refused: 1, .unreadable: 2, .missing: 2])
        #expect(report.subjects[0].stated == whole.subjects[0].stated)
    }

    @Test
    func `Sets are compared by family: evidence, masking, and what was learned, each with an adjustment of its own`()
        async throws
    {
        let sets = [
            set("action", skill: 0.6, seed: 1), set("both", skill: 0.8, seed: 2),
            set("action_masked", skill: 0.6, masked: true, seed: 3),
            set("both_masked", skill: 0.61, masked: true, seed: 4),
            set("learned_cell", skill: 0.6, learned: true, seed: 5),
        ]
        let report = try await PredictionReport(sets, plan: plan)
        let families = report.comparisons.map { "\($0.first)-\($0.second) \($0.family.rawValue)" }
        #expect(
            Set(families) == [
                "0-1 evidence", "2-3 evidence", "0-2 masking", "1-3 masking", "0-4 learned", "1-4 learned",
            ])
        #expect(report.masked(of: 0) == 2 && report.masked(of: 1) == 3 && report.masked(of: 2) == nil)
        for family in PredictionReport.Family.allCases {
            let members = report.comparisons.filter { $0.family == family }
            #expect(members.map(\.pHolm) == MultipleTesting.holm(members.map(\.mcNemar.pValue)))
        }
        let better = try #require(report.comparisons.first { $0.first == 0 && $0.second == 1 })
        #expect((better.pHolm ?? 1) < 0.001 && better.cells == 600)
        let difference = try #require(better.differences[.stated]?[.f1])
        let apart = [1, 0].map { report.subjects[$0].stated?.figures[.f1]?.value ?? .nan }
        #expect(abs(difference.value - (apart[0] - apart[1])) < 1e-12)
        #expect(try #require(difference.interval).low > 0)
    }

    @Test
    func `The order of cells, and of workers, moves nothing`() async throws {
        var random = SeededRandom(seed: 8)
        let sets = [set("action", skill: 0.6, seed: 1), set("both", skill: 0.8, seed: 2)]
        let shuffled = sets.map { set in
            var set = set
            set.cases.shuffle(using: &random)
            return set
        }
        let report = try await PredictionReport(sets, plan: plan, workers: 2)
        #expect(try await PredictionReport(shuffled, plan: plan, workers: 1) == report)
    }

    @Test
    func `A cell or a set that stands twice, and a probability out of range, are refused in words`() async {
        let one = set("action", skill: 0.6, seed: 1)
        await #expect(throws: MeasuresError.duplicateName(axis: "sets of predictions", name: "action")) {
            try await PredictionReport([one, one], plan: nil)
        }
        var twice = one
        twice.cases.append(one.cases[7])
        await #expect(throws: MeasuresError.duplicateName(axis: "cells of “action”", name: "7")) {
            try await PredictionReport([twice], plan: nil)
        }
        var wild = one
        wild.cases[3].probability = 1.2
        let expected = MeasuresError.badProbability(cell: 3, probability: "1.2")
        await #expect(throws: expected) { try await PredictionReport([wild], plan: nil) }
        #expect(expected.description == "Cell 3 has the probability 1.2, which is not between 0 and 1.")
    }
}
