import Measures
import Testing

@Suite("Confusion tables with intervals")
struct ClassificationReportTests {
    /// Clusters of three classes each; a cluster has a hardness of its own, which all its cases share.
    private static func clusters(_ count: Int, cases: Int, seed: Int) throws -> [ConfusionTable] {
        var generator = Xoshiro256(seed: UInt64(seed), stream: 1 << 43)
        return try (0..<count).map { _ in
            var table = try ConfusionTable(classes: 3)
            let hardness = generator.unit()
            for _ in 0..<cases {
                let truth = generator.index(below: 3)
                let predicted = generator.unit() < hardness ? generator.index(below: 3) : truth
                try table.add(truth: truth, predicted: predicted)
            }
            return table
        }
    }

    @Test
    func `Figures are those of all clusters together; what is undefined is missing`() async throws {
        let tables = try Self.clusters(12, cases: 6, seed: 1)
        var all = try ConfusionTable(classes: 3)
        for table in tables {
            for truth in 0..<3 {
                for predicted in 0..<3 {
                    for _ in 0..<Int(table[truth: truth, predicted: predicted]) {
                        try all.add(truth: truth, predicted: predicted)
                    }
                }
            }
        }
        let report = try await ClassificationReport(clusters: tables, plan: ResamplingPlan(replicates: 100))
        #expect(report.table == all && report.clusters == 12)
        #expect(report.figures[.accuracy]?.value == all.accuracy && report.figures[.accuracy]?.count == 72)
        #expect(report.figures[.kappa]?.value == all.kappa)
        #expect(report.figures[.matthewsCorrelation]?.value == all.matthewsCorrelation)
        #expect(report.classes[2][.precision]?.value == all.rates(of: 2).precision)
        for estimate in report.figures.values {
            let interval = try #require(estimate.interval)
            #expect(interval.contains(estimate.value) && interval.clusters == 12 && interval.clustering == nil)
        }
        let empty = try await ClassificationReport(
            clusters: [ConfusionTable(classes: 2)], plan: ResamplingPlan(replicates: 100))
        #expect(empty.figures.isEmpty && empty.classes == [[:], [:]] && empty.clusters == 0)
    }

    @Test
    func `The interval of accuracy is its standard error times the reach of its clusters`() async throws {
        // 40 clusters of 10 cases, cluster k with k % 11 right ones: the accuracy is the mean of 40 shares.
        let tables = try (0..<40).map { cluster in
            var table = try ConfusionTable(classes: 2)
            for number in 0..<10 {
                try table.add(truth: number % 2, predicted: number < cluster % 11 ? number % 2 : 1 - number % 2)
            }
            return table
        }
        let shares = (0..<40).map { Double($0 % 11) / 10 }
        let mean = shares.reduce(0, +) / 40
        let deviation = (shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 40).squareRoot()
        // Reach of 40 clusters at 95 %: t₃₉ √(40/39) = 2.04846, as in the intervals of a run.
        let half = 2.04846 * deviation / 40.0.squareRoot()
        let plan = ResamplingPlan(method: .percentile, replicates: 3000)
        let accuracy = try #require(
            try await ClassificationReport(clusters: tables, plan: plan).figures[.accuracy])
        let interval = try #require(accuracy.interval)
        #expect(close(accuracy.value, mean))
        #expect(close(interval.low, mean - half, within: 0.01) && close(interval.high, mean + half, within: 0.01))
    }

    @Test
    func `Empty clusters, the order of work and a missing plan change no figure`() async throws {
        let tables = try Self.clusters(9, cases: 5, seed: 2)
        let plan = ResamplingPlan(replicates: 150, seed: 4)
        let one = try await ClassificationReport(clusters: tables, plan: plan, workers: 1)
        #expect(try await ClassificationReport(clusters: tables, plan: plan, workers: 3) == one)
        let padded = [try ConfusionTable(classes: 3)] + tables + [try ConfusionTable(classes: 3)]
        #expect(try await ClassificationReport(clusters: padded, plan: plan) == one)
        let bare = try await ClassificationReport(clusters: tables, plan: nil)
        #expect(bare.figures.mapValues(\.value) == one.figures.mapValues(\.value))
        #expect(bare.figures.values.allSatisfy { $0.interval == nil })
        let alone = try await ClassificationReport(clusters: [tables[0]], plan: plan)
        #expect(alone.figures[.accuracy] != nil && alone.figures[.accuracy]?.interval == nil)
    }

    @Test
    func `95 % intervals hold the truth 92 to 97 times of 100 where cases cluster; Wilson's do not`() async throws {
        // A case is right unless it is hard (on average one half) and guessed wrong (2/3): accuracy 2/3, the recall of
        // each class, too, and with equal shares kappa (2/3 − 1/3) / (1 − 1/3). The standard error of a coverage of 95 %
        // over 600 studies is 0.9 percentage points.
        let covered = try await overStudies(600) { seed in
            let tables = try Self.clusters(40, cases: 12, seed: seed + 100)
            let report = try await ClassificationReport(
                clusters: tables, plan: ResamplingPlan(replicates: 300), workers: 1)
            let truths: [(ClassificationFigure, Double)] = [
                (.accuracy, 2.0 / 3), (.balancedAccuracy, 2.0 / 3), (.macroF1, 2.0 / 3), (.weightedF1, 2.0 / 3),
                (.kappa, 0.5), (.matthewsCorrelation, 0.5),
            ]
            let right = Int(((report.table.accuracy ?? 0) * report.table.count).rounded())
            let naive = Interval.wilson(successes: right, trials: Int(report.table.count))
            return truths.map { report.figures[$0.0]?.interval?.contains($0.1) ?? false }
                + [naive?.contains(2.0 / 3) ?? false]
        }
        let shares = (0..<7).map { place in Double(covered.count { $0[place] }) / Double(covered.count) }
        for share in shares.dropLast() { #expect((0.92...0.97).contains(share), "\(shares)") }
        #expect(shares[6] < 0.85, "\(shares)")
    }

    @Test
    func `Tables of unlike size, no table and a plan that makes no interval are refused`() async throws {
        let (two, three) = (try ConfusionTable(classes: 2), try ConfusionTable(classes: 3))
        await #expect(throws: MeasuresError.self) { try await ClassificationReport(clusters: [two, three]) }
        await #expect(throws: MeasuresError.self) { try await ClassificationReport(clusters: []) }
        await #expect(throws: MeasuresError.self) {
            try await ClassificationReport(clusters: [two], plan: ResamplingPlan(replicates: 0))
        }
    }
}
