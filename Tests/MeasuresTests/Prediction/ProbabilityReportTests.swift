import Measures
import TestSupport
import Testing

@Suite("Calibration of probabilities")
struct ProbabilityReportTests {
    /// Probabilities from 0.05 to 0.95 that are true.
    private func truthful(_ count: Int, seed: Int, moved: (Double) -> Double = { $0 }) -> [StatedProbability] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { number in
            let chance = Double.random(in: 0.05...0.95, using: &random)
            return StatedProbability(
                chance: moved(chance), isSo: Double.random(in: 0..<1, using: &random) < chance, cluster: number)
        }
    }

    @Test
    func `True probabilities have the Brier score that they imply, and bins within what true ones would give`()
        async throws
    {
        // E p(1 − p) of p uniform in [a, b]: m(1 − m) − (b − a)² / 12, m = ½.
        let expected = 0.25 - 0.9 * 0.9 / 12
        var (inside, bins) = (0, 0)
        for seed in 1...10 {
            let report = try #require(
                await ProbabilityReport(truthful(2000, seed: seed), plan: ResamplingPlan(replicates: 400)))
            #expect(abs(report.brier.value - expected) < 0.012)
            #expect(abs((report.skill?.value ?? 0) - (1 - expected / 0.25)) < 0.05)
            #expect(report.brier.interval?.contains(report.brier.value) == true)
            #expect(
                abs(report.calibrationError - report.calibrationErrorIfTrue) < 0.02
                    && report.calibrationErrorIfTrue > 0.01)
            inside += report.bins.count { $0.consistency.contains($0.share) }
            bins += report.bins.count
        }
        #expect(bins == 100 && inside >= 88)
    }

    @Test
    func `Probabilities that are too sure leave the bins of true ones, and cost reliability`() async throws {
        let report = try #require(
            await ProbabilityReport(
                truthful(2000, seed: 1) { $0 > 0.5 ? 0.97 : 0.03 }, plan: ResamplingPlan(replicates: 400)))
        // Two probabilities alone make two bins.
        #expect(report.bins.count == 2 && report.bins.allSatisfy { !$0.consistency.contains($0.share) })
        #expect(report.calibrationError > 10 * report.calibrationErrorIfTrue && report.decomposition.reliability > 0.03)
        #expect(abs(report.decomposition.withinBins) < 1e-12)
    }

    @Test
    func `The parts of the Brier score add up to it`() async throws {
        for seed in 1...5 {
            let report = try #require(await ProbabilityReport(truthful(317, seed: seed), plan: nil))
            let parts = report.decomposition
            #expect(
                abs(parts.reliability - parts.resolution + parts.uncertainty + parts.withinBins - report.brier.value)
                    < 1e-12)
            #expect(report.bins.reduce(0) { $0 + $1.count } == 317)
        }
    }

    @Test
    func `The base rate itself has skill 0, one bin, and no error but that of luck`() async throws {
        let stated = (0..<200).map { StatedProbability(chance: 0.3, isSo: $0 % 10 < 3, cluster: $0 % 20) }
        let report = try #require(await ProbabilityReport(stated, plan: ResamplingPlan(replicates: 200)))
        #expect(abs(report.skill?.value ?? 1) < 1e-12 && abs(report.brier.value - 0.21) < 1e-12)
        #expect(report.bins.count == 1 && abs(report.calibrationError) < 1e-12 && report.calibrationErrorIfTrue > 0.01)
        #expect(abs(report.logLoss.value - report.baseRateLogLoss) < 1e-9)
    }

    @Test
    func `A perfect and sure observer has Brier 0 and skill 1; one that is surely wrong a bounded log loss`()
        async throws
    {
        let right = (0..<100).map { StatedProbability(chance: $0 < 40 ? 1 : 0, isSo: $0 < 40, cluster: $0) }
        let report = try #require(await ProbabilityReport(right, plan: nil))
        #expect(report.brier.value == 0 && report.skill?.value == 1 && report.logLoss.value < 0.002)
        let wrong = try #require(
            await ProbabilityReport(
                right.map { StatedProbability(chance: 1 - $0.chance, isSo: $0.isSo, cluster: $0.cluster) }, plan: nil))
        #expect(wrong.brier.value == 1 && abs(wrong.logLoss.value + Elementary.log(0.001)) < 1e-9)
        #expect(await ProbabilityReport([], plan: nil) == nil)
        // Where all cells are alike there is nothing to be better than.
        let alike = try #require(
            await ProbabilityReport(
                right.map { StatedProbability(chance: $0.chance, isSo: true, cluster: 0) }, plan: nil))
        #expect(alike.skill == nil && alike.baseRateLogLoss == 0)
    }
}
