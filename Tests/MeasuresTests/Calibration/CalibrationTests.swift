import Measures
import Testing
import Text

/// The arithmetic of a calibration, by hand.
struct CalibrationTests {
    private typealias Figure = CalibratedSubject.Figure

    private func figure(_ truth: Double?, _ recovered: Double?, _ low: Double = 0, _ high: Double = 1) -> Figure {
        Figure(
            truth: truth, population: 0.55, recovered: recovered,
            interval: Interval(low: low, high: high, level: 0.95, method: .bca))
    }

    @Test func `recovery is the mean error, its standard error and the root of the mean square`() throws {
        // Errors 0.1, 0.2, 0, 0.1: mean 0.1; Σ(e − 0.1)² = 0.02, s² = 0.02/3, s/√4; Σe²/4 = 0.06/4.
        let recovery = Recovery([
            figure(0.5, 0.6, 0.52, 0.7), figure(0.5, 0.7, 0.4, 0.54), figure(0.5, 0.5, 0.5, 0.5),
            figure(0.5, 0.6, 0, 1),
        ])
        #expect(recovery.subjects == 4)
        #expect(abs(try #require(recovery.bias) - 0.1) < 1e-12)
        #expect(abs(try #require(recovery.standardError) - (0.02 / 3 / 4).squareRoot()) < 1e-12)
        #expect(abs(try #require(recovery.rmse) - 0.015.squareRoot()) < 1e-12)
        #expect(recovery.coverage == Recovery.Coverage(held: 3, intervals: 4))
        // 0.55 lies in the first and the last.
        #expect(recovery.populationCoverage == Recovery.Coverage(held: 2, intervals: 4))
        let wilson = try #require(Interval.wilson(successes: 3, trials: 4))
        #expect(recovery.coverage.interval == wilson)
    }

    @Test func `what is undefined stays out and is counted`() {
        let recovery = Recovery([figure(nil, 0.6), figure(0.5, nil), figure(0.5, 0.6)])
        #expect(recovery.subjects == 1)
        #expect(recovery.undefined == 2)
        #expect(recovery.standardError == nil)
        let nothing = Recovery([])
        #expect(nothing.bias == nil && nothing.rmse == nil && nothing.coverage.share == nil)
    }

    /// Subjects whose inconsistency share is the gap plus so much of the acquiescence each, and whose distance is 7.
    private func calibration(
        slopes: [Double], gaps: [Double] = [0, 0.5], levels: [Double] = [0.2, 0.4]
    ) -> Calibration {
        let grid = CalibrationGrid(gaps: gaps, biases: [.init(.acquiescence, levels)])
        let measured = grid.points.flatMap { point in
            slopes.enumerated().map { number, slope in
                CalibratedSubject(
                    number: number, point: point, baseRate: 0.4,
                    figures: [
                        .inconsistencyShare: figure(point.gap, point.gap + slope * point.level),
                        .distance: figure(7, 7),
                    ])
            }
        }
        return Calibration(
            grid: grid, subjects: slopes.count, plan: ResamplingPlan(), measured: measured, power: nil)
    }

    @Test func `a slope is the mean of the subjects' slopes, with the t interval of that mean`() throws {
        let calibration = calibration(slopes: [1, 2, 3, 4])
        let found = try #require(calibration.confounding(of: .inconsistencyShare, by: .acquiescence))
        let slope = try #require(found.slope)
        // s = √(5/3), s/√4 = 0.6455; t of 3 degrees of freedom is 3.1824, known here within 0.2 %.
        #expect(abs(slope.value - 2.5) < 1e-9)
        #expect(abs(try #require(slope.standardError) - (5.0 / 3 / 4).squareRoot()) < 1e-9)
        let interval = try #require(slope.interval)
        #expect(abs(interval.upperBound - (2.5 + 3.1824 * 0.645_497)) < 0.006)
        #expect(abs(try #require(found.gapSlope).value - 1) < 1e-9)
        #expect(abs(try #require(found.gapEquivalent) - 2.5) < 1e-9)
        // 2.5 × 0.4 against 1 × 0.5.
        #expect(abs(try #require(found.share) - 2) < 1e-9)
        #expect(found.isConfounded == true)
    }

