import Measures
import Testing

@Suite("Tests of paired answers, against SciPy and statsmodels")
struct PairedTestsTests {
    let fixture: StatisticsFixture

    init() throws {
        fixture = try StatisticsFixture()
    }

    @Test
    func `McNemar's test over clusters is Durkalski's`() throws {
        for row in fixture.mcnemar {
            let clusters = row.clusters.map { McNemar.Cluster(firstOnly: $0[0], secondOnly: $0[1], cells: $0[2]) }
            let test = McNemar(clusters)
            #expect(close(test.statistic, row.statistic, within: 1e-9))
            #expect(abs((test.pValue ?? .nan) / row.p - 1) < 1e-9, "\(row.p)")
            #expect(test.firstOnly == row.clusters.reduce(0) { $0 + $1[0] })
            // Which run comes first only turns signs, and a cluster without cells is none.
            let turned = clusters.map {
                McNemar.Cluster(firstOnly: $0.secondOnly, secondOnly: $0.firstOnly, cells: $0.cells)
            }
            #expect(McNemar(turned + [McNemar.Cluster()]).pValue == test.pValue)
            #expect(McNemar(turned + [McNemar.Cluster()]).clusters == row.clusters.count)
        }
        // d = ½, ½, −¼: X² = (¾)² / (¼ + ¼ + 1/16) = 1, and P(χ² ≥ 1) = 0.3173.
        let hand = McNemar([
            .init(firstOnly: 2, secondOnly: 0, cells: 4), .init(firstOnly: 3, secondOnly: 2, cells: 2),
            .init(firstOnly: 0, secondOnly: 1, cells: 4),
        ])
        #expect(close(hand.statistic, 1) && close(hand.pValue, 0.317_310_507_862_914, within: 1e-12))
    }

    @Test
    func `McNemar's test has no answer where nothing changes one way, or with a single cluster`() {
        #expect(McNemar([McNemar.Cluster]()).pValue == nil)
        #expect(McNemar([.init(firstOnly: 3, secondOnly: 0, cells: 9)]).pValue == nil)
        #expect(McNemar([.init(firstOnly: 3, secondOnly: 0, cells: 9), .init()]).pValue == nil)
        #expect(
            McNemar([.init(firstOnly: 2, secondOnly: 2, cells: 9), .init(firstOnly: 0, secondOnly: 0, cells: 5)]).pValue
                == nil)
    }

    @Test
    func `Holm's and Benjamini and Hochberg's adjustments`() {
        for family in fixture.families {
            for (found, expected) in zip(MultipleTesting.holm(family.p), family.holm) {
                #expect(close(found, expected))
            }
            for (found, expected) in zip(MultipleTesting.benjaminiHochberg(family.p), family.benjaminiHochberg) {
                #expect(close(found, expected))
            }
        }
        // Two tests, not three: 2 · 0.01, and 0.04.
        #expect(MultipleTesting.holm([0.01, nil, 0.04]) == [0.02, nil, 0.04])
        #expect(MultipleTesting.benjaminiHochberg([nil, nil]) == [nil, nil])
    }

    @Test
    func `The t distribution around a shift is SciPy's`() throws {
        for row in fixture.noncentral.cumulative {
            let student = try #require(NoncentralStudent(degreesOfFreedom: row[0]))
            let found = student.cumulative(row[2], noncentrality: row[1])
            #expect(close(found, row[3], within: 1e-10), "\(row): \(found)")
        }
        for point in fixture.normal.student {
            let student = try #require(NoncentralStudent(degreesOfFreedom: point[0]))
            #expect(close(student.quantile(0.975), point[1], within: 1e-8))
            #expect(close(student.quantile(0.025), -point[1], within: 1e-8))
        }
        #expect(NoncentralStudent(degreesOfFreedom: 0) == nil)
    }

    @Test
    func `Power and the smallest detectable difference are those of a t test over the clusters`() throws {
        for row in fixture.noncentral.power {
            let test = try #require(ClusterTest(clusters: row.clusters, level: 0.95))
            #expect(close(test.threshold / row.threshold, 1, within: 1e-9))
            for point in row.power { #expect(close(test.power(shift: point[0]), point[1], within: 1e-9), "\(point)") }
            for point in row.smallest {
                #expect(close(test.shift(power: point[0]), point[1], within: 1e-6), "\(point)")
            }
            // A bootstrap over n clusters is short by √((n − 1)/n).
            let n = Double(row.clusters)
            let power = try #require(Power(standardError: 0.01 * ((n - 1) / n).squareRoot(), test: test))
            #expect(close(power.power(at: -0.02), row.power[2][1], within: 1e-9))
            #expect(close(power.smallestDetectable(), 0.01 * row.smallest[1][1], within: 1e-8))
            // Without a difference, what is found is the error that the level allows.
            #expect(close(power.power(at: 0), 0.05, within: 1e-9))
        }
    }

    @Test
    func `Power has no meaning without a standard error or with one cluster`() throws {
        let test = try #require(ClusterTest(clusters: 10, level: 0.95))
        for error in [0, 1e-17, -1, .nan, .infinity] { #expect(Power(standardError: error, test: test) == nil) }
        #expect(Power(standardError: 0.1, test: test)?.smallestDetectable(power: 1) == nil)
        #expect(ClusterTest(clusters: 1, level: 0.95) == nil && ClusterTest(clusters: 9, level: 1) == nil)
    }
}
