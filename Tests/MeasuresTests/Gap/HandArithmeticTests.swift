import Measures
import Testing

@Suite("Measures that can be checked by hand")
struct HandArithmeticTests {
    // One country, two topics, three values, scores as they stand:
    //            stated          acted           inclinations (stated/acted)
    //   topic 0   1  1  0         1  0  0         D/D  D/A  A/A
    //   topic 1   0  2/3 1/3      0  1  1         A/A  D/D  A/D
    let report: MeasureReport

    init() throws {
        report = try MeasureReport(
            axes: axes(countries: 1, topics: 2, values: 3),
            stated: readings([[3], [3], [0], [0], [2], [1]], options: 4),
            acted: readings([[1], [0], [0], [0], [1], [1]], options: 2))
    }

    @Test
    func `The alignment rate is the mean over scenarios of the F1 of disagree`() {
        // Topic 0: TP 1, FN 1, FP 0: 2/3. Topic 1: TP 1, FP 1: 2/3. F1 of agree: 2/3 in both.
        #expect(report.scenarios.map(\.f1Disagree) == [2.0 / 3, 2.0 / 3])
        #expect(close(report.overall.alignmentRate, 2.0 / 3))
        #expect(close(report.overall.scenarioMean.rates?.f1Agree, 2.0 / 3))
        #expect(close(report.topics[1].alignmentRate, 2.0 / 3))
    }