    @Test func `each gap has an intercept of its own`() throws {
        // At gap 0: levels 0, 1 and figures 0, 2 (slope 2); at gap 1: levels 0, 1 and figures 10, 11 (slope 1). Together
        // Σ(x − x̄)(y − ȳ) = 1 + 0.5 over Σ(x − x̄)² = 0.5 + 0.5.
        let grid = CalibrationGrid(gaps: [0, 1], biases: [.init(.noise, [1])])
        let figures = [[0: 0.0, 1: 2.0], [0: 10.0, 1: 11.0]]
        let measured = grid.points.map { point in
            let level = point.bias == .noise ? 1 : 0
            return CalibratedSubject(
                number: 0, point: point, baseRate: 0.4, figures: [.kappa: figure(0, figures[Int(point.gap)][level])])
        }
        let calibration = Calibration(
            grid: grid, subjects: 1, plan: ResamplingPlan(), measured: measured, power: nil)
        let found = try #require(calibration.confounding(of: .kappa, by: .noise))
        #expect(abs(try #require(found.slope).value - 1.5) < 1e-12)
        #expect(found.slope?.interval == nil)
        #expect(found.isConfounded == nil)
    }

    @Test func `a bias confounds what it moves clearly and by more than a tenth of what the gap does`() throws {
        func verdict(_ slopes: [Double], _ measure: CalibratedMeasure = .inconsistencyShare) -> Bool? {
            calibration(slopes: slopes).confounding(of: measure, by: .acquiescence)?.isConfounded
        }
        #expect(verdict([0.2, 0.21, 0.2, 0.19]) == true)
        // Clear, but 0.1 × 0.4 is less than a tenth of 0.5.
        #expect(verdict([0.1, 0.11, 0.1, 0.09]) == false)
        // Large, but now up, now down.
        #expect(verdict([3, -3, 3, -3]) == false)
        #expect(verdict([3, 3, 3]) == nil)
        // What nothing moves is confounded by nothing.
        #expect(verdict([1, 2, 3, 4], .distance) == false)
    }

    @Test func `the base rate is measured by the share that is truly inclined to disagree`() throws {
        let grid = CalibrationGrid(gaps: [0, 0.5], biases: [.init(.baseRate, [0.15])])
        let measured = grid.points.map { point in
            let rate = point.bias == .baseRate ? 0.1 : 0.4
            return CalibratedSubject(
                number: 0, point: point, baseRate: rate, figures: [.alignmentRate: figure(0.5, 2 * rate - point.gap)])
        }
        let calibration = Calibration(
            grid: grid, subjects: 1, plan: ResamplingPlan(), measured: measured, power: nil)
        let found = try #require(calibration.confounding(of: .alignmentRate, by: .baseRate))
        #expect(abs(try #require(found.slope).value - 2) < 1e-12)
        #expect(abs(found.reach - 0.3) < 1e-12)
        #expect(abs(try #require(found.gapEquivalent) + 2) < 1e-12)
    }

    @Test func `every place of the grid has its recovery, and no document holds NaN`() {
        let calibration = calibration(slopes: [0, 1])
        // Two gaps, each undisturbed, as usual, and at two levels.
        #expect(calibration.points.count == 8)
        #expect(calibration.points.allSatisfy { $0.measures[.inconsistencyShare]?.subjects == 2 })
        #expect(calibration.recovery(of: .inconsistencyShare, under: nil)?.subjects == 16)
        let text = calibration.json.text()
        #expect(!text.lowercased().contains("nan") && !text.contains("inf"))
        #expect(text.contains("\"kappa\": null") || text.contains("\"recovered\": null"))
    }

