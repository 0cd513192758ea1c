import Measures
import Testing

/// Against scikit-learn 1.9.1 on the cells of `MadeCells`:
///
///     x = 7
///     def draw():
///         global x; x = (1103515245 * x + 12345) % 2**31; return x / 2**31
///     for i in range(240):
///         v, c, t = i % 12, (i // 12) % 4, (i // 48) % 5
///         acted = int(draw() * 9) / 8; spread = nan if i % 10 == 3 else draw() / 2
///         y = 1.5 - 0.4 * v + 0.5 * (c % 2) - 2 * acted + 1.5 * (draw() - 0.5) > -0.8; fold = v % 6
///     X: one column of 0 and 1 for each name of value, country, topic, group (v % 3), sorted; (number - nanmean) / nanstd, nan as 0
///     LogisticRegression(C=C, solver="newton-cholesky", tol=1e-12, max_iter=1000)
///     LogisticRegressionCV(Cs=np.logspace(-4, 4, 10), cv=[(parts != p, parts == p) for p in range(5)], scoring="neg_log_loss", …)
///
/// with parts = place of the fold among the sorted folds, modulo 5.
@Suite("Logistic regression")
struct LogisticRegressionTests {
    private let made = MadeCells()

    private func fit(c: Double) -> LearnedModel {
        LearnedModel(
            made.rows, made.truths, folds: made.folds, categories: MadeCells.categories, numbers: MadeCells.numbers,
            grid: [c])
    }

    private func isNear(_ found: [Double], _ expected: [Double], within tolerance: Double = 1e-6) -> Bool {
        found.count == expected.count
            && zip(found, expected).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
    }

    @Test(arguments: [
        (
            0.01, -0.483_024_077_977_255_94,
            [
                0.115_177_049_993_105_13, -0.070_047_614_006_846_16, -0.031_393_866_659_275, -0.026_560_096_717_820_746,
                0.035_545_596_128_716_744, -0.235_066_837_696_282_17, -0.039_775_716_988_562_75,
            ], [0.390_554_460_009_63, 0.381_706_784_358_317_34, 0.374_559_526_049_759_73]
        ),
        (
            1, -0.834_513_390_367_351_3,
            [
                2.604_169_263_165_993, -1.519_577_494_561_572, -0.349_622_071_649_820_23, -0.323_459_779_573_004,
                0.290_073_497_463_643_75, -1.098_281_299_238_547_3, -0.178_763_669_497_105_32,
            ], [0.755_202_977_138_626_8, 0.376_291_356_424_062_8, 0.145_359_013_292_699]
        ),
        (
            10000, -3.033_579_057_356_904,
            [
                13.080_145_320_886_65, -8.060_587_620_692_745, -1.341_792_573_666_893_2, -0.812_774_839_023_794,
                1.337_832_430_205_272, -3.023_836_485_739_482, -0.293_575_549_447_739_6,
            ], [0.999_773_011_541_952_9, 0.106_790_965_124_988_8, 0.000_285_407_888_058_117_23]
        ),
    ])
    func `Coefficients and probabilities are scikit-learn's`(
        c: Double, intercept: Double, weights: [Double], probabilities: [Double]
    ) {
        let model = fit(c: c)
        #expect(model.weights.count == 26 && model.c == c && model.losses.isEmpty)
        #expect(model.weights[16].column.feature == "topic" && model.weights[16].column.level == "t0")
        #expect(model.weights[25].column.feature == "stated spread" && model.weights[25].column.level == nil)
        // Without a weight on it, the intercept shares its place with each category: at a weak penalty it is known less sharply.
        #expect(isNear([model.intercept], [intercept]))
        #expect(isNear([0, 11, 12, 16, 21, 24, 25].map { model.weights[$0].weight }, weights))
        #expect(isNear([0, 100, 239].map { model.probability(made.rows[$0]) }, probabilities))
    }

    @Test
    func `C is chosen as by scikit-learn's cross-validation, with the same losses`() {
        let model = LearnedModel(
            made.rows, made.truths, folds: made.folds, categories: MadeCells.categories, numbers: MadeCells.numbers)
        #expect(isNear([model.c], [0.005_994_842_503_189_409], within: 1e-12))
        #expect(
            isNear(
                model.losses,
                [
                    0.673_966_580_816_484_2, 0.672_128_238_054_273_6, 0.663_663_279_878_544_3, 0.669_133_131_085_963_4,
                    0.730_685_121_702_451_3, 0.900_593_897_161_967_6, 1.237_504_927_866_344_1, 1.568_753_323_023_381_9,
                    1.805_372_145_680_271_2, 2.020_236_451_576_052,
                ]))
        #expect(isNear([LearnedModel.grid[0], LearnedModel.grid[9]], [1e-4, 1e4], within: 1e-12))
    }

    @Test
    func `What cells are given by folds is what nested cross-validation gives in scikit-learn`() async throws {
        let set = try #require(try await LearnedBaseline.sets(of: made.cells).last)
        #expect(set.id == "learned_cell_choice_spread" && set.isLearned && !set.isMasked)
        let probabilities = set.cases.compactMap(\.probability)
        #expect(
            isNear(
                [0, 1, 2, 3, 100, 239].map { probabilities[$0] },
                [
                    0.243_075_841_496_785_13, 0.205_576_135_404_083_7, 0.114_964_831_910_321, 0.525_257_854_894_998_1,
                    0.406_912_753_520_680_46, 0.437_048_366_615_703_73,
                ]))
        #expect(isNear([probabilities.reduce(0, +)], [91.269_385_057_611]))
    }

    @Test
    func `A column that tells the classes apart has a finite weight that grows with C, and one class alone a constant`()
    {
        let rows = (0..<40).map { FeatureRow(categories: [$0 < 20 ? "a" : "b"], numbers: [Double($0)]) }
        let truths = (0..<40).map { $0 < 20 }
        var last = 0.0
        for c in [1e-4, 1, 1e4, 1e8] {
            let model = LearnedModel(
                rows, truths, folds: truths.map { _ in 0 }, categories: ["x"], numbers: ["n"], grid: [c])
            let weight = model.weights[0].weight
            #expect(weight.isFinite && weight > last && abs(weight + model.weights[1].weight) < 1e-6 * weight)
            #expect(model.probability(rows[0]) > 0.5 && model.probability(rows[39]) < 0.5)
            last = weight
        }
        for isSo in [true, false] {
            let model = LearnedModel(
                rows, rows.map { _ in isSo }, folds: truths.map { _ in 0 }, categories: ["x"], numbers: ["n"])
            #expect(model.weights.allSatisfy { $0.weight == 0 })
            #expect(abs(model.probability(rows[0]) - (isSo ? 40.5 : 0.5) / 41) < 1e-12)
        }
    }

    @Test
    func `Names that were never seen and numbers that are unknown add nothing`() {
        let model = fit(c: 1)
        let unknown = FeatureRow(categories: ["v99", "c9", "t9", "g9"], numbers: [nil, nil])
        #expect(model.contributions(unknown).isEmpty)
        #expect(abs(model.probability(unknown) - 1 / (1 + Elementary.exp(-model.intercept))) < 1e-15)
        let row = made.rows[17]
        let sum = model.contributions(row).reduce(model.intercept) { $0 + $1.amount }
        #expect(abs(model.probability(row) - 1 / (1 + Elementary.exp(-sum))) < 1e-12)
    }
}