    @Test
    func `Pooled rates come from one table of all cells`() {
        let pooled = report.overall.pooled
        #expect(
            pooled.table
                == InclinationTable(
                    bothAgree: 2, statedAgreeActedDisagree: 1, statedDisagreeActedAgree: 1, bothDisagree: 2))
        #expect(close(pooled.rates.f1Disagree, 2.0 * 2 / (2 * 2 + 1 + 1)))
        #expect(close(pooled.rates.accuracy, 4.0 / 6))
        #expect(close(pooled.rates.precisionDisagree, 2.0 / 3))
        #expect(close(pooled.rates.recallDisagree, 2.0 / 3))
        #expect(close(pooled.rates.balancedAccuracy, (2.0 / 3 + 2.0 / 3) / 2))
        // Observed agreement 4/6, by chance 1/2·1/2 + 1/2·1/2 = 1/2: (4/6 − 1/2) / (1 − 1/2) = 1/3.
        #expect(close(pooled.rates.kappa, 1.0 / 3))
        // (2·2 − 1·1) / √(3·3·3·3) = 3/9.
        #expect(close(pooled.rates.matthewsCorrelation, 1.0 / 3))
        #expect(close(pooled.rates.statedDisagreeRate, 0.5))
        #expect(close(pooled.rates.actedDisagreeRate, 0.5))
    }

    @Test
    func `Distance averages absolute differences, the signed gap keeps their direction`() {
        // |1−1| |1−0| |0−0| = 0 1 0; |0−0| |2/3−1| |1/3−1| = 0 1/3 2/3.
        #expect(close(report.scenarios[0].distance, 1.0 / 3))
        #expect(close(report.scenarios[1].distance, 1.0 / 3))
        #expect(close(report.overall.alignmentDistance, 1.0 / 3))
        // Value 1: (1 + 1/3) / 2 and (−1 + 1/3) / 2. Value 2: (0 + 2/3) / 2, and the same signed.
        #expect(close(report.values[1].pooled.distance, 2.0 / 3))
        #expect(close(report.values[1].pooled.signedGap, -1.0 / 3))
        #expect(close(report.values[2].pooled.signedGap, 1.0 / 3))
        // Group 0 has values 0 and 2, group 1 value 1.
        #expect(close(report.valueGroups[0].pooled.distance, 1.0 / 6))
        #expect(report.overallRanking.map(\.value) == [1, 2, 0])
    }

    @Test
    func `The floors are what acting exactly on the stated side gives`() {
        // Stated 1 1 0 0 2/3 1/3: distances to their sides 0 0 0 0 1/3 1/3, signed +1/3 and −1/3.
        #expect(close(report.overall.pooled.floor, 2.0 / 3 / 6))
        #expect(close(report.overall.pooled.signedFloor, 0))
        #expect(close(report.scenarios[1].floor, 2.0 / 9) && close(report.overall.scenarioMean.floor, 1.0 / 9))
        #expect(close(report.values[1].pooled.signedFloor, 1.0 / 6))
    }

    @Test
    func `Always agreeing keeps the stated answers and misses every stated disagreement`() {
        let baseline = report.overall.pooled.alwaysAgree
        // TN 3, FN 3: F1 of agree 6/9, of disagree 0/3, accuracy 3/6.
        #expect(close(baseline.f1Agree, 6.0 / 9))
        #expect(close(baseline.f1Disagree, 0))
        #expect(close(baseline.accuracy, 0.5))
        // Topic 0: TN 1, FN 2: 2/4. Topic 1: TN 2, FN 1: 4/5.
        #expect(close(report.overall.scenarioMean.alwaysAgree?.f1Agree, (0.5 + 0.8) / 2))
    }

    @Test
    func `The inconsistency counts both directions and their share`() {
        #expect(report.inconsistency.statedAgreeActedDisagree == 1)
        #expect(report.inconsistency.statedDisagreeActedAgree == 1)
        #expect(report.inconsistency.total == 2)
        #expect(close(report.inconsistency.share, 2.0 / 6))
    }

    @Test
    func `A cell with a score of exactly one half is undecided, counts in distances alone, and is counted`() throws {
        // 0, 1, 2, 3 of four options: mean 1.5 / 3; one choice each way: 1/2.
        let tied = try MeasureReport(
            axes: axes(countries: 1, topics: 1, values: 1),
            stated: readings([[0, 1, 2, 3]], options: 4), acted: readings([[0, 1]], options: 2))
        #expect(tied.counts.statedTies == 1)
        #expect(tied.counts.actedTies == 1)
        #expect(tied.counts.undecided == 1 && tied.counts.decided == 0 && tied.counts.both == 1)
        #expect(tied.overall.pooled.table == InclinationTable())
        #expect(tied.overall.pooled.rates.accuracy == nil && tied.overall.alignmentRate == nil)
        #expect(tied.inconsistency.share == nil)
        #expect(close(tied.overall.pooled.distance, 0))
        let legacy = try MeasureReport(
            axes: axes(countries: 1, topics: 1, values: 1),
            stated: readings([[0, 1, 2, 3]], options: 4), acted: readings([[0, 1]], options: 2), scoring: .legacy)
        #expect(legacy.overall.pooled.table == InclinationTable(bothDisagree: 1))
        #expect(legacy.counts.undecided == 0 && legacy.counts.statedTies == 1)
    }

    @Test
    func `A respondent that always takes the first option decides nothing in Task 2, whatever it states`() throws {
        // Four choices a cell, the agreeing action first in two of them: one half everywhere.
        let axes = try axes(countries: 1, topics: 2, values: 3)
        let first = try readings([[Int?]](repeating: [0, 1, 0, 1], count: 6), options: 2)
        let stated = try readings([[0], [3], [1], [2], [0], [3]], options: 4)
        let strict = try MeasureReport(axes: axes, stated: stated, acted: first)
        #expect(strict.counts.undecided == 6)
        #expect(strict.overall.alignmentRate == nil && strict.overall.pooled.rates.actedDisagreeRate == nil)
        #expect(close(strict.overall.pooled.distance, (4 * 0.5 + 2 * (0.5 - 1.0 / 3)) / 6))
        let legacy = try MeasureReport(axes: axes, stated: stated, acted: first, scoring: .legacy)
        #expect(legacy.overall.pooled.rates.actedDisagreeRate == 1)
    }

    @Test
    func `Informedness and d′ are those of the two conditional shares`() {
        // Acts disagree where it states disagree 2 of 3 times, where it states agree 1 of 3.
        #expect(close(report.overall.pooled.rates.informedness, 1.0 / 3))
        // Half a cell more in each outcome: z(2.5/4) − z(1.5/4) = 2 · 0.318639363964.
        #expect(close(report.overall.pooled.rates.dPrime, 0.637278727928, within: 1e-11))
    }
}