    @Test func `a shift is a mean of paired differences, and none below four subjects`() throws {
        // s = √(5/3), s/√4 = 0.6455; t of 3 degrees of freedom is 3.1824, known here within 0.2 %.
        let shift = try #require(PairedShift([1, 2, 3, 4]))
        #expect(shift.value == 2.5)
        #expect(abs(try #require(shift.interval).lowerBound - (2.5 - 3.1824 * 0.645_497)) < 0.006)
        #expect(shift.isClear)
        #expect(try !#require(PairedShift([1, -1, 1, -1])).isClear)
        #expect(PairedShift([1, 2, 3]) == nil)
    }

    @Test func `power in a world counts pairs that differ more than 95 % of those of one gap`() throws {
        // Of 0, 1, …, 19 there are 190 pairs; 5 % are 9.5. 4 + 3 + 2 + 1 differ by more than 15, 3 + 2 + 1 by more than 16.
        let same = (0..<20).map(Double.init)
        let found = try #require(WorldPower(same: same, other: same.map { $0 + 20 }))
        #expect(found.threshold == 16)
        // Of 400 pairs i, j those with 20 + j − i > 16: all but those with i − j ≥ 4, 16 · 17 / 2.
        #expect(abs(found.share - 264.0 / 400) < 1e-12)
        #expect(found.respondents == 20)
        #expect(WorldPower(same: [Double](same.prefix(9)), other: same) == nil)
        // What never differs finds what does, and nothing else.
        let constant = [Double](repeating: 0.2, count: 10)
        #expect(WorldPower(same: constant, other: constant)?.share == 0)
        #expect(WorldPower(same: constant, other: constant.map { $0 + 0.1 })?.share == 1)
    }

    @Test func `a world's biases are held against the respondents of the same number, scale by scale`() throws {
        func subjects(_ figures: [Double]) -> [CalibratedSubject] {
            figures.enumerated().map { number, found in
                CalibratedSubject(
                    number: number, point: CalibrationPoint(gap: 0.2, bias: .undisturbed, level: 0), baseRate: 0.4,
                    figures: [.inconsistencyShare: figure(0.2, found)])
            }
        }
        let (asked, agree) = ([0.2, 0.3, 0.4, 0.5, 0.9], [0.1, 0.1, 0.1, 0.1])
        let primacy = WorldCalibration.Bias(.primacy, level: 0.4)
        let fixed = WorldCalibration.Bias(.primacy, level: 0.4, scale: .fromAgreement)
        let world = WorldCalibration(
            name: "w", words: "w", gap: 0.2, otherGap: nil,
            plain: [.asAsked: subjects(asked), .fromAgreement: subjects(agree)], other: [],
            biased: [primacy: subjects([0.3, 0.4, 0.5, 0.6]), fixed: subjects([0.4, 0.4, 0.4, 0.4])])
        #expect(abs(try #require(world.shifts[primacy]?[.inconsistencyShare]).value - 0.1) < 1e-12)
        #expect(abs(try #require(world.shifts[fixed]?[.inconsistencyShare]).value - 0.3) < 1e-12)
        #expect(world.biases == [primacy, fixed])
        #expect(abs(try #require(world.recovery[.inconsistencyShare]?.bias) - 0.26) < 1e-12)
        #expect(world.power.isEmpty)
        #expect(world.shifts[primacy]?[.kappa] == nil)
    }

    @Test func `the figures of a population follow from the gap where they can`() {
        #expect(CalibratedMeasure.inconsistencyShare.exactPopulation(gap: 0.2) == 0.2)
        #expect(CalibratedMeasure.balancedAccuracy.exactPopulation(gap: 0.2) == 0.8)
        #expect(CalibratedMeasure.alignmentRate.exactPopulation(gap: 0.2) == nil)
    }
}
