import Measures
import Testing

@Suite("Distributions and intervals, against SciPy")
struct DistributionTests {
    let fixture: StatisticsFixture

    init() throws {
        fixture = try StatisticsFixture()
    }

    @Test
    func `The normal distribution is right in the middle and in both tails`() {
        for point in fixture.normal.cumulative {
            let found = NormalDistribution.cumulative(point[0])
            #expect(abs(found - point[1]) <= 1e-13 * point[1], "Φ(\(point[0]))")
        }
        for point in fixture.normal.quantile {
            let found = NormalDistribution.quantile(point[0])
            #expect(close(found, point[1], within: 1e-9), "Φ⁻¹(\(point[0])): \(found)")
        }
    }

    @Test
    func `Quantiles of t are within 0.2 % from three degrees of freedom on`() {
        let z = NormalDistribution.quantile(0.975)
        for point in fixture.normal.student {
            let found = NormalDistribution.studentQuantile(normal: z, degreesOfFreedom: point[0])
            #expect(abs(found / point[1] - 1) < 0.002, "\(point[0]) degrees of freedom: \(found)")
        }
    }

    @Test
    func `Logarithm and exponential undo each other and hit known values`() {
        // ln 2, e, and e^−20.
        #expect(close(Elementary.log(2), 0.693_147_180_559_945_3, within: 1e-16))
        #expect(close(Elementary.exp(1), 2.718_281_828_459_045, within: 1e-15))
        #expect(close(Elementary.exp(-20), 2.061_153_622_438_557_8e-9, within: 1e-23))
        for power in stride(from: -700.0, through: 700, by: 13.7) {
            #expect(close(Elementary.log(Elementary.exp(power)), power, within: 1e-12))
        }
    }

    @Test
    func `Wilson's interval`() throws {
        for row in fixture.wilson {
            let interval = try #require(
                Interval.wilson(successes: Int(row[0]), trials: Int(row[1]), level: row[2]))
            #expect(close(interval.low, row[3], within: 1e-9), "\(row)")
            #expect(close(interval.high, row[4], within: 1e-9), "\(row)")
        }
        // 0 of 10: z² / (n + z²) = 3.8415 / 13.8415.
        #expect(close(Interval.wilson(successes: 0, trials: 10)?.high, 3.841_458_820_694_124 / 13.841_458_820_694_124))
        #expect(Interval.wilson(successes: 0, trials: 0) == nil)
        #expect(Interval.wilson(successes: 4, trials: 3) == nil)
    }

    @Test
    func `Percentile and BCa intervals of the same replicates are SciPy's`() throws {
        for sample in fixture.bootstrap {
            let figure = FigureReplicates(
                estimate: sample.estimate, replicates: sample.replicates, leftOut: [sample.leftOut],
                clustering: .value, clusters: sample.leftOut.count)
            for (method, expected) in [(IntervalMethod.percentile, sample.percentile), (.bca, sample.bca)] {
                let interval = try #require(
                    figure.interval(ResamplingPlan(method: method, widensForFewClusters: false)))
                #expect(interval.method == method)
                #expect(close(interval.low, expected[0], within: 1e-9), "\(sample.name), \(method)")
                #expect(close(interval.high, expected[1], within: 1e-9), "\(sample.name), \(method)")
            }
            let wider = try #require(figure.interval(ResamplingPlan(method: .percentile)))
            #expect(wider.low < sample.percentile[0] && wider.high > sample.percentile[1])
        }
    }

    @Test
    func `The rates of a 2×2 table are scikit-learn's`() throws {
        for sample in fixture.rates {
            let report = try MeasureReport(
                axes: axes(countries: 1, topics: 1, values: sample.stated.count),
                stated: ScoreMatrix(sample.stated.map(Double.init)), acted: ScoreMatrix(sample.acted.map(Double.init)))
            for (name, expected) in sample.rates {
                let figure = try #require(PooledFigure(rawValue: name))
                #expect(close(report.overall.pooled[figure], expected), "\(name)")
            }
        }
    }
}
